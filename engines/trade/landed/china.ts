import { ok, type Refusal, type Result, refuse } from '#base/kernel'
import { add, mul, none, percent, type Ratio } from '../exact.ts'
import { type PositiveLine, type RuleRow, ruleId } from '../rules/rows.ts'
import { type Case, cifOf, netOf, totalOf, type ValuedLine } from './case.ts'
import type { TradeCode } from './input.ts'
import {
  type Assessment,
  big,
  classOf,
  eachLine,
  generalDuty,
  type LineTax,
  type Notice,
  onTop,
  untaxed,
  vatRate,
  whole,
  within,
} from './tax.ts'

/** One piece of one thing: what can't be divided may pass the limits of value. */
const singleItem = (c: Case): boolean => c.lines.length === 1 && c.lines[0]?.line.quantity === 1

/** An official list has 1,476 lines and stays the same from quote to quote. */
const indexes = new WeakMap<readonly PositiveLine[], ReadonlyMap<string, PositiveLine>>()
function indexOf(lines: readonly PositiveLine[]): ReadonlyMap<string, PositiveLine> {
  let index = indexes.get(lines)
  if (!index) indexes.set(lines, (index = new Map(lines.map(l => [l.hs, l]))))
  return index
}

/** Whether every line is on the list, with its remarks: bonded only, goods left out, weight by the year. */
function listed(c: Case, mode: '1210' | '9610', row: RuleRow<'positive-list'>): Refusal<TradeCode> | null {
  const grams = new Map<string, number>(Object.entries(c.input.used?.grams ?? {}))
  for (const { line, hs } of c.lines) {
    const at = { line: line.id, hs: hs.digits }
    if (hs.digits.length < 8) return refuse('hs_too_short', 'China’s positive list has codes of 8 digits', at)
    const code = hs.digits.slice(0, 8)
    const entry = indexOf(row.params.lines).get(code)
    if (!entry) return refuse('not_on_positive_list', `${code} is not on the positive list ${row.params.edition}`, at)
    if (entry.bondedOnly && mode !== '1210')
      return refuse('list_excludes', `${entry.name}: bonded import only`, { ...at, remark: entry.remark })
    const out = line.facts?.find(f => entry.excludes?.includes(f))
    if (out) return refuse('list_excludes', `${entry.name}: ${entry.remark ?? out}`, { ...at, remark: entry.remark, fact: out })
    if (entry.yearlyGrams === undefined) continue
    if (line.netGrams === undefined)
      return refuse('measure_missing', 'The list counts the weight of these goods', { ...at, wants: ['netGrams'] })
    const sum = (grams.get(code) ?? 0) + line.netGrams * line.quantity
    if (sum > entry.yearlyGrams)
      return refuse('over_weight_quota', `${entry.name}: ${entry.yearlyGrams} g per person and year`, {
        ...at,
        grams: sum,
        most: entry.yearlyGrams,
      })
    grams.set(code, sum)
  }
  return null
}

/** Who may use the scheme at all. */
function admitted(c: Case, mode: '1210' | '9610', row: RuleRow<'cbec'>): Refusal<TradeCode> | null {
  const { shipsFrom, buyer, registrations } = c.input
  if (mode === '1210' && !shipsFrom.bonded) return refuse('mode_needs_bonded', '1210 sells goods that lie in a bonded zone')
  if (mode === '9610' && shipsFrom.bonded) return refuse('mode_ships_abroad', '9610 is for parcels from abroad')
  if (buyer !== 'individual') return refuse('buyer_not_individual', 'Cross-border retail import is for personal use')
  const missing = row.params.registrations.filter(r => !registrations[r])
  return missing.length === 0
    ? null
    : refuse('registration_missing', 'The shop is not registered for cross-border retail import', { missing })
}

interface CbecRules {
  readonly limits: RuleRow<'limits'>
  readonly cbec: RuleRow<'cbec'>
  readonly vat: RuleRow<'vat'>
  readonly excise: RuleRow<'excise'>
  readonly list: RuleRow<'positive-list'>
}

/**
 * D = P·t_d; CT = (P + D)·t_c/(1 − t_c); VAT = (P + D + CT)·t_v. Within the limits D is 0 and 70 % of CT and VAT are paid;
 * a single item above the limit pays all of it. Source: domain.md 4.3, Caiguanshui 2016 No. 18.
 */
