import type { Money } from '#base/kernel'

/** A price and since when it is asked for. */
export interface PricePoint {
  readonly at: Date
  readonly price: Money
}

/** The lowest price that was in force in the window [from, to); null when there was none. `points` in time order. */
export function lowestIn(points: readonly PricePoint[], from: Date, to: Date): PricePoint | null {
  let low: PricePoint | null = null
  for (const [i, p] of points.entries()) {
    const until = points[i + 1]?.at ?? null
    const inForce = p.at < to && (until === null || until > from)
    if (inForce && (low === null || p.price.minor < low.price.minor)) low = p
  }
  return low
}
