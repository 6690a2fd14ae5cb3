import type { NewEvent } from '#base/catalogue'
import type { Caller } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import { type Room, sourceOf, type WireSource } from './room.ts'
import { deleteBlock, deleteFollow, holdPair, insertBlock, insertFollow, isBlocked, standing } from './store-people.ts'
import type { Tables } from './tables.ts'

type Refused = 'not_found' | 'own_subject' | 'blocked'
type Follow = Result<{ on: boolean; followers: number }, Refused>

/** Somebody else who has an account. */
async function other(room: Room, caller: Caller, person: Id<'person'>): Promise<Result<true, 'not_found' | 'own_subject'>> {
  if (person === caller.person) return refuse('own_subject', 'This is you')
  return (await room.accounts.people([person])).has(person) ? ok(true) : refuse('not_found', 'There is no such person')
}
const event = (
  room: Room,
  by: { person: Id<'person'>; session: string | null },
  name: 'person.followed' | 'person.unfollowed' | 'person.blocked' | 'person.unblocked',
  target: string,
  source?: WireSource,
): NewEvent<typeof name> => ({
  name,
  at: room.house.clock.now(),
  person: by.person,
  session: by.session,
  subject: { kind: 'person', id: target },
  source: sourceOf(source),
  data: {},
})

/** Nobody follows whom they are blocked by, or have blocked themselves. */
export async function follow(room: Room, caller: Caller, person: Id<'person'>, source: WireSource | undefined): Promise<Follow> {
  const allowed = await other(room, caller, person)
  if (!allowed.ok) return allowed
  const blocked = await room.house.db.transaction<Tables, boolean>(async trx => {
    await holdPair(trx, caller.person, person)
    if ((await isBlocked(trx, person, caller.person)) || (await isBlocked(trx, caller.person, person))) return true
    if (await insertFollow(trx, caller.person, person, room.house.clock.now()))
      await room.house.log.append(trx, [event(room, caller, 'person.followed', person, source)])
    return false
  })
  if (blocked) return refuse('blocked', 'One of you has blocked the other')
  return ok({ on: true, followers: (await standing(room.db, caller.person, person)).followers })
}

export async function unfollow(room: Room, caller: Caller, person: Id<'person'>): Promise<Follow> {
  const allowed = await other(room, caller, person)
  if (!allowed.ok) return allowed
  await room.house.db.transaction<Tables, void>(async trx => {
    if (await deleteFollow(trx, caller.person, person))
      await room.house.log.append(trx, [event(room, caller, 'person.unfollowed', person)])
  })
  return ok({ on: false, followers: (await standing(room.db, caller.person, person)).followers })
}

/** Ends following in both directions. What the blocked one has written stays for others. */
export async function block(room: Room, caller: Caller, person: Id<'person'>): Promise<Result<{ ok: true }, Refused>> {
  const allowed = await other(room, caller, person)
  if (!allowed.ok) return allowed
  await room.house.db.transaction<Tables, void>(async trx => {
    await holdPair(trx, caller.person, person)
    const events: NewEvent[] = []
    if (await insertBlock(trx, caller.person, person, room.house.clock.now()))
      events.push(event(room, caller, 'person.blocked', person))
    if (await deleteFollow(trx, caller.person, person)) events.push(event(room, caller, 'person.unfollowed', person))
    if (await deleteFollow(trx, person, caller.person))
      events.push(event(room, { person, session: null }, 'person.unfollowed', caller.person))
    if (events.length > 0) await room.house.log.append(trx, events)
  })
  return ok({ ok: true })
}

export async function unblock(room: Room, caller: Caller, person: Id<'person'>): Promise<Result<{ ok: true }, Refused>> {
  const allowed = await other(room, caller, person)
  if (!allowed.ok) return allowed
  await room.house.db.transaction<Tables, void>(async trx => {
    await holdPair(trx, caller.person, person)
    if (await deleteBlock(trx, caller.person, person))
      await room.house.log.append(trx, [event(room, caller, 'person.unblocked', person)])
  })
  return ok({ ok: true })
}
