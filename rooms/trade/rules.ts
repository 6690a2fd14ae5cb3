import type { Caller, ErrorCode } from '#base/http'
import { type Id, must, ok, type Result, refuse } from '#base/kernel'
import { bundledRules, civilDate, isJurisdiction, mergeRules, type RuleRow, ruleAt, ruleId } from '#engines/trade'
import { staleLaw } from './readiness.ts'
import type { Room } from './room.ts'
import { appendRules, type Db, newestRule, readRules } from './store.ts'

/** Bundled rows of law with the operator's own, read again only when there is a newer change. */
export interface RulesCache {
  /** `seq`: the newest change, as the caller has just read it. */
  at(seq: string): Promise<readonly RuleRow[]>
  now(): Promise<readonly RuleRow[]>
}
export function rulesCache(db: Db): RulesCache {
  let known: { seq: string; rows: readonly RuleRow[] } = { seq: '0', rows: bundledRules }
  const load = async () =>
    must(
      mergeRules(
        bundledRules,
        (await readRules(db)).map(r => r.row),
      ),
    )
  const at = async (seq: string) => {
    if (seq !== known.seq) known = { seq, rows: await load() }
    return known.rows
  }
  return { at, now: async () => at(await newestRule(db)) }
}

/** A row of law as the operator sees it; `by` is null for what came with the program. */
export interface RuleView {
  readonly id: string
  readonly row: RuleRow
  readonly by: Id<'person'> | null
  readonly at: Date | null
  /** It stands in the place of a bundled row. */
  readonly replaces: boolean
  readonly state: RuleState
}
/** Of a row today: it counts, begins later, has ended, stands behind a newer one, or is too old to be trusted until somebody looks. */
export type RuleState = 'holds' | 'later' | 'ended' | 'replaced' | 'unreviewed'
function stateOf(rules: readonly RuleRow[], row: RuleRow, now: Date): RuleState {
  const day = civilDate(now, isJurisdiction(row.jurisdiction) ? row.jurisdiction : 'EU')
  if (row.from > day) return 'later'
  if (row.to !== null && row.to <= day) return 'ended'
  const counts = ruleAt(rules, row.jurisdiction, row.rule, day)
  if (counts.ok) return ruleId(counts.value) === ruleId(row) ? 'holds' : 'replaced'
  return 'unreviewed'
}
type Refused = 'forbidden' | 'sign_in_required' | 'rule_invalid'

/** Rows and the rules that none of them answers today. */
export interface RulesList {
  readonly rows: readonly RuleView[]
  readonly stale: readonly { readonly rule: string; readonly reason: string }[]
}
/** Every row that stands, by jurisdiction, rule and first day; for operators. Long lists are cut, `lines` says how long they are. */
export async function listRules(room: Room, caller: Caller): Promise<Result<RulesList, Refused>> {
  const may = room.doors.accounts.may(caller, 'operate')
  if (!may.ok) return may
  const [rules, now] = [await room.rules.now(), room.house.clock.now()]
  const own = new Map((await readRules(room.db)).map(r => [ruleId(r.row), r]))
  const bundled = new Map(bundledRules.map(r => [ruleId(r), r]))
  const ids = [...new Set([...bundled.keys(), ...own.keys()])].sort()
  const rows = ids.map(id => {
    const mine = own.get(id)
    const row = (mine?.row ?? bundled.get(id)) as RuleRow
    const replaces = !!mine && bundled.has(id)
    return { id, row, by: (mine?.by as Id<'person'>) ?? null, at: mine?.at ?? null, replaces, state: stateOf(rules, row, now) }
  })
  return ok({ rows, stale: staleLaw(rules, now) })
}

/** Adds rows, or replaces those of the same jurisdiction, rule and first day; all or nothing. Written down with who and when. */
export async function putRules(room: Room, caller: Caller, rows: readonly unknown[]): Promise<Result<string[], Refused>> {
  const may = room.doors.accounts.may(caller, 'operate')
  if (!may.ok) return may
  const merged = mergeRules(bundledRules, rows)
  if (!merged.ok) return refuse('rule_invalid', merged.message, merged.details)
  const good = rows as readonly RuleRow[]
  await appendRules(
    room.db,
    good.map(row => ({ key: row, row })),
    caller.person,
    room.house.clock.now(),
  )
  await room.doors.accounts.note(caller, 'trade.rules', 'rules', { rows: good.map(ruleId) })
  return ok(good.map(ruleId))
}

/** Takes an operator's row back: the bundled one of its key counts again, or none. */
export async function withdrawRule(room: Room, caller: Caller, id: string): Promise<Result<true, Refused | 'not_found'>> {
  const may = room.doors.accounts.may(caller, 'operate')
  if (!may.ok) return may
  const mine = (await readRules(room.db)).find(r => ruleId(r.row) === id)
  if (!mine) return refuse('not_found', 'No row of yours has this name')
  await appendRules(room.db, [{ key: mine.row, row: null }], caller.person, room.house.clock.now())
  await room.doors.accounts.note(caller, 'trade.rule_withdrawn', id, {})
  return ok(true)
}
export type RuleRefused = Refused & ErrorCode
