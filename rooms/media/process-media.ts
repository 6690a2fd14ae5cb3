import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { EventName } from '#base/catalogue'
import type { Id } from '#base/kernel'
import { tooMuch } from './frame-budget.ts'
import { holdMaterial } from './hold-material.ts'
import { keepMaster, keepRung } from './keep-rung.ts'
import { ladder, type Rung } from './ladder.ts'
import { limits, maxAttempts } from './limits.ts'
import type { Look } from './look.ts'
import { lookOfClip, lookOfPicture } from './look-of.ts'
import { saveLook } from './look-store.ts'
import { gainFor } from './loudness.ts'
import { makeRungs } from './make-rungs.ts'
import { folderOf, isMaterial, type Judged, keyOf, type MediaRefusal, unusable } from './medium.ts'
import { makePictures } from './picture.ts'
import { posterFrame, posterWebp, thumbhashOf } from './poster.ts'
import { type Clip, probe, tooLong, truncated } from './probe.ts'
import { ProgramError } from './program.ts'
import { stagesOf } from './progress.ts'
import { sniff, structureOf } from './sniff.ts'
import {
  accept,
  loadOne,
  type MediaRow,
  type MediaTables,
  type RungRow,
  setProgress,
  setReady,
  setRefused,
  setWatchable,
} from './store.ts'
import { dropSource, headOf, sizeOf, sourceOf, type Workshop, withMedium } from './workshop.ts'

/** `rungs`: it can be watched, and the better rungs and the storyboard are still to be made. `done`: ready, refused, gone or in other hands. */
export type Outcome = 'rungs' | 'done'

/** First stage, what somebody waits for: judge the file, make the poster and the lowest rung (or the picture's sizes), announce it. */
export async function processMedia(shop: Workshop, media: Id<'media'>): Promise<Outcome> {
  const outcome = await withMedium(shop, media, async (row, folder): Promise<Outcome> => {
    if (row.watchable !== 'no') return 'rungs'
    if (row.attempts > maxAttempts) return refuse(shop, row, unusable('media_unsupported', 'The file could not be converted'))
    try {
      const judged = await work(shop, row, folder)
      return 'refusal' in judged ? await refuse(shop, row, judged.refusal) : judged.value
    } catch (error) {
      const refusal = refusalOf(shop, media, error)
      if (!refusal) throw error
      return refuse(shop, row, refusal)
    }
  })
  return outcome ?? 'done'
}

async function work(shop: Workshop, row: MediaRow, folder: string): Promise<Judged<Outcome>> {
  const source = sourceOf(shop, row.id)
  const size = await sizeOf(source)
  if (size === null) return { refusal: truncated }
  if (size === 0) return { refusal: unusable('media_empty', 'The file is empty') }
  if (isMaterial(row.use)) return holdMaterial(shop, row, source, folder)
  const what = sniff(await headOf(source))
  if (what.kind === 'foreign')
    return {
      refusal: unusable(
        'media_unsupported',
        `${what.what} is not taken. Clips: MP4, MOV, WebM. Pictures: JPEG, PNG, WebP, AVIF, GIF`,
      ),
    }
  if (what.kind === 'unknown') return { refusal: unusable('not_a_video', 'The file is neither a clip nor a picture') }
  if (what.kind === 'picture')
    return size > limits.pictureBytes
      ? { refusal: unusable('media_too_large', `Pictures may have ${limits.pictureBytes / 1e6} MB`) }
      : picture(shop, row, source)
  const { config } = shop.house
  const probed = await probe(shop.programs, config.ffprobe, source, what.container, await structureOf(source, what.container))
  return 'refusal' in probed ? probed : firstRung(shop, row, source, probed.clip, folder)
}

async function picture(shop: Workshop, row: MediaRow, source: string): Promise<Judged<Outcome>> {
  const made = await makePictures(source)
  if ('refusal' in made) return made
  await accept(shop.db, row.id, { kind: 'picture', durationMs: null })
  const { full, card, square, width, height, thumbhash } = made.files
  for (const [file, body] of [
    ['full.webp', full],
    ['card.webp', card],
    ['square.webp', square],
  ] as const)
    await shop.house.storage.put(keyOf(row.id, file), body)
  await announce(shop, row, 'picture', {
    ...{ width, height, thumbhash, durationMs: null, rungs: [], last: true, gain: null, look: await lookOfPicture(card) },
  })
  await dropSource(shop, row.id)
  return { value: 'done' }
}

