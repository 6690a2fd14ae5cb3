import type { Id } from '#base/kernel'
import { folderOf } from './medium.ts'
import { forget } from './store.ts'
import { dropSource, type Workshop } from './workshop.ts'

/** Forgets a medium with all its files; a worker that is busy with it finds it gone and cleans up. */
export async function removeMedia(shop: Workshop, media: Id<'media'>): Promise<void> {
  await forget(shop.db, media)
  await shop.house.storage.remove(folderOf(media))
  await dropSource(shop, media)
}
