import { allocate, type Id, type Money, money } from '#base/kernel'
import type { Pieces } from './parcels.ts'

interface Line {
  readonly id: Id<'line'>
  readonly quantity: number
  readonly total: Money
  readonly discount: Money
  readonly importTax: Money
  /** Pieces whose money went back, and those whose part of the delivery did. */
  readonly refunded: number
  readonly shippingRefunded: number
  /** What went back already for the pieces that are left, because their price fell. */
  readonly protected: Money
}
interface Paid {
  readonly lines: readonly Line[]
  readonly shipping: Money
}
export interface Share {
  /** Prices less their part of the offers, and less what went back because they fell. */
  readonly goods: Money
  readonly importTax: Money
  readonly shipping: Money
  /** goods + importTax + shipping */
  readonly total: Money
}

/** What the first `n` of `of` pieces cost together: shares differ by one smallest unit at most, the larger ones come first. */
const upTo = (minor: bigint, n: number, of: number): bigint => {
  const [each, rest] = [minor / BigInt(of), minor % BigInt(of)]
  return each * BigInt(n) + (BigInt(n) < rest ? BigInt(n) : rest)
}
/** What of an amount falls on `n` of `of` pieces, from the `from`th on. */
export const shareOf = (minor: bigint, from: number, n: number, of: number): bigint =>
  upTo(minor, from + n, of) - upTo(minor, from, of)
/** What of a line's price protection falls on the next `n` pieces that are refunded; all of it on the last ones. */
export const protectionShare = (l: Pick<Line, 'protected' | 'quantity' | 'refunded'>, n: number): bigint =>
  n === 0 ? 0n : shareOf(l.protected.minor, 0, n, l.quantity - l.refunded)

/** Delivery by line, by what was paid for the goods; by pieces where nothing was. Largest remainder. */
function shippingByLine(o: Paid): Money[] {
  const values = o.lines.map(l => l.total.minor - l.discount.minor)
  const weights = values.some(v => v > 0n) ? values : o.lines.map(l => BigInt(l.quantity))
  return allocate(o.shipping, weights)
}

/**
 * What pieces of an order cost its buyer: goods less their part of the offers, their import taxes, and with `shipping` their
 * part of the delivery by value. Every piece has its own fixed share (largest remainder), and pieces go in the line's order, so
 * any partition of an order into refunds adds up to exactly what was paid. Throws when there are not so many pieces left.
 */
export function refundShare(o: Paid, pieces: readonly Pieces[], { shipping }: { shipping: boolean }): Share {
  const { currency } = o.shipping
  const delivery = shippingByLine(o)
  let [goods, importTax, way] = [0n, 0n, 0n]
  const seen = new Set<string>()
  for (const { line, quantity } of pieces) {
    const i = o.lines.findIndex(l => l.id === line)
    const l = o.lines[i]
    if (!l || seen.has(line) || !Number.isInteger(quantity) || quantity < 1 || l.refunded + quantity > l.quantity)
      throw new Error(`no ${quantity} pieces of ${line} are left to refund`)
    seen.add(line)
    goods += shareOf(l.total.minor - l.discount.minor, l.refunded, quantity, l.quantity) - protectionShare(l, quantity)
    importTax += shareOf(l.importTax.minor, l.refunded, quantity, l.quantity)
    if (!shipping) continue
    const n = Math.min(quantity, l.quantity - l.shippingRefunded)
    way += shareOf((delivery[i] as Money).minor, l.shippingRefunded, n, l.quantity)
  }
  const m = (minor: bigint) => money(minor, currency)
  return { goods: m(goods), importTax: m(importTax), shipping: m(way), total: m(goods + importTax + way) }
}
