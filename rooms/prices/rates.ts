import { json, type Kysely, sql } from '#base/db'
import type { House } from '#base/house'
import type { Caller } from '#base/http'
import { type Currency, currencies, days, isCurrency, newId, ok, type Rate, type Result, refuse } from '#base/kernel'
import type { PriceDoors } from './prices.ts'
import type { PriceTables } from './store.ts'

/** An exchange rate as an operator gives it: one major unit of `from` is `mid` major units of `to`, as decimal text. */
export interface RateWish {
  readonly from: string
  readonly to: string
  readonly mid: string
  /** What a buyer pays on top, in hundredths of a percent. */
  readonly spreadBps: number
}
/** The rate that a buyer pays, spread included; orders keep it whole. */
export interface MarketRate extends Rate {
  readonly id: string
  readonly mid: string
  readonly spreadBps: number
  readonly at: Date
  readonly source: string
}
export interface RateRow {
  id: string
  base: string
  quote: string
  mid: string
  spread_bps: number
  at: Date
  source: string
  by: string
}

/** An older rate exchanges nothing: the market then pays in the shop's own currency. */
export const rateLasts = days(7)

const decimal = /^(?:0|[1-9]\d{0,8})(?:\.\d{1,10})?$/

/** `mid` with the spread on top, exactly: four more decimals than `mid` has. */
export function withSpread(mid: string, spreadBps: number): string {
  const [whole = '', part = ''] = mid.split('.')
  const digits = (BigInt(whole + part) * BigInt(10_000 + spreadBps)).toString().padStart(part.length + 5, '0')
  const at = digits.length - part.length - 4
  return `${digits.slice(0, at)}.${digits.slice(at)}`.replace(/\.?0+$/, '')
}

export const rateOf = (r: RateRow): MarketRate => ({
  id: r.id,
  from: r.base as Currency,
  to: r.quote as Currency,
  rate: withSpread(r.mid, r.spread_bps),
  mid: r.mid,
  spreadBps: r.spread_bps,
  at: r.at,
  source: r.source,
})

/** The newest rate of every pair, in one statement. */
export async function readRates(db: Kysely<PriceTables>): Promise<MarketRate[]> {
  const rows =
    await sql<RateRow>`select distinct on (base, quote) * from prices.rates order by base, quote, at desc, seq desc`.execute(db)
  return rows.rows.map(rateOf)
}

/** Takes today's rates from an operator; all or none. Refuses unknown currencies, a pair of one currency and what is no positive decimal. */
export async function setRates(
  house: House,
  doors: Pick<PriceDoors, 'accounts'>,
  caller: Caller,
  wish: { readonly source: string; readonly rates: readonly RateWish[] },
): Promise<Result<MarketRate[], 'forbidden' | 'sign_in_required' | 'rate_invalid'>> {
  const may = doors.accounts.may(caller, 'operate', {})
  if (!may.ok) return may
  for (const [i, r] of wish.rates.entries()) {
    if (!isCurrency(r.from) || !isCurrency(r.to) || r.from === r.to)
      return refuse('rate_invalid', 'A rate is between two of our currencies', { row: i, currencies: Object.keys(currencies) })
    if (!decimal.test(r.mid) || Number(r.mid) <= 0) return refuse('rate_invalid', 'A rate is a positive decimal', { row: i })
  }
  const at = house.clock.now()
  const rows = wish.rates.map(r => ({
    id: newId('rate', at),
    base: r.from,
    quote: r.to,
    mid: r.mid,
    spread_bps: r.spreadBps,
    at,
    source: wish.source,
    by: caller.person,
  }))
  await sql`
    insert into prices.rates (id, base, quote, mid, spread_bps, at, source, by)
    select * from jsonb_to_recordset(${json(rows)}) as r(id text, base text, quote text, mid text, spread_bps int, at timestamptz, source text, by text)`.execute(
    house.db.tables<PriceTables>(),
  )
  return ok(rows.map(rateOf))
}
