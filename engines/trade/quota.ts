import { type Money, money, ok, type Result, refuse } from '#base/kernel'
import { civilDate } from './dates.ts'

/** What an order took from its buyer's yearly allowance, or what a return gave back. Append only; in any order. */
export interface QuotaEntry {
  /** Once is enough: an entry that comes twice counts once. */
  readonly id: string
  readonly person: string
  readonly order: string
  readonly kind: 'use' | 'restore'
  readonly amount: Money
  readonly at: Date
}

/**
 * What one person has used of a calendar year (of China's clock), in CNY. A return gives back to the year in which the order used it,
 * whenever it happens: goods of December that come back in January leave January's allowance alone.
 * Refuses entries in another currency or below zero (`quota_amount`), a restore without its use (`quota_no_use`) and more given back than
 * an order used (`quota_over_restored`). Source: Notice 26/2018 of the Ministry of Finance, GACC 45/2020.
 */
export function quotaAfter(
  entries: readonly QuotaEntry[],
  year: number,
  person: string,
): Result<Money, 'quota_amount' | 'quota_no_use' | 'quota_over_restored'> {
  const mine = new Map<string, QuotaEntry>()
  for (const e of entries) if (e.person === person && !mine.has(e.id)) mine.set(e.id, e)
  const orders = new Map<string, { year: number; used: bigint; restored: bigint }>()
  for (const kind of ['use', 'restore'] as const)
    for (const e of mine.values()) {
      if (e.kind !== kind) continue
      if (e.amount.currency !== 'CNY' || e.amount.minor < 0n)
        return refuse('quota_amount', 'An entry is an amount of CNY, not below zero', { entry: e.id })
      const order = orders.get(e.order)
      if (kind === 'use') {
        const at = quotaYear(e.at)
        orders.set(e.order, { year: Math.min(order?.year ?? at, at), used: (order?.used ?? 0n) + e.amount.minor, restored: 0n })
      } else if (!order) return refuse('quota_no_use', 'Nothing was used by this order', { entry: e.id, order: e.order })
      else order.restored += e.amount.minor
    }
  let used = 0n
  for (const [id, o] of orders) {
    if (o.restored > o.used) return refuse('quota_over_restored', 'More was given back than the order used', { order: id })
    if (o.year === year) used += o.used - o.restored
  }
  return ok(money(used, 'CNY'))
}
/** The year that an instant belongs to, for the quota. */
export const quotaYear = (at: Date): number => Number(civilDate(at, 'CN').slice(0, 4))
