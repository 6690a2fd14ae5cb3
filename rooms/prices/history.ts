import { days, type Id, type Money } from '#base/kernel'
import { lowestIn, type PricePoint } from './struck.ts'

export type VariantPoint = PricePoint & { readonly variant: Id<'variant'> }
export interface VariantHistory {
  readonly variant: Id<'variant'>
  /** Where its line begins: with its first price, or 90 days ago. Before it had a price there is nothing to draw. */
  readonly since: Date
  /** The lowest price in force in the last 30 and the last 90 days, or since the first price when that is later. */
  readonly low30: Money
  readonly low90: Money
  /** Since when the lowest of the 90 days was asked for. */
  readonly low90At: Date
}
export interface History {
  readonly asOf: Date
  /** In time order; of each variant also the price that was in force when the 90 days began. */
  readonly points: readonly VariantPoint[]
  /** Variants without a price are missing. */
  readonly variants: readonly VariantHistory[]
}

/** How far back the history goes. */
export const historyStart = (now: Date): Date => new Date(now.getTime() - days(90))

/** Pure: what is shown of the prices of each variant; `points` in time order. Lows are of one variant, never of all of them. */
export function historyOf(points: ReadonlyMap<string, readonly PricePoint[]>, now: Date): History {
  const start = historyStart(now)
  const until = new Date(now.getTime() + 1)
  const all: VariantPoint[] = []
  const variants: VariantHistory[] = []
  for (const [id, told] of points) {
    const list = told.filter(p => p.at <= now)
    const low30 = lowestIn(list, new Date(now.getTime() - days(30)), until)
    const low90 = lowestIn(list, start, until)
    const first = list[0]
    if (!first || !low30 || !low90) continue
    const variant = id as Id<'variant'>
    const since = new Date(Math.max(first.at.getTime(), start.getTime()))
    variants.push({ variant, since, low30: low30.price, low90: low90.price, low90At: low90.at })
    for (const p of list) all.push({ ...p, variant })
  }
  return { asOf: now, points: all.sort((a, b) => a.at.getTime() - b.at.getTime()), variants }
}
