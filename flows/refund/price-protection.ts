import type { Caller } from '#base/http'
import { type Id, type Money, ok, type Result, refuse, sum } from '#base/kernel'
import {
  type AskedPrice,
  type Fall,
  fallOf,
  type Order,
  type ProtectedLine,
  protectedUntil,
  protectionOf,
  type RefundRefused,
} from '#rooms/orders'
import { type Context, refundOrder } from './refund.ts'

export interface Protection {
  readonly order: Order
  /** `none`: no promise, or nothing paid; `over`: its days are gone. */
  readonly standing: 'none' | 'open' | 'over'
  readonly until: Date | null
  /** What would go back now; nothing when nothing fell, or all of it went back already. */
  readonly amount: Money
  /** What went back for the pieces that are still the buyer's. */
  readonly given: Money
  readonly lines: readonly ProtectedLine[]
}
export type ProtectionRefused = RefundRefused | 'no_protection' | 'protection_over' | 'refund_failed'

/** What the promise of an order brings now, for whoever may see the order. Nothing is written. */
export async function viewProtection(
  c: Context,
  caller: Caller,
  id: string,
  key?: string,
): Promise<Result<Protection, 'not_found'>> {
  const seen = await c.orders.view(caller, id, key)
  if (!seen.ok) return seen
  const order = seen.value
  const standing = standingOf(order, c.house.clock.now())
  const lines = standing === 'open' ? protectionOf(order, await fallsOf(c, order)) : []
  const { currency } = order.total
  const amount = sum(
    lines.map(l => l.amount),
    currency,
  )
  const given = sum(
    order.lines.map(l => l.protected),
    currency,
  )
  return ok({ order, standing, until: protectedUntil(order), amount, given, lines })
}
function standingOf(o: Order, now: Date): Protection['standing'] {
  const until = protectedUntil(o)
  if (!until || o.state === 'cancelled') return 'none'
  return now <= until ? 'open' : 'over'
}

/**
 * The buyer takes the difference: a refund of its own kind, begun, carried out and recorded as every refund. What is due is counted again under
 * the order's lock, so that who taps twice has it once.
 */
export async function askProtection(
  c: Context,
  caller: Caller,
  id: string,
  key?: string,
): Promise<Result<Order, ProtectionRefused>> {
  const seen = await c.orders.view(caller, id, key)
  if (!seen.ok) return seen
  const order = seen.value
  const standing = standingOf(order, c.house.clock.now())
  if (standing === 'none') return refuse('no_protection', 'The shop made no promise for this order')
  if (standing === 'over')
    return refuse('protection_over', 'The days of the promise are over', { until: protectedUntil(order)?.toISOString() })
  const falls = await fallsOf(c, order)
  return refundOrder(c, caller, id, { kind: 'protection', reason: null, falls, key })
}

/** What the public prices of an order's lines did since it was placed. Every source is only ever added to, so no lock is needed. */
async function fallsOf(c: Context, order: Order): Promise<Fall[]> {
  const until = protectedUntil(order)
  if (!until || !c.prices) return []
  const now = c.house.clock.now()
  const { market, rate } = order
  const { currency } = order.total
  const ids = [...new Set(order.lines.map(l => l.variant))]
  const asked = await c.prices.asked(ids, { market, currency, rate, since: order.placed })
  const lines = await publicOf(c, order, asked, new Date(Math.min(now.getTime(), until.getTime())))
  return order.lines.flatMap(l => fallOf(order, l.id, lines.get(l.variant) ?? [], now) ?? [])
}

async function publicOf(
  c: Context,
  order: Order,
  asked: ReadonlyMap<string, readonly AskedPrice[]>,
  until: Date,
): Promise<ReadonlyMap<string, readonly AskedPrice[]>> {
  if (!c.offers) return asked
  const known = await c.catalog.variants([...asked.keys()] as Id<'variant'>[])
  const goods = order.lines.map(l => ({
    variant: l.variant,
    product: l.product,
    category: known.get(l.variant)?.category ?? '',
    asked: asked.get(l.variant) ?? [],
  }))
  const { market, placed } = order
  return c.offers.publicPrices({ shop: order.shop.id, market, currency: order.total.currency, since: placed, until, goods })
}
