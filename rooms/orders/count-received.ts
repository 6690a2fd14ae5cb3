import { sql } from '#base/db'
import type { House } from '#base/house'
import { days, type Id } from '#base/kernel'
import { orderEvent } from './order-events.ts'
import type { OrderTables } from './rows.ts'
import type { Way } from './sheet.ts'
import { lockOrder } from './store.ts'
import { writeStatus } from './write-status.ts'

/**
 * So many days after delivery an order counts as received if the buyer said nothing and asked nothing. Over a border a scan
 * of the carrier and the parcel itself may be far apart.
 */
export const receivedAfter: Readonly<Record<Way, number>> = {
  domestic: 7,
  seller_collects: 10,
  import: 10,
  '9610': 10,
  '1210': 10,
  post: 15,
}
const soonest = Math.min(...Object.values(receivedAfter))
const batch = 200

/** Orders whose days are over count as received, each in its own transaction; answers how many. Safe to run twice at once. */
export async function countReceived(house: House, now: Date): Promise<number> {
  const ways = JSON.stringify(receivedAfter)
  const due = await sql<{ id: Id<'order'> }>`
    select id from orders.orders where received_at is null and delivered_at <= ${new Date(now.getTime() - days(soonest))} and fulfilment = 'delivered' and return_at is null
      and delivered_at <= ${now}::timestamptz - make_interval(days => coalesce((${ways}::jsonb ->> (sheet->'delivery'->>'way'))::int, ${receivedAfter.domestic}))
    order by delivered_at limit ${batch}`.execute(house.db.tables<OrderTables>())
  let counted = 0
  for (const { id } of due.rows)
    counted += await house.db.transaction<OrderTables, number>(async trx => {
      const order = await lockOrder(trx, id)
      if (!order || order.receivedAt || order.fulfilment !== 'delivered' || order.returnRequest) return 0
      await writeStatus(trx, order, { received: true, timeline: [{ what: 'counted_received' }] }, now)
      await house.log.append(trx, [
        { name: 'order.received', ...orderEvent(order, now), data: { shop: order.shop.id, by: 'time' } },
      ])
      return 1
    })
  return counted
}
