import { anyOf, sql } from '#base/db'
import type { Id } from '#base/kernel'
import type { CheckoutState } from './order-states.ts'
import type { Db } from './store.ts'

type Ids = Id<'checkout'>[]
const ids = (rows: readonly { id: string }[]): Ids => rows.map(r => r.id as Id<'checkout'>)

/** Open checkouts whose time is over. */
export const overdueCheckouts = async (db: Db, now: Date, limit: number): Promise<Ids> =>
  ids(
    (
      await sql<{
        id: string
      }>`select id from orders.checkouts where state = 'open' and expires <= ${now} order by expires limit ${limit}`.execute(db)
    ).rows,
  )

/** Checkouts that are being paid since before `before`, with the end of their hold. */
export async function payingCheckouts(db: Db, before: Date, limit: number): Promise<{ id: Id<'checkout'>; expires: Date }[]> {
  const rows = await sql<{ id: Id<'checkout'>; expires: Date }>`
    select id, expires from orders.checkouts where state = 'paying' and paying_since <= ${before} order by paying_since limit ${limit}`.execute(
    db,
  )
  return rows.rows
}

/** The person's own checkouts that hold stock and are not being paid. */
export const openCheckouts = async (db: Db, person: string): Promise<Ids> =>
  ids(
    (
      await sql<{ id: string }>`select id from orders.checkouts where person = ${person} and state = 'open' order by id`.execute(
        db,
      )
    ).rows,
  )

/** Of these payments, those that paid for a checkout. */
export async function payersAmong(db: Db, payments: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ payment: string }>`select payment from orders.checkouts where payment = ${anyOf(payments)}`.execute(db)
  return new Set(rows.rows.map(r => r.payment))
}

export async function statesOf(db: Db, checkouts: readonly string[]): Promise<Map<string, CheckoutState>> {
  const rows = await sql<{
    id: string
    state: CheckoutState
  }>`select id, state from orders.checkouts where id = ${anyOf(checkouts)}`.execute(db)
  return new Map(rows.rows.map(r => [r.id, r.state]))
}

export const checkoutsOf = async (db: Db, orders: readonly string[]): Promise<Ids> =>
  ids((await sql<{ id: string }>`select distinct checkout as id from orders.orders where id = ${anyOf(orders)}`.execute(db)).rows)
