import type { Caller } from '#base/http'
import { decodeCursor, ok, pageOf, type Result, refuse } from '#base/kernel'
import { type AppealPage, type AppealStanding, type MyDecisionPage, mayAnswer, standingOf } from './appeal.ts'
import { type AppealRow, decisionsAbout, holdAppeal, listAppeals, saveAnswer } from './appeal-store.ts'
import { applyDecision, decisionToWire, noteDeed } from './make-decision.ts'
import type { Room } from './room.ts'
import { type DecisionRow, latestDecision, type Tables } from './store.ts'
import type { ModeratedSubject } from './subject.ts'

type Paged = { readonly cursor?: string | undefined; readonly limit?: number | undefined }
const badCursor = () => refuse('invalid_cursor', 'This cursor is not one of ours')

/** Appeals that wait, or that were answered, each with the decision and whether the caller may answer. */
export async function readAppeals(
  room: Room,
  caller: Caller,
  query: Paged & { state?: 'open' | 'answered' | undefined },
): Promise<Result<AppealPage, 'sign_in_required' | 'forbidden' | 'invalid_cursor'>> {
  const allowed = room.may(caller, 'moderate')
  if (!allowed.ok) return allowed
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, 2)
  if (query.cursor !== undefined && (!after || Number.isNaN(Date.parse(String(after[0]))))) return badCursor()
  const { state = 'open', limit = 50 } = query
  const rows = await listAppeals(room.db, state, after && [String(after[0]), String(after[1])], limit + 1)
  const operators = await room.operators()
  const page = pageOf(
    rows,
    limit,
    r => [(state === 'open' ? r.at : (r.answered ?? r.at)).toISOString(), r.id],
    r => ({
      decision: decisionToWire(r.d),
      appeal: standingOf(r.d, r),
      own: r.d.by === caller.person,
      mayAnswer: r.outcome === null && mayAnswer(r.d.by, caller, operators).ok,
    }),
  )
  return ok({ items: [...page.items], next: page.next, operators })
}

type Refused =
  | 'sign_in_required'
  | 'forbidden'
  | 'not_found'
  | 'own_decision'
  | 'reason_required'
  | 'already_decided'
  | 'wrong_state'

interface Answered {
  readonly decision: DecisionRow
  /** The decision that undid it; null when it was upheld. */
  readonly restoring: DecisionRow | null
  readonly appeal: AppealRow
}
/** Upholds or reverses; a reversal restores the subject as any restoring does, in the same transaction. */
export async function answerAppeal(
  room: Room,
  caller: Caller,
  id: string,
  answer: { outcome: 'upheld' | 'reversed'; explanation: string },
): Promise<Result<AppealStanding, Refused>> {
  const allowed = room.may(caller, 'moderate')
  if (!allowed.ok) return allowed
  const explanation = answer.explanation.trim()
  if (explanation === '') return refuse('reason_required', 'Say why, for the person whom it concerns')
  const operators = await room.operators()
  const done = await room.house.db.transaction<Tables, Result<Answered, Refused>>(async trx => {
    const appeal = await holdAppeal(trx, id)
    if (!appeal) return refuse('not_found', 'There is no such appeal')
    if (appeal.outcome !== null) return refuse('already_decided', 'This appeal was answered already')
    const subject = { kind: appeal.kind, id: appeal.subject } as ModeratedSubject
    const decision = await latestDecision(trx, subject)
    if (decision?.id !== appeal.decision) return refuse('wrong_state', 'This was restored or decided on anew meanwhile')
    const free = mayAnswer(decision.by, caller, operators)
    if (!free.ok) return free
    let restoring: DecisionRow | null = null
    if (answer.outcome === 'reversed') {
      const restored = await applyDecision(room, trx, caller, {
        subject,
        action: 'restore',
        reason: decision.reason,
        explanation,
      })
      if (!restored.ok) return restored
      restoring = restored.value
    }
    const said = { outcome: answer.outcome, explanation, by: caller.person, answered: room.house.clock.now() }
    await saveAnswer(trx, appeal.id, said)
    return ok({ decision, restoring, appeal: { ...appeal, ...said } })
  })
  if (!done.ok) return done
  const { decision, restoring, appeal } = done.value
  await room.hidden.refresh([{ kind: appeal.kind, id: appeal.subject }])
  if (restoring) await noteDeed(room, caller, restoring, { appeal: appeal.id })
  return ok(standingOf(decision, appeal))
}

/** Removals and restorations of what is the caller's, with where an appeal stands; the newest first. */
export async function readMyDecisions(
  room: Room,
  caller: Caller,
  query: Paged,
): Promise<Result<MyDecisionPage, 'invalid_cursor'>> {
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, 1)
  if (query.cursor !== undefined && !(after && /^\d{1,18}$/.test(String(after[0])))) return badCursor()
  const limit = query.limit ?? 20
  const mine = { person: caller.person, shops: caller.shops.map(s => s.shop) }
  const rows = await decisionsAbout(room.db, mine, after && BigInt(String(after[0])), limit + 1)
  const removed = await room.hidden.of(rows.map(r => ({ kind: r.decision.kind, id: r.decision.subject })))
  const page = pageOf(
    rows,
    limit,
    r => [String(r.seq)],
    ({ decision, appeal }) => ({
      decision: decisionToWire(decision),
      appeal: decision.action === 'remove' ? standingOf(decision, appeal) : null,
      holds: decision.action === 'remove' && removed.has(`${decision.kind}:${decision.subject}`),
    }),
  )
  return ok({ items: [...page.items], next: page.next })
}
