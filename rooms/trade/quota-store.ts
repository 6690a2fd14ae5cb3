import { sql } from '#base/db'
import type { Db } from './store.ts'

export interface ClaimRow {
  readonly checkout: string
  readonly attempt: string
  readonly expires: Date
  readonly orders: readonly { readonly order: string; readonly amount: bigint }[]
  readonly consents: readonly string[]
  readonly year: number
  readonly limit: bigint
  readonly at: Date
}
export interface ClaimOutcome {
  readonly known: boolean
  readonly agreed: number
  /** Orders that had nothing yet. */
  readonly fresh: number
  /** Orders that hold another amount, of a sheet from before. */
  readonly other: number
  readonly raised: boolean
  /** The claim stands. False beside good conditions: somebody let go in this moment; ask again. */
  readonly held: boolean
}

/**
 * One statement: who the buyer is, whether they agreed, and the year's counter raised only where all of it fits. The counter's row is
 * the lock of a person's year; entries are numbered by order, so that two claims of one order collide (23505) and the loser asks again.
 */
export async function claim(db: Db, c: ClaimRow): Promise<ClaimOutcome> {
  const orders = c.orders.map(o => o.order)
  const amounts = c.orders.map(o => o.amount.toString())
  const { rows } = await sql<ClaimOutcome>`
    with who as (select person_key from trade.identities where checkout = ${c.checkout} and sealed is not null),
    agreed as (select count(*)::int as n from trade.consents where checkout = ${c.checkout} and version = any(${[...c.consents]}::text[])),
    sofar as (
      select w.order_id, w.amount, coalesce(sum(case e.kind when 'use' then e.amount else -e.amount end), 0)::bigint as held, coalesce(max(e.n), 0)::int as n
      from unnest(${orders}::text[], ${amounts}::bigint[]) as w(order_id, amount) left join trade.quota_entries e on e.order_id = w.order_id
      group by w.order_id, w.amount),
    fresh as (
      select s.order_id, s.amount, s.n, who.person_key from sofar s, who, agreed where s.held = 0 and s.amount > 0 and agreed.n = ${c.consents.length}),
    raised as (
      insert into trade.quota_years as y (person_key, year, used)
      select person_key, ${c.year}::int, sum(amount) from fresh group by person_key having sum(amount) <= ${c.limit.toString()}::bigint
      on conflict (person_key, year) do update set used = y.used + excluded.used where y.used + excluded.used <= ${c.limit.toString()}::bigint
      returning 1),
    noted as (
      insert into trade.quota_entries (order_id, n, checkout, person_key, year, kind, amount, at)
      select order_id, n + 1, ${c.checkout}, person_key, ${c.year}::int, 'use', amount, ${c.at} from fresh where exists (select 1 from raised)),
    held as (
      insert into trade.quota_claims as q (checkout, attempt, state, expires)
      select ${c.checkout}, ${c.attempt}, 'held', ${c.expires} from who, agreed
      where agreed.n = ${c.consents.length} and (exists (select 1 from raised) or not exists (select 1 from fresh))
      on conflict (checkout) do update set attempt = excluded.attempt, state = case when q.state = 'kept' then 'kept' else 'held' end, expires = excluded.expires
        where q.state <> 'released' or exists (select 1 from raised)
      returning 1)
    select exists (select 1 from who) as known, (select n from agreed) as agreed, (select count(*)::int from fresh) as fresh,
      (select count(*)::int from sofar where held > 0 and held <> amount) as other, exists (select 1 from raised) as raised, exists (select 1 from held) as held`.execute(
    db,
  )
  return rows[0] as ClaimOutcome
}

/** Which held claim is meant: of this attempt or of any; past its time at this moment or not. */
export interface Which {
  readonly attempt?: string | null | undefined
  readonly overdueAt?: Date | null | undefined
}
/** Ends a held claim; locks its row. */
export async function endClaim(
  db: Db,
  checkout: string,
  to: 'released' | 'kept',
  { attempt = null, overdueAt = null }: Which = {},
): Promise<boolean> {
  const { rows } = await sql<{ checkout: string }>`
    update trade.quota_claims set state = ${to} where checkout = ${checkout} and state = 'held' and (${attempt}::text is null or attempt = ${attempt})
      and (${overdueAt}::timestamptz is null or expires <= ${overdueAt}) returning checkout`.execute(db)
  return rows.length > 0
}
export async function attemptOf(db: Db, checkout: string): Promise<string | null> {
  const { rows } = await sql<{ attempt: string }>`
    select attempt from trade.quota_claims where checkout = ${checkout} and state = 'held'`.execute(db)
  return rows[0]?.attempt ?? null
}
export const lockClaimOf = (db: Db, order: string): Promise<unknown> =>
  sql`select 1 from trade.quota_claims where checkout = (select checkout from trade.quota_entries where order_id = ${order} and n = 1) for update`.execute(
    db,
  )

/**
 * Gives back what orders hold: all of it, or so much that `given` fen are back in all. To the year in which it was used, as the law says.
 * Only the last use of an order counts: uses before it were all given back. A statement of its own after the lock of the claim, so that it sees what the one before has written.
 */
export const restore = (db: Db, of: { checkout: string } | { order: string; given: bigint }, at: Date): Promise<unknown> => {
  const mine = 'order' in of ? sql`e.order_id = ${of.order}` : sql`e.checkout = ${of.checkout}`
  const given = 'order' in of ? of.given.toString() : null
  return sql`
    with last as (
      select order_id, max(n) filter (where kind = 'use') as n, max(n) as latest from trade.quota_entries e where ${mine} group by order_id),
    sums as (
      select e.order_id, min(e.checkout) as checkout, e.person_key, e.year, l.latest, sum(e.amount) filter (where e.kind = 'use') as used,
        coalesce(sum(e.amount) filter (where e.kind = 'restore'), 0) as back
      from trade.quota_entries e join last l on l.order_id = e.order_id and e.n >= l.n group by e.order_id, e.person_key, e.year, l.latest),
    due as (select *, coalesce(least(used, ${given}::bigint), used) - back as amount from sums),
    lowered as (
      update trade.quota_years y set used = y.used - d.amount
      from (select person_key, year, sum(amount) as amount from due where amount > 0 group by 1, 2) d where y.person_key = d.person_key and y.year = d.year)
    insert into trade.quota_entries (order_id, n, checkout, person_key, year, kind, amount, at)
    select order_id, latest + 1, checkout, person_key, year, 'restore', amount, ${at} from due where amount > 0`.execute(db)
}

export async function expiredClaims(db: Db, now: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ checkout: string }>`
    select checkout from trade.quota_claims where state = 'held' and expires <= ${now} order by expires, checkout limit ${limit}`.execute(
    db,
  )
  return rows.map(r => r.checkout)
}

/** What an order holds of its buyer's year now. */
export async function heldOf(db: Db, order: string): Promise<bigint> {
  const { rows } = await sql<{ n: bigint }>`
    select coalesce(sum(case kind when 'use' then amount else -amount end), 0)::bigint as n from trade.quota_entries where order_id = ${order}`.execute(
    db,
  )
  return rows[0]?.n ?? 0n
}
