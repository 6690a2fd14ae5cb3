import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { sizeWithin } from './ladder.ts'
import { inputArgs } from './probe.ts'
import { ProgramError, type Programs } from './program.ts'

/** A clip as small pictures on one sheet, row by row: what a scrub bar shows of the place that one drags to. Tile k is the clip at k × `intervalMs`. */
export interface Storyboard {
  /** Of one tile, in pixels. */
  readonly width: number
  readonly height: number
  readonly columns: number
  readonly count: number
  readonly intervalMs: number
}

const columns = 10
/** More places than these cannot be told apart under a finger, and cost bytes. */
const mostTiles = 50
/** Bytes that a sheet may have: quality gives way. */
export const storyboardBytes = 120_000
/** The last picture of a clip may end a little before the clip does. */
const endMs = 100

/** One tile a second, of longer clips every second, third, fourth …; null for a clip of hardly more than one picture. Pure. */
export function storyboardOf(clip: { width: number; height: number; durationMs: number }): Storyboard | null {
  const intervalMs = 1000 * Math.max(1, Math.ceil(clip.durationMs / 1000 / mostTiles))
  const count = Math.ceil((clip.durationMs - endMs) / intervalMs)
  return count < 2 ? null : { ...sizeWithin(clip, 120, 160), columns: Math.min(columns, count), count, intervalMs }
}

/** Draws the sheet from a rung of ours into the folder; null where it could not be drawn: a clip plays without it. */
export async function drawStoryboard(
  programs: Programs,
  ffmpeg: string,
  rung: string,
  { plan, folder }: { plan: Storyboard; folder: string },
): Promise<string | null> {
  const [sheet, path] = [join(folder, 'storyboard.png'), join(folder, 'storyboard.webp')]
  const rows = Math.ceil(plan.count / plan.columns)
  const picked = `select=gte(t\\,selected_n*${plan.intervalMs / 1000})`
  const filter = `${picked},scale=${plan.width}:${plan.height}:flags=area,setsar=1,tile=${plan.columns}x${rows}`
  const args = [
    ...['-nostdin', '-hide_banner', '-v', 'error', '-y', '-threads', '1', ...inputArgs('mov'), '-i', `file:${rung}`],
    ...['-an', '-vf', filter, '-vsync', 'passthrough', '-frames:v', '1', '-f', 'image2', '-update', '1', `file:${sheet}`],
  ]
  try {
    await programs.run(ffmpeg, args, { timeoutMs: 120_000, nice: 15 })
  } catch (error) {
    if (error instanceof ProgramError && (error.why === 'failed' || error.why === 'memory')) return null
    throw error
  }
  if (!(await stat(sheet).catch(() => null))) return null
  for (const quality of [60, 45, 30, 15]) {
    const { size } = await sharp(sheet).webp({ quality, effort: 4 }).toFile(path)
    if (size <= storyboardBytes) break
  }
  return path
}
