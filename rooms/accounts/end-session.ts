import type { Caller } from '#base/http'
import type { Room } from './room.ts'
import { revokeSession } from './session-store.ts'
import { guestLife } from './token.ts'

/**
 * Ends the caller's session: written with `db`, which may be a transaction; call the answer once that is committed.
 * A fresh guest's session is known to nobody, so there is nothing to end.
 */
export async function endSession(room: Room, db: Room['db'], caller: Caller): Promise<() => void> {
  if (room.arrivals.get(caller)?.fresh) return () => {}
  const now = room.house.clock.now()
  // Renewals may have moved the end; no token outlives this one.
  const expires = new Date(now.getTime() + guestLife)
  await revokeSession(db, { session: caller.session, person: caller.person, created: now, expires })
  return () => void room.revoked.add(caller.session)
}

/** Signing out ends the session for good, wherever its token was copied to. */
export async function signOut(room: Room, caller: Caller): Promise<{ ok: true }> {
  const forget = await endSession(room, room.db, caller)
  forget()
  return { ok: true }
}
