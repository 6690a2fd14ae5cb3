import { json, sql } from '#base/db'
import type { Id } from '#base/kernel'
import type { EditList } from '#engines/edit'
import { type MediaKind, type MediaStateName, type MediaUse, materials } from './medium.ts'
import type { Db } from './store.ts'

/** Material was judged and is kept. Nothing happens to a row that is gone. */
export async function holdRow(
  db: Db,
  id: Id<'media'>,
  facts: { kind: MediaKind | null; width: number | null; height: number | null; durationMs: number | null },
  now: Date,
): Promise<void> {
  const { kind, width, height, durationMs } = facts
  await db
    .updateTable('media.media')
    .set({ state: 'held', kind, width, height, duration_ms: durationMs, used: now, progress: 100, lease_until: null })
    .where('id', '=', id)
    .where('state', '=', 'probing')
    .execute()
}

/** What this person holds, or is about to. */
export async function countHeld(db: Db, owner: Id<'person'>): Promise<{ pieces: number; bytes: number }> {
  const { n, bytes } = await db
    .selectFrom('media.media')
    .select(eb => [eb.fn.countAll<bigint>().as('n'), eb.fn.sum<string | null>('bytes').as('bytes')])
    .where('owner', '=', owner)
    .where('use', 'in', materials)
    .where('state', '<>', 'refused')
    .executeTakeFirstOrThrow()
  return { pieces: Number(n), bytes: Number(bytes ?? 0) }
}

export interface MaterialRow {
  readonly id: Id<'media'>
  readonly use: MediaUse
  readonly state: MediaStateName
  readonly width: number | null
  readonly height: number | null
  readonly duration_ms: number | null
}
/** This person's own material among these ids. */
export async function ownMaterial(db: Db, owner: Id<'person'>, ids: readonly string[]): Promise<Map<string, MaterialRow>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('media.media')
    .select(['id', 'use', 'state', 'width', 'height', 'duration_ms'])
    .where('owner', '=', owner)
    .where('id', 'in', ids as Id<'media'>[])
    .where('use', 'in', materials)
    .execute()
  return new Map(rows.map(r => [r.id as string, r]))
}
export async function touch(db: Db, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('media.media')
    .set({ used: now })
    .where('id', 'in', ids as Id<'media'>[])
    .where('state', '=', 'held')
    .execute()
}

export async function countRendering(db: Db, owner: Id<'person'>): Promise<number> {
  const { n } = await db
    .selectFrom('media.media')
    .select(eb => eb.fn.countAll<bigint>().as('n'))
    .where('owner', '=', owner)
    .where('use', '=', 'edit')
    .where('state', '=', 'processing')
    .where('watchable', '=', 'no')
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** A clip that is to be rendered: what it will be is known, so nothing is probed for it. */
export async function insertEdit(
  db: Db,
  edit: {
    readonly id: Id<'media'>
    readonly owner: Id<'person'>
    readonly list: EditList
    readonly material: readonly string[]
    readonly durationMs: number
    readonly created: Date
  },
): Promise<void> {
  const { id, owner, list, material, durationMs, created } = edit
  await sql`insert into media.media (id, owner, state, kind, use, cover_ms, bytes, duration_ms, created)
    values (${id}, ${owner}, 'processing', 'video', 'edit', ${list.cover}, 0, ${durationMs}, ${created})`.execute(db)
  await db
    .insertInto('media.edits')
    .values({ media: id, list: json(list) as never, material: [...material] })
    .execute()
}
export async function readEdit(db: Db, id: Id<'media'>): Promise<{ list: EditList; material: string[] } | null> {
  const row = await db.selectFrom('media.edits').select(['list', 'material']).where('media', '=', id).executeTakeFirst()
  return row ?? null
}
/** The file is there. What comes now has its own attempts. False when the medium is gone. */
export async function setRendered(db: Db, id: Id<'media'>, bytes: number): Promise<boolean> {
  const done = await db
    .updateTable('media.media')
    .set({ bytes: BigInt(bytes), attempts: 0 })
    .where('id', '=', id)
    .where('state', '=', 'processing')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Material that was not used since, and that no edit still waits for. */
export async function unusedSince(db: Db, before: Date): Promise<Id<'media'>[]> {
  const result = await sql<{ id: Id<'media'> }>`
    select m.id from media.media m where m.state = 'held' and m.used < ${before} and not exists (
      select 1 from media.edits e join media.media r on r.id = e.media
      where r.owner = m.owner and r.state = 'processing' and r.watchable = 'no' and m.id = any(e.material))
    order by m.used limit 5000`.execute(db)
  return result.rows.map(r => r.id)
}
