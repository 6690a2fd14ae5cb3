import { connection } from '../../client/net.ts'
import type { Video } from '../../client/types.ts'

export type Rung = Video['rungs'][number]
const samples: number[] = []
/** Sound and picture begin and end a little apart. */
const slackSeconds = 0.25

/** A head arrived: so many bytes in so many milliseconds. The last three are remembered. */
export function measureHead(bytes: number, ms: number): void {
  if (bytes < 8000 || ms < 5) return
  samples.push((bytes * 8) / ms)
  if (samples.length > 3) samples.shift()
}

/** Kilobits a second, from the last three heads; before the first one, what the browser says, and not more than 4 Mbps. */
export function throughput(): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Math.min(4000, (connection().downlink ?? 4) * 1000)
}

/** Rungs from the lowest up to the first that is as wide as the screen shows. */
export function usefulRungs(video: Video, pixels: number): Rung[] {
  const rungs = [...video.rungs].sort((a, b) => a.kbps - b.kbps)
  const enough = rungs.findIndex(r => r.width >= pixels * 0.8)
  return enough < 0 ? rungs : rungs.slice(0, enough + 1)
}

/** The rung for one clip, chosen before it loads, and of a clip of a minute at most not changed after: what the link carries with a quarter to spare, and not wider than the screen shows. */
export function chooseRung(video: Video, wish: { readonly saver: boolean; readonly pixels: number }): Rung | undefined {
  const useful = usefulRungs(video, wish.pixels)
  const budget = wish.saver ? 0 : throughput() * 0.75
  return useful.findLast(r => r.kbps <= budget) ?? useful[0]
}

/** About how much of a file of this bit rate is there. */
export function bytesIn(buffered: TimeRanges, kbps: number): number {
  let seconds = 0
  for (let k = 0; k < buffered.length; k++) seconds += buffered.end(k) - buffered.start(k)
  return Math.round((seconds * kbps * 1000) / 8)
}

/** All of it came: what is there is one part and goes to the end. After a jump there are two, and what was passed over is not there. */
export const isWhole = (buffered: TimeRanges, duration: number): boolean =>
  buffered.length === 1 && buffered.end(0) >= duration - slackSeconds
