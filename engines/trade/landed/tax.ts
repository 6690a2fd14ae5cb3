import { ok, type Result, refuse, type WireMoney } from '#base/kernel'
import { add, atLeast, decimal, inverse, minusRatio, mul, none, percent, type Ratio, ratio } from '../exact.ts'
import { byLongestPrefix } from '../hs.ts'
import { type GoodsClass, type HsPercent, type RuleParams, ruleId, type Threshold } from '../rules/rows.ts'
import type { Case, ValuedLine } from './case.ts'
import type { Mode, TradeCode } from './input.ts'

/** Taxes of one line, exactly, in minor units of the destination; and the rows they come from. */
export interface LineTax {
  /** The value that is taxed. */
  readonly dutiable: Ratio
  readonly duty: Ratio
  /** Consumption tax of China. */
  readonly excise: Ratio
  readonly vat: Ratio
  /** Tax on postal articles, surcharges. */
  readonly other: Ratio
  readonly rules: readonly string[]
}
export const untaxed = (dutiable: Ratio, rules: readonly string[]): LineTax => ({
  dutiable,
  duty: none,
  excise: none,
  vat: none,
  other: none,
  rules,
})

/** What the buyer has to be told, or asked, before paying. Texts are the caller's; codes are stable. */
export type NoticeCode =
  | 'cbec_buyer_notice' // origin country's standards, no Chinese label, personal use, own risk: needs a recorded consent
  | 'buyer_id' // real name and ID number, the payer's own
  | 'personal_use' // not for resale
  | 'paid_by_carrier' // tax is collected at the door; customs may assess it otherwise
  | 'collected_by_seller' // tax is in the price that is paid now
  | 'customs_may_revalue' // postal articles are assessed by customs' own table
  | 'state_sales_tax_not_included'
export interface Notice {
  readonly code: NoticeCode
  /** The sale must not go on without a recorded yes. */
  readonly consent: boolean
}

/** By which rule within a way the tax was found. */
export type Regime = 'cbec' | 'cbec_full_tax' | 'post' | 'post_exempt' | 'seller_collects' | 'import' | 'import_relief'

/** One legal way into the country, taxed. */
export interface Assessment {
  readonly mode: Mode
  readonly regime: Regime
  /** One for each line of the case, in its order. */
  readonly taxes: readonly LineTax[]
  /** The tax is known but not collected. */
  readonly waived: boolean
  readonly notices: readonly Notice[]
  /** Counts against China's yearly allowance, minor units; null: does not. */
  readonly quota: bigint | null
}

export const big = (m: WireMoney): bigint => BigInt(m.minor)
export const whole = (n: bigint): Ratio => ratio(n)

/** Tax on top. */
export const onTop = (value: Ratio, rate: string): Ratio => mul(value, percent(rate))
/** Tax within: value · t/(1 − t), as consumption tax of China is part of its own base. Source: domain.md 4.3. */
export function within(value: Ratio, rate: string): Ratio {
  const t = percent(rate)
  return mul(mul(value, t), inverse(minusRatio(ratio(1n), t)))
}
export const vatRate = (vat: RuleParams['vat'], digits: string): string =>
  byLongestPrefix(vat.reduced, digits)?.percent ?? vat.standard

/** Whether a line reaches a value: by any measure that is given. Null: a measure that would decide is missing. */
function reaches(least: Threshold, l: ValuedLine, value: Ratio): boolean | null {
  const each = mul(value, ratio(1n, BigInt(l.line.quantity)))
  const holds: boolean[] = []
  if (least.perItem) holds.push(atLeast(each, whole(big(least.perItem))))
  if (least.perMlOrG && l.line.mlOrG !== undefined)
    holds.push(atLeast(mul(each, inverse(decimal(l.line.mlOrG))), whole(big(least.perMlOrG))))
  if (least.perPiece && l.line.pieces !== undefined)
    holds.push(atLeast(mul(each, ratio(1n, BigInt(l.line.pieces))), whole(big(least.perPiece))))
  return holds.length === 0 ? null : holds.some(h => h)
}

/** The class that a line falls under: the longest HS beginning whose value is reached; null: none. */
export function classOf(
  classes: readonly GoodsClass[],
  l: ValuedLine,
  value: Ratio,
): Result<GoodsClass | null, 'measure_missing'> {
  const fits = classes.flatMap(c => c.hs.map(hs => ({ hs, class: c }))).filter(f => l.hs.digits.startsWith(f.hs))
  for (const { class: found } of fits.sort((a, b) => b.hs.length - a.hs.length)) {
    if (found.least === null) return ok(found)
    const reached = reaches(found.least, l, value)
    if (reached === null)
      return refuse('measure_missing', `How much one piece holds decides whether this is "${found.name}"`, {
        line: l.line.id,
        class: found.name,
        wants: ['mlOrG', 'pieces'],
      })
    if (reached) return ok(found)
  }
  return ok(null)
}

/** The duty of a line by a list of percentages; null: not by any that is known. */
export const dutyRate = (lines: readonly HsPercent[], otherwise: string | null, digits: string): string | null => {
  const line = byLongestPrefix(lines, digits)
  return line ? line.percent : otherwise
}
/** Duty and surcharge of a line by the jurisdiction's `duty` row. */
export function generalDuty(
  c: Case,
  l: ValuedLine,
  value: Ratio,
): Result<{ duty: Ratio; surcharge: Ratio; rule: string }, TradeCode> {
  const row = c.rule('duty')
  if (!row.ok) return row
  const { lines, otherwise, surcharge } = row.value.params
  const rate = dutyRate(lines, otherwise, l.hs.digits)
  if (rate === null)
    return refuse('duty_unknown', `No duty rate of ${c.jurisdiction} is known for ${l.hs.digits}`, {
      line: l.line.id,
      hs: l.hs.digits,
    })
  return ok({
    duty: onTop(value, rate),
    surcharge: surcharge === undefined ? none : onTop(value, surcharge),
    rule: ruleId(row.value),
  })
}
export const taxOf = (t: LineTax): Ratio => [t.duty, t.excise, t.vat, t.other].reduce(add, none)

/** Every line, or the first refusal. */
export function eachLine<T>(
  lines: readonly ValuedLine[],
  work: (l: ValuedLine, i: number) => Result<T, TradeCode>,
): Result<readonly T[], TradeCode> {
  const done: T[] = []
  for (const [i, l] of lines.entries()) {
    const r = work(l, i)
    if (!r.ok) return r
    done.push(r.value)
  }
  return ok(done)
}
