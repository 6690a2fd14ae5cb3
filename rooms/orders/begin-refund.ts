import type { NewEvent } from '#base/catalogue'
import type { House } from '#base/house'
import type { Caller } from '#base/http'
import { type Id, type Money, newId, ok, type Result, refuse } from '#base/kernel'
import { actOn, type Locked } from './act.ts'
import type { OrderActionName } from './guards.ts'
import { leftToRefund, type Order } from './order.ts'
import { orderEvent, parcelEvents } from './order-events.ts'
import { planRefund } from './plan-refund.ts'
import type { RefundKind, RefundWish } from './refund-wish.ts'
import type { Accounts } from './roles.ts'
import type { RefundedParts, RefundedPieces } from './rows.ts'
import type { Db } from './store.ts'
import { writeStatus } from './write-status.ts'

/** A refund that is written down and not yet carried out: `flows/refund` finishes it, after a crash too. */
export interface Refund {
  readonly id: Id<'refund'>
  readonly kind: RefundKind
  readonly order: Order
  readonly amount: Money
  /** What the amount is for, where pieces say it. */
  readonly parts: RefundedParts | null
  readonly pieces: readonly RefundedPieces[]
  /** The return that other goods are sent for, where it is about those: they are to be sold, and there is no money in it. */
  readonly replaces: Id<'returns'> | null
}
export type RefundRefused =
  | 'not_found'
  | 'forbidden'
  | 'wrong_state'
  | 'refund_exceeds'
  | 'currency_mismatch'
  | 'invalid_request'
  | 'quantity_invalid'
  | 'nothing_fell'

export function guardOf(wish: RefundWish): OrderActionName {
  if (wish.kind === 'refund') return 'refund'
  if (wish.kind === 'protection') return 'protect_price'
  if (wish.kind === 'cancel') return wish.pieces ? 'cancel_lines' : 'cancel'
  return wish.parcel || wish.returned ? 'take_back' : 'accept_return'
}

/**
 * Claims the money (and the order: a cancelled one can't be packed any more) under the order's row lock, before any provider
 * is asked. Giving all back before anything was sent is a cancellation, whoever does it: no order stays that is paid back and waits to be packed.
 */
export function beginRefund(
  house: House,
  accounts: Accounts,
  caller: Caller,
  id: string,
  wish: RefundWish,
): Promise<Result<Refund, RefundRefused>> {
  return actOn<Refund, RefundRefused>(house, accounts, caller, { id, action: guardOf(wish), key: wish.key }, async locked => {
    const plan = checkRefund(locked.order, wish)
    return plan.ok ? ok(await write(house, locked, plan.value)) : plan
  })
}
/** The plan, when its amount is in bounds. */
export function checkRefund(o: Order, wish: RefundWish): Result<Plan, RefundRefused> {
  const { amount } = wish
  if (amount && amount.currency !== o.total.currency) return refuse('currency_mismatch', 'The order is in another currency')
  if (amount && (amount.minor <= 0n || wish.pieces))
    return refuse('invalid_request', 'A refund is more than nothing, of an amount or of pieces', {
      fields: { amount: ['must be positive and alone'] },
    })
  const left = leftToRefund(o)
  if (amount && amount.minor > left)
    return refuse('refund_exceeds', 'More than what is left of this order', { left: left.toString() })
  return planRefund(o, wish)
}

type Plan = Extract<ReturnType<typeof planRefund>, { ok: true }>['value']
async function write(house: House, { trx, order, roles, now }: Locked, plan: Plan): Promise<Refund> {
  const written = await writeStatus(trx, order, plan.change, now)
  const { kind, amount, parts, pieces } = plan
  const refund = { id: newId('refund', now), kind, order: written, amount, parts, pieces, replaces: null }
  await insertRefund(trx, refund, now)
  const shop = order.shop.id
  const events: NewEvent[] = []
  // Also one that came back on its way, of which no money may go back any more (a dispute): nothing else would tell.
  if (order.state !== 'cancelled' && written.state === 'cancelled')
    events.push({ name: 'order.cancelled', ...orderEvent(order, now), data: { shop, reason: roles.buyer ? 'buyer' : 'shop' } })
  else if (plan.kind === 'cancel') {
    const lines = plan.pieces.map(({ line, quantity }) => ({ line, quantity }))
    events.push({ name: 'order.lines_cancelled', ...orderEvent(order, now), data: { shop, lines } })
  }
  const settled = plan.change.returned
  if (settled)
    events.push({
      name: 'return.changed',
      ...orderEvent(order, now),
      data: { shop, state: settled.state, outcome: settled.outcome },
    })
  await house.log.append(trx, [...events, ...parcelEvents(order, written, [], null)])
  return refund
}

export async function insertRefund(trx: Db, r: Refund, now: Date): Promise<void> {
  const row = {
    id: r.id,
    order_id: r.order.id,
    kind: r.kind,
    amount_minor: r.amount.minor,
    state: 'started' as const,
    created: now,
    lines: JSON.stringify(r.pieces) as unknown as RefundedPieces[],
    parts: (r.parts && JSON.stringify(r.parts)) as RefundedParts | null,
    replaces: r.replaces,
  }
  await trx.insertInto('orders.refunds').values(row).execute()
}
