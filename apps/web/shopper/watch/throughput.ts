import { connection } from '../../client/net.ts'
import type { Video } from '../../client/types.ts'

export type Rung = Video['rungs'][number]
const samples: number[] = []

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

/** The rung for one clip, chosen before it loads and not changed after: what the link carries with a quarter to spare, and not wider than the screen shows. */
export function chooseRung(video: Video, wish: { readonly saver: boolean; readonly pixels: number }): Rung | undefined {
  const rungs = [...video.rungs].sort((a, b) => a.kbps - b.kbps)
  if (wish.saver) return rungs[0]
  const enough = rungs.findIndex(r => r.width >= wish.pixels * 0.8)
  const useful = enough < 0 ? rungs : rungs.slice(0, enough + 1)
  const budget = throughput() * 0.75
  return useful.findLast(r => r.kbps <= budget) ?? rungs[0]
}
