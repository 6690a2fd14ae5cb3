import { sql } from '#base/db'
import type { Id } from '#base/kernel'
import type { Db } from './store.ts'

export interface LineOwner {
  readonly line: Id<'line'>
  readonly order: Id<'order'>
  readonly person: Id<'person'>
  readonly product: Id<'product'>
  readonly delivered: boolean
}

/** Whose paid order lines these are; lines of cancelled orders and unknown ids are missing. */
export async function lineOwners(db: Db, lines: readonly string[]): Promise<Map<string, LineOwner>> {
  const rows = await sql<LineOwner>`
    select l.id as line, o.id as "order", o.person, l.product, o.delivered_at is not null as delivered
    from orders.lines l join orders.orders o on o.id = l.order_id
    where l.id = any(${[...lines]}) and o.paid_at is not null and o.state <> 'cancelled'`.execute(db)
  return new Map(rows.rows.map(r => [r.line, r]))
}
