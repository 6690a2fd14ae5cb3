import { copyFile, mkdir } from 'node:fs/promises'
import { type Id, newId } from '#base/kernel'
import { finishRungs } from './finish-rungs.ts'
import { processMedia } from './process-media.ts'
import { insert } from './store.ts'
import { sizeOf, sourceOf, type Workshop } from './workshop.ts'

/** Takes a local file in as an upload would, and works on it at once: ready or refused when it resolves. */
export async function ingestFile(shop: Workshop, owner: Id<'person'>, path: string): Promise<Id<'media'>> {
  const media = newId('media', shop.house.clock.now())
  await mkdir(shop.uploads, { recursive: true })
  await copyFile(path, sourceOf(shop, media))
  await insert(shop.db, { id: media, owner, bytes: (await sizeOf(path)) ?? 0, state: 'probing', created: shop.house.clock.now() })
  if ((await processMedia(shop, media)) === 'rungs') await finishRungs(shop, media)
  return media
}
