import { days, type Money, money, ok, type Result, refuse } from '#base/kernel'
import { civilDate, isJurisdiction } from '../dates.ts'
import { type PriceClaimRule, type RuleRow, ruleAt, ruleId, unionOf } from '../rules/rows.ts'
import { cut, lowest, type PriceHistory, type Run, runsOf } from './history.ts'

/** What the struck price says of itself, in the buyer's words: every jurisdiction wants another sentence beside it. */
export type ClaimBasis =
  | 'lowest_before' // the lowest price of the 30 days before
  | 'recent_price' // what it was sold at for most of the last weeks
  | 'lowest_executed' // the lowest price paid in the days before
  | 'last_executed' // the last price paid before
/** Why nothing may be struck through. */
export type NoClaim =
  | 'not_on_sale'
  | 'no_earlier_price'
  | 'not_lower'
  | 'shown_long_enough'
  | 'not_held_long_enough'
  | 'nobody_paid'

export interface PriceClaim {
  readonly current: Money | null
  /** What may stand struck through beside the current price; null: nothing. */
  readonly struck: Money | null
  readonly basis: ClaimBasis | null
  /** Whole percent off `struck`, rounded down: never more than is true. 0 shows none. */
  readonly percent: number
  /** `reduced` only together with a struck price: a badge is an announcement like any other. */
  readonly badge: 'reduced' | null
  readonly why: NoClaim | null
  /** The row of law that was used. */
  readonly rule: string
}

type Found = { readonly struck: bigint; readonly basis: ClaimBasis } | NoClaim

/** The first instant of the present reduction: the present run, or the first of steps that only went down, one at once after the other. */
function reducedSince(runs: readonly Run[], progressive: boolean): number {
  let i = runs.length - 1
  if (progressive)
    while (i > 1 && (runs[i - 1] as Run).minor < (runs[i - 2] as Run).minor && stepDown(runs[i - 1] as Run, runs[i] as Run)) i--
  return (runs[i] as Run).from
}
const stepDown = (before: Run, after: Run): boolean => before.to === after.from && after.minor < before.minor

/** EU: the lowest list price in [t0 − days, t0). Source: Directive 98/6/EC Art. 6a; C-330/23: percentages are of it too. */
function lowestBefore(runs: readonly Run[], now: number, rule: Extract<PriceClaimRule, { kind: 'lowest-before' }>): Found {
  const current = runs.at(-1) as Run
  const since = reducedSince(runs, rule.progressive)
  const prior = lowest(cut(runs, since - days(rule.days), since).map(r => r.minor))
  if (prior === null) return 'no_earlier_price'
  if (current.minor >= prior) return 'not_lower'
  if (rule.shownDays !== null && now - current.from > days(rule.shownDays)) return 'shown_long_enough'
  return { struck: prior, basis: 'lowest_before' }
}

/**
 * Japan: a price that was asked for in more than half of the window before today (of the time on sale, when that is less), for two weeks in all,
 * and within the last two weeks. Today's midnight is the end of the window, so a sale loses its claim by itself as it goes on.
 * Source: guideline on price display under the Act against Unjustifiable Premiums, part 4, 2 (1).
 */
function recentlySold(runs: readonly Run[], today: number, rule: Extract<PriceClaimRule, { kind: 'recently-sold' }>): Found {
  const current = runs.at(-1) as Run
  const window = cut(runs, today - days(rule.windowDays), today)
  const onSale = window.reduce((t, r) => t + r.to - r.from, 0)
  if (onSale === 0) return 'no_earlier_price'
  const held = new Map<bigint, { ms: number; last: number }>()
  for (const r of window) held.set(r.minor, { ms: (held.get(r.minor)?.ms ?? 0) + r.to - r.from, last: r.to })
  let struck: bigint | null = null
  for (const [minor, { ms, last }] of held) {
    const holds = ms * 100 > onSale * rule.morePercent && ms >= days(rule.leastDays) && today - last <= days(rule.lastDays)
    if (holds && minor > current.minor && (struck === null || minor > struck)) struck = minor
  }
  if (struck !== null) return { struck, basis: 'recent_price' }
  return [...held.keys()].some(minor => minor > current.minor) ? 'not_held_long_enough' : 'not_lower'
}

