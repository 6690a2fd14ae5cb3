import { type Currency, type Money, ok, type Result, refuse } from '#base/kernel'
import { isDecimal } from '../exact.ts'
import { type Hs, parseHs } from '../hs.ts'

/** Ways into a country. China: `1210` bonded stock, `9610` direct mail, `post` personal articles. Elsewhere the seller collects, or the carrier at the door. */
export const modes = ['1210', '9610', 'post', 'seller_collects', 'import'] as const
export type Mode = (typeof modes)[number]

export interface LandedLine {
  /** Unique in the quote. Lines are worked on in the order of their ids, so the order in which they come changes nothing. */
  readonly id: string
  /** 6, 8 or 10 digits; China's cross-border modes need 8. */
  readonly hs: string
  /** Pieces, a whole number from 1 to 999,999. */
  readonly quantity: number
  /** What one piece costs, without the order's discount. All lines in one currency. */
  readonly unitPrice: Money
  /** Country of origin, two capitals; null: unknown, which a ban by origin treats as banned. */
  readonly origin: string | null
  /** Net grams of one piece; needed where a list counts weight by the year. */
  readonly netGrams?: number
  /** Millilitres or grams that one piece holds, a decimal text: decides what is a high-end cosmetic. */
  readonly mlOrG?: string
  /** Single sheets or masks in one piece. */
  readonly pieces?: number
  /** What the goods are, in words of the rules: `cites`, `second_hand`, `aerosol`, `fresh`, … */
  readonly facts?: readonly string[]
}

/** One unit of `from` is `rate` units of `to` (major units, decimal text). Also used the other way round, exactly. */
export interface Rate {
  readonly id: string
  readonly from: Currency
  readonly to: Currency
  readonly rate: string
  /** A quote after this instant needs a newer rate. */
  readonly validUntil: Date
}

export interface LandedInput {
  /** Country of the buyer, two capitals. `GB`, not UK. */
  readonly destination: string
  /** Where the parcel leaves from; `bonded`: it lies in a special zone of the destination already. */
  readonly shipsFrom: { readonly country: string; readonly bonded: boolean }
  readonly at: Date
  /** `best`: the legal way that costs the buyer least. */
  readonly mode: Mode | 'best'
  readonly lines: readonly LandedLine[]
  readonly freight: Money
  readonly insurance: Money
  /** What is taken off the goods, by everybody who pays for it: customs is told what was paid. Not below zero. */
  readonly discount: Money
  readonly buyer: 'individual' | 'business'
  /** What this person has used of China's yearly allowance (quotaAfter); and net grams by 8-digit line, where the list counts them. */
  readonly used?: { readonly value: Money; readonly grams?: Readonly<Record<string, number>> }
  /** The seller's registrations by the names that the rules use: `ioss`, `gbVat`, `sgGst`, `ebpCode`, … */
  readonly registrations: Readonly<Record<string, string>>
  readonly rates: readonly Rate[]
}

/** Why there is no quote. Stable; `message` and `details` say more. */
export type TradeCode =
  | 'lines_invalid' // none, too many, an id twice, a quantity, price, measure or discount that can't be
  | 'currency_mixed' // lines of two currencies
  | 'hs_form'
  | 'hs_unknown'
  | 'hs_too_short' // this way needs 8 digits
  | 'destination_unknown' // no rules for that country
  | 'not_an_import' // within one customs territory
  | 'rate_missing'
  | 'rate_stale'
  | 'rules_stale' // no row holds on that day, or it must be looked at again
  | 'prohibited'
  | 'mode_unknown' // not a way into this country
  | 'mode_needs_bonded' // 1210 sells what lies in a zone
  | 'mode_ships_abroad' // direct mail and post start abroad
  | 'registration_missing'
  | 'buyer_not_individual'
  | 'not_on_positive_list'
  | 'list_excludes' // on the list, but a remark leaves these goods out
  | 'over_weight_quota'
  | 'over_order_limit'
  | 'over_year_limit'
  | 'over_post_cap'
  | 'over_scheme_limit'
  | 'outside_scheme'
  | 'measure_missing' // millilitres, grams, pieces or weight decide, and are not given
  | 'duty_unknown' // no percentage for this code

/** A line whose words have been read. */
export interface ReadLine {
  readonly line: LandedLine
  readonly hs: Hs
}

const whole = (n: number | undefined): boolean => n === undefined || (Number.isSafeInteger(n) && n > 0 && n <= 1_000_000_000)
const most = 10n ** 13n

/** The lines in the order of their ids, or the first thing that can't be. */
export function readLines(input: LandedInput): Result<readonly ReadLine[], TradeCode> {
  const wrong = (why: string, line?: string) => refuse('lines_invalid', why, line === undefined ? {} : { line })
  if (input.lines.length === 0 || input.lines.length > 500) return wrong('A quote has 1 to 500 lines')
  const currency = input.lines[0]?.unitPrice.currency
  const seen = new Set<string>()
  const read: ReadLine[] = []
  for (const line of input.lines) {
    if (seen.has(line.id)) return wrong('Two lines have the same id', line.id)
    seen.add(line.id)
    if (!Number.isSafeInteger(line.quantity) || line.quantity < 1 || line.quantity > 999_999)
      return wrong('A quantity is a whole number from 1 to 999,999', line.id)
    if (line.unitPrice.minor < 0n || line.unitPrice.minor > most)
      return wrong('A price is not below zero, and has an end', line.id)
    if (line.unitPrice.currency !== currency) return refuse('currency_mixed', 'All lines are in one currency', { line: line.id })
    if (
      !whole(line.netGrams) ||
      !whole(line.pieces) ||
      (line.mlOrG !== undefined && !(isDecimal(line.mlOrG) && Number(line.mlOrG) > 0))
    )
      return wrong('A measure is above zero', line.id)
    const hs = parseHs(line.hs)
    if (!hs.ok) return refuse(hs.code, hs.message, { ...hs.details, line: line.id })
    read.push({ line, hs: hs.value })
  }
  for (const m of [input.freight, input.insurance, input.discount])
    if (m.minor < 0n || m.minor > most) return wrong('Freight, insurance and discount are not below zero')
  if (input.discount.currency !== currency) return refuse('currency_mixed', 'The discount is in the currency of the lines')
  if (input.lines.reduce((t, l) => t + l.unitPrice.minor * BigInt(l.quantity), 0n) < input.discount.minor)
    return wrong('The discount is larger than the goods')
  const used = input.used?.value
  if (used && (used.currency !== 'CNY' || used.minor < 0n))
    return wrong('What was used of the allowance is an amount of CNY, not below zero')
  return ok(read.sort((a, b) => (a.line.id < b.line.id ? -1 : 1)))
}
