import { ok, type Refusal, type Result, refuse, type WireMoney } from '#base/kernel'
import { daysBetween } from '../dates.ts'

/** A percentage as a decimal text: `13`, `2.5`. Amounts are wire money, so that a row is plain JSON. */
export type Percent = string
/** An HS beginning: 2 to 10 digits. The longest that fits a code counts. */
export interface HsPercent {
  readonly hs: string
  /** Null: taxed, but not by a percentage that is known here; a quote is refused. */
  readonly percent: Percent | null
}
/** Any one of these makes goods "high-end": dutiable value per ml or g, per piece (sheet masks), or per item. */
export interface Threshold {
  readonly perMlOrG?: WireMoney
  readonly perPiece?: WireMoney
  readonly perItem?: WireMoney
}
export interface GoodsClass {
  readonly name: string
  readonly hs: readonly string[]
  readonly percent: Percent
  /** The class holds from this value on; null: always. */
  readonly least: Threshold | null
}
export interface PositiveLine {
  /** Eight digits. */
  readonly hs: string
  readonly name: string
  readonly remark: string | null
  readonly bondedOnly?: boolean
  /** Facts of the goods (LandedLine.facts) that this line leaves out. */
  readonly excludes?: readonly string[]
  /** Net grams that one person may have of this line in a year. */
  readonly yearlyGrams?: number
}
export interface Ban {
  readonly hs: string
  /** Country of origin; null: every one. */
  readonly origin: string | null
  readonly why: string
}

/** What each kind of rule says. `hs` lists are beginnings of codes. */
export interface RuleParams {
  /** The states of a customs union, whose VAT rows stand under their own country code. */
  union: { members: readonly string[] }
  /** Cross-border retail import: per order and per person and calendar year. */
  limits: { perOrder: WireMoney; perYear: WireMoney }
  /** Which part of VAT and consumption tax is paid within the limits, and what the seller must have registered before using it. */
  cbec: { payablePercent: Percent; registrations: readonly string[] }
  'positive-list': { edition: string; lines: readonly PositiveLine[] }
  vat: { standard: Percent; reduced: readonly { hs: string; percent: Percent }[] }
  /** Consumption tax (excise) within the price: t/(1 − t) of value and duty. */
  excise: { classes: readonly GoodsClass[] }
  /** `otherwise` for codes without a line; null: unknown. `surcharge` comes on top of every line and is shown apart. */
  duty: { lines: readonly HsPercent[]; otherwise: Percent | null; surcharge?: Percent }
  /** A short tariff that may be used up to a customs value; a null percent sends the code to `duty`. */
  'simple-duty': { upTo: WireMoney; lines: readonly HsPercent[]; otherwise: Percent | null }
  /** Postal articles: one tax for all; nothing when all of it is at most `exempt`. `nearCap` is the cap from the places in `near`. */
  post: {
    classes: readonly GoodsClass[]
    otherwise: Percent
    exempt: WireMoney
    cap: WireMoney
    near: readonly string[]
    nearCap: WireMoney
    withFreight: boolean
  }
  /** Customs value of what individuals import for themselves, as a share of what was paid for the goods. */
  valuation: { individualPercent: Percent; withFreight: boolean }
  /** Up to these customs values nothing is due; null: the relief does not exist. `exceptHs` never has it. */
  relief: { dutyUpTo: WireMoney | null; taxUpTo: WireMoney | null; exceptHs: readonly string[] }
  /**
   * Up to `limit` (goods without freight and insurance) the seller may collect the VAT at the sale, when `registration` is there.
   * `mandatory`: individuals can't be made to pay it at the door instead. `exceptHs` is outside the scheme.
   */
  'seller-collects': { scheme: string; limit: WireMoney; registration: string; mandatory: boolean; exceptHs: readonly string[] }
  /** A fixed duty on each kind of goods (6 digits) in a parcel of the seller-collects scheme. */
  'item-duty': { perItem: WireMoney }
  /** Facts and goods that may not come in at all, by whatever way. */
  prohibited: { facts: readonly string[]; bans: readonly Ban[] }
  /** Rows of these rules must be looked at again: a row older than this is stale even if it has no end. */
  review: { rules: readonly string[]; maxDays: number }
  /** Which former price may be shown beside a lower one. */
  'price-claim': PriceClaimRule
}
export type PriceClaimRule =
  /** The lowest list price of the days before the reduction; the percentage is of it. Steps down without a rise are one reduction when `progressive`. */
  | { readonly kind: 'lowest-before'; readonly days: number; readonly progressive: boolean; readonly shownDays: number | null }
  /** A former list price that held for more than `morePercent` of the window, for `leastDays` in all, and within `lastDays` of today. */
  | {
      readonly kind: 'recently-sold'
      readonly windowDays: number
      readonly morePercent: number
      readonly leastDays: number
      readonly lastDays: number
    }
  /** The lowest executed price of the days before the reduction, else the last one. */
  | { readonly kind: 'lowest-executed'; readonly days: number }

