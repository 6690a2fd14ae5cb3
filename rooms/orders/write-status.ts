import { sql } from '#base/db'
import { must } from '#base/kernel'
import type { Order } from './order.ts'
import {
  type FulfilmentAction,
  fulfilmentMachine,
  type OrderAction,
  orderMachine,
  type PayAction,
  payMachine,
} from './order-states.ts'
import type { Db } from './store.ts'

export interface StatusChange {
  readonly order?: OrderAction
  readonly payment?: PayAction
  readonly fulfilment?: FulfilmentAction
  /** Words of the timeline, in their order. */
  readonly timeline: readonly { readonly what: string; readonly note?: string | null }[]
  readonly carrier?: string
  readonly tracking?: string | null
  readonly returnReason?: string
  readonly refunded?: bigint
}

/**
 * The one writer of an order's three statuses: each by its machine's table, all with their timeline in one statement. The
 * caller holds the order's row (`lockOrder`), so what it read is what is there. Answers with the order as it is now.
 */
export async function writeStatus(db: Db, o: Order, change: StatusChange, now: Date): Promise<Order> {
  const state = change.order ? must(orderMachine.next(o.state, change.order)) : o.state
  const payment = change.payment ? must(payMachine.next(o.payment, change.payment)) : o.payment
  const fulfilment = change.fulfilment ? must(fulfilmentMachine.next(o.fulfilment, change.fulfilment)) : o.fulfilment
  const shippedAt = change.fulfilment === 'ship' ? now : o.shippedAt
  const deliveredAt = change.fulfilment === 'deliver' ? now : o.deliveredAt
  const carrier = change.carrier ?? o.carrier
  const tracking = change.tracking === undefined ? o.tracking : change.tracking
  const returnRequest = change.returnReason === undefined ? o.returnRequest : { reason: change.returnReason, at: now }
  const refunded = change.refunded ?? o.refunded.minor
  const timeline = change.timeline.map(t => ({ what: t.what, at: now, note: t.note ?? null }))
  const closed = orderMachine.final.includes(state)
  await sql`
    with written as (
      update orders.orders set state = ${state}, payment = ${payment}, fulfilment = ${fulfilment}, shipped_at = ${shippedAt}, delivered_at = ${deliveredAt},
        carrier = ${carrier}, tracking = ${tracking}, return_reason = ${returnRequest?.reason ?? null}, return_at = ${returnRequest?.at ?? null},
        refunded_minor = ${refunded}, address = case when erased and ${closed}::boolean then null else address end
      where id = ${o.id} returning id)
    insert into orders.timeline (order_id, what, at, note)
    select written.id, t.what, ${now}, t.note from written, jsonb_to_recordset(${JSON.stringify(timeline)}::jsonb) as t (what text, note text)`.execute(
    db,
  )
  return {
    ...o,
    state,
    payment,
    fulfilment,
    shippedAt,
    deliveredAt,
    carrier,
    tracking,
    returnRequest,
    refunded: { ...o.refunded, minor: refunded },
    timeline: [...o.timeline, ...timeline],
  }
}
