import type { Caller } from '#base/http'
import { type Result, refuse } from '#base/kernel'
import type { Order, RefundRefused, ReturnOutcome } from '#rooms/orders'
import { type Context, carryOut, refundOrder } from './refund.ts'
import { holdGoods, holdOf } from './replacements.ts'

export interface SettleWish {
  /** What the buyer asked for when it is missing: other goods for an exchange, money for the rest. */
  readonly outcome?: ReturnOutcome | undefined
  /** What came back can be sold again. */
  readonly restock?: boolean | undefined
  /** The part of the delivery goes back too; by the reason when it is missing. */
  readonly shipping?: boolean | undefined
}
/**
 * Ends a return: with money, or with other goods from the shelf where there are some. None left: money instead. The goods are held
 * before the return is settled, and sold after it, so that a crash between leaves a hold that runs out, or a promise that the sweep keeps.
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
  if (outcome === 'replacement' && (await holdGoods(c, seen.value, asked))) return replace(c, caller, where, wish)
  return refundOrder(c, caller, where.order, { kind: 'return', reason: null, ...wish, returned: where.returned })
}

async function replace(
  c: Context,
  caller: Caller,
  where: { readonly order: string; readonly returned: string },
  wish: SettleWish,
): Promise<Result<Order, RefundRefused | 'refund_failed'>> {
  const begun = await c.orders.beginReplacement(caller, where, wish.restock ?? true)
  if (begun.ok) return carryOut(c, begun.value)
  // Ended by somebody else meanwhile, or not to be settled any more. Who sends goods needs the hold.
  const now = (await c.orders.order(where.order))?.returns.find(r => r.id === where.returned)
  if (now?.outcome !== 'replacement') await c.catalog.release(holdOf(where.returned))
  return begun
}
