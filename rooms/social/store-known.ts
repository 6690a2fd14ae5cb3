import { json, type Kysely, sql } from '#base/db'
import type { Id } from '#base/kernel'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

export async function savePost(
  db: Db,
  id: string,
  { author, shop, products }: { author: Id<'person'>; shop: Id<'shop'> | null; products: readonly string[] },
): Promise<void> {
  await db
    .insertInto('social.known')
    .values({ id, kind: 'post', author, shop, products: [...products], live: true })
    .onConflict(c => c.column('id').doUpdateSet({ author, shop, products: [...products], live: true }))
    .execute()
}

export async function saveProduct(db: Db, id: string): Promise<void> {
  await db
    .insertInto('social.known')
    .values({ id, kind: 'product', author: null, shop: null, products: [], live: true })
    .onConflict(c => c.column('id').doUpdateSet({ live: true }))
    .execute()
}

export async function setLive(db: Db, id: string, live: boolean): Promise<void> {
  await db.updateTable('social.known').set({ live }).where('id', '=', id).execute()
}

export async function isLive(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('social.known').select('live').where('id', '=', id).executeTakeFirst())?.live ?? false
}

export async function saveLines(db: Db, person: string, lines: readonly { line: string; product: string }[]): Promise<void> {
  if (lines.length === 0) return
  await db
    .insertInto('social.lines')
    .values(lines.map(l => ({ line: l.line, product: l.product, person })))
    .onConflict(c => c.column('line').doNothing())
    .execute()
}

/** Whoever paid for the line holds the thing, whoever said that it arrived. */
export async function deliver(db: Db, lines: readonly string[]): Promise<void> {
  await sql`
    insert into social.bought (person, product) select distinct person, product from social.lines where line = any (${[...lines]}::text[])
    on conflict do nothing`.execute(db)
}

export async function ownsLine(db: Db, person: string, line: string): Promise<boolean> {
  const row = await db
    .selectFrom('social.lines')
    .select('line')
    .where('line', '=', line)
    .where('person', '=', person)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertShare(trx: Db, share: Tables['social.shares']): Promise<void> {
  await trx
    .insertInto('social.shares')
    .values({ ...share, source: share.source === null ? null : json(share.source) })
    .execute()
  await trx
    .updateTable('social.known')
    .set(e => ({ shares: e('shares', '+', 1) }))
    .where('id', '=', share.about_id)
    .execute()
}

export async function readShare(db: Db, id: string) {
  return (
    (await db
      .selectFrom('social.shares')
      .select(['id', 'person', 'about_kind', 'about_id'])
      .where('id', '=', id as Id<'share'>)
      .executeTakeFirst()) ?? null
  )
}
