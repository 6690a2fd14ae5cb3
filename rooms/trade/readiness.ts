import { civilDate, isJurisdiction, type Mode, type RuleName, type RuleRow, ruleAt, unionOf, waysInto } from '#engines/trade'
import { bondedNames, documentNames, type RegistrationName, type Registrations, wrongForms } from './registrations.ts'

export type RequirementCode =
  | 'delivery'
  | 'rules'
  | 'registration'
  | 'registration_codes'
  | 'documents'
  | 'bonded_warehouse'
  | 'prices'
/** One thing that a shop needs before it may sell into a market; `missing` says what of it is not there. */
export interface Requirement {
  readonly code: RequirementCode
  readonly ok: boolean
  readonly missing: readonly string[]
  /** Without it the market is open all the same, by other ways. */
  readonly optional: boolean
}
/** A way into a market: whether the shop offers it, and what closes it; nothing closes an open one. */
export interface WayIn {
  readonly way: string
  readonly offered: boolean
  readonly closedBy: readonly (RequirementCode | 'way_unknown')[]
}
/** A rule that the market is sold to by, with the row that holds today. */
export interface LawToday {
  readonly rule: RuleName
  readonly from: string | null
  readonly source: string | null
  /** Why no row can be used: none was ever given, the last one has ended, or it must be looked at again. */
  readonly stale: string | null
}
export interface Setup {
  /** Where the rules hold: the country, or the union that it belongs to; null where no rules are known. */
  readonly territory: string | null
  readonly requirements: readonly Requirement[]
  readonly ways: readonly WayIn[]
  readonly law: readonly LawToday[]
}
export interface SetupWish {
  /** Country that the shop sends from. */
  readonly from: string
  readonly market: string
  /** Ways by which the shop sends there. */
  readonly ways: readonly string[]
  readonly now: Date
}

const cbecRules = ['limits', 'cbec', 'positive-list', 'vat', 'excise'] as const
/** Which rules a way is reckoned with. */
const rulesOf: Readonly<Record<Mode, readonly RuleName[]>> = {
  '9610': cbecRules,
  '1210': cbecRules,
  post: ['post'],
  seller_collects: ['seller-collects', 'item-duty', 'vat'],
  import: ['relief', 'vat', 'duty'],
}
const namesOf: Readonly<Partial<Record<Mode, readonly RequirementCode[]>>> = {
  '9610': ['registration', 'registration_codes', 'documents'],
  '1210': ['registration', 'registration_codes', 'documents', 'bonded_warehouse'],
  seller_collects: ['registration', 'registration_codes'],
}

const requirement = (code: RequirementCode, missing: readonly string[], optional: boolean): Requirement => ({
  code,
  ok: missing.length === 0,
  missing,
  optional,
})

/** Law, registrations and ways of a shop into a market. Pure. Within one customs territory nothing is asked. */
export function setupOf(rules: readonly RuleRow[], names: Registrations, wish: SetupWish): Setup {
  const day = civilDate(wish.now, 'EU')
  const territory = unionOf(rules, wish.market, day)
  if (territory === unionOf(rules, wish.from, day)) return { territory, requirements: [], ways: [], law: [] }
  if (!isJurisdiction(territory)) {
    const closed = wish.ways.map(way => ({ way, offered: true, closedBy: ['rules' as const] }))
    return { territory: null, requirements: [requirement('rules', [wish.market], false)], ways: closed, law: [] }
  }
  const date = civilDate(wish.now, territory)
  const known = waysInto[territory]
  const law = [...new Set(known.flatMap(w => rulesOf[w]))].map(rule =>
    lawOf(rules, rule, { where: rule === 'vat' ? wish.market : territory, date }),
  )
  const offered = known.filter(w => wish.ways.includes(w))
  const requirements = [
    ...lawNeeded(law, offered, known),
    ...(territory === 'CN'
      ? chinese(rules, names, { date, ways: wish.ways })
      : elsewhere(rules, names, { territory, date, ways: wish.ways })),
  ]
  const unknown = wish.ways.filter(w => !known.includes(w as Mode))
  const ways = [
    ...known.map(way => ({ way, offered: wish.ways.includes(way), closedBy: closers(way, law, requirements) })),
    ...unknown.map(way => ({ way, offered: true, closedBy: ['way_unknown' as const] })),
  ]
  return { territory, requirements, ways, law }
}

