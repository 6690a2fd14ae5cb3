import type { Trx } from '#base/db'
import type { Caller } from '#base/http'
import { newId, ok, type Result, refuse } from '#base/kernel'
import { concerns } from './appeal.ts'
import type { Room } from './room.ts'
import { type DecisionRow, holdState, insertDecision, ownerOf, saveState, type Tables } from './store.ts'
import { type Action, checkSubject, type DecisionWire, decide, type ModeratedSubject, type ReportReason } from './subject.ts'

export interface Decision {
  readonly subject: ModeratedSubject
  readonly action: Action
  readonly reason: ReportReason
  readonly explanation: string
}
type Refused =
  | 'sign_in_required'
  | 'forbidden'
  | 'invalid_request'
  | 'reason_required'
  | 'own_subject'
  | 'already_decided'
  | 'wrong_state'

/** Removes, restores or keeps; with a reason and an explanation for whom it concerns. Written to the audit in the same transaction. */
export async function makeDecision(room: Room, caller: Caller, wish: Decision): Promise<Result<DecisionWire, Refused>> {
  const allowed = room.may(caller, 'moderate')
  if (!allowed.ok) return allowed
  const subject = checkSubject(wish.subject)
  if (!subject.ok) return subject
  const explanation = wish.explanation.trim()
  if (explanation === '') return refuse('reason_required', 'Say why, for the person whom it concerns')
  const { reason, action } = wish
  if (isAccount(subject.value.kind) && action === 'remove' && concerns(await ownerOf(room.db, subject.value), caller))
    return refuse('own_subject', 'Nobody suspends themselves')
  const made = await room.house.db.transaction<Tables, Result<DecisionRow, Refused>>(trx =>
    applyDecision(room, trx, caller, { subject: subject.value, action, reason, explanation }),
  )
  if (!made.ok) return made
  // The answer comes after the removal is in force here, so a page that is asked for next no longer shows it.
  await room.hidden.refresh([subject.value])
  await noteDeed(room, caller, made.value)
  return ok(decisionToWire(made.value))
}

/** A suspension and its end stand in the list of what operators did, whichever way they came: a decision, or the answer to an appeal. */
export async function noteDeed(
  room: Pick<Room, 'note'>,
  caller: Caller,
  { kind, subject, action, reason }: Pick<DecisionRow, 'kind' | 'subject' | 'action' | 'reason'>,
  more: object = {},
): Promise<void> {
  if (!isAccount(kind) || action === 'keep') return
  await room.note(caller, action === 'remove' ? 'account.suspended' : 'account.restored', subject, { reason, ...more })
}
const isAccount = (kind: string): boolean => kind === 'person' || kind === 'shop'

/** Writes a decision, the state after it and its event with `trx`; refresh `room.hidden` once that is committed. */
export async function applyDecision(
  room: Room,
  trx: Trx<Tables>,
  caller: Caller,
  { subject, action, reason, explanation }: Omit<Decision, 'reason'> & { readonly reason: string },
): Promise<Result<DecisionRow, 'already_decided' | 'wrong_state'>> {
  const next = decide(await holdState(trx, subject), action)
  if (!next.ok) return next
  const at = room.house.clock.now()
  const { kind, id } = subject
  const row: DecisionRow = { id: newId('decision', at), kind, subject: id, action, reason, explanation, by: caller.person, at }
  await insertDecision(trx, row)
  await saveState(trx, subject, next.value, at)
  if (action !== 'keep') {
    const name = action === 'remove' ? 'subject.removed' : 'subject.restored'
    await room.house.log.append(trx, [{ name, at, person: caller.person, session: caller.session, subject, data: { reason } }])
  }
  return ok(row)
}

export const decisionToWire = (r: DecisionRow): DecisionWire => ({
  id: r.id,
  subject: { kind: r.kind as ModeratedSubject['kind'], id: r.subject },
  action: r.action,
  reason: r.reason,
  explanation: r.explanation,
  by: r.by,
  at: r.at.toISOString(),
})
