import { civilDate, isEnterpriseCode, isJurisdiction, type RuleName, type RuleRow, ruleAt, unionOf } from '#engines/trade'
import { bondedNames, documentNames, type Registrations } from './registrations.ts'

/** One thing that a shop needs before it may sell into a market; `missing` says what of it is not there. */
export interface Requirement {
  readonly code: 'delivery' | 'rules' | 'registration' | 'registration_codes' | 'documents' | 'bonded_warehouse' | 'prices'
  readonly ok: boolean
  readonly missing: readonly string[]
  /** Without it the market is open all the same, by other ways. */
  readonly optional: boolean
}
const requirement = (code: Requirement['code'], missing: readonly string[], optional = false): Requirement => ({
  code,
  ok: missing.length === 0,
  missing,
  optional,
})
const needed: Readonly<Record<string, readonly RuleName[]>> = {
  CN: ['limits', 'cbec', 'positive-list', 'vat', 'excise', 'post'],
  EU: ['relief', 'vat', 'seller-collects', 'duty'],
  GB: ['relief', 'vat', 'seller-collects', 'duty'],
  SG: ['relief', 'vat', 'seller-collects', 'duty'],
  JP: ['relief', 'vat', 'duty'],
  US: ['relief', 'vat', 'duty'],
}

/** Law and registrations for a market, by the ways that the shop sends there. Pure. */
export function requirementsOf(
  rules: readonly RuleRow[],
  market: string,
  ways: readonly string[],
  names: Registrations,
  now: Date,
): Requirement[] {
  const there = unionOf(rules, market, civilDate(now, 'EU'))
  if (!isJurisdiction(there)) return [requirement('rules', [`no rules for ${market}`])]
  const date = civilDate(now, there)
  const stale = (needed[there] ?? []).filter(r => !ruleAt(rules, r === 'vat' ? market : there, r, date).ok)
  const lacking = (wanted: readonly string[]) => wanted.filter(n => !names[n as keyof Registrations])
  const all = [requirement('rules', stale)]
  if (there === 'CN') {
    const cbec = ways.some(w => w === '9610' || w === '1210')
    const row = ruleAt(rules, 'CN', 'cbec', date)
    const codes = Object.entries(names).filter(
      ([n, code]) => /Code$/.test(n) && !/^(customs|port|payee)/.test(n) && !isEnterpriseCode(code),
    )
    all.push(
      requirement('registration', lacking(row.ok ? row.value.params.registrations : []), !cbec),
      requirement(
        'registration_codes',
        codes.map(([n]) => n),
        !cbec,
      ),
      requirement('documents', lacking(documentNames), !cbec),
      requirement('bonded_warehouse', lacking(bondedNames), !ways.includes('1210')),
    )
  } else {
    const scheme = ruleAt(rules, there, 'seller-collects', date)
    if (scheme.ok)
      all.push(requirement('registration', lacking([scheme.value.params.registration]), !ways.includes('seller_collects')))
  }
  return all
}
