import { anyOf, json, type Kysely, sql } from '#base/db'
import { type Currency, type Id, type Money, money } from '#base/kernel'
import type { RateRow } from './rates.ts'
import type { PricePoint } from './struck.ts'

interface ChangeTable {
  id: Id<'price'>
  variant: Id<'variant'>
  product: Id<'product'>
  shop: Id<'shop'>
  price_minor: bigint
  currency: string
  at: Date
  by: Id<'person'>
}
interface MarketChangeTable extends Omit<ChangeTable, 'price_minor'> {
  market: string
  /** Null ends the price list. */
  price_minor: bigint | null
}
interface ExecutedTable {
  line: string
  variant: string
  price_minor: bigint
  currency: string
  at: Date
}
export interface PriceTables {
  'prices.changes': ChangeTable
  'prices.market_changes': MarketChangeTable
  'prices.rates': RateRow
  'prices.executed': ExecutedTable
}
type Db = Kysely<PriceTables>

export const insertChange = (db: Db, change: ChangeTable): Promise<unknown> =>
  db.insertInto('prices.changes').values(change).execute()

/** What was in force since `since`, per variant, in time order: every later change and the one before. One statement. */
export async function readPoints(db: Db, variants: readonly Id<'variant'>[], since: Date): Promise<Map<string, PricePoint[]>> {
  const points = new Map<string, PricePoint[]>()
  if (variants.length === 0) return points
  const rows = await sql<{ variant: string; price_minor: bigint; currency: Currency; at: Date; id: string }>`
    (select distinct on (variant) variant, price_minor, currency, at, id from prices.changes where variant = ${anyOf(variants)} and at < ${since} order by variant, at desc, id desc)
    union all select variant, price_minor, currency, at, id from prices.changes where variant = ${anyOf(variants)} and at >= ${since}
    order by at, id`.execute(db)
  for (const r of rows.rows) {
    const list = points.get(r.variant) ?? []
    list.push({ at: r.at, price: money(r.price_minor, r.currency) })
    points.set(r.variant, list)
  }
  return points
}

/** Many changes in one statement. */
export async function insertChanges(
  db: Db,
  changes: readonly (Omit<ChangeTable, 'price_minor' | 'at'> & { price_minor: string; at: string })[],
): Promise<void> {
  await sql`
    insert into prices.changes (id, variant, product, shop, price_minor, currency, at, by)
    select * from jsonb_to_recordset(${json(changes)})
      as r(id text, variant text, product text, shop text, price_minor bigint, currency text, at timestamptz, by text)`.execute(
    db,
  )
}

/** The newest price of each variant; variants without one are missing. */
export async function readLatest(db: Db, variants: readonly Id<'variant'>[]): Promise<Map<string, Money>> {
  if (variants.length === 0) return new Map()
  const rows = await sql<{ variant: string; price_minor: bigint; currency: Currency }>`
    select distinct on (variant) variant, price_minor, currency from prices.changes where variant = ${anyOf(variants)}
    order by variant, at desc, id desc`.execute(db)
  return new Map(rows.rows.map(r => [r.variant, money(r.price_minor, r.currency)]))
}

/** Products whose price changed after it was first set, the latest change first. */
export async function changedSince(db: Db, since: Date, limit: number): Promise<Id<'product'>[]> {
  const rows = await sql<{ product: Id<'product'> }>`
    select product from prices.changes c where at >= ${since} and exists (
      select 1 from prices.changes b where b.variant = c.variant and b.at < c.at)
    group by product order by max(at) desc limit ${limit}`.execute(db)
  return rows.rows.map(r => r.product)
}
