import { sql } from '#base/db'
import type { Caller } from '#base/http'
import {
  type Currency,
  decodeCursor,
  encodeCursor,
  type Id,
  type Money,
  money,
  ok,
  type Page,
  type Result,
  refuse,
} from '#base/kernel'
import { type Ledgers, ledgerTables } from './context.ts'

/** The columns of a statement; together they are everything that is ever posted to a shop. */
export const columns = [
  ...([
    'goods',
    'discount',
    'platformDiscount',
    'shipping',
    'commission',
    'creator',
    'fee',
    'refunds',
    'protection',
    'chargebacks',
  ] as const),
] as const
export type Column = (typeof columns)[number]
export interface Line extends Readonly<Record<Column, Money>> {
  readonly order: string
  readonly number: string
  readonly paidAt: Date
  /** Consumption tax contained in what the shop got for it in this time; the shop's own to declare. */
  readonly tax: Money
  readonly net: Money
}
export interface Statement extends Readonly<Record<Column, Money>> {
  readonly from: Date
  readonly to: Date
  readonly currency: Currency
  readonly opening: Money
  readonly tax: Money
  readonly net: Money
  /** Paid out, below zero. */
  readonly payouts: Money
  /** opening + net + payouts, and also what the journal says at the end. */
  readonly closing: Money
  readonly orders: number
}
export type Grain = 'month' | 'week'

/** A period holds its day: a calendar month, or a week from Monday, in UTC. */
export function periodOf(grain: Grain, day: Date): { from: Date; to: Date } {
  const [y, m, d] = [day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()]
  if (grain === 'month') return { from: new Date(Date.UTC(y, m, 1)), to: new Date(Date.UTC(y, m + 1, 1)) }
  const monday = d - ((day.getUTCDay() + 6) % 7)
  return { from: new Date(Date.UTC(y, m, monday)), to: new Date(Date.UTC(y, m, monday + 7)) }
}

type SqlRow = Record<Column | 'tax' | 'net', bigint>
/** What a refund took back stands in one column, commissions it brought back in theirs. */
const sums = sql`
  ${sumOf('goods', sql`p.what = 'goods' and e.kind = 'sale'`)}, ${sumOf('discount', sql`p.what = 'discount' and e.kind = 'sale'`)},
  ${sumOf('platformDiscount', sql`p.what = 'platform_discount'`)}, ${sumOf('shipping', sql`p.what = 'shipping' and e.kind = 'sale'`)},
  ${sumOf('commission', sql`p.what = 'commission'`)}, ${sumOf('creator', sql`p.what = 'creator'`)}, ${sumOf('fee', sql`p.what = 'fee'`)},
  ${sumOf('refunds', sql`p.what in ('goods', 'discount', 'shipping') and e.kind not in ('sale', 'protection')`)},
  ${sumOf('protection', sql`p.what in ('goods', 'discount', 'shipping') and e.kind = 'protection'`)},
  ${sumOf('chargebacks', sql`p.what = 'chargeback'`)},
  coalesce(sum(p.tax_minor), 0)::bigint as tax, coalesce(sum(p.minor), 0)::bigint as net`
function sumOf(name: Column, where: ReturnType<typeof sql>) {
  return sql`coalesce(sum(p.minor) filter (where ${where}), 0)::bigint as ${sql.ref(name)}`
}
const moneys = (r: SqlRow, currency: Currency) =>
  Object.fromEntries([...columns, 'tax' as const, 'net' as const].map(k => [k, money(r[k], currency)])) as Record<
    Column | 'tax' | 'net',
    Money
  >

