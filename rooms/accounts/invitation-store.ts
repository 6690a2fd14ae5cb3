import { type Kysely, sql } from '#base/db'
import type { Id } from '#base/kernel'
import type { Role } from './staff.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>
export type Invitation = Tables['accounts.invitations']

/** Newest first; `after` is the sort key of the last row of the page before. */
export async function listInvitations(
  db: Db,
  shop: Id<'shop'>,
  after: [string, string] | null,
  limit: number,
): Promise<Invitation[]> {
  let q = db.selectFrom('accounts.invitations').selectAll().where('shop', '=', shop)
  if (after) q = q.where(sql<boolean>`(asked, invitation) < (${after[0]}::timestamptz, ${after[1]})`)
  return q.orderBy('asked', 'desc').orderBy('invitation', 'desc').limit(limit).execute()
}
export async function countInvitations(db: Db, shop: Id<'shop'>): Promise<number> {
  const { n } = await db
    .selectFrom('accounts.invitations')
    .select(e => e.fn.countAll<number>().as('n'))
    .where('shop', '=', shop)
    .executeTakeFirstOrThrow()
  return Number(n)
}
export async function invitationTo(db: Db, shop: Id<'shop'>, email: string): Promise<Invitation | null> {
  const q = db.selectFrom('accounts.invitations').selectAll().where('shop', '=', shop).where('email', '=', email)
  return (await q.executeTakeFirst()) ?? null
}
export async function invitationOf(db: Db, shop: Id<'shop'>, id: string): Promise<Invitation | null> {
  const q = db.selectFrom('accounts.invitations').selectAll().where('shop', '=', shop).where('invitation', '=', id)
  return (await q.executeTakeFirst()) ?? null
}
export async function readInvitation(db: Db, id: string): Promise<Invitation | null> {
  return (await db.selectFrom('accounts.invitations').selectAll().where('invitation', '=', id).executeTakeFirst()) ?? null
}
export async function invitationByToken(db: Db, hash: string): Promise<Invitation | null> {
  return (await db.selectFrom('accounts.invitations').selectAll().where('token_hash', '=', hash).executeTakeFirst()) ?? null
}

export async function insertInvitation(db: Db, row: Invitation): Promise<void> {
  await db.insertInto('accounts.invitations').values(row).execute()
}
/** Asked anew: the letter of before opens nothing any more. */
export async function renewInvitation(
  db: Db,
  id: string,
  by: { role: Role; invited_by: Id<'person'>; asked: Date; expires: Date },
): Promise<void> {
  await db
    .updateTable('accounts.invitations')
    .set({ ...by, token_hash: null })
    .where('invitation', '=', id)
    .execute()
}
export async function setInvitationToken(db: Db, id: string, asked: Date, hash: string): Promise<boolean> {
  const done = await db
    .updateTable('accounts.invitations')
    .set({ token_hash: hash })
    .where('invitation', '=', id)
    .where('asked', '=', asked)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
/** True for the one who took it. */
export async function deleteInvitation(db: Db, id: string): Promise<boolean> {
  const done = await db.deleteFrom('accounts.invitations').where('invitation', '=', id).executeTakeFirst()
  return done.numDeletedRows === 1n
}
export async function forgetInvitationsTo(db: Db, email: string): Promise<void> {
  await db.deleteFrom('accounts.invitations').where('email', '=', email).execute()
}
export async function sweepInvitations(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('accounts.invitations').where('expires', '<', before).execute()
}
