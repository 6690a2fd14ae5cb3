import type { Static } from 'typebox'
import type { Caller } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import { note } from './audit.ts'
import { shopCardsOf } from './find-shops.ts'
import { hashOfInvitation } from './invitation-letter.ts'
import { deleteInvitation, type Invitation, invitationByToken } from './invitation-store.ts'
import { membersOnly } from './permissions.ts'
import type { Room } from './room.ts'
import { changeStaff } from './staff.ts'
import { insertStaff } from './staff-store.ts'
import { contactOf, holdPerson } from './store.ts'
import type { wire } from './wire.ts'

export type InvitationOffer = Static<(typeof wire)['GET /v1/invitations/{token}']['reply']>
type Refused = 'sign_in_required' | 'forbidden' | 'not_found' | 'invitation_invalid'
const invalid = () => refuse('invitation_invalid', 'This link is not valid, was used, taken back or has expired')

async function open(room: Room, token: string): Promise<Invitation | null> {
  const row = await invitationByToken(room.db, hashOfInvitation(token))
  return row && row.expires > room.house.clock.now() ? row : null
}

/** What the link of a letter is about. It was sent to this address, so whoever holds it may read the address. */
export async function readOffer(room: Room, token: string): Promise<Result<InvitationOffer, 'invitation_invalid'>> {
  const row = await open(room, token)
  const shop = row && (await shopCardsOf(room, [row.shop])).get(row.shop)
  return shop ? ok({ shop, email: row.email, role: row.role, expires: row.expires.toISOString() }) : invalid()
}

/**
 * Lets in who holds the letter and has an account with its address: the letter alone could have been passed on, and the address alone
 * anybody can sign up with. Works once; a role that the person has in the shop stays.
 */
export async function acceptInvitation(
  room: Room,
  caller: Caller,
  token: string,
): Promise<Result<{ shop: Id<'shop'>; slug: string }, Refused>> {
  const allowed = membersOnly(caller)
  if (!allowed.ok) return allowed
  const row = await open(room, token)
  const shop = row && (await shopCardsOf(room, [row.shop])).get(row.shop)
  if (!shop) return invalid()
  if ((await contactOf(room.db, caller.person))?.email !== row.email)
    return refuse('forbidden', 'This invitation is for another address')
  const { person } = caller
  const done = await changeStaff(room, row.shop, person, async trx => {
    if (!(await holdPerson(trx, person))) return refuse('sign_in_required', 'This account is gone')
    if (!(await deleteInvitation(trx, row.invitation))) return invalid()
    if (await insertStaff(trx, { shop: row.shop, person, role: row.role, since: room.house.clock.now() }))
      await note({ ...room, db: trx }, caller, 'staff.join', shop.slug, { person, role: row.role, invitation: row.invitation })
    return ok({ ok: true })
  })
  return done.ok ? ok({ shop: row.shop, slug: shop.slug }) : done
}
