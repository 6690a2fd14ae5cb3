import { ok, type Refusal, type Result, refuse } from '#base/kernel'
import { add, decimal, mul, none, percent, type Ratio, ratio, shareOut } from '../exact.ts'
import { hasPrefix } from '../hs.ts'
import { type RuleRow, ruleId } from '../rules/rows.ts'
import { type Case, cifOf, netOf, totalOf, type ValuedLine } from './case.ts'
import type { TradeCode } from './input.ts'
import {
  type Assessment,
  big,
  dutyRate,
  eachLine,
  generalDuty,
  type LineTax,
  type Notice,
  onTop,
  untaxed,
  vatRate,
  whole,
} from './tax.ts'

/** A fixed duty on each kind of goods (6 digits) in the parcel, shared by value among the lines of a kind. */
function itemDuties(lines: readonly ValuedLine[], each: bigint): bigint[] {
  const duties = lines.map(() => 0n)
  for (const kind of new Set(lines.map(l => l.hs.subheading))) {
    const places = lines.flatMap((l, i) => (l.hs.subheading === kind ? [i] : []))
    const parts = shareOut(
      each,
      places.map(i => netOf(lines[i] as ValuedLine)),
    )
    places.forEach((place, k) => {
      duties[place] = parts[k] as bigint
    })
  }
  return duties
}

/** IOSS, UK VAT up to £135, Singapore's OVR: low values, VAT paid at the sale, on freight, insurance and duty too. */
export function sellerCollects(c: Case): Result<Assessment, TradeCode> {
  const scheme = c.rule('seller-collects')
  if (!scheme.ok) return scheme
  const out = outsideScheme(c, scheme.value)
  if (out) return out
  const { registration } = scheme.value.params
  if (!c.input.registrations[registration])
    return refuse('registration_missing', `The shop is not registered for ${scheme.value.params.scheme}`, {
      missing: [registration],
    })
  const [duty, vat] = [c.rule('item-duty'), c.rule('vat')]
  if (!duty.ok) return duty
  if (!vat.ok) return vat
  const duties = itemDuties(c.lines, big(duty.value.params.perItem))
  const rules = [ruleId(scheme.value), ruleId(duty.value), ruleId(vat.value)]
  const taxes = c.lines.map((l, i): LineTax => {
    const value = whole(cifOf(l))
    const owed = whole(duties[i] as bigint)
    return { ...untaxed(value, rules), duty: owed, vat: onTop(add(value, owed), vatRate(vat.value.params, l.hs.digits)) }
  })
  return ok({
    mode: 'seller_collects',
    regime: 'seller_collects',
    taxes,
    waived: false,
    notices: [{ code: 'collected_by_seller', consent: false }],
    quota: null,
  })
}

function outsideScheme(c: Case, row: RuleRow<'seller-collects'>): Refusal<TradeCode> | null {
  const { limit, exceptHs, scheme } = row.params
  if (c.input.buyer !== 'individual') return refuse('buyer_not_individual', `${scheme} is for sales to individuals`)
  const out = c.lines.find(l => hasPrefix(exceptHs, l.hs.digits))
  if (out) return refuse('outside_scheme', `${scheme} leaves these goods out`, { line: out.line.id, hs: out.hs.digits })
  const value = totalOf(c.lines, netOf)
  return value > big(limit)
    ? refuse('over_scheme_limit', `Over the limit of ${scheme}`, { value: value.toString(), limit: limit.minor })
    : null
}

/** What customs takes as the value: all of it with freight and insurance, or a share of the goods for individuals where a row says so. */
function customsValues(c: Case): { values: Ratio[]; rule: string | null } {
  const row = c.rule('valuation')
  if (!row.ok || c.input.buyer !== 'individual') return { values: c.lines.map(l => whole(cifOf(l))), rule: null }
  const { individualPercent, withFreight } = row.value.params
  const values = c.lines.map(l => mul(whole(withFreight ? cifOf(l) : netOf(l)), percent(individualPercent)))
  return { values, rule: ruleId(row.value) }
}

function lineDuty(c: Case, l: ValuedLine, value: Ratio, total: Ratio): ReturnType<typeof generalDuty> {
  const simple = c.rule('simple-duty')
  if (simple.ok && total.n <= big(simple.value.params.upTo) * total.d) {
    const rate = dutyRate(simple.value.params.lines, simple.value.params.otherwise, l.hs.digits)
    if (rate !== null) return ok({ duty: onTop(value, rate), surcharge: none, rule: ruleId(simple.value) })
  }
  return generalDuty(c, l, value)
}

function importNotices(c: Case, taxed: boolean): Notice[] {
  const notices: Notice[] = [{ code: taxed ? 'paid_by_carrier' : 'customs_may_revalue', consent: false }]
  if (c.jurisdiction === 'US') notices.push({ code: 'state_sales_tax_not_included', consent: false })
  return notices
}

/** Import in the buyer's name: relief for low values, else duty and VAT on value and duty; the carrier collects at the door. */
export function importAtDoor(c: Case): Result<Assessment, TradeCode> {
  const scheme = c.rule('seller-collects')
  if (scheme.ok && scheme.value.params.mandatory && !outsideScheme(c, scheme.value))
    return refuse('registration_missing', `Low values need the seller’s ${scheme.value.params.scheme}`, {
      missing: [scheme.value.params.registration],
    })
  const [relief, vat] = [c.rule('relief'), c.rule('vat')]
  if (!relief.ok) return relief
  if (!vat.ok) return vat
  const { values, rule } = customsValues(c)
  const total = values.reduce(add, none)
  // Relief of the EU, the UK and Singapore is measured on the goods alone, Japan's on the customs value.
  const measured = rule ? total : ratio(totalOf(c.lines, netOf))
  const free = (limit: { minor: string } | null, l: ValuedLine): boolean =>
    limit !== null && atMost(measured, limit.minor) && !hasPrefix(relief.value.params.exceptHs, l.hs.digits)
  const rules = [ruleId(relief.value), ...(rule ? [rule] : [])]
  const taxes = eachLine(c.lines, (l, i) => {
    const value = values[i] as Ratio
    const duty = free(relief.value.params.dutyUpTo, l)
      ? ok({ duty: none, surcharge: none, rule: '' })
      : lineDuty(c, l, value, total)
    if (!duty.ok) return duty
    const { surcharge } = duty.value
    const dutied = add(add(value, duty.value.duty), surcharge)
    const untaxedToo = free(relief.value.params.taxUpTo, l)
    return ok({
      ...untaxed(value, [...rules, ...(duty.value.rule ? [duty.value.rule] : []), ...(untaxedToo ? [] : [ruleId(vat.value)])]),
      duty: duty.value.duty,
      other: surcharge,
      vat: untaxedToo ? none : onTop(dutied, vatRate(vat.value.params, l.hs.digits)),
    })
  })
  if (!taxes.ok) return taxes
  const taxed = taxes.value.some(t => t.duty.n > 0n || t.vat.n > 0n || t.other.n > 0n)
  return ok({
    mode: 'import',
    regime: taxed ? 'import' : 'import_relief',
    taxes: taxes.value,
    waived: false,
    notices: importNotices(c, taxed),
    quota: null,
  })
}
const atMost = (a: Ratio, minor: string): boolean => a.n <= decimal(minor).n * a.d
