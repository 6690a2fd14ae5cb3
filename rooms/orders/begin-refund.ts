import type { House } from '#base/house'
import type { Caller } from '#base/http'
import { type Id, type Money, newId, ok, type Result, refuse } from '#base/kernel'
import { unsent } from './guards.ts'
import { leftToRefund, type Order } from './order.ts'
import { type Accounts, refusal, rolesOf } from './roles.ts'
import type { OrderTables } from './rows.ts'
import { type Db, lockOrder } from './store.ts'
import { type StatusChange, writeStatus } from './write-status.ts'

export type RefundKind = 'cancel' | 'refund' | 'return'
export interface RefundWish {
  readonly kind: RefundKind
  /** A part; all that is left when it is missing. */
  readonly amount?: Money | undefined
  readonly reason: string | null
  readonly key?: string | undefined
}
/** A refund that is written down and not yet carried out: `flows/refund` finishes it, after a crash too. */
export interface Refund {
  readonly id: Id<'refund'>
  readonly kind: RefundKind
  readonly order: Order
  readonly amount: Money
}
export type RefundRefused = 'not_found' | 'forbidden' | 'wrong_state' | 'refund_exceeds' | 'currency_mismatch' | 'invalid_request'

const guardOf = { cancel: 'cancel', refund: 'refund', return: 'accept_return' } as const

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
  return house.db.transaction<OrderTables, Result<Refund, RefundRefused>>(async trx => {
    const now = house.clock.now()
    const order = await lockOrder(trx, id)
    const roles = order ? rolesOf(accounts, caller, order, wish.key) : undefined
    const refused = refusal(order, roles, guardOf[wish.kind], now)
    if (refused || !order) return refused as NonNullable<typeof refused>
    const left = leftToRefund(order)
    const amount = wish.amount ?? { minor: left, currency: order.total.currency }
    if (amount.currency !== order.total.currency) return refuse('currency_mismatch', 'The order is in another currency')
    if (wish.amount && amount.minor <= 0n)
      return refuse('invalid_request', 'A refund is more than nothing', { fields: { amount: ['must be positive'] } })
    if (amount.minor > left) return refuse('refund_exceeds', 'More than what is left of this order', { left: left.toString() })
    const kind = wish.kind === 'refund' && amount.minor === left && order.state === 'open' && unsent(order) ? 'cancel' : wish.kind
    const refund: Refund = {
      id: newId('refund', now),
      kind,
      order: await writeStatus(trx, order, changeOf(kind, order, wish.reason), now),
      amount,
    }
    await insertRefund(trx, refund, now)
    if (kind === 'cancel') {
      const reason = roles?.buyer ? 'buyer' : 'shop'
      const subject = { kind: 'order' as const, id: order.id }
      await house.log.append(trx, [
        { name: 'order.cancelled', at: now, person: order.person, subject, data: { shop: order.shop.id, reason } },
      ])
    }
    return ok(refund)
  })
}

function changeOf(kind: RefundKind, o: Order, note: string | null): StatusChange {
  if (kind === 'cancel') return { order: 'cancel', timeline: [{ what: 'cancelled', note }] }
  if (kind === 'refund') return { timeline: [{ what: 'refund_started', note }] }
  // A parcel that came back without having arrived ends the order; one that had arrived has ended it already.
  return {
    fulfilment: 'take_back',
    ...(o.state === 'open' && { order: 'cancel' as const }),
    timeline: [{ what: 'returned', note }],
  }
}

async function insertRefund(trx: Db, r: Refund, now: Date): Promise<void> {
  const row = {
    id: r.id,
    order_id: r.order.id,
    kind: r.kind,
    amount_minor: r.amount.minor,
    state: 'started' as const,
    created: now,
  }
  await trx.insertInto('orders.refunds').values(row).execute()
}
