import type { Caller } from '#base/http'
import { ok, type Result, refuse } from '#base/kernel'
import { membersOnly } from './permissions.ts'
import type { Me } from './person.ts'
import type { Room } from './room.ts'
import { squareOf } from './rules.ts'
import { sessionsOf } from './session-store.ts'
import { readPerson } from './store.ts'

const guest = ({ person, language, personalised }: Pick<Caller, 'person' | 'language' | 'personalised'>): Me => ({
  person,
  member: false,
  operator: false,
  creator: false,
  handle: null,
  name: null,
  email: null,
  picture: null,
  language,
  personalised,
  shops: [],
})

/** Who the caller is, to themselves. A guest costs no statement, a member one. */
export async function meOf(room: Room, caller: Pick<Caller, 'person' | 'member' | 'language' | 'personalised'>): Promise<Me> {
  const row = caller.member ? await readPerson(room.db, caller.person) : undefined
  if (!row) return guest(caller)
  return {
    person: row.person,
    member: true,
    operator: row.operator,
    creator: row.creator,
    handle: row.handle,
    name: row.name,
    email: row.email,
    picture: squareOf(row.picture),
    language: row.language,
    personalised: row.personalised,
    shops: (row.shops ?? []).map(s => ({ ...s, picture: squareOf(s.picture) })),
  }
}

/** What this room knows of a member; other rooms have exports of their own. */
export async function exportMe(
  room: Room,
  caller: Caller,
): Promise<Result<{ account: Me; sessions: { created: string; agent: string }[] }, 'sign_in_required'>> {
  const allowed = membersOnly(caller)
  if (!allowed.ok) return allowed
  const account = await meOf(room, caller)
  if (!account.member) return refuse('sign_in_required', 'This account is gone')
  const sessions = await sessionsOf(room.db, caller.person, room.house.clock.now())
  return ok({ account, sessions: sessions.map(s => ({ created: s.created.toISOString(), agent: s.agent })) })
}
