import { days, type Money, money } from '#base/kernel'

/** A price and since when it is asked for. */
export interface PricePoint {
  readonly at: Date
  readonly price: Money
}
/** How long after a reduction its struck price may be shown. */
const shownFor = days(30)

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

/**
 * The struck price that may stand beside today's: the lowest of the 30 days before the reduction, and only if today's is below it.
 * So a price that was raised first and lowered then gets none. Source: Directive 98/6/EC Art. 6a (EU "Omnibus" 2019/2161).
 * A reduction of a reduction counts from the first one, as long as the price only fell in between (Art. 6a (5)).
 */
export function struckOf(points: readonly PricePoint[], now: Date): Money | null {
  const current = points.at(-1)
  if (!current) return null
  let first = points.length - 1
  while (first > 1 && (points[first - 1] as PricePoint).price.minor < (points[first - 2] as PricePoint).price.minor) first--
  const reducedAt = (points[first] as PricePoint).at
  if (now.getTime() - current.at.getTime() > shownFor) return null
  const prior = lowestIn(points.slice(0, first), new Date(reducedAt.getTime() - days(30)), reducedAt)
  return prior && current.price.minor < prior.price.minor ? money(prior.price.minor, prior.price.currency) : null
}
