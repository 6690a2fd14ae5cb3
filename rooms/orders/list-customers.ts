import { sql } from '#base/db'
import type { Caller } from '#base/http'
import {
  type Currency,
  decodeCursor,
  type Id,
  isId,
  type Money,
  money,
  ok,
  type Page,
  pageOf,
  type Result,
  refuse,
} from '#base/kernel'
import { like, type PageWish } from './list-orders.ts'
import type { Accounts } from './roles.ts'
import type { Db } from './store.ts'

/** How far a buyer has come with this shop, by the phases of the loop that an order is evidence of. */
export const customerPhases = ['purchase', 'confirmation', 'sharing'] as const
export type CustomerPhase = (typeof customerPhases)[number]

/** Somebody who ordered here. Known by the last order: who they are elsewhere is not the shop's business. */
export interface Customer {
  readonly lastOrder: Id<'order'>
  /** As it stands on the last order that has an address; null when none has. */
  readonly name: string | null
  readonly city: string | null
  readonly orders: number
  /** What was paid and not given back. */
  readonly spent: Money
  readonly last: Date
  readonly phase: CustomerPhase
  readonly reviewed: boolean
}
export interface CustomersWish extends PageWish {
  readonly words?: string | undefined
  readonly phase?: CustomerPhase | undefined
}
interface Row {
  last_order: Id<'order'>
  name: string | null
  city: string | null
  orders: number
  spent: string
  currency: Currency
  last: Date
  phase: CustomerPhase
  reviewed: boolean
}

/** Who ordered in a shop, the last to order first. Erased people are not among them; their orders stay in the list of orders. */
export async function shopCustomers(
  db: Db,
  accounts: Accounts,
  caller: Caller,
  shop: Id<'shop'>,
  wish: CustomersWish,
): Promise<Result<Page<Customer>, 'invalid_cursor' | 'forbidden' | 'sign_in_required'>> {
  const may = accounts.may(caller, 'order.fulfil', { shop })
  if (!may.ok) return may
  const key = wish.cursor === undefined ? null : decodeCursor(wish.cursor, 2)
  const at = key ? new Date(String(key[0])) : null
  if (wish.cursor !== undefined && (!at || Number.isNaN(at.getTime()) || !isId('order', key?.[1])))
    return refuse('invalid_cursor', 'This is not a cursor of this list')
  const words = wish.words?.normalize('NFKC').trim()
  const found = words
    ? sql`having bool_or(o.address->>'name' ilike ${like(words)} or o.address->>'email' ilike ${like(words)} or o.number ilike ${like(words)})`
    : sql``
  const limit = wish.limit ?? 30
  const rows = await sql<Row>`
    select * from (
      select (array_agg(o.id order by o.paid_at desc, o.id desc))[1] as last_order, max(o.paid_at) as last, count(*)::int as orders,
        sum(o.total_minor - o.refunded_minor)::text as spent, min(o.currency) as currency, bool_or(o.reviewed) as reviewed,
        (array_agg(o.address->>'name' order by o.paid_at desc, o.id desc) filter (where o.address is not null))[1] as name,
        (array_agg(o.address->>'city' order by o.paid_at desc, o.id desc) filter (where o.address is not null))[1] as city,
        case when bool_or(o.reviewed or o.passed_on) then 'sharing' when bool_or(o.delivered_at is not null and o.fulfilment <> 'returned')
          then 'confirmation' else 'purchase' end as phase
      from orders.orders o where o.shop = ${shop} and o.paid_at is not null and not o.erased group by o.person ${found}
    ) c
    where (${wish.phase ?? null}::text is null or c.phase = ${wish.phase ?? null})
      and (${key === null} or (c.last, c.last_order) < (${at}::timestamptz, ${String(key?.[1] ?? '')}))
    order by c.last desc, c.last_order desc limit ${limit + 1}`.execute(db)
  return ok(
    pageOf(
      rows.rows,
      limit,
      r => [r.last.toISOString(), r.last_order],
      r => ({
        lastOrder: r.last_order,
        name: r.name,
        city: r.city,
        orders: r.orders,
        spent: money(BigInt(r.spent), r.currency),
        last: r.last,
        phase: r.phase,
        reviewed: r.reviewed,
      }),
    ),
  )
}