/** The general tariff may be missing where a short one holds: it is asked for goods that the short one leaves out (`duty_unknown`). */
function lawOf(rules: readonly RuleRow[], rule: RuleName, at: { where: string; date: string }): LawToday {
  const general = ruleAt(rules, at.where, rule, at.date)
  const row = !general.ok && rule === 'duty' ? ruleAt(rules, at.where, 'simple-duty', at.date) : general
  if (row.ok) return { rule, from: row.value.from, source: row.value.source, stale: null }
  return { rule, from: null, source: null, stale: general.ok ? null : String(general.details?.reason ?? 'missing') }
}
/** What no way can be quoted with today, by territory: `US/duty`. VAT of a union is its members' own and is not looked for here. */
export function staleLaw(rules: readonly RuleRow[], now: Date): { rule: string; reason: string }[] {
  return (Object.keys(waysInto) as (keyof typeof waysInto)[]).flatMap(where => {
    const asked = [...new Set(waysInto[where].flatMap(w => rulesOf[w]))].filter(r => !(where === 'EU' && r === 'vat'))
    return asked.flatMap(rule => {
      const { stale } = lawOf(rules, rule, { where, date: civilDate(now, where) })
      return stale === null ? [] : [{ rule: `${where}/${rule}`, reason: stale }]
    })
  })
}
/** Rules of the ways that the shop offers; without any, those of the ways that it could. */
function lawNeeded(law: readonly LawToday[], offered: readonly Mode[], known: readonly Mode[]): Requirement[] {
  const needed = new Set((offered.length > 0 ? offered : known).flatMap(w => rulesOf[w]))
  const stale = law.filter(l => l.stale !== null && needed.has(l.rule)).map(l => l.rule)
  return [requirement('rules', stale, false)]
}
function closers(way: Mode, law: readonly LawToday[], requirements: readonly Requirement[]): RequirementCode[] {
  const stale = law.some(l => l.stale !== null && rulesOf[way].includes(l.rule))
  const lacking = requirements.filter(r => !r.ok && namesOf[way]?.includes(r.code)).map(r => r.code)
  return [...(stale ? (['rules'] as const) : []), ...lacking]
}

const lacking = (names: Registrations, wanted: readonly string[]) => wanted.filter(n => !names[n as RegistrationName])

function chinese(
  rules: readonly RuleRow[],
  names: Registrations,
  { date, ways }: { date: string; ways: readonly string[] },
): Requirement[] {
  const cbec = ways.some(w => w === '9610' || w === '1210')
  const row = ruleAt(rules, 'CN', 'cbec', date)
  const who = row.ok ? row.value.params.registrations : []
  const asked: readonly string[] = [...who, ...documentNames, ...bondedNames]
  const wrong = wrongForms(names).filter(n => asked.includes(n))
  return [
    requirement('registration', lacking(names, who), !cbec),
    requirement('registration_codes', wrong, !cbec),
    requirement('documents', lacking(names, documentNames), !cbec),
    requirement('bonded_warehouse', lacking(names, bondedNames), !ways.includes('1210')),
  ]
}
function elsewhere(
  rules: readonly RuleRow[],
  names: Registrations,
  { territory, date, ways }: { territory: string; date: string; ways: readonly string[] },
): Requirement[] {
  const scheme = ruleAt(rules, territory, 'seller-collects', date)
  if (!scheme.ok) return []
  const { registration } = scheme.value.params
  const optional = !ways.includes('seller_collects')
  return [
    requirement('registration', lacking(names, [registration]), optional),
    requirement(
      'registration_codes',
      wrongForms(names).filter(n => n === registration),
      optional,
    ),
  ]
}
