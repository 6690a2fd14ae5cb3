import { sql } from '#base/db'
import type { House } from '#base/house'
import type { Id } from '#base/kernel'
import { type CheckoutAction, checkoutMachine, type OrderAction, orderMachine, sources, target } from './order-states.ts'
import type { OrderTables } from './rows.ts'

export interface End {
  readonly action: CheckoutAction & OrderAction & ('expire' | 'cancel')
  /** Only from these states; the machine's own sources unless said. */
  readonly from?: readonly ('open' | 'paying')[]
  /** Only when its time was over by then. */
  readonly overdueAt?: Date
  readonly note?: string
}

/** Ends a checkout that is not paid, with its orders and their timeline. False when it had moved on: then it is left alone. */
export async function endCheckout(house: House, id: string, end: End): Promise<boolean> {
  const now = house.clock.now()
  const from = end.from ?? sources(checkoutMachine, end.action)
  return house.db.transaction<OrderTables, boolean>(async trx => {
    const rows = await sql<{ id: string; person: Id<'person'> }>`
      with ended as (
        update orders.checkouts set state = ${target(checkoutMachine, end.action)}
        where id = ${id} and state = any(${[...from]}) and (${end.overdueAt ?? null}::timestamptz is null or expires <= ${end.overdueAt ?? null}) returning id, person),
      closed as (
        update orders.orders o set state = ${target(orderMachine, end.action)} from ended
        where o.checkout = ended.id and o.state = any(${sources(orderMachine, 'expire')}) returning o.id),
      told as (insert into orders.timeline (order_id, what, at, note) select id, ${target(orderMachine, end.action)}, ${now}, ${end.note ?? null} from closed)
      select id, person from ended`.execute(trx)
    const ended = rows.rows[0]
    if (!ended) return false
    if (end.action === 'expire') {
      await house.log.append(trx, [
        { name: 'checkout.expired', at: now, person: ended.person, subject: { kind: 'order', id }, data: {} },
      ])
    }
    return true
  })
}

/**
 * Turns down money that found no stock: the checkout expires for good, with a word in the timeline of its orders. Once this is
 * written, no other call can mark it paid, so the payment may be given back. False when it is paid or cancelled.
 */
export async function refuseMoney(house: House, id: string, payment: string): Promise<boolean> {
  const rows = await sql<{ id: string }>`
    with ended as (
      update orders.checkouts set state = ${target(checkoutMachine, 'expire')}, refused = coalesce(refused, ${payment})
      where id = ${id} and (state = any(${sources(checkoutMachine, 'expire')}) or state = 'expired') returning id),
    closed as (
      update orders.orders o set state = ${target(orderMachine, 'expire')} from ended
      where o.checkout = ended.id and (o.state = any(${sources(orderMachine, 'expire')}) or o.state = 'expired') returning o.id),
    told as (
      insert into orders.timeline (order_id, what, at) select id, 'payment_late_refunded', ${house.clock.now()} from closed
      where not exists (select 1 from orders.timeline t where t.order_id = closed.id and t.what = 'payment_late_refunded'))
    select id from ended`.execute(house.db.tables<OrderTables>())
  return rows.rows.length > 0
}
