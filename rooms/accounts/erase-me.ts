import type { Caller } from '#base/http'
import { type Id, ok, type Refusal, type Result, refuse } from '#base/kernel'
import { forgetInvitationsTo } from './invitation-store.ts'
import { membersOnly } from './permissions.ts'
import type { Room } from './room.ts'
import { anonymise, contactOf, holdPerson, lastOperator, ownedShops } from './store.ts'
import type { Tables } from './tables.ts'

type Refused = 'sign_in_required' | 'wrong_credentials' | 'wrong_state'
const lastOne = refuse('wrong_state', 'The only operator must name another first')
const ownsShops = (shops: readonly string[]) =>
  refuse('wrong_state', 'You own a shop; buyers may still need its seller. Make somebody else its owner first', { shops })

/**
 * Forgets a member: address, password and handle are free again, the row says nothing any more, every session ends, and
 * `person.erased` lets the other rooms forget. A shop has duties to its buyers, so its owner must hand it over first.
 */
export async function eraseMe(room: Room, caller: Caller, password: string): Promise<Result<{ ok: true }, Refused>> {
  const allowed = membersOnly(caller)
  if (!allowed.ok) return allowed
  if (!(await room.auth.checkOf(caller.person, password))) return refuse('wrong_credentials', 'The password is wrong')
  const refusal = await room.house.db
    .transaction<Tables, Refusal<'wrong_state'> | null>(trx => erase(room, trx, caller.person))
    .finally(() => room.facts.drop(caller.person))
  return refusal ?? ok({ ok: true })
}

async function erase(room: Room, trx: Room['db'], person: Id<'person'>): Promise<Refusal<'wrong_state'> | null> {
  if (!(await holdPerson(trx, person))) return null
  const shops = await ownedShops(trx, person)
  if (shops.length > 0) return ownsShops(shops)
  if (await lastOperator(trx, person)) return lastOne
  const at = room.house.clock.now()
  const contact = await contactOf(trx, person)
  if (contact) await forgetInvitationsTo(trx, contact.email)
  await anonymise(trx, person, at)
  await room.auth.remove(trx, person)
  await room.house.log.append(trx, [{ name: 'person.erased', at, person, subject: { kind: 'person', id: person }, data: {} }])
  return null
}
