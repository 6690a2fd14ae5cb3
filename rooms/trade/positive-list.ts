import { parse } from 'csv-parse/sync'
import type { Caller } from '#base/http'
import { ok, type Result, refuse } from '#base/kernel'
import { type PositiveLine, parseHs, ruleAt, ruleId } from '#engines/trade'
import type { Room } from './room.ts'
import { putRules, type RuleRefused } from './rules.ts'

export interface ListWish {
  readonly csv: string
  readonly edition: string
  /** Day from which it holds. */
  readonly from: string
  readonly source: string
  /** Only the report; nothing is written. */
  readonly dryRun: boolean
}
export interface ListReport {
  /** The row that was written; null when something was wrong or nothing should be. */
  readonly id: string | null
  readonly lines: number
  /** Against the list that holds on its first day. */
  readonly added: number
  readonly gone: number
  /** Lines of the file (the header is line 1) and what is wrong with them; at most 200. */
  readonly problems: readonly { readonly line: number; readonly why: string }[]
}
const columns = ['hs', 'name', 'remark', 'bonded_only', 'excludes', 'yearly_grams'] as const
const yes = new Set(['1', 'yes', 'true', 'y', '是'])
const no = new Set(['', '0', 'no', 'false', 'n', '否'])

/**
 * Reads China's positive list from a CSV with a header (hs, name, and as wanted remark, bonded_only, excludes separated by `;`, yearly_grams)
 * into one row of law. All or nothing: with one wrong line nothing is written, and the report names every wrong line. Refuses `rule_invalid` for
 * a file without these columns.
 */
export async function importPositiveList(room: Room, caller: Caller, wish: ListWish): Promise<Result<ListReport, RuleRefused>> {
  const may = room.doors.accounts.may(caller, 'operate')
  if (!may.ok) return may
  const rows = readCsv(wish.csv)
  if (!rows) return refuse('rule_invalid', 'A CSV with the columns hs and name', { columns: [...columns] })
  const problems: { line: number; why: string }[] = []
  const lines = new Map<string, PositiveLine>()
  for (const [i, r] of rows.entries()) {
    const line = readLine(r)
    if (typeof line === 'string') problems.push({ line: i + 2, why: line })
    else if (lines.has(line.hs)) problems.push({ line: i + 2, why: `${line.hs} stands there twice` })
    else lines.set(line.hs, line)
  }
  if (rows.length === 0) problems.push({ line: 1, why: 'no lines' })
  const old = ruleAt(await room.rules.now(), 'CN', 'positive-list', wish.from)
  const before = new Set(old.ok ? old.value.params.lines.map(l => l.hs) : [])
  const report = {
    lines: lines.size,
    added: [...lines.keys()].filter(hs => !before.has(hs)).length,
    gone: [...before].filter(hs => !lines.has(hs)).length,
    problems: problems.slice(0, 200),
  }
  if (problems.length > 0 || wish.dryRun) return ok({ id: null, ...report })
  const { edition, from, source } = wish
  const row = {
    ...{ jurisdiction: 'CN', rule: 'positive-list' as const, from, to: null, source },
    params: { edition, lines: [...lines.values()] },
  }
  const put = await putRules(room, caller, [row])
  return put.ok ? ok({ id: ruleId(row), ...report }) : put
}

type Row = Readonly<Partial<Record<(typeof columns)[number], string>>>
function readCsv(text: string): Row[] | null {
  try {
    const rows = parse(text, {
      bom: true,
      columns: (header: string[]) => header.map(h => h.trim().toLowerCase()),
      skip_empty_lines: true,
      trim: true,
      relax_column_count: true,
    }) as Row[]
    const header =
      text
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/, 1)[0]
        ?.toLowerCase() ?? ''
    return /(^|,)\s*"?hs"?\s*(,|$)/.test(header) && /(^|,)\s*"?name"?\s*(,|$)/.test(header) ? rows : null
  } catch {
    return null
  }
}

function readLine(r: Row): PositiveLine | string {
  const hs = (r.hs ?? '').replace(/[.\s]/g, '')
  if (!/^\d{8}$/.test(hs)) return 'hs: eight digits'
  if (!parseHs(hs).ok) return `hs: ${hs} does not exist`
  if (!r.name) return 'name: is empty'
  const bonded = (r.bonded_only ?? '').toLowerCase()
  if (!yes.has(bonded) && !no.has(bonded)) return 'bonded_only: yes or no'
  const grams = r.yearly_grams ?? ''
  if (grams !== '' && !/^[1-9]\d{0,8}$/.test(grams)) return 'yearly_grams: a whole number above 0'
  const excludes = (r.excludes ?? '').split(';').flatMap(x => x.trim() || [])
  return {
    ...{ hs, name: r.name.slice(0, 500), remark: r.remark ? r.remark.slice(0, 500) : null },
    ...(yes.has(bonded) && { bondedOnly: true }),
    ...(excludes.length > 0 && { excludes }),
    ...(grams !== '' && { yearlyGrams: Number(grams) }),
  }
}
