import type { Id } from '#base/kernel'
import { enqueue } from './jobs.ts'
import { finishUpload as setFinished } from './store.ts'
import type { Workshop } from './workshop.ts'

/** All bytes are here: the medium goes to the worker. Heard twice, it is done once; a job lost to a crash is sent again by the sweep. */
export async function finishUpload(shop: Workshop, media: Id<'media'>): Promise<void> {
  if (await setFinished(shop.db, media)) await enqueue(shop, { id: media, use: 'clip', watchable: 'no', attempts: 0 })
}
