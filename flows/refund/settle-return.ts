import type { Caller } from '#base/http'
import { type Id, minutes, type Result, refuse } from '#base/kernel'
import type { Order, RefundRefused, Return, ReturnOutcome } from '#rooms/orders'
import { type Context, refundOrder } from './refund.ts'
import { holdOf, insteadOf } from './replacements.ts'

export interface SettleWish {
  /** What the buyer asked for when it is missing: other goods for an exchange, money for the rest. */
  readonly outcome?: ReturnOutcome | undefined
  /** What came back can be sold again. */
  readonly restock?: boolean | undefined
  /** The part of the delivery goes back too; by the reason when it is missing. */
  readonly shipping?: boolean | undefined
}
/**
 * Ends a return: with money, or with other goods from the shelf where there are some. None left: money instead. The stock is
 * sold before the return is settled; a crash between leaves the return open, and settling it again goes on with the same stock.
 */
export async function settleReturn(
  c: Context,
  caller: Caller,
  where: { readonly order: string; readonly returned: string },
  wish: SettleWish,
): Promise<Result<Order, RefundRefused | 'refund_failed'>> {
  const seen = await c.orders.view(caller, where.order)
  if (!seen.ok) return seen
  const asked = seen.value.returns.find(r => r.id === where.returned)
  if (!asked) return refuse('not_found', 'No such return')
  // Stock is moved for nobody who may not settle.
  const may = c.orders.may(seen.value, caller, 'answer_return')
  if (!may.ok) return may
  const outcome = wish.outcome ?? (asked.kind === 'exchange' ? 'replacement' : 'refund')
  if (outcome === 'replacement' && (await takeStock(c, seen.value, asked))) return replace(c, caller, where, asked, wish)
  return refundOrder(c, caller, where.order, { kind: 'return', reason: null, ...wish, returned: where.returned })
}

/** False when there is none left, or the goods are not on sale any more. */
async function takeStock(c: Context, order: Order, asked: Return): Promise<boolean> {
  const hold = holdOf(asked.id)
  const lines = await goodsOf(c, order, asked)
  if (!lines) return false
  const expires = new Date(c.house.clock.now().getTime() + minutes(15))
  const held = await c.catalog.reserve({ checkout: hold, expires, lines })
  return held.ok && (await c.catalog.commit(hold)).ok
}

/** What is sent instead: the same again, or the variant that was asked for if it is of the same product. */
async function goodsOf(c: Context, order: Order, asked: Return) {
  const lines = asked.pieces.flatMap(p => {
    const line = order.lines.find(l => l.id === p.line)
    return line ? [{ line, variant: asked.variant ?? line.variant, quantity: p.quantity }] : []
  })
  const variants = await c.catalog.variants(lines.map(l => l.variant))
  if (lines.some(l => variants.get(l.variant)?.product !== l.line.product)) return null
  return lines.map(({ variant, quantity }) => ({ variant, quantity }))
}

async function replace(
  c: Context,
  caller: Caller,
  where: { readonly order: string; readonly returned: string },
  asked: Return,
  wish: SettleWish,
): Promise<Result<Order, RefundRefused>> {
  const done = await c.orders.moveReturn(caller, where, { action: 'replace' })
  const order = await c.orders.order(where.order)
  const lines = order?.lines ?? []
  const pieces = (of: (line: (typeof lines)[number]) => Id<'variant'>) =>
    asked.pieces.flatMap(p => lines.filter(l => l.id === p.line).map(l => ({ variant: of(l), quantity: p.quantity })))
  if (!done.ok) {
    // Settled by somebody else meanwhile. Who sent goods took this stock too; who gave money back did not.
    const now = (await c.orders.order(where.order))?.returns.find(r => r.id === where.returned)
    if (now?.outcome === 'refund')
      await c.catalog.restock(
        `${where.returned} undone`,
        holdOf(asked.id),
        pieces(l => asked.variant ?? l.variant),
      )
    return done
  }
  // What came back goes to the shelf; once, by the return's id.
  const cameBack = asked.state === 'sent_back' || asked.state === 'received'
  if (order && cameBack && (wish.restock ?? true))
    await c.catalog.restock(
      where.returned,
      order.checkout,
      pieces(l => l.variant),
      insteadOf(order, where.returned),
    )
  return done
}
