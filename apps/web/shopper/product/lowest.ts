import type { PriceHistory } from '../../client/types.ts'

type Point = PriceHistory['points'][number]
const day = 86_400_000

/** The lowest price that was in force in the last days; null when there was none. `points` are one variant's, in time order. */
export function lowestOf(points: readonly Point[], days: number, now: number): Point | null {
  let low: Point | null = null
  for (const [i, p] of points.entries()) {
    const next = points[i + 1]
    if (next && Date.parse(next.at) <= now - days * day) continue
    if (low === null || BigInt(p.price.minor) < BigInt(low.price.minor)) low = p
  }
  return low
}
