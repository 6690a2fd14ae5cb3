import { sql } from '#base/db'
import type { Order } from './order.ts'
import { nextOrder, type StatusChange, waitingOf } from './order-next.ts'
import { orderMachine } from './order-states.ts'
import { parcelRow, returnRow } from './parcel-rows.ts'
import type { Db } from './store.ts'

export type { StatusChange } from './order-next.ts'

/**
 * The one writer of an order's statuses, counts, parcels and returns: each by its machine's table (`nextOrder`), all with their
 * timeline in one statement. The caller holds the order's row (`lockOrder`), so what it read is what is there. Answers with the
 * order as it is now.
 */
export async function writeStatus(db: Db, o: Order, change: StatusChange, now: Date): Promise<Order> {
  const n = nextOrder(o, change, now)
  const { unsent, replacing } = waitingOf(n)
  const closed = orderMachine.final.includes(n.state) && !replacing
  const lines = (change.lines ?? []).map(l => ({
    id: l.id,
    cancelled: l.cancelled,
    returned: l.returned,
    refunded: l.refunded,
    shipping_refunded: l.shippingRefunded,
    protected_minor: l.protected.minor.toString(),
  }))
  const parcels = (change.parcels ?? []).map(p =>
    parcelRow(
      o.id,
      p,
      n.parcels.findIndex(x => x.id === p.id),
    ),
  )
  const asked = change.returned
  const returns = asked
    ? [
        returnRow(
          o.id,
          asked,
          n.returns.findIndex(x => x.id === asked.id),
        ),
      ]
    : []
  const timeline = change.timeline.map(t => ({ what: t.what, note: t.note ?? null }))
  const json = (rows: readonly object[]) => sql`${JSON.stringify(rows)}::jsonb`
  await sql`
    with written as (
      update orders.orders set state = ${n.state}, payment = ${n.payment}, fulfilment = ${n.fulfilment}, shipped_at = ${n.shippedAt}, delivered_at = ${n.deliveredAt},
        received_at = ${n.receivedAt}, carrier = ${n.carrier}, tracking = ${n.tracking}, return_at = ${n.returnRequest?.at ?? null}, unsent = ${unsent}, replacing = ${replacing},
        refunded_minor = ${n.refunded.minor}, address = case when erased and ${closed}::boolean then null else ${n.address && JSON.stringify(n.address)}::jsonb end
      where id = ${o.id} returning id),
    counted as (
      update orders.lines l set cancelled = c.cancelled, returned = c.returned, refunded = c.refunded, shipping_refunded = c.shipping_refunded, protected_minor = c.protected_minor
      from written, jsonb_to_recordset(${json(lines)}) as c (id text, cancelled int, returned int, refunded int, shipping_refunded int, protected_minor bigint) where l.id = c.id and l.order_id = written.id),
    sent as (
      insert into orders.parcels select p.* from written, jsonb_populate_recordset(null::orders.parcels, ${json(parcels)}) p
      on conflict (id) do update set state = excluded.state, contents = excluded.contents, carrier = excluded.carrier, tracking = excluded.tracking,
        shipped_at = excluded.shipped_at, delivered_at = excluded.delivered_at),
    asked as (
      insert into orders.returns select r.* from written, jsonb_populate_recordset(null::orders.returns, ${json(returns)}) r
      on conflict (id) do update set state = excluded.state, refusal = excluded.refusal, refusal_note = excluded.refusal_note, carrier = excluded.carrier,
        tracking = excluded.tracking, outcome = excluded.outcome)
    insert into orders.timeline (order_id, what, at, note)
    select written.id, t.what, ${now}, t.note from written, jsonb_to_recordset(${json(timeline)}) as t (what text, note text)`.execute(
    db,
  )
  return n
}
