import { type Money, money, ok, type Refusal, type Result, refuse } from '#base/kernel'
import { ratioText, rounded, wholeParts } from '../exact.ts'
import type { RuleRow } from '../rules/rows.ts'
import { type Case, cifOf, openCase } from './case.ts'
import { cbec, post } from './china.ts'
import { importAtDoor, sellerCollects } from './elsewhere.ts'
import type { LandedInput, Mode, TradeCode } from './input.ts'
import { type Assessment, type Notice, type Regime, taxOf } from './tax.ts'

export interface Exact {
  /** Minor units as `n` or `n/d`, before any rounding. */
  readonly dutiable: string
  readonly duty: string
  readonly excise: string
  readonly vat: string
  readonly other: string
}
export interface QuoteLine {
  readonly id: string
  /** All digits. */
  readonly hs: string
  readonly goods: Money
  readonly discount: Money
  readonly freight: Money
  readonly insurance: Money
  readonly duty: Money
  readonly excise: Money
  readonly vat: Money
  readonly other: Money
  /** duty + excise + vat + other: the exact sum, rounded once; the parts get its units by largest remainder. */
  readonly tax: Money
  /** goods − discount + freight + insurance + tax. */
  readonly total: Money
  /** The rows of law that were used, `CN/vat@2019-04-01`. */
  readonly rules: readonly string[]
  /** For the record, also when nothing is collected. */
  readonly exact: Exact
}
export interface Alternative {
  readonly mode: Mode
  readonly regime: Regime
  readonly tax: Money
  readonly total: Money
}
export interface Quote {
  readonly destination: string
  /** The day there whose rules were used. */
  readonly date: string
  readonly mode: Mode
  readonly regime: Regime
  /** In the order of the lines that were given. */
  readonly lines: readonly QuoteLine[]
  /** Sums of the lines, in the destination's currency. */
  readonly goods: Money
  readonly discount: Money
  readonly freight: Money
  readonly insurance: Money
  readonly duty: Money
  readonly excise: Money
  readonly vat: Money
  readonly other: Money
  readonly tax: Money
  readonly total: Money
  /** Ids of the currency rates that were used: keep them with the order. */
  readonly rates: readonly string[]
  /** What this order takes from China's yearly allowance; null: nothing is counted. */
  readonly quota: Money | null
  readonly notices: readonly Notice[]
  /** Other legal ways, cheapest first. */
  readonly alternatives: readonly Alternative[]
  /** Ways that are not open, and why. */
  readonly refused: readonly { readonly mode: Mode; readonly code: TradeCode; readonly message: string }[]
}

/** Ways that a territory knows at all; whether one is open, rules, registrations and goods decide. */
export const waysInto: Readonly<Record<Case['jurisdiction'], readonly Mode[]>> = {
  CN: ['9610', '1210', 'post'],
  JP: ['import'],
  EU: ['seller_collects', 'import'],
  GB: ['seller_collects', 'import'],
  SG: ['seller_collects', 'import'],
  US: ['import'],
}
const assess: Readonly<Record<Mode, (c: Case) => Result<Assessment, TradeCode>>> = {
  '1210': c => cbec(c, '1210'),
  '9610': c => cbec(c, '9610'),
  post,
  seller_collects: sellerCollects,
  import: importAtDoor,
}

function quoteLines(c: Case, a: Assessment): QuoteLine[] {
  const in_ = (minor: bigint) => money(minor, c.currency)
  return c.lines.map((l, i) => {
    const t = a.taxes[i] as Assessment['taxes'][number]
    const tax = a.waived ? 0n : rounded(taxOf(t), c.currency).minor
    const parts = a.waived ? [0n, 0n, 0n, 0n] : wholeParts([t.duty, t.excise, t.vat, t.other], tax)
    const [duty, excise, vat, other] = parts.map(in_) as [Money, Money, Money, Money]
    return {
      id: l.line.id,
      hs: l.hs.digits,
      goods: in_(l.goods),
      discount: in_(l.discount),
      freight: in_(l.freight),
      insurance: in_(l.insurance),
      duty,
      excise,
      vat,
      other,
      tax: in_(tax),
      total: in_(cifOf(l) + tax),
      rules: [...new Set(t.rules)],
      exact: {
        dutiable: ratioText(t.dutiable),
        duty: ratioText(t.duty),
        excise: ratioText(t.excise),
        vat: ratioText(t.vat),
        other: ratioText(t.other),
      },
    }
  })
}
const sums = ['goods', 'discount', 'freight', 'insurance', 'duty', 'excise', 'vat', 'other', 'tax', 'total'] as const
type Sums = Readonly<Record<(typeof sums)[number], Money>>
function totals(c: Case, lines: readonly QuoteLine[]): Sums {
  const of = (key: (typeof sums)[number]) =>
    money(
      lines.reduce((t, l) => t + l[key].minor, 0n),
      c.currency,
    )
  return Object.fromEntries(sums.map(key => [key, of(key)])) as Sums
}

