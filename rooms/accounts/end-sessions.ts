import type { Caller } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import { note } from './audit.ts'
import { may } from './permissions.ts'
import type { Room } from './room.ts'
import { sessionsOf } from './session-store.ts'
import { raiseEpoch, readPerson } from './store.ts'
import type { Tables } from './tables.ts'

export interface AccountFacts {
  readonly operator: boolean
  readonly creator: boolean
  readonly shops: readonly {
    readonly shop: Id<'shop'>
    readonly role: 'owner' | 'staff'
    readonly slug: string
    readonly name: object
  }[]
  readonly sessions: number
}

/** What an account may do and how often it is signed in; null when there is none. */
export async function accountFacts(room: Room, person: string): Promise<AccountFacts | null> {
  const row = await readPerson(room.db, person as Id<'person'>)
  if (!row) return null
  const sessions = await sessionsOf(room.db, person, room.house.clock.now())
  return { operator: row.operator, creator: row.creator, shops: row.shops ?? [], sessions: sessions.length }
}

/** Ends every session of somebody, tokens of apps included; operators only, and it is written down. */
export async function endSessionsOf(
  room: Room,
  caller: Caller,
  person: string,
): Promise<Result<{ ok: true }, 'sign_in_required' | 'forbidden' | 'not_found'>> {
  const allowed = may(caller, 'operate')
  if (!allowed.ok) return allowed
  const facts = await accountFacts(room, person)
  if (!facts) return refuse('not_found', 'There is no such person')
  await room.house.db.transaction<Tables, void>(trx => raiseEpoch(trx, person as Id<'person'>))
  room.facts.drop(person)
  await note(room, caller, 'sessions.ended', person, { sessions: facts.sessions })
  return ok({ ok: true })
}
