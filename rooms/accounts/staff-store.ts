import { type Kysely, sql } from '#base/db'
import type { Id } from '#base/kernel'
import type { Role } from './staff.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** Longest here first; `after` is the sort key of the last row of the page before. */
export async function listStaff(db: Db, shop: Id<'shop'>, after: [string, string] | null, limit: number) {
  let q = db.selectFrom('accounts.staff').select(['person', 'role', 'since']).where('shop', '=', shop)
  if (after) q = q.where(sql<boolean>`(since, person) > (${after[0]}::timestamptz, ${after[1]})`)
  return q.orderBy('since').orderBy('person').limit(limit).execute()
}

/** One change of who works in a shop at a time; held until the transaction ends. */
export async function holdShop(trx: Db, shop: Id<'shop'>): Promise<Id<'person'> | null> {
  const row = await trx.selectFrom('accounts.shops').select('owner').where('shop', '=', shop).forUpdate().executeTakeFirst()
  return row?.owner ?? null
}
export async function roleOf(db: Db, shop: Id<'shop'>, person: Id<'person'>): Promise<Role | null> {
  const row = await db
    .selectFrom('accounts.staff')
    .select('role')
    .where('shop', '=', shop)
    .where('person', '=', person)
    .executeTakeFirst()
  return row?.role ?? null
}
/** Who owned it longest, other than this person. */
export async function otherOwner(db: Db, shop: Id<'shop'>, person: Id<'person'>): Promise<Id<'person'> | null> {
  const row = await db
    .selectFrom('accounts.staff')
    .select('person')
    .where('shop', '=', shop)
    .where('role', '=', 'owner')
    .where('person', '<>', person)
    .orderBy('since')
    .orderBy('person')
    .limit(1)
    .executeTakeFirst()
  return row?.person ?? null
}
/** True when this person was not here before; a role that somebody has stays as it is. */
export async function insertStaff(
  db: Db,
  row: { shop: Id<'shop'>; person: Id<'person'>; role: Role; since: Date },
): Promise<boolean> {
  const added = await db
    .insertInto('accounts.staff')
    .values(row)
    .onConflict(c => c.columns(['shop', 'person']).doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}
export async function updateRole(db: Db, shop: Id<'shop'>, person: Id<'person'>, role: Role): Promise<void> {
  await db.updateTable('accounts.staff').set({ role }).where('shop', '=', shop).where('person', '=', person).execute()
}
export async function deleteStaff(db: Db, shop: Id<'shop'>, person: Id<'person'>): Promise<void> {
  await db.deleteFrom('accounts.staff').where('shop', '=', shop).where('person', '=', person).execute()
}
/** Whose name stands on the shop. */
export async function setOwner(db: Db, shop: Id<'shop'>, owner: Id<'person'>): Promise<void> {
  await db.updateTable('accounts.shops').set({ owner }).where('shop', '=', shop).execute()
}
