import type { Caller } from '#base/http'
import { newId, ok, type Result, refuse } from '#base/kernel'
import { type AppealStanding, appealableUntil, concerns, standingOf } from './appeal.ts'
import { type AppealRow, insertAppeal } from './appeal-store.ts'
import type { Room } from './room.ts'
import { latestDecision, ownerOf } from './store.ts'
import type { ModeratedSubject } from './subject.ts'

type Refused = 'not_found' | 'wrong_state' | 'reason_required' | 'appeal_late' | 'already_appealed'

/** The person concerned says why a removal is wrong: once, within the time. Anybody else is told that there is nothing. */
export async function makeAppeal(
  room: Room,
  caller: Caller,
  wish: { subject: ModeratedSubject; text: string },
): Promise<Result<AppealStanding, Refused>> {
  if (!concerns(await ownerOf(room.db, wish.subject), caller))
    return refuse('not_found', 'There is no decision for you to appeal here')
  const decision = await latestDecision(room.db, wish.subject)
  if (decision?.action !== 'remove') return refuse('wrong_state', 'This is not removed')
  const text = wish.text.trim()
  if (text === '') return refuse('reason_required', 'Say why the decision is wrong')
  const at = room.house.clock.now()
  if (at > appealableUntil(decision)) return refuse('appeal_late', 'The time to appeal has passed')
  const { kind, subject } = decision
  const none = { outcome: null, explanation: null, by: null, answered: null }
  const row: AppealRow = {
    id: newId('appeal', at),
    decision: decision.id,
    kind,
    subject,
    person: caller.person,
    text,
    at,
    ...none,
  }
  return (await insertAppeal(room.db, row))
    ? ok(standingOf(decision, row))
    : refuse('already_appealed', 'There is an appeal against this decision already')
}
