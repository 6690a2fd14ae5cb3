import { sql } from '#base/db'
import type { Caller } from '#base/http'
import { decodeCursor, type Id, ok, type Page, pageOf, type Result, refuse } from '#base/kernel'
import type { Order } from './order.ts'
import type { ReturnState } from './order-states.ts'
import type { Return } from './return.ts'
import type { Accounts } from './roles.ts'
import { type Db, readOrders } from './store.ts'

export interface ReturnsWish {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
  readonly state?: ReturnState | undefined
}
/** A return with the order that it is of. */
export interface DeskReturn {
  readonly returned: Return
  readonly order: Order
}

/** The returns desk: those that wait the longest first, then by id; two statements a page. */
export async function shopReturns(
  db: Db,
  accounts: Accounts,
  caller: Caller,
  shop: Id<'shop'>,
  wish: ReturnsWish,
): Promise<Result<Page<DeskReturn>, 'invalid_cursor' | 'forbidden' | 'sign_in_required'>> {
  const may = accounts.may(caller, 'order.fulfil', { shop })
  if (!may.ok) return may
  const limit = wish.limit ?? 20
  const key = wish.cursor === undefined ? null : decodeCursor(wish.cursor, 1)
  if (wish.cursor !== undefined && !key) return refuse('invalid_cursor', 'This is not a cursor of this list')
  const after = key ? sql`and r.id > ${String(key[0])}` : sql``
  const state = wish.state ? sql`and r.state = ${wish.state}` : sql``
  const rows = await sql<{ id: string; order_id: string }>`
    select r.id, r.order_id from orders.returns r join orders.orders o on o.id = r.order_id
    where o.shop = ${shop} ${state} ${after} order by r.id limit ${limit + 1}`.execute(db)
  const orders = await readOrders(db, sql`where o.id = any(${rows.rows.map(r => r.order_id)})`)
  const items = rows.rows.flatMap(row => {
    const order = orders.find(o => o.id === row.order_id)
    const returned = order?.returns.find(r => r.id === row.id)
    return order && returned ? [{ order, returned }] : []
  })
  return ok(
    pageOf(
      items,
      limit,
      i => [i.returned.id],
      i => i,
    ),
  )
}
