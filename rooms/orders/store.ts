import { type Kysely, sql } from '#base/db'
import type { Checkout, Order } from './order.ts'
import { type CheckoutRow, type FullRow, type OrderTables, toCheckout, toOrder } from './rows.ts'

export type Db = Kysely<OrderTables>
/** A piece of SQL, with its parameters. */
export type Sql = ReturnType<typeof sql>

/** Everything of an order besides its own columns, for a FROM whose order is called `o`. */
export const parts = sql`
  coalesce((select sum(f.amount_minor) from orders.refunds f where f.order_id = o.id and f.state = 'started'), 0)::bigint as refunding,
  (select json_agg(json_build_object('id', l.id, 'product', l.product, 'variant', l.variant, 'name', l.name, 'choice', l.choice, 'sku', l.sku,
     'picture', l.picture, 'quantity', l.quantity, 'unit', l.unit_minor::text, 'base_unit', l.base_unit_minor::text, 'total', l.total_minor::text,
     'discount', l.discount_minor::text, 'import', l.import_minor::text, 'tax', l.tax_minor::text,
     'tax_percent', l.tax_percent, 'source', l.source, 'cancelled', l.cancelled, 'returned', l.returned, 'refunded', l.refunded,
     'shipping_refunded', l.shipping_refunded, 'protected', l.protected_minor::text) order by l.position) from orders.lines l where l.order_id = o.id) as lines,
  (select json_agg(to_jsonb(p) order by p.position) from orders.parcels p where p.order_id = o.id) as parcels,
  (select json_agg(to_jsonb(r) order by r.position) from orders.returns r where r.order_id = o.id) as returns,
  (select json_agg(json_build_object('what', t.what, 'at', t.at, 'note', t.note) order by t.seq) from orders.timeline t where t.order_id = o.id) as timeline`

/** Orders with lines and timeline, in one statement however many. */
export async function readOrders(db: Db, where: Sql): Promise<Order[]> {
  const rows = await sql<FullRow>`select o.*, ${parts} from orders.orders o ${where}`.execute(db)
  return rows.rows.map(toOrder)
}
export const readOrder = async (db: Db, id: string): Promise<Order | null> =>
  (await readOrders(db, sql`where o.id = ${id}`))[0] ?? null

/**
 * The order with its row locked until the transaction ends. Two statements, and they must stay two: a locking read that had to
 * wait gives the new row beside the refunds and the timeline of before the wait, and money would be promised twice.
 */
export async function lockOrder(db: Db, id: string): Promise<Order | null> {
  await sql`select 1 from orders.orders where id = ${id} for update`.execute(db)
  return readOrder(db, id)
}

type Joined = FullRow & { c: Omit<CheckoutRow, 'total_minor' | 'expires'> & { total_minor: string; expires: string } }
/** The checkout's row as JSON beside each of its orders; money as text. */
export const checkoutJson = (c: Sql) =>
  sql`json_build_object('id', ${c}.id, 'person', ${c}.person, 'state', ${c}.state, 'key', ${c}.key, 'currency', ${c}.currency,
    'total_minor', ${c}.total_minor::text, 'codes', ${c}.codes, 'address', ${c}.address, 'expires', ${c}.expires, 'payment', ${c}.payment, 'refused', ${c}.refused) as c`

export function joinedCheckout(rows: readonly Joined[]): Checkout | null {
  const c = rows[0]?.c
  if (!c) return null
  const row = {
    ...c,
    total_minor: BigInt(c.total_minor),
    expires: new Date(c.expires),
    paying_since: null,
  } as unknown as CheckoutRow
  return toCheckout(row, rows.map(toOrder))
}
export type { Joined }

/** A checkout with its orders, in one statement. */
export async function readCheckout(db: Db, id: string): Promise<Checkout | null> {
  const rows = await sql<Joined>`
    select o.*, ${parts}, ${checkoutJson(sql`k`)} from orders.checkouts k join orders.orders o on o.checkout = k.id where k.id = ${id} order by o.id`.execute(
    db,
  )
  return joinedCheckout(rows.rows)
}

/** Of shops: their paid orders, and how many of those had money given back. Shops without an order are missing. */
export async function tallyOrders(db: Db, shops: readonly string[]): Promise<Map<string, Tally>> {
  if (shops.length === 0) return new Map()
  const { rows } = await sql<Tally & { shop: string }>`
    select shop, count(*)::int as orders, (count(*) filter (where refunded_minor > 0))::int as refunded
    from orders.orders where shop = any(${[...shops]}) and paid_at is not null group by shop`.execute(db)
  return new Map(rows.map(({ shop, orders, refunded }) => [shop, { orders, refunded }]))
}
export interface Tally {
  readonly orders: number
  readonly refunded: number
}

export async function countOrders(db: Db, person: string): Promise<number> {
  const { n } = await db
    .selectFrom('orders.orders')
    .select(e => e.fn.countAll<number>().as('n'))
    .where('person', '=', person)
    .executeTakeFirstOrThrow()
  return Number(n)
}
