import { type Kysely, sql } from '#base/db'
import { type Currency, exchange, type Id, type Money, money, type Rate } from '#base/kernel'
import { type PriceTables, readPoints } from './store.ts'
import type { PricePoint } from './struck.ts'

/** How prices of the past are looked at: as a market paid them, in one currency. */
export interface AskedWish {
  readonly market: string
  /** Points in another currency than this are left out. */
  readonly currency: Currency
  /** One rate for the whole time: a move of the exchange is no change of the shop's price. Null where nothing is exchanged. */
  readonly rate: Rate | null
  readonly since: Date
}
/** A price of one market's list since then; null ended it. */
interface ListPoint {
  readonly at: Date
  readonly price: Money | null
}

/** The price of one variant over time. Pure: its list in the market goes first, else the shop's own price, exchanged where it is in another currency. */
export function askedLine(
  base: readonly PricePoint[],
  lists: readonly ListPoint[],
  { currency, rate }: Pick<AskedWish, 'currency' | 'rate'>,
): PricePoint[] {
  const times = [...new Set([...base, ...lists].map(p => p.at.getTime()))].sort((a, b) => a - b)
  const line: PricePoint[] = []
  for (const time of times) {
    const own = base.filter(p => p.at.getTime() <= time).at(-1)?.price
    const listed = lists.filter(p => p.at.getTime() <= time).at(-1)?.price
    const price = own && priceIn(own, listed ?? null, currency, rate)
    if (price && price.minor !== line.at(-1)?.price.minor) line.push({ at: new Date(time), price })
  }
  return line
}
function priceIn(own: Money, listed: Money | null, currency: Currency, rate: Rate | null): Money | null {
  if (listed?.currency === currency) return listed
  if (own.currency === currency) return own
  return rate?.from === own.currency && rate.to === currency ? exchange(own, rate) : null
}

/** What was asked for these variants since then: every change, and the price before it. Two statements. Variants without a price are missing. */
export async function readAsked(
  db: Kysely<PriceTables>,
  variants: readonly Id<'variant'>[],
  wish: AskedWish,
): Promise<Map<string, PricePoint[]>> {
  const [base, lists] = [await readPoints(db, variants, wish.since), await readListPoints(db, variants, wish)]
  return new Map([...base].map(([id, points]) => [id, askedLine(points, lists.get(id) ?? [], wish)]))
}

async function readListPoints(
  db: Kysely<PriceTables>,
  variants: readonly Id<'variant'>[],
  { market, since }: AskedWish,
): Promise<Map<string, ListPoint[]>> {
  const ids = [...variants] as string[]
  const rows = await sql<{ variant: string; price_minor: bigint | null; currency: Currency; at: Date }>`
    select variant, price_minor, currency, at from (
      (select distinct on (variant) * from prices.market_changes where variant = any(${ids}::text[]) and market = ${market} and at < ${since} order by variant, at desc, seq desc)
      union all select * from prices.market_changes where variant = any(${ids}::text[]) and market = ${market} and at >= ${since}) c
    order by at, seq`.execute(db)
  const lists = new Map<string, ListPoint[]>()
  for (const r of rows.rows) {
    const price = r.price_minor === null ? null : money(r.price_minor, r.currency)
    lists.set(r.variant, [...(lists.get(r.variant) ?? []), { at: r.at, price }])
  }
  return lists
}
