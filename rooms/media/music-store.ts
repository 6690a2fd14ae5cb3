import { json, sql } from '#base/db'
import type { Id } from '#base/kernel'
import type { MusicTable } from './music-piece.ts'
import type { Db } from './store.ts'

/** May new edits lie over this piece? */
export async function musicThere(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('media.music')
    .select('id')
    .where('id', '=', id as Id<'music'>)
    .where('hidden', '=', false)
    .executeTakeFirst()
  return row !== undefined
}

export async function readMusic(db: Db, id: Id<'music'>): Promise<MusicTable | null> {
  return (await db.selectFrom('media.music').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}
/** False when a piece of our own is there already. */
export async function insertMusic(db: Db, row: MusicTable): Promise<boolean> {
  const done = await db
    .insertInto('media.music')
    .values({ ...row, title: json(row.title) as never, credit: json(row.credit) as never })
    // Two servers at their first start: one of them is first.
    .onConflict(c => c.column('name').doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}
/** Newest first; one more than asked for, so that the page knows whether there is another. */
export async function musicPage(
  db: Db,
  query: { hidden: boolean; limit: number; after: { created: string; id: string } | null },
): Promise<MusicTable[]> {
  let rows = db.selectFrom('media.music').selectAll().where('hidden', '=', query.hidden)
  const { after } = query
  if (after) rows = rows.where(sql<boolean>`(created, id) < (${after.created}::timestamptz, ${after.id})`)
  return rows
    .orderBy('created', 'desc')
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute()
}
export async function musicNames(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('media.music').select('name').where('name', 'is not', null).execute()
  return new Set(rows.map(r => r.name as string))
}
