import { type Currency, type Money, ok, type Result, refuse } from '#base/kernel'
import { civilDate, isJurisdiction, type Jurisdiction, jurisdictions } from '../dates.ts'
import { halfEven, inverse, isDecimal, minorRate, mul, type Ratio, ratio, shareOut, wholeParts } from '../exact.ts'
import type { Hs } from '../hs.ts'
import { type RuleName, type RuleRow, ruleAt, unionOf } from '../rules/rows.ts'
import { type LandedInput, type LandedLine, type ReadLine, readLines, type TradeCode } from './input.ts'

/** A line in the destination's minor units, with its shares of what was said of the whole order. */
export interface ValuedLine {
  readonly line: LandedLine
  readonly hs: Hs
  readonly goods: bigint
  readonly discount: bigint
  readonly freight: bigint
  readonly insurance: bigint
}
/** Goods as paid: without freight and insurance. */
export const netOf = (l: ValuedLine): bigint => l.goods - l.discount
/** Goods as paid, with freight and insurance: the value that China and the EU tax. */
export const cifOf = (l: ValuedLine): bigint => netOf(l) + l.freight + l.insurance

/** Everything that the ways of one country are judged by. */
export interface Case {
  readonly input: LandedInput
  readonly jurisdiction: Jurisdiction
  readonly currency: Currency
  /** The day there. */
  readonly date: string
  readonly lines: readonly ValuedLine[]
  readonly rateIds: readonly string[]
  /** The row of a rule that holds on the day; VAT is the member state's. */
  rule<N extends RuleName>(name: N): Result<RuleRow<N>, 'rules_stale'>
}
export const totalOf = (lines: readonly ValuedLine[], of: (l: ValuedLine) => bigint): bigint =>
  lines.reduce((t, l) => t + of(l), 0n)

/** Finds the rate into `to`, in minor units; the ids of those used are kept. */
function exchange(input: LandedInput, to: Currency) {
  const used = new Set<string>()
  const into = (from: Currency): Result<Ratio, TradeCode> => {
    if (from === to) return ok(ratio(1n))
    const rate = input.rates.find(r => r.from === from && r.to === to) ?? input.rates.find(r => r.from === to && r.to === from)
    if (!rate || !isDecimal(rate.rate) || Number(rate.rate) === 0)
      return refuse('rate_missing', `No rate from ${from} to ${to}`, { from, to })
    if (rate.validUntil < input.at) return refuse('rate_stale', `The rate from ${from} to ${to} has run out`, { rate: rate.id })
    used.add(rate.id)
    const there = minorRate(rate.rate, rate.from, rate.to)
    return ok(rate.from === from ? there : inverse(there))
  }
  return { used, into }
}

/** A sum of the whole order in the destination's currency, rounded once, half to even. */
function converted(m: Money, into: (from: Currency) => Result<Ratio, TradeCode>): Result<bigint, TradeCode> {
  const rate = m.minor === 0n ? ok(ratio(0n)) : into(m.currency)
  return rate.ok ? ok(halfEven(mul(ratio(m.minor), rate.value))) : rate
}

function valued(read: readonly ReadLine[], input: LandedInput, fx: ReturnType<typeof exchange>): Result<ValuedLine[], TradeCode> {
  const rate = fx.into((read[0] as ReadLine).line.unitPrice.currency)
  if (!rate.ok) return rate
  const exact = read.map(({ line }) => mul(ratio(line.unitPrice.minor * BigInt(line.quantity)), rate.value))
  // The order is converted once; its lines are parts of that, so that they add up.
  const all = mul(ratio(read.reduce((t, { line }) => t + line.unitPrice.minor * BigInt(line.quantity), 0n)), rate.value)
  const goods = wholeParts(exact, halfEven(all))
  const [discount, freight, insurance] = [input.discount, input.freight, input.insurance].map(m => converted(m, fx.into))
  if (!discount?.ok) return discount as Exclude<typeof discount, undefined>
  if (!freight?.ok) return freight as Exclude<typeof freight, undefined>
  if (!insurance?.ok) return insurance as Exclude<typeof insurance, undefined>
  const off = shareOut(discount.value, goods)
  const net = goods.map((g, i) => g - (off[i] as bigint))
  const [carried, insured] = [shareOut(freight.value, net), shareOut(insurance.value, net)]
  return ok(
    read.map(({ line, hs }, i) => ({
      line,
      hs,
      goods: goods[i] as bigint,
      discount: off[i] as bigint,
      freight: carried[i] as bigint,
      insurance: insured[i] as bigint,
    })),
  )
}

function banned(c: Case): Result<null, TradeCode> {
  const row = c.rule('prohibited')
  if (!row.ok) return ok(null)
  for (const { line, hs } of c.lines) {
    const fact = line.facts?.find(f => row.value.params.facts.includes(f))
    if (fact) return refuse('prohibited', `These goods may not come in: ${fact}`, { line: line.id, fact })
    const ban = row.value.params.bans.find(
      b => hs.digits.startsWith(b.hs) && (b.origin === null || line.origin === null || b.origin === line.origin),
    )
    if (ban)
      return refuse('prohibited', `These goods may not come in: ${ban.why}`, { line: line.id, hs: ban.hs, origin: ban.origin })
  }
  return ok(null)
}

/** Reads the input into a case, or says what is wrong with it before any way is looked at. */
export function openCase(rows: readonly RuleRow[], input: LandedInput): Result<Case, TradeCode> {
  const read = readLines(input)
  if (!read.ok) return read
  const country = input.destination
  const brussels = civilDate(input.at, 'EU')
  const jurisdiction = unionOf(rows, country, brussels)
  if (!isJurisdiction(jurisdiction) || country === 'EU')
    return refuse('destination_unknown', `No rules for ${country} are known`, { destination: country })
  if (unionOf(rows, input.shipsFrom.country, brussels) === jurisdiction && !input.shipsFrom.bonded)
    return refuse('not_an_import', 'The parcel does not cross a border', { destination: country })
  const { currency } = jurisdictions[jurisdiction]
  const fx = exchange(input, currency)
  const lines = valued(read.value, input, fx)
  if (!lines.ok) return lines
  const date = civilDate(input.at, jurisdiction)
  const c: Case = {
    input,
    jurisdiction,
    currency,
    date,
    lines: lines.value,
    rateIds: [...fx.used].sort(),
    rule: name => ruleAt(rows, name === 'vat' ? country : jurisdiction, name, date),
  }
  const ban = banned(c)
  return ban.ok ? ok(c) : ban
}