function cbecTax(c: Case, l: ValuedLine, rules: CbecRules, full: boolean): Result<LineTax, TradeCode> {
  const value = whole(cifOf(l))
  const duty = full ? generalDuty(c, l, value) : ok({ duty: none, surcharge: none, rule: ruleId(rules.cbec) })
  if (!duty.ok) return duty
  const found = classOf(rules.excise.params.classes, l, value)
  if (!found.ok) return found
  const dutied = add(value, duty.value.duty)
  const excise = found.value ? within(dutied, found.value.percent) : none
  const vat = onTop(add(dutied, excise), vatRate(rules.vat.params, l.hs.digits))
  const paid = (tax: Ratio): Ratio => (full ? tax : mul(tax, percent(rules.cbec.params.payablePercent)))
  return ok({
    dutiable: value,
    duty: duty.value.duty,
    excise: paid(excise),
    vat: paid(vat),
    other: duty.value.surcharge,
    rules: [ruleId(rules.limits), ruleId(rules.list), ruleId(rules.vat), ruleId(rules.excise), duty.value.rule],
  })
}

const cbecNotices: readonly Notice[] = [
  { code: 'cbec_buyer_notice', consent: true },
  { code: 'buyer_id', consent: false },
  { code: 'personal_use', consent: false },
  { code: 'collected_by_seller', consent: false },
]

/** Cross-border retail import, from a bonded zone (1210) or by direct mail (9610). */
export function cbec(c: Case, mode: '1210' | '9610'): Result<Assessment, TradeCode> {
  const [limits, scheme, vat, excise, list] = [
    c.rule('limits'),
    c.rule('cbec'),
    c.rule('vat'),
    c.rule('excise'),
    c.rule('positive-list'),
  ]
  if (!limits.ok) return limits
  if (!scheme.ok) return scheme
  if (!vat.ok) return vat
  if (!excise.ok) return excise
  if (!list.ok) return list
  const out = admitted(c, mode, scheme.value) ?? listed(c, mode, list.value)
  if (out) return out
  const value = totalOf(c.lines, cifOf)
  const [perOrder, perYear] = [big(limits.value.params.perOrder), big(limits.value.params.perYear)]
  const used = c.input.used?.value.minor ?? 0n
  if (used + value > perYear)
    return refuse('over_year_limit', 'Over the yearly allowance only general trade is left, which is not quoted here', {
      used: used.toString(),
      value: value.toString(),
      perYear: perYear.toString(),
    })
  const full = value > perOrder
  if (full && !singleItem(c))
    return refuse(
      'over_order_limit',
      'Over the limit of one order; only a single item that can’t be divided may pass, with full tax',
      {
        value: value.toString(),
        perOrder: perOrder.toString(),
      },
    )
  const rules: CbecRules = { limits: limits.value, cbec: scheme.value, vat: vat.value, excise: excise.value, list: list.value }
  const taxes = eachLine(c.lines, l => cbecTax(c, l, rules, full))
  if (!taxes.ok) return taxes
  return ok({
    mode,
    regime: full ? 'cbec_full_tax' : 'cbec',
    taxes: taxes.value,
    waived: false,
    notices: cbecNotices,
    quota: value,
  })
}

/** Personal postal articles: one tax by class of goods, nothing when all of it is at most CNY 50. Source: domain.md 4.4. */
export function post(c: Case): Result<Assessment, TradeCode> {
  const row = c.rule('post')
  if (!row.ok) return row
  const { params } = row.value
  if (c.input.shipsFrom.bonded) return refuse('mode_ships_abroad', 'Personal post starts abroad')
  if (c.input.buyer !== 'individual') return refuse('buyer_not_individual', 'Personal post is for personal use')
  const worthOf = (l: ValuedLine) => (params.withFreight ? cifOf(l) : netOf(l))
  const value = totalOf(c.lines, worthOf)
  const cap = big(params.near.includes(c.input.shipsFrom.country) ? params.nearCap : params.cap)
  if (value > cap && !singleItem(c))
    return refuse('over_post_cap', 'Over the value of one parcel; only a single item that can’t be divided may pass', {
      value: value.toString(),
      cap: cap.toString(),
    })
  const taxes = eachLine(c.lines, l => {
    const worth = whole(worthOf(l))
    const found = classOf(params.classes, l, worth)
    if (!found.ok) return found
    return ok({ ...untaxed(worth, [ruleId(row.value)]), other: onTop(worth, found.value?.percent ?? params.otherwise) })
  })
  if (!taxes.ok) return taxes
  const exact = taxes.value.reduce((t, x) => add(t, x.other), none)
  const waived = exact.n <= big(params.exempt) * exact.d
  const notices: Notice[] = [
    { code: 'personal_use', consent: false },
    { code: 'buyer_id', consent: false },
    { code: 'customs_may_revalue', consent: false },
    { code: 'paid_by_carrier', consent: false },
  ]
  return ok({ mode: 'post', regime: waived ? 'post_exempt' : 'post', taxes: taxes.value, waived, notices, quota: null })
}
