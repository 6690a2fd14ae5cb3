import { sql } from '#base/db'
import type { Caller } from '#base/http'
import { decodeCursor, ok, type Page, pageOf, type Result, refuse } from '#base/kernel'
import type { Address, Order } from './order.ts'
import type { Accounts } from './roles.ts'
import { type Db, readOrders, type Sql } from './store.ts'

/** The studio's lists. An order may be in one of them only; `all` is everything that was ever paid. */
export const views = {
  to_pack: sql`((o.state = 'open' and o.fulfilment = 'none') or (o.replacing and o.state <> 'open'))`,
  to_ship: sql`(o.state = 'open' and (o.fulfilment in ('packed', 'partially_shipped') or (o.fulfilment = 'partially_delivered' and o.unsent > 0)))`,
  shipped: sql`(o.state = 'open' and (o.fulfilment = 'shipped' or (o.fulfilment = 'partially_delivered' and o.unsent = 0)))`,
  delivered: sql`(o.fulfilment = 'delivered' and o.return_at is null and not o.replacing)`,
  returns: sql`(o.fulfilment = 'delivered' and o.return_at is not null and not o.replacing)`,
  closed: sql`((o.state = 'cancelled' or o.fulfilment = 'returned') and not o.replacing)`,
  all: sql`true`,
} as const
export type View = keyof typeof views
export interface PageWish {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

export interface ShopOrdersWish extends PageWish {
  readonly view?: View | undefined
  readonly words?: string | undefined
  /** Only orders of whoever this order of the shop is of. */
  readonly buyerOf?: string | undefined
}
const sameBuyer = (shop: string, order: string | undefined): Sql =>
  order === undefined
    ? sql``
    : sql`and o.person = (select b.person from orders.orders b where b.id = ${order} and b.shop = ${shop} and not b.erased)`

/** Paid orders, newest first, by the pair (time of payment, id). */
async function page(db: Db, wish: PageWish, where: Sql): Promise<Result<Page<Order>, 'invalid_cursor'>> {
  const limit = wish.limit ?? 20
  const key = wish.cursor === undefined ? null : decodeCursor(wish.cursor, 2)
  const at = key ? new Date(String(key[0])) : null
  if (wish.cursor !== undefined && (!key || !at || Number.isNaN(at.getTime())))
    return refuse('invalid_cursor', 'This is not a cursor of this list')
  const after = key ? sql`and (o.paid_at, o.id) < (${at}, ${String(key[1])})` : sql``
  const orders = await readOrders(
    db,
    sql`where o.paid_at is not null and ${where} ${after} order by o.paid_at desc, o.id desc limit ${limit + 1}`,
  )
  return ok(
    pageOf(
      orders,
      limit,
      o => [(o.paidAt as Date).toISOString(), o.id],
      o => o,
    ),
  )
}

export const myOrders = (db: Db, caller: Caller, wish: PageWish): Promise<Result<Page<Order>, 'invalid_cursor'>> =>
  page(db, wish, sql`o.person = ${caller.person}`)

export async function shopOrders(db: Db, accounts: Accounts, caller: Caller, shop: `shp_${string}`, wish: ShopOrdersWish) {
  const may = accounts.may(caller, 'order.fulfil', { shop })
  if (!may.ok) return may
  return page(
    db,
    wish,
    sql`o.shop = ${shop} and ${views[wish.view ?? 'all']} ${wordsIn(wish.words)} ${sameBuyer(shop, wish.buyerOf)}`,
  )
}

/** These paid orders of a shop for its staff, in the order in which they were named; one that is not the shop's is unknown. */
export async function chosenOrders(
  db: Db,
  accounts: Accounts,
  caller: Caller,
  shop: `shp_${string}`,
  ids: readonly string[],
): Promise<Result<Order[], 'forbidden' | 'sign_in_required' | 'not_found'>> {
  const may = accounts.may(caller, 'order.fulfil', { shop })
  if (!may.ok) return may
  const found = await readOrders(db, sql`where o.id = any(${[...ids]}) and o.shop = ${shop} and o.paid_at is not null`)
  const list = ids.flatMap(id => found.filter(o => o.id === id))
  return list.length === ids.length ? ok(list) : refuse('not_found', 'No such order')
}

/** Anywhere in a text; what is typed is taken literally. */
export const like = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`

/** Words are looked for in the number (with or without its hyphen), in who it goes to, and in the names and SKUs of its lines. */
function wordsIn(typed: string | undefined): Sql {
  const words = typed?.normalize('NFKC').trim()
  if (!words) return sql``
  const part = like(words)
  return sql`and (o.number ilike ${part} or replace(o.number, '-', '') ilike ${part}
    or o.address->>'name' ilike ${part} or o.address->>'email' ilike ${part} or o.tracking ilike ${part} or exists (select 1 from orders.parcels p where p.order_id = o.id and p.tracking ilike ${part})
    or exists (select 1 from orders.lines l where l.order_id = o.id and (l.sku ilike ${part} or l.name::text ilike ${part})))`
}

export type Counts = Record<'to_pack' | 'to_ship' | 'shipped' | 'delivered' | 'returns', number>
export async function orderCounts(
  db: Db,
  accounts: Accounts,
  caller: Caller,
  shop: `shp_${string}`,
): Promise<Result<Counts, 'forbidden' | 'sign_in_required'>> {
  const may = accounts.may(caller, 'order.fulfil', { shop })
  if (!may.ok) return may
  const count = (view: View) => sql`(count(*) filter (where ${views[view]}))::int`
  const rows = await sql<Counts>`
    select ${count('to_pack')} as to_pack, ${count('to_ship')} as to_ship, ${count('shipped')} as shipped, ${count('delivered')} as delivered, ${count('returns')} as returns
    from orders.orders o where o.shop = ${shop} and o.paid_at is not null`.execute(db)
  return ok(rows.rows[0] as Counts)
}

/** The address of the person's last order. */
export async function lastAddress(db: Db, caller: Caller): Promise<Address | null> {
  const row = await sql<{ address: Address }>`
    select address from orders.orders where person = ${caller.person} and paid_at is not null and address is not null order by paid_at desc, id desc limit 1`.execute(
    db,
  )
  return row.rows[0]?.address ?? null
}
