import { type Id, least, type Money, money } from '#base/kernel'
import { leftToRefund, type Order, type OrderLine, protectedUntil } from './order.ts'
import { shareOf } from './refund-share.ts'

/** A public price and since when it is asked. */
export interface AskedPrice {
  readonly at: Date
  readonly price: Money
}
/** What the public price of a line's variant did since it was bought. */
export interface Fall {
  readonly line: Id<'line'>
  /** As it was asked when the order was placed. */
  readonly was: Money
  /** The lowest that was asked within the promise, and since when. */
  readonly low: Money
  readonly at: Date
}
/** What a fall brings back for the pieces of a line that are still the buyer's; an amount of nothing is left out. `was`: paid for a piece, at most the public price then. */
export interface ProtectedLine extends Fall {
  readonly pieces: number
  readonly amount: Money
}

const inForce = (points: readonly AskedPrice[], at: Date): AskedPrice | undefined => points.filter(p => p.at <= at).at(-1)

/**
 * How low the public price was from the payment until `now`, or until the promise ended. `points` in time order, in the order's own currency.
 * Null without a promise, without a known price, or where it never went below what was asked when the order was placed.
 */
export function fallOf(o: Order, line: Id<'line'>, points: readonly AskedPrice[], now: Date): Fall | null {
  const until = protectedUntil(o)
  const was = inForce(points, o.placed)
  if (!until || !o.paidAt || !was) return null
  const [from, to] = [o.paidAt, new Date(Math.min(now.getTime(), until.getTime()))]
  const first = inForce(points, from)
  const seen = [...(first ? [first] : []), ...points.filter(p => p.at > from && p.at <= to)]
  let low = was
  for (const p of seen) if (p.price.minor < low.price.minor) low = p
  return low.price.minor < was.price.minor ? { line, was: was.price, low: low.price, at: low.at } : null
}

/** Pieces of a line whose money is still the shop's: neither cancelled, nor back in the shop, nor paid back. */
export const piecesHeld = (l: OrderLine): number => l.quantity - Math.max(l.cancelled + l.returned, l.refunded)

/**
 * The price-protection promise (domain.md 3.5). For each piece that the buyer still has: what was paid for it net of the offers, but not more
 * than the public price when it was bought, less the lowest public price within the promise; of that, what was given back for earlier
 * falls is taken off, so a second fall brings only the further difference. Never below zero, and always less than what is left of the
 * order: giving back the last of the money would cancel what was not sent. Pure; nothing here knows who the buyer is.
 *
 * "Not more than the public price then" is for a buyer who paid more than that, for having used an offer up before: no price fell.
 */
export function protectionOf(o: Order, falls: readonly Fall[]): ProtectedLine[] {
  let left = leftToRefund(o) - 1n
  return falls.flatMap(fall => {
    const l = o.lines.find(x => x.id === fall.line)
    const pieces = l ? piecesHeld(l) : 0
    if (!l || pieces <= 0 || fall.low.currency !== o.total.currency) return []
    const due = gainOf(l, pieces, fall) - l.protected.minor
    const minor = least(due, left)
    if (minor <= 0n) return []
    left -= minor
    const was = least(fall.was.minor, shareOf(l.total.minor - l.discount.minor, 0, 1, l.quantity))
    return [{ ...fall, was: money(was, o.total.currency), pieces, amount: money(minor, o.total.currency) }]
  })
}

/** The last `pieces` of a line, each at its own fixed share of what was paid. */
function gainOf(l: OrderLine, pieces: number, { was, low }: Fall): bigint {
  let gain = 0n
  for (let i = l.quantity - pieces; i < l.quantity; i++) {
    const paid = shareOf(l.total.minor - l.discount.minor, i, 1, l.quantity)
    const from = least(paid, was.minor)
    if (from > low.minor) gain += from - low.minor
  }
  return gain
}
