import type { Money } from '#base/kernel'

/** A list price and while it was asked for: from `from` on, before `to` (null: still). Gaps are times when it was not on sale. */
export interface ListPrice {
  readonly from: Date
  readonly to: Date | null
  readonly price: Money
}
/** What was paid for one piece, net of what the merchant gave. */
export interface ExecutedPrice {
  readonly at: Date
  readonly price: Money
}
/** Prices of one variant in one channel and currency. */
export interface PriceHistory {
  readonly list: readonly ListPrice[]
  readonly executed: readonly ExecutedPrice[]
}

/** A stretch of time at one price, in ms, with what follows it at once at the same price joined on. */
export interface Run {
  readonly from: number
  readonly to: number
  readonly minor: bigint
}

/** The list prices before `now`, in time order, without overlap: where two overlap the one that began later is the price. */
export function runsOf(list: readonly ListPrice[], now: number): Run[] {
  const sorted = list
    .map(l => ({ from: l.from.getTime(), to: Math.min(l.to?.getTime() ?? now, now), minor: l.price.minor }))
    .filter(r => r.to > r.from)
    .sort((a, b) => a.from - b.from)
  const runs: Run[] = []
  for (const [i, r] of sorted.entries()) {
    const to = Math.min(r.to, sorted[i + 1]?.from ?? r.to)
    const last = runs.at(-1)
    if (to <= r.from) continue
    if (last && last.to === r.from && last.minor === r.minor) runs[runs.length - 1] = { ...last, to }
    else runs.push({ ...r, to })
  }
  return runs
}

/** The runs that touch [from, to), cut to it. */
export const cut = (runs: readonly Run[], from: number, to: number): Run[] =>
  runs.map(r => ({ from: Math.max(r.from, from), to: Math.min(r.to, to), minor: r.minor })).filter(r => r.to > r.from)
export const lowest = (prices: readonly bigint[]): bigint | null =>
  prices.reduce<bigint | null>((low, p) => (low === null || p < low ? p : low), null)
