import type { NewEvent, OrderAmountsData } from '#base/catalogue'
import { sql } from '#base/db'
import type { House } from '#base/house'
import { equal, type Id, type Money, minus, sum, toWire } from '#base/kernel'
import type { Checkout, Order } from './order.ts'
import { type CheckoutState, checkoutMachine, orderMachine, payMachine, sources, target } from './order-states.ts'
import type { FullRow, OrderTables } from './rows.ts'
import { toOrder } from './rows.ts'
import { type Db, parts } from './store.ts'

/**
 * Turns a checkout into open orders, once, with one `order.paid` an order in the same transaction; that event carries every
 * line with its source, so lineage needs nothing else. `late` is for an expired checkout whose stock was taken again, and for
 * no other. Null when it was not this call that did it: paid before, or cancelled.
 */
export async function markPaid(
  house: House,
  checkout: Checkout,
  payment: { id: Id<'payment'>; amount: Money },
  { late }: { late: boolean },
): Promise<Checkout | null> {
  if (!equal(payment.amount, checkout.total)) throw new Error(`payment ${payment.id} is not the total of ${checkout.id}`)
  const now = house.clock.now()
  const from = sources(checkoutMachine, 'settle').filter(s => (s === 'expired') === late)
  return house.db.transaction<OrderTables, Checkout | null>(async trx => {
    const orders = await write(trx, checkout.id, payment.id, now, from)
    if (orders.length === 0) return null
    await house.log.append(
      trx,
      orders.map(o => paidEvent(o, now)),
    )
    return { ...checkout, state: target(checkoutMachine, 'settle'), payment: payment.id, orders }
  })
}

async function write(trx: Db, checkout: string, payment: string, now: Date, from: CheckoutState[]): Promise<Order[]> {
  const rows = await sql<FullRow>`
    with settled as (
      update orders.checkouts set state = ${target(checkoutMachine, 'settle')}, payment = ${payment}
      where id = ${checkout} and state = any(${from}) and refused is null returning id),
    paid as (
      update orders.orders o set state = ${target(orderMachine, 'pay')}, payment = ${target(payMachine, 'settle')}, paid_at = ${now}
      from settled where o.checkout = settled.id and o.state = any(${sources(orderMachine, 'pay')}) and o.payment = any(${sources(payMachine, 'settle')})
      returning o.*),
    told as (insert into orders.timeline (order_id, what, at) select id, 'paid', ${now} from paid)
    select o.*, ${parts} from paid o order by o.id`.execute(trx)
  return rows.rows.map(r => {
    const order = toOrder(r)
    return { ...order, timeline: [...order.timeline, { what: 'paid', at: now, note: null }] }
  })
}

const paidEvent = (o: Order, at: Date): NewEvent<'order.paid'> => ({
  name: 'order.paid',
  at,
  person: o.person,
  subject: { kind: 'order', id: o.id },
  data: {
    shop: o.shop.id,
    total: toWire(o.total),
    lines: o.lines.map(l => ({
      line: l.id,
      product: l.product,
      variant: l.variant,
      quantity: l.quantity,
      total: toWire(minus(l.total, l.discount)),
      tax: toWire(l.tax),
      source: l.source,
    })),
    amounts: amountsOf(o),
  },
})

/** What the ledger posts; frozen here with the order. */
function amountsOf(o: Order): OrderAmountsData {
  const byPlatform = o.offers.filter(f => f.funding === 'platform').map(f => f.amount)
  return {
    number: o.number,
    checkout: o.checkout,
    market: o.market,
    returnDays: o.days.returns,
    protectionDays: o.days.protection,
    goods: toWire(o.subtotal),
    discount: toWire(o.discount),
    platformDiscount: toWire(sum(byPlatform, o.total.currency)),
    shipping: toWire(o.shipping),
    importTax: toWire(o.importTax),
    tax: toWire(o.tax),
    rate: o.rate && { from: o.rate.from, to: o.rate.to, rate: o.rate.rate },
  }
}
