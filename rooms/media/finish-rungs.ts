import { join } from 'node:path'
import type { Id } from '#base/kernel'
import { ladder } from './ladder.ts'
import { maxAttempts } from './limits.ts'
import { gainFor } from './loudness.ts'
import { makeRungs } from './make-rungs.ts'
import { keyOf } from './medium.ts'
import { probe } from './probe.ts'
import { eventOf, fileOf, lengthOf, removeIfGone, rungRow, throttled } from './process-media.ts'
import { ProgramError } from './program.ts'
import { stagesOf } from './progress.ts'
import { sniff, structureOf } from './sniff.ts'
import { type MediaRow, type MediaTables, type RungRow, setReady } from './store.ts'
import { dropSource, headOf, sizeOf, sourceOf, type Workshop, withMedium } from './workshop.ts'

/** Second stage, which nobody waits for: the better rungs, in one process. A clip that can be watched already is never refused. */
export async function finishRungs(shop: Workshop, media: Id<'media'>): Promise<void> {
  await withMedium(shop, media, async (row, folder) => {
    if (row.watchable !== 'first_rung') return
    const made = row.attempts > maxAttempts ? [] : await better(shop, row, folder)
    await complete(shop, row, made)
  })
}

async function better(shop: Workshop, row: MediaRow, folder: string): Promise<RungRow[]> {
  const source = sourceOf(shop, row.id)
  const { config, storage } = shop.house
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
      rows.push(rungRow(rung, (await storage.adopt(keyOf(row.id, fileOf(rung)), path)).bytes, durationMs))
    }
    return rows
  } catch (error) {
    if (!(error instanceof ProgramError) || !['failed', 'memory', 'missing'].includes(error.why)) throw error
    shop.house.logger.warn({ media: row.id, why: error.message }, 'better rungs could not be made; the lowest stays')
    return []
  }
}

async function complete(shop: Workshop, row: MediaRow, made: readonly RungRow[]): Promise<void> {
  const { house } = shop
  const top = made.at(-1) ?? { width: row.width ?? 2, height: row.height ?? 2 }
  await house.db.transaction<MediaTables, void>(async trx => {
    if (await setReady(trx, row.id, { width: top.width, height: top.height }, made))
      await house.log.append(trx, [eventOf(shop, row, 'media.ready', { kind: 'video' as const })])
  })
  // Removed while it was made: what was just stored goes too.
  await removeIfGone(shop, row.id)
  await dropSource(shop, row.id)
}
