import type { Static } from 'typebox'
import type { Caller } from '#base/http'
import { decodeCursor, type Id, ok, pageOf, type Result, refuse } from '#base/kernel'
import { note } from './audit.ts'
import { cardsOf, personByHandle } from './find-people.ts'
import { findShop } from './find-shops.ts'
import { may } from './permissions.ts'
import { goneCard } from './person.ts'
import type { Room } from './room.ts'
import type { Shop } from './shop.ts'
import { deleteStaff, holdShop, insertStaff, listStaff, otherOwner, roleOf, setOwner, updateRole } from './staff-store.ts'
import { holdPerson } from './store.ts'
import type { Tables } from './tables.ts'
import type { wire } from './wire.ts'

export type Role = 'owner' | 'staff'
export type StaffPage = Static<(typeof wire)['GET /v1/shops/{slug}/staff']['reply']>
type Refused = 'not_found' | 'forbidden' | 'sign_in_required'
type Done = { ok: true }

/** The shop, for who may do this to it. Whether a shop exists is told only to those who may. */
export async function managed(
  room: Room,
  caller: Caller,
  idOrSlug: string,
  permission: 'shop.manage' | 'staff.read' = 'shop.manage',
): Promise<Result<Shop, Refused>> {
  const shop = await findShop(room, idOrSlug)
  const allowed = may(caller, permission, shop ? { shop: shop.id } : {})
  if (!allowed.ok) return allowed
  return shop ? ok(shop) : refuse('not_found', 'There is no such shop')
}

/** Who works in a shop, with role and since when, longest first; for those who work there. */
export async function staffPage(
  room: Room,
  caller: Caller,
  idOrSlug: string,
  query: { cursor?: string | undefined; limit?: number | undefined },
): Promise<Result<StaffPage, Refused | 'invalid_cursor'>> {
  const shop = await managed(room, caller, idOrSlug, 'staff.read')
  if (!shop.ok) return shop
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, 2)
  if (query.cursor !== undefined && (!after || Number.isNaN(Date.parse(String(after[0])))))
    return refuse('invalid_cursor', 'This cursor is not one of ours')
  const limit = query.limit ?? 50
  const rows = await listStaff(room.db, shop.value.id, after && [String(after[0]), String(after[1])], limit + 1)
  const cards = await cardsOf(
    room,
    rows.map(r => r.person),
  )
  const page = pageOf(
    rows,
    limit,
    r => [r.since.toISOString(), r.person],
    r => ({ person: cards.get(r.person) ?? goneCard(r.person), role: r.role, since: r.since.toISOString() }),
  )
  return ok({ items: [...page.items], next: page.next })
}

/** Gives a member a role in the shop; done twice, it is done once, and the role somebody has stays. */
export async function addStaff(
  room: Room,
  caller: Caller,
  idOrSlug: string,
  wish: { handle: string; role: Role },
): Promise<Result<Done, Refused>> {
  const shop = await managed(room, caller, idOrSlug)
  if (!shop.ok) return shop
  const person = await personByHandle(room, wish.handle.replace(/^@/, ''))
  if (!person) return refuse('not_found', 'There is nobody with this handle')
  return changeStaff(room, shop.value.id, person, async trx => {
    // Who leaves for ever in this moment is not taken in.
    if (!(await holdPerson(trx, person))) return refuse('not_found', 'There is nobody with this handle')
    const row = { shop: shop.value.id, person, role: wish.role, since: room.house.clock.now() }
    if (await insertStaff(trx, row))
      await note({ ...room, db: trx }, caller, 'staff.add', shop.value.slug, { person, role: wish.role })
    return ok({ ok: true })
  })
}

/** Changes a role. A shop keeps one owner at least; its name goes to the owner who is left. */
export async function changeRole(
  room: Room,
  caller: Caller,
  idOrSlug: string,
  person: Id<'person'>,
  role: Role,
): Promise<Result<Done, Refused | 'last_owner'>> {
  const shop = await managed(room, caller, idOrSlug)
  if (!shop.ok) return shop
  return changeStaff(room, shop.value.id, person, async (trx, named) => {
    const was = await roleOf(trx, shop.value.id, person)
    if (!was) return refuse('not_found', 'This person does not work here')
    if (was === role) return ok({ ok: true })
    // Who leaves for ever in this moment does not become the owner that the shop relies on.
    if (!(await holdPerson(trx, person))) return refuse('not_found', 'This person does not work here')
    if (role === 'staff') {
      const handed = await handOver(trx, shop.value.id, person, named)
      if (!handed.ok) return handed
    }
    await updateRole(trx, shop.value.id, person, role)
    await note({ ...room, db: trx }, caller, 'staff.role', shop.value.slug, { person, from: was, to: role })
    return ok({ ok: true })
  })
}

/** Ends somebody's work in the shop: an owner does, or the person for themselves. The last owner can not go. */
export async function removeStaff(
  room: Room,
  caller: Caller,
  idOrSlug: string,
  person: Id<'person'>,
): Promise<Result<Done, Refused | 'last_owner'>> {
  const shop = await managed(room, caller, idOrSlug, person === caller.person ? 'staff.read' : 'shop.manage')
  if (!shop.ok) return shop
  return changeStaff(room, shop.value.id, person, async (trx, named) => {
    const was = await roleOf(trx, shop.value.id, person)
    if (!was) return refuse('not_found', 'This person does not work here')
    if (was === 'owner') {
      const handed = await handOver(trx, shop.value.id, person, named)
      if (!handed.ok) return handed
    }
    await deleteStaff(trx, shop.value.id, person)
    await note({ ...room, db: trx }, caller, 'staff.remove', shop.value.slug, { person, role: was })
    return ok({ ok: true })
  })
}

/** An owner goes: another one must be there, and stands on the shop from now on if this one did. */
async function handOver(
  trx: Room['db'],
  shop: Id<'shop'>,
  person: Id<'person'>,
  named: Id<'person'>,
): Promise<Result<true, 'last_owner'>> {
  const next = await otherOwner(trx, shop, person)
  if (!next) return refuse('last_owner', 'A shop keeps one owner; make somebody else an owner first')
  if (named === person) await setOwner(trx, shop, next)
  return ok(true)
}

/** Under the lock of the shop, so that two owners who go at once don't both go; memory forgets what it changed. */
export async function changeStaff<C extends string>(
  room: Room,
  shop: Id<'shop'>,
  person: Id<'person'>,
  work: (trx: Room['db'], named: Id<'person'>) => Promise<Result<Done, C>>,
): Promise<Result<Done, C | 'not_found'>> {
  try {
    return await room.house.db.transaction<Tables, Result<Done, C | 'not_found'>>(async trx => {
      const named = await holdShop(trx, shop)
      return named ? work(trx, named) : refuse('not_found', 'There is no such shop')
    })
  } finally {
    room.facts.drop(person)
    room.shopCards.drop(shop)
    room.shops.drop(shop)
  }
}
