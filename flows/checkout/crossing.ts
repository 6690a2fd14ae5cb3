import { newSecret } from '#base/http'
import { ok, type Result } from '#base/kernel'
import type { Checkout, Order } from '#rooms/orders'
import type { Context } from './doors.ts'

export type CrossingRefused = 'identity_needed' | 'consent_needed' | 'trade_refused'

/** Orders that are declared with their buyer's identity and count against the buyer's year. */
export const crossingOrders = (checkout: Checkout) =>
  checkout.orders.flatMap(o =>
    o.trade?.identityNeeded ? [{ id: o.id, amount: o.trade.quota?.minor ?? 0n, consent: o.trade.consent }] : [],
  )

/** A name for one try to pay: what it holds, only it can let go of while the checkout lives. */
export const newAttempt = (): string => newSecret().slice(0, 24)

/** Identity, consent and the buyer's year, asked where an order crosses a border that wants them; nothing is asked at home. */
export async function claimCrossing(c: Context, checkout: Checkout, attempt: string): Promise<Result<true, CrossingRefused>> {
  const orders = crossingOrders(checkout)
  if (!c.trade || orders.length === 0) return ok(true)
  return c.trade.claim({ checkout: checkout.id, attempt, expires: checkout.expires, orders })
}

/**
 * How much of an order's quota is back, fen: all of it when the order is cancelled or all its money is back, else the share of its money
 * that is. Read from the order as it is now, so an event that comes twice or late changes nothing.
 */
export function quotaBack(o: Pick<Order, 'trade' | 'state' | 'refunded' | 'total'>): bigint {
  const quota = o.trade?.quota?.minor ?? 0n
  if (o.state === 'cancelled' || o.total.minor === 0n) return quota
  return (quota * o.refunded.minor) / o.total.minor
}