export interface StatementWish {
  readonly shop: Id<'shop'>
  readonly currency: Currency
  readonly from: Date
  readonly to: Date
}
type Refused = 'forbidden' | 'sign_in_required'
/** A shop's account in a time: opening + what its orders brought + payouts = closing, to the unit, or it throws. */
export async function readStatement(c: Ledgers, caller: Caller, w: StatementWish): Promise<Result<Statement, Refused>> {
  const may = c.accounts.may(caller, 'finance.read', { shop: w.shop })
  if (!may.ok) return may
  const { rows } = await sql<SqlRow & { orders: number; opening: bigint; closing: bigint; payouts: bigint }>`
    with mine as (
      select * from payments.postings where party = 'shop' and holder = ${w.shop} and currency = ${w.currency} and at < ${w.to})
    select s.*,
      (select coalesce(sum(minor), 0)::bigint from mine where at < ${w.from}) as opening,
      (select coalesce(sum(minor), 0)::bigint from mine) as closing,
      (select coalesce(sum(minor), 0)::bigint from mine where at >= ${w.from} and what = 'payout') as payouts
    from (select ${sums}, (count(distinct p.subject))::int as orders from mine p join payments.entries e on e.id = p.entry
      where p.at >= ${w.from} and p.what not in ('payout', 'release')) s`.execute(ledgerTables(c))
  const r = rows[0] as (typeof rows)[number]
  if (r.opening + r.net + r.payouts !== r.closing) throw new Error(`the statement of ${w.shop} does not reconcile`)
  const m = (minor: bigint) => money(minor, w.currency)
  const { from, to, currency } = w
  return ok({
    ...{ from, to, currency, ...moneys(r, currency), orders: r.orders },
    ...{ opening: m(r.opening), payouts: m(r.payouts), closing: m(r.closing) },
  })
}

/** A statement's orders, the newest first; only those that something was posted about in this time. */
export async function statementLines(
  c: Ledgers,
  caller: Caller,
  w: StatementWish,
  page: { cursor?: string | undefined; limit: number },
): Promise<Result<Page<Line>, Refused | 'invalid_cursor'>> {
  const may = c.accounts.may(caller, 'finance.read', { shop: w.shop })
  if (!may.ok) return may
  const after = page.cursor ? decodeCursor(page.cursor, 1) : null
  if (page.cursor && typeof after?.[0] !== 'string') return refuse('invalid_cursor', 'This cursor is not one of ours')
  const { rows } = await sql<SqlRow & { subject: string; number: string; paid_at: Date }>`
    select p.subject, s.number, s.paid_at, ${sums}
    from payments.postings p join payments.entries e on e.id = p.entry join payments.sales s on s.order_id = p.subject
    where p.party = 'shop' and p.holder = ${w.shop} and p.currency = ${w.currency} and p.at >= ${w.from} and p.at < ${w.to}
      and p.what not in ('payout', 'release') and (${after?.[0] ?? null}::text is null or p.subject < ${after?.[0] ?? null}::text)
    group by 1, 2, 3 order by 1 desc limit ${page.limit + 1}`.execute(ledgerTables(c))
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return ok({
    items: shown.map(r => ({ order: r.subject, number: r.number, paidAt: r.paid_at, ...moneys(r, w.currency) })),
    next: rows.length > page.limit && last ? encodeCursor([last.subject]) : null,
  })
}

/** Periods in which something was posted to the shop, newest first, with their currency. */
export async function listPeriods(
  c: Ledgers,
  caller: Caller,
  shop: Id<'shop'>,
  w: { grain: Grain; cursor?: string | undefined; limit: number },
): Promise<Result<Page<Statement>, Refused | 'invalid_cursor'>> {
  const may = c.accounts.may(caller, 'finance.read', { shop })
  if (!may.ok) return may
  const after = w.cursor ? decodeCursor(w.cursor, 2) : null
  if (w.cursor && (typeof after?.[0] !== 'number' || typeof after[1] !== 'string'))
    return refuse('invalid_cursor', 'This cursor is not one of ours')
  const before = after ? new Date(after[0] as number) : new Date(8.64e15 / 1000)
  const { rows } = await sql<{ start: Date; currency: Currency }>`
    select distinct (date_trunc(${w.grain}, at at time zone 'UTC')) at time zone 'UTC' as start, currency
    from payments.postings where party = 'shop' and holder = ${shop} and what <> 'release'
      and ((date_trunc(${w.grain}, at at time zone 'UTC')) at time zone 'UTC', currency) < (${before}::timestamptz, ${String(after?.[1] ?? '')}::text)
    order by 1 desc, 2 desc limit ${w.limit + 1}`.execute(ledgerTables(c))
  const items: Statement[] = []
  for (const { start, currency } of rows.slice(0, w.limit)) {
    const statement = await readStatement(c, caller, { shop, currency, ...periodOf(w.grain, start) })
    if (!statement.ok) return statement
    items.push(statement.value)
  }
  const last = items.at(-1)
  return ok({ items, next: rows.length > w.limit && last ? encodeCursor([last.from.getTime(), last.currency]) : null })
}
