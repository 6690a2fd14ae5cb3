import type { Static } from 'typebox'
import type { Caller } from '#base/http'
import { days, decodeCursor, type Id, minutes, newId, ok, pageOf, type Result, refuse } from '#base/kernel'
import { note } from './audit.ts'
import { cardsOf } from './find-people.ts'
import { sendInvitation } from './invitation-letter.ts'
import {
  countInvitations,
  deleteInvitation,
  type Invitation,
  insertInvitation,
  invitationOf,
  invitationTo,
  listInvitations,
  renewInvitation,
} from './invitation-store.ts'
import type { PersonCard } from './person.ts'
import type { Room } from './room.ts'
import { checkEmail } from './rules.ts'
import { managed, type Role } from './staff.ts'
import { holdShop } from './staff-store.ts'
import type { Tables } from './tables.ts'
import type { invitationWire, wire } from './wire.ts'

export type InvitationView = Static<typeof invitationWire>
export type InvitationsPage = Static<(typeof wire)['GET /v1/shops/{slug}/invitations']['reply']>
type Refused = 'not_found' | 'forbidden' | 'sign_in_required'

/** How long a letter opens the door. */
export const lasts = days(7)
/** The same address gets no second letter of a shop sooner than this. */
const pause = minutes(1)
/** At once, for one shop: nobody writes to a whole address book. */
const most = 50

const viewOf = (row: Invitation, by: PersonCard | null, now: Date): InvitationView => ({
  id: row.invitation,
  email: row.email,
  role: row.role,
  by,
  sent: row.asked.toISOString(),
  expires: row.expires.toISOString(),
  expired: row.expires <= now,
})
const viewed = async (room: Room, row: Invitation): Promise<InvitationView> =>
  viewOf(row, (await cardsOf(room, [row.invited_by])).get(row.invited_by) ?? null, room.house.clock.now())

/** Who was asked and has not come yet, newest first; for owners. */
export async function invitationsPage(
  room: Room,
  caller: Caller,
  idOrSlug: string,
  query: { cursor?: string | undefined; limit?: number | undefined },
): Promise<Result<InvitationsPage, Refused | 'invalid_cursor'>> {
  const shop = await managed(room, caller, idOrSlug)
  if (!shop.ok) return shop
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, 2)
  if (query.cursor !== undefined && (!after || Number.isNaN(Date.parse(String(after[0])))))
    return refuse('invalid_cursor', 'This cursor is not one of ours')
  const limit = query.limit ?? 50
  const rows = await listInvitations(room.db, shop.value.id, after && [String(after[0]), String(after[1])], limit + 1)
  const cards = await cardsOf(room, [...new Set(rows.map(r => r.invited_by))])
  const page = pageOf(
    rows,
    limit,
    r => [r.asked.toISOString(), r.invitation],
    r => viewOf(r, cards.get(r.invited_by) ?? null, room.house.clock.now()),
  )
  return ok({ items: [...page.items], next: page.next })
}

/**
 * Asks the person with this address to work in the shop. The answer is the same whether anybody has an account with it, or works here
 * already. An address that was asked before is asked again, with this role.
 */
export async function invite(
  room: Room,
  caller: Caller,
  idOrSlug: string,
  wish: { email: string; role: Role },
): Promise<Result<InvitationView, Refused | 'email_invalid' | 'rate_limited'>> {
  const shop = await managed(room, caller, idOrSlug)
  if (!shop.ok) return shop
  const email = checkEmail(wish.email)
  if (!email.ok) return email
  return ask(room, caller, shop.value, async trx => {
    const before = await invitationTo(trx, shop.value.id, email.value)
    if (before) return ok({ ...before, role: wish.role })
    if ((await countInvitations(trx, shop.value.id)) >= most) return refuse('rate_limited', `At most ${most} invitations at once`)
    const now = room.house.clock.now()
    const row = { shop: shop.value.id, email: email.value, role: wish.role, invited_by: caller.person, token_hash: null }
    const made = { ...row, invitation: newId('invitation', now), asked: new Date(0), expires: new Date(0) }
    await insertInvitation(trx, made)
    return ok(made)
  })
}

/** The letter once more, with a new link; the link of before opens nothing any more. */
export async function inviteAgain(
  room: Room,
  caller: Caller,
  idOrSlug: string,
  id: string,
): Promise<Result<InvitationView, Refused | 'rate_limited'>> {
  const shop = await managed(room, caller, idOrSlug)
  if (!shop.ok) return shop
  return ask(room, caller, shop.value, async trx => {
    const row = await invitationOf(trx, shop.value.id, id)
    return row ? ok(row) : refuse('not_found', 'There is no such invitation')
  })
}

/** Under the lock of the shop, so that one address is asked once; the letter is written by a job after that. */
async function ask<C extends string>(
  room: Room,
  caller: Caller,
  shop: { id: Id<'shop'>; slug: string },
  find: (trx: Room['db']) => Promise<Result<Invitation, C>>,
): Promise<Result<InvitationView, C | 'not_found' | 'rate_limited'>> {
  const asked = await room.house.db.transaction<Tables, Result<Invitation, C | 'not_found' | 'rate_limited'>>(async trx => {
    if (!(await holdShop(trx, shop.id))) return refuse('not_found', 'There is no such shop')
    const found = await find(trx)
    if (!found.ok) return found
    const now = room.house.clock.now()
    if (now.getTime() - found.value.asked.getTime() < pause) return refuse('rate_limited', 'A letter was sent a moment ago')
    const by = { role: found.value.role, invited_by: caller.person, asked: now, expires: new Date(now.getTime() + lasts) }
    await renewInvitation(trx, found.value.invitation, by)
    // Ids and roles only: an address is nothing to be kept for ever.
    const detail = { invitation: found.value.invitation, role: by.role }
    await note({ ...room, db: trx }, caller, 'staff.invite', shop.slug, detail)
    return ok({ ...found.value, ...by })
  })
  if (!asked.ok) return asked
  await sendInvitation(room, asked.value, caller.language)
  return ok(await viewed(room, asked.value))
}

/** Takes an invitation back: its link opens nothing any more. */
export async function withdrawInvitation(
  room: Room,
  caller: Caller,
  idOrSlug: string,
  id: string,
): Promise<Result<{ ok: true }, Refused>> {
  const shop = await managed(room, caller, idOrSlug)
  if (!shop.ok) return shop
  return room.house.db.transaction<Tables, Result<{ ok: true }, Refused>>(async trx => {
    const row = await invitationOf(trx, shop.value.id, id)
    if (!row || !(await deleteInvitation(trx, id))) return refuse('not_found', 'There is no such invitation')
    await note({ ...room, db: trx }, caller, 'staff.uninvite', shop.value.slug, { invitation: id, role: row.role })
    return ok({ ok: true })
  })
}
