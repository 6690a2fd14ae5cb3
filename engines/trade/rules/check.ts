import { isCurrency, ok, type Refusal, type Result, refuse } from '#base/kernel'
import { isDay } from '../dates.ts'
import { isDecimal } from '../exact.ts'
import type { RuleName, RuleRow } from './rows.ts'

/** Says what is wrong with a value, as `path: why`; null when nothing is. */
type Check = (value: unknown, path: string) => string | null
type Fields = Readonly<Record<string, unknown>>
const isFields = (v: unknown): v is Fields => typeof v === 'object' && v !== null && !Array.isArray(v)

const when =
  (holds: (v: unknown) => boolean, why: string): Check =>
  (v, path) =>
    holds(v) ? null : `${path}: ${why}`
const text = when(v => typeof v === 'string' && v.length > 0 && v.length <= 500, 'a text of 1 to 500 characters')
const flag = when(v => typeof v === 'boolean', 'true or false')
const count = when(v => Number.isSafeInteger(v) && (v as number) > 0, 'a whole number above 0')
const percent = when(v => isDecimal(v) && Number(v) <= 1000, 'a percentage as text, such as "13" or "2.5"')
/** A tax within the price of 100 % and more has no price. */
const within = when(v => isDecimal(v) && Number(v) < 100, 'a percentage below 100 as text')
const hs = when(v => typeof v === 'string' && /^\d{2,10}$/.test(v), 'the beginning of an HS code, 2 to 10 digits')
const hs8 = when(v => typeof v === 'string' && /^\d{8}$/.test(v), 'eight digits')
const country = when(v => typeof v === 'string' && /^[A-Z]{2}$/.test(v), 'a country of two capitals')
const amount: Check = (v, path) =>
  isFields(v) &&
  typeof v.minor === 'string' &&
  /^\d{1,18}$/.test(v.minor) &&
  typeof v.currency === 'string' &&
  isCurrency(v.currency)
    ? null
    : `${path}: an amount such as {"minor":"500000","currency":"CNY"}`
const maybe =
  (check: Check): Check =>
  (v, path) =>
    v === undefined ? null : check(v, path)
const orNull =
  (check: Check): Check =>
  (v, path) =>
    v === null ? null : check(v, path)
const list =
  (check: Check): Check =>
  (v, path) =>
    !Array.isArray(v) ? `${path}: a list` : (v.map((x, i) => check(x, `${path}[${i}]`)).find(w => w !== null) ?? null)
const fields =
  (shape: Readonly<Record<string, Check>>): Check =>
  (v, path) => {
    if (!isFields(v)) return `${path}: an object`
    const strange = Object.keys(v).find(k => !Object.hasOwn(shape, k))
    if (strange !== undefined) return `${path}.${strange}: no such field`
    for (const [k, check] of Object.entries(shape)) {
      const wrong = check(v[k], `${path}.${k}`)
      if (wrong) return wrong
    }
    return null
  }

const goodsClasses = (rate: Check) =>
  list(
    fields({
      name: text,
      hs: list(hs),
      percent: rate,
      least: orNull(fields({ perMlOrG: maybe(amount), perPiece: maybe(amount), perItem: maybe(amount) })),
    }),
  )
