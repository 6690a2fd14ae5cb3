import type { Id } from '#base/kernel'
import { addHlsForm, hlsFromMs } from './hls-form.ts'
import type { Rung } from './ladder.ts'
import { type FileName, keyOf } from './medium.ts'
import { masterPlaylist } from './playlists.ts'
import type { RungRow } from './store.ts'
import type { Workshop } from './workshop.ts'

export const fileOf = (rung: Rung): FileName => `${rung.name}.mp4`

/** Stores a finished rung, of a long clip with its playlist. */
export async function keepRung(
  shop: Workshop,
  media: Id<'media'>,
  { rung, path, durationMs, nice }: { rung: Rung; path: string; durationMs: number; nice: number },
): Promise<RungRow> {
  const { storage, config, logger } = shop.house
  const form = durationMs > hlsFromMs ? await addHlsForm(shop.programs, config.ffmpeg, { name: rung.name, path, nice }) : null
  if (form) await storage.put(keyOf(media, `${rung.name}.m3u8`), Buffer.from(form.playlist))
  else if (durationMs > hlsFromMs) logger.warn({ media, rung: rung.name }, 'a long clip without an HLS form: it plays as a file')
  const { bytes } = await storage.adopt(keyOf(media, fileOf(rung)), path)
  const kbps = Math.round((bytes * 8) / Math.max(1, durationMs))
  const { name, width, height } = rung
  return { name, width, height, kbps, codecs: form?.codecs ?? null, peak_kbps: form?.peakKbps ?? null }
}

/** Writes the list of the rungs that a player may choose among. A clip gets it with its first rung, and again with the better ones. */
export async function keepMaster(shop: Workshop, media: Id<'media'>, rungs: readonly RungRow[]): Promise<void> {
  const variants = rungs.flatMap(({ codecs, peak_kbps: peakKbps, ...r }) =>
    codecs !== null && peakKbps !== null ? [{ ...r, codecs, peakKbps }] : [],
  )
  if (variants.length > 0) await shop.house.storage.put(keyOf(media, 'clip.m3u8'), Buffer.from(masterPlaylist(variants)))
}
