import type { EventData, NewEvent } from '#base/catalogue'
import { type Kysely, sql } from '#base/db'
import type { House } from '#base/house'
import { type Id, money, toWire } from '#base/kernel'
import type { Refund } from './begin-refund.ts'
import type { Order, OrderLine } from './order.ts'
import { withProtection } from './plan-refund.ts'
import type { RefundKind } from './refund-wish.ts'
import type { OrderTables, RefundedParts, RefundedPieces } from './rows.ts'
import { lockOrder, readOrders } from './store.ts'
import { writeStatus } from './write-status.ts'

/** Ends a started refund: by its id once, however often it is told. Answers the order as it is then. */
export function recordRefund(house: House, refund: Refund, outcome: 'done' | 'failed'): Promise<Order> {
  return house.db.transaction<OrderTables, Order>(async trx => {
    const now = house.clock.now()
    // The order's row first, as every writer of an order takes it.
    const locked = await lockOrder(trx, refund.order.id)
    if (!locked) throw new Error(`refund ${refund.id} of an unknown order`)
    const ended = await trx
      .updateTable('orders.refunds')
      .set({ state: outcome })
      .where('id', '=', refund.id)
      .where('state', '=', 'started')
      .returning('id')
      .executeTakeFirst()
    if (!ended) return locked
    const { minor, currency } = refund.amount
    const order = { ...locked, refunding: money(locked.refunding.minor - minor, currency) }
    if (outcome === 'failed')
      return writeStatus(trx, order, { lines: unpaid(order, refund), timeline: [{ what: 'refund_failed' }] }, now)
    if (minor === 0n) return order
    const refunded = order.refunded.minor + minor
    const full = refunded === order.total.minor
    const change = {
      payment: full ? ('refund_rest' as const) : ('refund_part' as const),
      refunded,
      timeline: [{ what: refund.kind === 'protection' ? 'price_protected' : 'refunded', note: `${minor} ${currency}` }],
    }
    const written = await writeStatus(trx, order, change, now)
    const subject = { kind: 'order' as const, id: order.id }
    const { parts } = refund
    const why = refund.kind === 'protection' ? { reason: 'price_fell' as const } : {}
    const data = { shop: order.shop.id, amount: toWire(refund.amount), full, refund: refund.id, ...(parts && { parts }), ...why }
    const told = { at: now, person: order.person, subject }
    const events: NewEvent[] = [{ name: 'order.refunded', ...told, data }]
    if (refund.kind === 'protection') events.push({ name: 'order.price_protected', ...told, data: protectedData(order, refund) })
    await house.log.append(trx, events)
    return written
  })
}

function protectedData(o: Order, { id, amount, pieces }: Refund): EventData['order.price_protected'] {
  const lines = pieces.flatMap(p => {
    const l = o.lines.find(x => x.id === p.line)
    const back = { minor: p.protection ?? '0', currency: amount.currency }
    return l ? [{ line: l.id, product: l.product, variant: l.variant, amount: back }] : []
  })
  return { shop: o.shop.id, refund: id, amount: toWire(amount), lines }
}

/** The money of these pieces did not go back, so it can be given again. */
function unpaid(o: Order, { pieces }: Refund): OrderLine[] {
  return o.lines.flatMap(l => {
    const p = pieces.find(x => x.line === l.id)
    if (!p) return []
    const counts = { refunded: l.refunded - p.quantity, shippingRefunded: l.shippingRefunded - p.shipping }
    return [{ ...l, ...counts, protected: withProtection(l, p, -1n) }]
  })
}

/** Refunds that were begun before `before` and have no end: what a killed server left behind. */
export async function startedRefunds(db: Kysely<OrderTables>, before: Date, limit: number): Promise<Refund[]> {
  const rows = await sql<{
    id: string
    order_id: string
    kind: RefundKind
    amount_minor: bigint
    lines: RefundedPieces[] | null
    parts: RefundedParts | null
    replaces: Id<'returns'> | null
  }>`
    select id, order_id, kind, amount_minor, lines, parts, replaces from orders.refunds where state = 'started' and created <= ${before} order by created limit ${limit}`.execute(
    db,
  )
  const orders = await readOrders(db, sql`where o.id = any(${rows.rows.map(r => r.order_id)})`)
  const byId = new Map(orders.map(o => [o.id as string, o]))
  return rows.rows.flatMap(r => {
    const order = byId.get(r.order_id)
    return order
      ? [
          {
            id: r.id as Id<'refund'>,
            kind: r.kind,
            order,
            amount: money(r.amount_minor, order.total.currency),
            parts: r.parts,
            pieces: r.lines ?? [],
            replaces: r.replaces,
          },
        ]
      : []
  })
}
