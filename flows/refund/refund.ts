import type { House } from '#base/house'
import type { Caller } from '#base/http'
import { type Id, minutes, ok, type Result, refuse } from '#base/kernel'
import type { Offers } from '#rooms/offers'
import type { Order, Orders, Refund, RefundRefused, RefundWish } from '#rooms/orders'
import type { Payments } from '#rooms/payments'
import type { Prices } from '#rooms/prices'
import { type Instead, insteadOf, sellGoods } from './replacements.ts'

/** What the flow needs of each door. */
export interface Doors {
  readonly catalog: {
    commit(checkout: Id<'checkout'>): Promise<Result<void, 'reservation_expired'>>
    reserve(wish: {
      checkout: Id<'checkout'>
      expires: Date
      lines: { variant: Id<'variant'>; quantity: number }[]
    }): Promise<Result<void, 'out_of_stock' | 'variant_unavailable'>>
    release(checkout: Id<'checkout'>): Promise<unknown>
    variants(
      ids: readonly Id<'variant'>[],
    ): Promise<ReadonlyMap<string, { readonly product: Id<'product'>; readonly category: string }>>
    restock(
      ref: string,
      checkout: Id<'checkout'>,
      lines: { variant: Id<'variant'>; quantity: number }[],
      instead?: readonly Instead[],
    ): Promise<unknown>
  }
  readonly orders: Pick<
    Orders,
    | 'beginRefund'
    | 'previewRefund'
    | 'recordRefund'
    | 'startedRefunds'
    | 'checkout'
    | 'order'
    | 'show'
    | 'view'
    | 'may'
    | 'beginReplacement'
  >
  readonly payments: Pick<Payments, 'refund'>
  /** What prices did, for the promise of price protection; without them none is kept. */
  readonly prices?: Pick<Prices, 'asked'>
  readonly offers?: Pick<Offers, 'publicPrices'>
}
export interface Context extends Doors {
  readonly house: House
}

/**
 * Written down → carried out → recorded. The first step is the promise: the order is cancelled or the money claimed in one
 * transaction. A provider that cannot be reached leaves it started, the answer says so, and the sweep goes on by the same ids.
 */
export async function refundOrder(
  c: Context,
  caller: Caller,
  order: string,
  wish: RefundWish,
): Promise<Result<Order, RefundRefused | 'refund_failed'>> {
  const begun = await c.orders.beginRefund(caller, order, wish)
  return begun.ok ? carryOut(c, begun.value) : begun
}

/** The same for whatever is written down: what can't be finished now is left to the sweep, and the answer is the order as it is. */
export async function carryOut(c: Context, refund: Refund): Promise<Result<Order, 'refund_failed'>> {
  try {
    return await finishRefund(c, refund)
  } catch (err) {
    c.house.logger.error({ err, refund: refund.id }, 'refund is left to the sweep')
    return ok((await c.orders.order(refund.order.id)) ?? refund.order)
  }
}

/** Carries a written refund out; any number of times, at once too. */
export async function finishRefund(c: Context, refund: Refund): Promise<Result<Order, 'refund_failed'>> {
  const { order, amount } = refund
  await backToShelf(c, refund)
  if (refund.replaces) await sellGoods(c, order, refund.replaces)
  if (amount.minor > 0n) {
    const checkout = await c.orders.checkout(order.checkout)
    if (!checkout?.payment) throw new Error(`order ${order.id} is paid without a payment`)
    const given = await c.payments.refund({ payment: checkout.payment, refund: refund.id, amount })
    if (!given.ok) {
      const after = await c.orders.recordRefund(refund, 'failed')
      // The order stays cancelled or returned: only the money is missing, which the shop sees in its timeline and may try again.
      return refund.kind === 'refund' || refund.kind === 'protection'
        ? refuse('refund_failed', 'The payment provider refused this refund')
        : ok(after)
    }
  }
  return ok(await c.orders.recordRefund(refund, 'done'))
}

/** Only what is sold can come back, and a cancellation may be faster than the consumer that writes held pieces as sold. */
async function backToShelf(c: Context, { id, order, pieces, replaces }: Refund): Promise<void> {
  const back = new Map(pieces.map(p => [p.line, p.restock]))
  const lines = order.lines.map(l => ({ variant: l.variant, quantity: back.get(l.id) ?? 0 })).filter(l => l.quantity > 0)
  if (lines.length === 0) return
  await c.catalog.commit(order.checkout)
  await c.catalog.restock(id, order.checkout, lines, insteadOf(order, replaces))
}

/** What a killed server or a silent provider left behind. */
export async function sweepRefunds(c: Context, now: Date): Promise<void> {
  for (const refund of await c.orders.startedRefunds(new Date(now.getTime() - minutes(1)), 100)) {
    await finishRefund(c, refund).catch(err => c.house.logger.error({ err, refund: refund.id }, 'sweep: refund'))
  }
}
