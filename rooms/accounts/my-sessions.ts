import { sql } from '#base/db'
import type { Caller } from '#base/http'
import { ok, type Result, refuse } from '#base/kernel'
import { membersOnly } from './permissions.ts'
import type { Room } from './room.ts'
import { sessionsOf } from './session-store.ts'

export interface SessionView {
  readonly id: string
  readonly created: string
  readonly agent: string
  /** The one that asks. */
  readonly here: boolean
}

/** Where the caller is signed in, newest first. The id names a session and opens none. */
export async function mySessions(room: Room, caller: Caller): Promise<Result<{ items: SessionView[] }, 'sign_in_required'>> {
  const allowed = membersOnly(caller)
  if (!allowed.ok) return allowed
  const rows = await sessionsOf(room.db, caller.person, room.house.clock.now())
  return ok({
    items: rows
      .slice(0, 100)
      .map(s => ({ id: s.session, created: s.created.toISOString(), agent: s.agent, here: s.session === caller.session })),
  })
}

/** Ends a session of the caller's on whatever device it is; at once, for every copy of its token. */
export async function endMySession(
  room: Room,
  caller: Caller,
  session: string,
): Promise<Result<{ ok: true }, 'sign_in_required' | 'not_found'>> {
  const allowed = membersOnly(caller)
  if (!allowed.ok) return allowed
  const { rows } = await sql<{ session: string }>`
    update accounts.sessions set revoked = true, agent = '' where session = ${session} and person = ${caller.person} and not revoked
    returning session`.execute(room.db)
  if (rows.length === 0) return refuse('not_found', 'You have no such session')
  room.revoked.add(session)
  return ok({ ok: true })
}
