import type { Caller } from '#base/http'
import { type Id, newId, ok, type Result, refuse } from '#base/kernel'
import type { Room } from './room.ts'
import { countReport, insertReport, ownerOf, type Tables } from './store.ts'
import { checkSubject, type ModeratedSubject, type ReportReason } from './subject.ts'

export interface Report {
  readonly subject: ModeratedSubject
  readonly reason: ReportReason
  readonly note?: string | undefined
}
type Refused = 'invalid_request' | 'not_found' | 'own_subject' | 'already_reported'

/** Anybody may report, a guest as well; once a person and subject. */
export async function fileReport(
  room: Room,
  caller: Caller,
  { subject, reason, note }: Report,
): Promise<Result<{ id: Id<'report'> }, Refused>> {
  const checked = checkSubject(subject)
  if (!checked.ok) return checked
  const owner = await ownerOf(room.db, subject)
  if (!owner) return refuse('not_found', `There is no such ${subject.kind}`)
  if (owner.person === caller.person || caller.shops.some(s => s.shop === owner.shop))
    return refuse('own_subject', 'This is your own; you can take it down yourself')
  const at = room.house.clock.now()
  const id = newId('report', at)
  const filed = await room.house.db.transaction<Tables, boolean>(async trx => {
    const row = { id, kind: subject.kind, subject: subject.id, reporter: caller.person, reason, note: note?.trim() || null, at }
    if (!(await insertReport(trx, row))) return false
    await countReport(trx, subject, at)
    await room.house.log.append(trx, [
      { name: 'report.filed', at, person: caller.person, session: caller.session, subject, data: { reason } },
    ])
    return true
  })
  return filed ? ok({ id }) : refuse('already_reported', 'You have reported this already')
}
