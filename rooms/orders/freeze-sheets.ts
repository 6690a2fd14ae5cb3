import { sql } from '#base/db'
import type { House } from '#base/house'
import { type Money, ok, type Result, refuse, sum } from '#base/kernel'
import { freeze } from './frozen.ts'
import type { Address, Checkout, Order } from './order.ts'
import { amountColumns } from './place-orders.ts'
import type { OrderTables } from './rows.ts'
import { amountsOf, type Sheet } from './sheet.ts'

/** What of an open checkout is written anew: where it goes, which codes count, and the sheet of each of its orders, in their order. */
export interface Resheet {
  readonly address: Address | null
  readonly codes: readonly string[]
  readonly sheets: readonly Sheet[]
}

/**
 * One statement, and only while nothing is being paid: what the shopper sees then is what `claim` compares with. Amounts that were counted
 * from what is no longer there are not written.
 */
export async function freezeSheets(house: House, checkout: Checkout, change: Resheet): Promise<Result<Checkout, 'wrong_state'>> {
  const orders = checkout.orders.map((o, i): Order => {
    const sheet = change.sheets[i] as Sheet
    const { lines, ...amounts } = amountsOf(o.lines, sheet)
    const { delivery, offers, trade, rate } = sheet
    const days = { ...o.days, from: delivery.days.from, to: delivery.days.to }
    return {
      ...o,
      ...amounts,
      lines: o.lines.map((l, k) => ({ ...l, ...(lines[k] as (typeof lines)[number]) })),
      ...{ delivery, offers, trade, rate, days, address: change.address },
    }
  })
  const total = sum(
    orders.map(o => o.total),
    checkout.total.currency,
  )
  if (!(await write(house, checkout, change, orders, total)))
    return refuse('wrong_state', 'Something else happened to this checkout just now; look again', {
      state: checkout.state,
      action: 'change',
    })
  return ok({ ...checkout, address: change.address, codes: change.codes, total, orders })
}

async function write(house: House, was: Checkout, change: Resheet, orders: readonly Order[], total: Money): Promise<boolean> {
  const rows = orders.map((o, i) => ({
    id: o.id,
    ...amountColumns(o),
    days_from: o.days.from,
    days_to: o.days.to,
    sheet: freeze(change.sheets[i] as Sheet),
  }))
  const lines = orders.flatMap(o =>
    o.lines.map(l => ({
      id: l.id,
      discount_minor: l.discount.minor.toString(),
      import_minor: l.importTax.minor.toString(),
      tax_minor: l.tax.minor.toString(),
    })),
  )
  const address = change.address && JSON.stringify(change.address)
  const done = await sql<{ id: string }>`
    with changed as (
      update orders.checkouts set address = ${address}::jsonb, codes = ${[...change.codes]}, total_minor = ${total.minor}
      where id = ${was.id} and state = 'open' and total_minor = ${was.total.minor} and codes = ${[...was.codes]}::text[] returning id),
    orders as (
      update orders.orders o set address = ${address}::jsonb, discount_minor = r.discount_minor, shipping_minor = r.shipping_minor, import_minor = r.import_minor,
        tax_minor = r.tax_minor, total_minor = r.total_minor, delivery_from = r.days_from, delivery_to = r.days_to, sheet = r.sheet
      from changed, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id text, discount_minor bigint, shipping_minor bigint, import_minor bigint,
        tax_minor bigint, total_minor bigint, days_from int, days_to int, sheet jsonb)
      where o.id = r.id and o.checkout = changed.id and o.state = 'pending' returning o.id),
    lines as (
      update orders.lines l set discount_minor = n.discount_minor, import_minor = n.import_minor, tax_minor = n.tax_minor
      from orders, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as n (id text, discount_minor bigint, import_minor bigint, tax_minor bigint)
      where l.id = n.id and l.order_id = orders.id)
    select id from orders`.execute(house.db.tables<OrderTables>())
  return done.rows.length > 0
}
