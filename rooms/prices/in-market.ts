import { type Kysely, sql } from '#base/db'
import { type Currency, exchange, type Id, type Money, money } from '#base/kernel'
import { markets } from './markets.ts'
import { type MarketRate, type RateRow, rateLasts, rateOf } from './rates.ts'
import type { PriceTables } from './store.ts'

/** What a market pays for something whose base price is in the shop's currency. */
export interface InMarket {
  readonly price: Money
  /** The shop's own price, and the rate that took it there; null where nothing was exchanged. */
  readonly base: Money | null
  readonly rate: MarketRate | null
}
interface ListRow {
  variant: string
  price_minor: string | null
  currency: Currency
}

/**
 * Base prices as a market pays them: its own price list first, else the base price at the newest rate, else (no rate, or one
 * that is too old) the base price as it is. One statement, and none where the market pays in the shop's currency and has no list.
 * The market is a country; who asks is not known here.
 */
export async function inMarket(
  db: Kysely<PriceTables>,
  base: ReadonlyMap<string, Money>,
  market: string,
  now: Date,
): Promise<Map<string, InMarket>> {
  const currency = markets[market]
  const ids = [...base.keys()]
  const read = await sql<{ lists: ListRow[] | null; rates: (Omit<RateRow, 'at'> & { at: string })[] | null }>`
    select
      (select json_agg(l) from (
        select distinct on (variant) variant, price_minor::text, currency from prices.market_changes
        where variant = any(${ids}) and market = ${market} order by variant, at desc, seq desc) l) as lists,
      (select json_agg(r) from (
        select distinct on (base) * from prices.rates where quote = ${currency ?? ''} order by base, at desc, seq desc) r) as rates`.execute(
    db,
  )
  const { lists, rates } = read.rows[0] as (typeof read.rows)[number]
  const list = new Map(
    (lists ?? []).flatMap(l => (l.price_minor === null ? [] : [[l.variant, money(BigInt(l.price_minor), l.currency)]])),
  )
  const fresh = new Map(
    (rates ?? [])
      .map(r => rateOf({ ...r, at: new Date(r.at) }))
      .filter(r => now.getTime() - r.at.getTime() <= rateLasts)
      .map(r => [r.from, r]),
  )
  return new Map([...base].map(([id, price]) => [id, marketPrice(price, currency, list.get(id), fresh.get(price.currency))]))
}

/** The rule of one price. A list price in the market's currency needs the rate all the same: delivery is exchanged by it. */
export function marketPrice(
  base: Money,
  currency: Currency | undefined,
  listed: Money | undefined,
  rate: MarketRate | undefined,
): InMarket {
  if (!currency || currency === base.currency)
    return { price: listed?.currency === base.currency ? listed : base, base: null, rate: null }
  if (!rate) return { price: base, base: null, rate: null }
  return { price: listed?.currency === currency ? listed : exchange(base, rate), base, rate }
}

/** For screens: price lists of these variants as they are now, by variant and market. */
export async function readLists(
  db: Kysely<PriceTables>,
  variants: readonly Id<'variant'>[],
): Promise<{ variant: Id<'variant'>; market: string; price: Money }[]> {
  const rows = await sql<{ variant: Id<'variant'>; market: string; price_minor: bigint | null; currency: Currency }>`
    select distinct on (variant, market) variant, market, price_minor, currency from prices.market_changes
    where variant = any(${[...variants] as string[]}) order by variant, market, at desc, seq desc`.execute(db)
  return rows.rows.flatMap(r =>
    r.price_minor === null ? [] : [{ variant: r.variant, market: r.market, price: money(r.price_minor, r.currency) }],
  )
}
