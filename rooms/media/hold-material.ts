import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { holdRow } from './edit-store.ts'
import { overlayLimits, soundLimits } from './limits.ts'
import { type Judged, unusable } from './medium.ts'
import { cleanOverlay } from './picture.ts'
import { probe } from './probe.ts'
import { sniff, structureOf } from './sniff.ts'
import { convertSound, sniffSound } from './sound.ts'
import type { MediaRow } from './store.ts'
import { headOf, type Workshop } from './workshop.ts'

/** Judges material of an edit by its bytes and holds it for its owner: nothing is converted for people, nothing is announced. */
export async function holdMaterial(shop: Workshop, row: MediaRow, path: string, folder: string): Promise<Judged<'done'>> {
  if (row.use === 'overlay') return overlay(shop, row, path, folder)
  return row.use === 'sound' ? sound(shop, row, path, folder) : source(shop, row, path)
}

async function source(shop: Workshop, row: MediaRow, path: string): Promise<Judged<'done'>> {
  const what = sniff(await headOf(path))
  if (what.kind === 'foreign')
    return { refusal: unusable('media_unsupported', `${what.what} is not taken. Clips: MP4, MOV, WebM`) }
  if (what.kind !== 'video') return { refusal: unusable('not_a_video', 'The file is no clip') }
  const { programs, house } = shop
  const probed = await probe(programs, house.config.ffprobe, path, what.container, await structureOf(path, what.container))
  if ('refusal' in probed) return probed
  const { width, height, durationMs } = probed.clip
  await holdRow(shop.db, row.id, { kind: 'video', width, height, durationMs }, house.clock.now())
  return { value: 'done' }
}

/** What is kept is our own picture of it: ffmpeg never reads what a stranger wrote. */
async function overlay(shop: Workshop, row: MediaRow, path: string, folder: string): Promise<Judged<'done'>> {
  const what = sniff(await headOf(path))
  if (what.kind !== 'picture' || (what.type !== 'png' && what.type !== 'webp'))
    return { refusal: unusable('media_unsupported', 'Text and stickers are PNG or WebP pictures') }
  // Of the upload, not of the file: a second attempt finds what the first one wrote.
  if (Number(row.bytes) > overlayLimits.bytes)
    return { refusal: unusable('media_too_large', `Text and stickers may have ${overlayLimits.bytes / 1e6} MB`) }
  const made = await cleanOverlay(path)
  if ('refusal' in made) return made
  const clean = join(folder, 'overlay.png')
  await writeFile(clean, made.value.png)
  await rename(clean, path)
  const { width, height } = made.value
  await holdRow(shop.db, row.id, { kind: 'picture', width, height, durationMs: null }, shop.house.clock.now())
  return { value: 'done' }
}

/** Music is made ready here; that it becomes a piece is the operator's next word. */
async function sound(shop: Workshop, row: MediaRow, path: string, folder: string): Promise<Judged<'done'>> {
  const container = sniffSound(await headOf(path))
  if (!container) return { refusal: unusable('media_unsupported', 'Music is taken as MP3, M4A, WAV, FLAC, OGG or WebM') }
  if (Number(row.bytes) > soundLimits.bytes)
    return { refusal: unusable('media_too_large', `Music may have ${soundLimits.bytes / 1e6} MB`) }
  const { ffmpeg, ffprobe } = shop.house.config
  const made = join(folder, 'sound.m4a')
  const converted = await convertSound(shop.programs, { path, container, ffmpeg, ffprobe }, made)
  if ('refusal' in converted) return converted
  await rename(made, path)
  const facts = { kind: null, width: null, height: null, durationMs: converted.value.lengthMs }
  await holdRow(shop.db, row.id, facts, shop.house.clock.now())
  return { value: 'done' }
}