const dutyLines = list(fields({ hs, percent: orNull(percent) }))
const claims: Readonly<Record<string, Check>> = {
  'lowest-before': fields({ kind: text, days: count, progressive: flag, shownDays: orNull(count) }),
  'recently-sold': fields({ kind: text, windowDays: count, morePercent: count, leastDays: count, lastDays: count }),
  'lowest-executed': fields({ kind: text, days: count }),
}
const paramChecks: Readonly<Record<RuleName, Check>> = {
  union: fields({ members: list(country) }),
  limits: fields({ perOrder: amount, perYear: amount }),
  cbec: fields({ payablePercent: percent, registrations: list(text) }),
  'positive-list': fields({
    edition: text,
    lines: list(
      fields({
        hs: hs8,
        name: text,
        remark: orNull(text),
        bondedOnly: maybe(flag),
        excludes: maybe(list(text)),
        yearlyGrams: maybe(count),
      }),
    ),
  }),
  vat: fields({ standard: percent, reduced: list(fields({ hs, percent })) }),
  excise: fields({ classes: goodsClasses(within) }),
  duty: fields({ lines: dutyLines, otherwise: orNull(percent), surcharge: maybe(percent) }),
  'simple-duty': fields({ upTo: amount, lines: dutyLines, otherwise: orNull(percent) }),
  post: fields({
    classes: goodsClasses(percent),
    otherwise: percent,
    exempt: amount,
    cap: amount,
    near: list(country),
    nearCap: amount,
    withFreight: flag,
  }),
  valuation: fields({ individualPercent: percent, withFreight: flag }),
  relief: fields({ dutyUpTo: orNull(amount), taxUpTo: orNull(amount), exceptHs: list(hs) }),
  'seller-collects': fields({ scheme: text, limit: amount, registration: text, mandatory: flag, exceptHs: list(hs) }),
  'item-duty': fields({ perItem: amount }),
  prohibited: fields({ facts: list(text), bans: list(fields({ hs, origin: orNull(country), why: text })) }),
  review: fields({ rules: list(text), maxDays: count }),
  'price-claim': (v, path) => {
    const kind = isFields(v) && typeof v.kind === 'string' ? v.kind : ''
    return Object.hasOwn(claims, kind)
      ? (claims[kind] as Check)(v, path)
      : `${path}.kind: one of ${Object.keys(claims).join(', ')}`
  },
}
const day = when(isDay, 'a day that exists, YYYY-MM-DD')
const envelope = fields({
  jurisdiction: when(v => v === '*' || (typeof v === 'string' && /^[A-Z]{2}$/.test(v)), 'two capitals, or *'),
  rule: when(v => typeof v === 'string' && Object.hasOwn(paramChecks, v), `one of ${Object.keys(paramChecks).join(', ')}`),
  from: day,
  to: orNull(day),
  source: text,
  params: () => null,
})

/** Reads one row from JSON. Refuses with the path of the first field that is wrong. A row without a source is no rule. */
export function parseRule(value: unknown, path = 'row'): Result<RuleRow, 'rule_invalid'> {
  const wrong = (why: string): Refusal<'rule_invalid'> => refuse('rule_invalid', why, { path })
  const outer = envelope(value, path)
  if (outer) return wrong(outer)
  const row = value as RuleRow
  if (row.to !== null && row.to <= row.from) return wrong(`${path}.to: after "from"`)
  const inner = paramChecks[row.rule](row.params, `${path}.params`)
  return inner ? wrong(inner) : ok(row)
}

/**
 * The rows of law with an operator's own: a row of the same jurisdiction, rule and first day replaces, any other is added, and the row
 * that began last counts (ruleAt). All or nothing; the base is not changed. Refuses a row that is not one (`rule_invalid`, with the path)
 * and two changes of the same row (`rule_twice`).
 */
export function mergeRules(
  base: readonly RuleRow[],
  changes: readonly unknown[],
): Result<readonly RuleRow[], 'rule_invalid' | 'rule_twice'> {
  const key = (r: RuleRow) => `${r.jurisdiction}/${r.rule}/${r.from}`
  const merged = new Map(base.map(r => [key(r), r]))
  const changed = new Set<string>()
  for (const [i, change] of changes.entries()) {
    const row = parseRule(change, `rows[${i}]`)
    if (!row.ok) return row
    const k = key(row.value)
    if (changed.has(k)) return refuse('rule_twice', `Two rows for ${k}`, { path: `rows[${i}]` })
    changed.add(k)
    merged.set(k, row.value)
  }
  return ok([...merged.values()])
}