export type RuleName = keyof RuleParams
/** One row of law: it holds on days from `from` on and before `to` (null: until further notice), of the jurisdiction's own calendar. */
export type RuleRow<N extends RuleName = RuleName> = {
  [K in N]: {
    /** `CN`, `JP`, `EU`, `GB`, `SG`, `US`, a member state, or `*` for wherever nothing else is known. */
    readonly jurisdiction: string
    readonly rule: K
    readonly from: string
    readonly to: string | null
    /** Act, announcement or address: where a reader can check it. */
    readonly source: string
    readonly params: Readonly<RuleParams[K]>
  }
}[N]

/** How a quote names the row that it used: `CN/limits@2019-01-01`. */
export const ruleId = (row: { jurisdiction: string; rule: string; from: string }): string =>
  `${row.jurisdiction}/${row.rule}@${row.from}`

function latest<N extends RuleName>(rows: readonly RuleRow[], jurisdiction: string, rule: N, date: string): RuleRow<N> | null {
  let best: RuleRow | null = null
  for (const r of rows)
    if (r.jurisdiction === jurisdiction && r.rule === rule && r.from <= date && (r.to === null || date < r.to))
      if (best === null || r.from > best.from) best = r
  return best as RuleRow<N> | null
}

/**
 * The row that holds on a day (`YYYY-MM-DD` of the jurisdiction): of all that have begun and not ended, the one that began last, so a
 * newer row amends an open one and a row with an end stands before the older one only until then. Refused with `rules_stale` when there
 * is none, or when a `review` row of the jurisdiction says that it is too old to be trusted; the details say which (`missing`, `ended`, `unreviewed`).
 */
export function ruleAt<N extends RuleName>(
  rows: readonly RuleRow[],
  jurisdiction: string,
  rule: N,
  date: string,
): Result<RuleRow<N>, 'rules_stale'> {
  const stale = (reason: string): Refusal<'rules_stale'> =>
    refuse('rules_stale', `No rule "${rule}" of ${jurisdiction} that holds on ${date}`, { jurisdiction, rule, date, reason })
  const row = latest(rows, jurisdiction, rule, date)
  if (!row)
    return stale(rows.some(r => r.jurisdiction === jurisdiction && r.rule === rule && r.from <= date) ? 'ended' : 'missing')
  const review = latest(rows, jurisdiction, 'review', date)?.params
  if (review?.rules.includes(rule) && daysBetween(row.from, date) > review.maxDays) return stale('unreviewed')
  return ok(row)
}

/** The union that a country belongs to on a day, or the country itself. */
export function unionOf(rows: readonly RuleRow[], country: string, date: string): string {
  for (const r of rows)
    if (r.rule === 'union' && latest(rows, r.jurisdiction, 'union', date)?.params.members.includes(country)) return r.jurisdiction
  return country
}