interface Open {
  readonly a: Assessment
  readonly lines: readonly QuoteLine[]
  readonly totals: Sums
}
const alternative = (o: Open): Alternative => ({ mode: o.a.mode, regime: o.a.regime, tax: o.totals.tax, total: o.totals.total })

/**
 * What an order costs at the buyer's door: goods, freight, insurance, duty, consumption tax and VAT, line by line, in the destination's
 * currency. Every line's tax is exact until it is rounded once to the minor unit; lines add up to the totals. Freight, insurance and discount are
 * shared by value, largest remainder first. The law is `rules` (bundledRules, or mergeRules with an operator's own) on the day at the destination.
 *
 * `mode: 'best'` takes the legal way with the lowest total. A refusal carries what is open instead in `details.offers`, and every way that
 * is not in `details.refused`. Formulas: domain.md 4.3, 4.4, 4.6. Not legal advice.
 */
export function landedCost(rules: readonly RuleRow[], input: LandedInput): Result<Quote, TradeCode> {
  const opened = openCase(rules, input)
  if (!opened.ok) return opened
  const c = opened.value
  const here = waysInto[c.jurisdiction]
  if (input.mode !== 'best' && !here.includes(input.mode))
    return refuse('mode_unknown', `${input.mode} is not a way into ${input.destination}`, { ways: here })
  const open: Open[] = []
  const closed: { mode: Mode; refusal: Refusal<TradeCode> }[] = []
  for (const mode of here) {
    const r = assess[mode](c)
    if (!r.ok) closed.push({ mode, refusal: r })
    else {
      const lines = quoteLines(c, r.value)
      open.push({ a: r.value, lines, totals: totals(c, lines) })
    }
  }
  // The sort is stable, so of ways that cost the same the one that the table names first is taken.
  open.sort((a, b) => Number(a.totals.total.minor - b.totals.total.minor))
  const refused = closed.map(({ mode, refusal }) => ({ mode, code: refusal.code, message: refusal.message }))
  const chosen = input.mode === 'best' ? open[0] : open.find(o => o.a.mode === input.mode)
  if (!chosen) {
    const main = closed.find(x => x.mode === input.mode) ?? closed.find(x => !wrongStart(x.refusal.code)) ?? closed[0]
    const { code, message, details } = (main as { refusal: Refusal<TradeCode> }).refusal
    return refuse(code, message, { ...details, offers: open.map(alternative), refused })
  }
  return ok(quoteOf(c, chosen, open, refused))
}

/** Says only where the goods lie, not what is wrong with the order. */
const wrongStart = (code: TradeCode): boolean => code === 'mode_needs_bonded' || code === 'mode_ships_abroad'

function quoteOf(c: Case, chosen: Open, open: readonly Open[], refused: Quote['refused']): Quote {
  const given = new Map(c.input.lines.map((l, i) => [l.id, i]))
  return {
    destination: c.input.destination,
    date: c.date,
    mode: chosen.a.mode,
    regime: chosen.a.regime,
    lines: [...chosen.lines].sort((a, b) => (given.get(a.id) as number) - (given.get(b.id) as number)),
    ...chosen.totals,
    rates: c.rateIds,
    quota: chosen.a.quota === null ? null : money(chosen.a.quota, c.currency),
    notices: chosen.a.notices,
    alternatives: open.filter(o => o !== chosen).map(alternative),
    refused,
  }
}