/** China: the lowest price that somebody paid in [t0 − days, t0), else the last one paid before. Source: SAMR Order 56. */
function lowestExecuted(
  runs: readonly Run[],
  history: PriceHistory,
  rule: Extract<PriceClaimRule, { kind: 'lowest-executed' }>,
): Found {
  const current = runs.at(-1) as Run
  const since = current.from
  const paid = history.executed.map(e => ({ at: e.at.getTime(), minor: e.price.minor })).filter(e => e.at < since)
  const recent = lowest(paid.filter(e => e.at >= since - days(rule.days)).map(e => e.minor))
  const newest = paid.reduce((t, e) => Math.max(t, e.at), Number.NEGATIVE_INFINITY)
  // Two paid at the same instant: the lower one.
  const base = recent ?? lowest(paid.filter(e => e.at === newest).map(e => e.minor))
  if (base === null) return 'nobody_paid'
  if (current.minor >= base) return 'not_lower'
  return { struck: base, basis: recent === null ? 'last_executed' : 'lowest_executed' }
}

function find(rule: PriceClaimRule, runs: readonly Run[], history: PriceHistory, now: Date, country: string): Found {
  if (rule.kind === 'lowest-before') return lowestBefore(runs, now.getTime(), rule)
  if (rule.kind === 'recently-sold') return recentlySold(runs, midnight(now, country), rule)
  return lowestExecuted(runs, history, rule)
}

/** Midnight of the day there that `at` lies in. Found by halving, so it holds on days of 23 and 25 hours. */
function midnight(at: Date, country: string): number {
  const zone = isJurisdiction(country) ? country : 'EU'
  const day = civilDate(at, zone)
  let [before, within] = [at.getTime() - 26 * 3_600_000, at.getTime()]
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2)
    if (civilDate(new Date(middle), zone) === day) within = middle
    else before = middle
  }
  return within
}

/**
 * Which struck price and badge a buyer of `country` may be shown now, for one variant. Reads nothing of the buyer but the country.
 * Countries without a rule of their own get that of `*`. Refuses with `history_mixed` when prices are in more than one currency, and with
 * `rules_stale` when no rule holds. Source: domain.md 3.5.
 */
export function priceClaim(
  rules: readonly RuleRow[],
  history: PriceHistory,
  buyer: { readonly country: string; readonly now: Date },
): Result<PriceClaim, 'history_mixed' | 'rules_stale'> {
  const { now } = buyer
  const union = unionOf(rules, buyer.country, civilDate(now, 'EU'))
  const date = civilDate(now, isJurisdiction(union) ? union : 'EU')
  const own = ruleAt(rules, union, 'price-claim', date)
  const row = own.ok ? own : ruleAt(rules, '*', 'price-claim', date)
  if (!row.ok) return row
  const all = [...history.list.filter(l => l.from <= now), ...history.executed].map(p => p.price.currency)
  const currency = all[0]
  if (all.some(c => c !== currency))
    return refuse('history_mixed', 'A history has one currency', { currencies: [...new Set(all)] })
  const none = (current: Money | null, why: NoClaim): PriceClaim => ({
    current,
    struck: null,
    basis: null,
    percent: 0,
    badge: null,
    why,
    rule: ruleId(row.value),
  })
  // The millisecond of `now` belongs to the present price, also when it began just now.
  const runs = runsOf(history.list, now.getTime() + 1)
  const last = runs.at(-1)
  if (!currency || !last || last.to !== now.getTime() + 1) return ok(none(null, 'not_on_sale'))
  const current = money(last.minor, currency)
  const found = find(row.value.params, runs, history, now, union)
  if (typeof found === 'string') return ok(none(current, found))
  return ok({
    ...none(current, 'not_lower'),
    struck: money(found.struck, currency),
    basis: found.basis,
    percent: Number(((found.struck - last.minor) * 100n) / found.struck),
    badge: 'reduced',
    why: null,
  })
}
