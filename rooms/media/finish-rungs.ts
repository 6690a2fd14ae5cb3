import { join } from 'node:path'
import type { Id } from '#base/kernel'
import { fileOf, keepMaster, keepRung } from './keep-rung.ts'
import { ladder } from './ladder.ts'
import { maxAttempts } from './limits.ts'
import { gainFor } from './loudness.ts'
import { makeRungs } from './make-rungs.ts'
import { keyOf } from './medium.ts'
import { probe } from './probe.ts'
import { eventOf, lengthOf, removeIfGone, throttled } from './process-media.ts'
import { ProgramError } from './program.ts'
import { stagesOf } from './progress.ts'
import { sniff, structureOf } from './sniff.ts'
import { loadOne, type MediaRow, type MediaTables, type RungRow, setReady } from './store.ts'
import { drawStoryboard, type Storyboard, storyboardOf } from './storyboard.ts'
import { dropSource, headOf, localFile, sizeOf, sourceOf, type Workshop, withMedium } from './workshop.ts'

/** Second stage, which nobody waits for: the better rungs in one process, and the storyboard. A clip that can be watched already is never refused. */
export async function finishRungs(shop: Workshop, media: Id<'media'>): Promise<void> {
  await withMedium(shop, media, async (row, folder) => {
    if (row.watchable !== 'first_rung') return
    const tooOften = row.attempts > maxAttempts
    const made = tooOften ? [] : await better(shop, row, folder)
    await complete(shop, row, made, tooOften ? null : await storyboard(shop, row, folder))
  })
}

async function better(shop: Workshop, row: MediaRow, folder: string): Promise<RungRow[]> {
  const source = sourceOf(shop, row.id)
  const { config } = shop.house
  try {
    if ((await sizeOf(source)) === null) return []
    const what = sniff(await headOf(source))
    if (what.kind !== 'video') return []
    const probed = await probe(shop.programs, config.ffprobe, source, what.container, await structureOf(source, what.container))
    if ('refusal' in probed) return []
    const outputs = ladder(probed.clip)
      .slice(1)
      .map(rung => ({ rung, path: join(folder, fileOf(rung)) }))
    if (outputs.length === 0) return []
    const gain = row.gain ?? (await gainFor(shop.programs, config.ffmpeg, source, probed.clip))
    await makeRungs(shop.programs, config, {
      ...{ source, gain },
      clip: probed.clip,
      outputs,
      nice: 15,
      onProgress: throttled(shop, row.id, ...stagesOf(row.use).better),
    })
    const rows: RungRow[] = []
    for (const { rung, path } of outputs) {
      const durationMs = await lengthOf(shop, path)
      rows.push(await keepRung(shop, row.id, { rung, path, durationMs, nice: 15 }))
    }
    const { rungs } = (await loadOne(shop.db, row.id)) ?? { rungs: [] }
    await keepMaster(shop, row.id, [...rungs, ...rows])
    return rows
  } catch (error) {
    if (!(error instanceof ProgramError) || !['failed', 'memory', 'missing'].includes(error.why)) throw error
    shop.house.logger.warn({ media: row.id, why: error.message }, 'better rungs could not be made; the lowest stays')
    return []
  }
}

/** From the lowest rung: it is upright, in usual colours, and quickly decoded. */
async function storyboard(shop: Workshop, row: MediaRow, folder: string): Promise<Storyboard | null> {
  const { storage, config } = shop.house
  const plan = storyboardOf({ width: row.width ?? 2, height: row.height ?? 2, durationMs: row.duration_ms ?? 0 })
  const low = plan && (await localFile(shop, keyOf(row.id, 'low.mp4'), folder))
  const sheet = low && (await drawStoryboard(shop.programs, config.ffmpeg, low, { plan, folder }))
  if (!sheet) return null
  await storage.adopt(keyOf(row.id, 'storyboard.webp'), sheet)
  return plan
}

async function complete(shop: Workshop, row: MediaRow, made: readonly RungRow[], sheet: Storyboard | null): Promise<void> {
  const { house } = shop
  const top = made.at(-1) ?? { width: row.width ?? 2, height: row.height ?? 2 }
  await house.db.transaction<MediaTables, void>(async trx => {
    if (await setReady(trx, row.id, { width: top.width, height: top.height, storyboard: sheet }, made))
      await house.log.append(trx, [eventOf(shop, row, 'media.ready', { kind: 'video' as const })])
  })
  // Removed while it was made: what was just stored goes too.
  await removeIfGone(shop, row.id)
  await dropSource(shop, row.id)
}