async function firstRung(shop: Workshop, row: MediaRow, source: string, clip: Clip, folder: string): Promise<Judged<Outcome>> {
  const { db, programs, house } = shop
  await accept(db, row.id, { kind: 'video', durationMs: clip.durationMs })
  const { ffmpeg } = house.config
  const [frame, gain] = await Promise.all([
    posterFrame(programs, ffmpeg, source, clip, { path: join(folder, 'poster.png'), cover: row.cover_ms }),
    gainFor(programs, ffmpeg, source, clip),
  ])
  const [from, to] = stagesOf(row.use).first
  await setProgress(db, row.id, from)
  const low = ladder(clip)[0] as Rung
  const path = join(folder, 'low.mp4')
  await makeRungs(programs, house.config, {
    ...{ source, clip, gain },
    outputs: [{ rung: low, path }],
    nice: 10,
    onProgress: throttled(shop, row.id, from, to),
  })
  const durationMs = await lengthOf(shop, path)
  const problem = lengthProblem(clip.durationMs, durationMs)
  if (problem) return { refusal: problem }
  const poster = join(folder, 'poster.webp')
  const [webp, thumbhash, look] = await Promise.all([
    posterWebp(frame),
    thumbhashOf(frame),
    lookOfClip(programs, ffmpeg, { rung: path, lengthMs: durationMs, path: join(folder, 'look.rgb') }),
  ])
  await writeFile(poster, webp)
  await house.storage.adopt(keyOf(row.id, 'poster.webp'), poster)
  const rungs = [await keepRung(shop, row.id, { rung: low, path, durationMs, nice: 10 })]
  await keepMaster(shop, row.id, rungs)
  await announce(shop, row, 'video', {
    width: low.width,
    height: low.height,
    ...{ thumbhash, durationMs, look, gain, last: false },
    rungs,
  })
  return { value: 'rungs' }
}

/** The result shows what was really in the file: a body shorter than its index says, or one that never ends. */
function lengthProblem(statedMs: number, madeMs: number): MediaRefusal | null {
  if (madeMs > limits.videoSeconds * 1000 + 500) return tooLong
  return madeMs < statedMs * 0.9 - 500 || madeMs <= 0 ? truncated : null
}

/** Length of a clip that we made. */
export async function lengthOf(shop: Workshop, path: string): Promise<number> {
  const text = await shop.programs.run(
    shop.house.config.ffprobe,
    ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', `file:${path}`],
    { timeoutMs: 20_000, nice: 5 },
  )
  return Math.round((Number(text.trim()) || 0) * 1000)
}

interface Made {
  readonly width: number
  readonly height: number
  readonly thumbhash: string
  readonly durationMs: number | null
  readonly rungs: readonly RungRow[]
  readonly last: boolean
  readonly look: Look
  readonly gain: number | null
}

/** Row and events are one transaction. A medium that was removed meanwhile leaves no files behind. */
async function announce(shop: Workshop, row: MediaRow, kind: 'video' | 'picture', made: Made): Promise<void> {
  const { house } = shop
  const there = await house.db.transaction<MediaTables, boolean>(async trx => {
    if (!(await setWatchable(trx, row.id, made))) return false
    await saveLook(trx, row.id, made.look)
    const names: readonly ('media.watchable' | 'media.ready')[] = made.last
      ? ['media.watchable', 'media.ready']
      : ['media.watchable']
    if (made.last) await setReady(trx, row.id, made, [])
    await house.log.append(
      trx,
      names.map(name => eventOf(shop, row, name, { kind })),
    )
    return true
  })
  if (!there) await removeIfGone(shop, row.id)
}

export async function removeIfGone(shop: Workshop, media: Id<'media'>): Promise<void> {
  if (!(await loadOne(shop.db, media))) await shop.house.storage.remove(folderOf(media))
}

/** Events of media have ids of their own, so that a repeated job cannot be heard twice. */
export const eventOf = <N extends Extract<EventName, `media.${string}`>, D>(shop: Workshop, row: MediaRow, name: N, data: D) => ({
  id: `${name}:${row.id}`,
  name,
  at: shop.house.clock.now(),
  person: row.owner,
  subject: { kind: 'media' as const, id: row.id },
  data,
})

/** Says no: the row, the event, and nothing left on disk. */
export async function refuse(shop: Workshop, row: MediaRow, refusal: MediaRefusal): Promise<Outcome> {
  const refused = await shop.house.db.transaction<MediaTables, boolean>(async trx => {
    if (!(await setRefused(trx, row.id, refusal))) return false
    await shop.house.log.append(trx, [eventOf(shop, row, 'media.refused', { reason: refusal.code })])
    return true
  })
  if (refused) await shop.house.storage.remove(folderOf(row.id))
  else await removeIfGone(shop, row.id)
  await dropSource(shop, row.id)
  return 'done'
}

/** What a failing program means: the file's fault is a refusal, ours is thrown and tried again; a missing program is neither. */
export function refusalOf(shop: Workshop, media: Id<'media'>, error: unknown): MediaRefusal | null {
  if (!(error instanceof ProgramError)) return null
  if (error.why === 'missing') {
    shop.house.logger.error(
      { media, ffmpeg: shop.house.config.ffmpeg, ffprobe: shop.house.config.ffprobe },
      "ffmpeg or ffprobe is not installed: clips can't be taken. Install it, or set FFMPEG and FFPROBE",
    )
    return unusable('media_unsupported', "This server can't convert clips at the moment")
  }
  if (error.why !== 'failed' && error.why !== 'memory') return null
  shop.house.logger.info({ media, why: error.message }, 'unreadable clip')
  if (error.why === 'memory') return tooMuch
  return /moov atom not found|partial file|Truncat|End of file/i.test(error.stderr)
    ? truncated
    : unusable('media_unsupported', 'The clip could not be read')
}

/** Progress in percent, written at most once a second. */
export function throttled(shop: Workshop, media: Id<'media'>, from: number, to: number): (part: number) => void {
  let next = 0
  return part => {
    if (Date.now() < next) return
    next = Date.now() + 1000
    void setProgress(shop.db, media, Math.floor(from + (to - from) * part)).catch(() => {})
  }
}
