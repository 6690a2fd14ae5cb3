import type { Caller } from '#base/http'
import { decodeCursor, ok, pageOf, type Result, refuse } from '#base/kernel'
import { concerns, standingOf } from './appeal.ts'
import { appealOf } from './appeal-store.ts'
import { decisionToWire } from './make-decision.ts'
import type { Room } from './room.ts'
import { latestDecision, listDecisions, listQueue, ownerOf, type QueueKey, summaries } from './store.ts'
import { type DecisionPage, keyOf, type ModeratedSubject, type QueuePage, type State, type Statement } from './subject.ts'

type Refused = 'sign_in_required' | 'forbidden' | 'invalid_cursor'
const badCursor = () => refuse('invalid_cursor', 'This cursor is not one of ours')
const isTime = (x: unknown) => typeof x === 'string' && !Number.isNaN(Date.parse(x))

/** Reports grouped by what they are about; two statements a page. */
export async function readQueue(
  room: Room,
  caller: Caller,
  query: { cursor?: string | undefined; limit?: number | undefined; state?: State | undefined },
): Promise<Result<QueuePage, Refused>> {
  const allowed = room.may(caller, 'moderate')
  if (!allowed.ok) return allowed
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, 4)
  if (query.cursor !== undefined && !(after && Number.isInteger(after[0]) && isTime(after[1]))) return badCursor()
  const limit = query.limit ?? 50
  const rows = await listQueue(room.db, query.state ?? 'open', after as QueueKey | null, limit + 1)
  const notes = new Map((await summaries(room.db, rows.slice(0, limit))).map(s => [keyOf({ kind: s.kind, id: s.subject }), s]))
  const page = pageOf(
    rows,
    limit,
    r => [r.reports, r.last_at.toISOString(), r.kind, r.id],
    r => {
      const summary = notes.get(keyOf(r))
      const reasons = Object.entries(summary?.reasons ?? {}).sort((a, b) => b[1] - a[1])
      return {
        subject: { kind: r.kind as ModeratedSubject['kind'], id: r.id },
        reports: { count: String(r.reports), reasons: reasons.map(([reason, n]) => `${reason} ${n}`).join(', ') },
        firstAt: r.first_at.toISOString(),
        lastAt: r.last_at.toISOString(),
        notes: (summary?.notes ?? []).join('\n').slice(0, 4000),
        signals: [...(summary?.signals ?? [])],
        state: r.state,
      }
    },
  )
  return ok({ items: [...page.items], next: page.next })
}

/** The audit: what was decided, newest first. */
export async function readDecisions(
  room: Room,
  caller: Caller,
  query: { cursor?: string | undefined; limit?: number | undefined; kind?: string | undefined; id?: string | undefined },
): Promise<Result<DecisionPage, Refused>> {
  const allowed = room.may(caller, 'moderate')
  if (!allowed.ok) return allowed
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, 1)
  if (query.cursor !== undefined && !(after && /^\d{1,18}$/.test(String(after[0])))) return badCursor()
  const limit = query.limit ?? 50
  const only = { ...(query.kind !== undefined && { kind: query.kind }), ...(query.id !== undefined && { id: query.id }) }
  const rows = await listDecisions(room.db, only, after && BigInt(String(after[0])), limit + 1)
  const page = pageOf(rows, limit, r => [r.seq.toString()], decisionToWire)
  return ok({ items: [...page.items], next: page.next })
}

/** Why something is removed, for the one whom it concerns and for moderators; nobody else learns whether there was a decision. */
export async function readStatement(
  room: Room,
  caller: Caller,
  subject: { kind: string; id: string },
): Promise<Result<Statement, 'not_found'>> {
  if (!concerns(await ownerOf(room.db, subject), caller) && !room.may(caller, 'moderate').ok)
    return refuse('not_found', 'There is no statement for you here')
  const decision = await latestDecision(room.db, subject)
  if (decision?.action !== 'remove') return ok({ decision: null, appeal: null })
  return ok({ decision: decisionToWire(decision), appeal: standingOf(decision, await appealOf(room.db, decision.id)) })
}
