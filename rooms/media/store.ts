import { anyOf, json, type Kysely, sql } from '#base/db'
import type { Id } from '#base/kernel'
import type { EditList } from '#engines/edit'
import type { LookRow } from './look-store.ts'
import type { CaptionLanguage, MediaKind, MediaRefusal, MediaStateName, MediaUse, Watchable } from './medium.ts'
import type { MusicTable } from './music-piece.ts'
import type { Storyboard } from './storyboard.ts'

interface MediaTable {
  id: Id<'media'>
  owner: Id<'person'>
  state: MediaStateName
  kind: MediaKind | null
  use: MediaUse
  /** Moment of its poster, milliseconds; null where nobody chose one. */
  cover_ms: number | null
  /** Material: when it was last used. */
  used: Date | null
  bytes: bigint
  progress: number
  watchable: Watchable
  refusal_code: MediaRefusal['code'] | null
  refusal_message: string | null
  width: number | null
  height: number | null
  duration_ms: number | null
  thumbhash: string | null
  /** Decibels that are added to its sound; null where that was not measured. */
  gain: number | null
  storyboard: Storyboard | null
  lease_until: Date | null
  attempts: number
  created: Date
}
export interface MediaTables {
  'media.media': MediaTable
  'media.rungs': RungRow & { media: Id<'media'> }
  'media.edits': { media: Id<'media'>; list: EditList; material: string[] }
  'media.music': MusicTable
  'media.labels': { media: Id<'media'>; label: 'nudity'; share: number }
  'media.looks': LookRow
  'media.look_keys': { key: number; media: Id<'media'> }
  'media.captions': { media: Id<'media'>; language: CaptionLanguage; version: string }
}
export type Db = Kysely<MediaTables>
export interface RungRow {
  name: string
  width: number
  height: number
  kbps: number
  /** What the playlists say of it; null where it has no HLS form. */
  codecs: string | null
  peak_kbps: number | null
}
/** A medium with its rungs, from low to high, and its captions. */
export type MediaRow = Omit<MediaTable, 'lease_until' | 'used'> & {
  /** Kept back after a decision. */
  withheld: boolean
  rungs: RungRow[]
  captions: { language: CaptionLanguage; version: string }[]
}

/** How long a worker may be silent before another takes over. Of the database's clock: the demo's clock jumps. */
const leaseSeconds = 30

const columns = sql.raw(
  'm.id, m.owner, m.state, m.kind, m.use, m.cover_ms, m.bytes, m.progress, m.watchable, m.refusal_code, m.refusal_message, m.width, m.height, m.duration_ms, m.thumbhash, m.storyboard, m.gain, m.attempts, m.created',
)

/** One statement, however many ids. */
export async function load(db: Db, ids: readonly string[]): Promise<MediaRow[]> {
  if (ids.length === 0) return []
  const result = await sql<MediaRow>`
    select ${columns}, exists (select 1 from media.withheld w where w.media = m.id and w.kept) as withheld,
      coalesce((select jsonb_agg(jsonb_build_object('name', r.name, 'width', r.width, 'height', r.height, 'kbps', r.kbps, 'codecs', r.codecs, 'peak_kbps', r.peak_kbps) order by r.width * r.height, r.kbps) from media.rungs r where r.media = m.id), '[]') as rungs,
      coalesce((select jsonb_agg(jsonb_build_object('language', c.language, 'version', c.version) order by c.language) from media.captions c where c.media = m.id), '[]') as captions
    from media.media m where m.id = ${anyOf([...new Set(ids)])}`.execute(db)
  return result.rows
}
export const loadOne = async (db: Db, id: string): Promise<MediaRow | null> => (await load(db, [id]))[0] ?? null

export async function insert(
  db: Db,
  row: {
    id: Id<'media'>
    owner: Id<'person'>
    bytes: number
    state: 'uploading' | 'probing'
    use?: MediaUse
    cover_ms?: number | null
    created: Date
  },
): Promise<void> {
  await db
    .insertInto('media.media')
    .values({ ...row, bytes: BigInt(row.bytes), kind: null, progress: 0, watchable: 'no', attempts: 0 } as MediaTable)
    .execute()
}

/** All bytes are here. False when that was known already. */
export async function finishUpload(db: Db, id: Id<'media'>): Promise<boolean> {
  const done = await db
    .updateTable('media.media')
    .set({ state: 'probing' })
    .where('id', '=', id)
    .where('state', '=', 'uploading')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Takes a medium for one worker. Null when there is nothing to do or another worker is alive on it. */
export async function lease(db: Db, id: Id<'media'>): Promise<MediaRow | null> {
  const result = await sql<MediaRow>`
    update media.media m set lease_until = now() + make_interval(secs => ${leaseSeconds}), attempts = attempts + 1
    where id = ${id} and state in ('probing', 'processing') and (lease_until is null or lease_until < now())
    returning ${columns}, '[]'::jsonb as rungs, '[]'::jsonb as captions`.execute(db)
  return result.rows[0] ?? null
}
export async function renewLease(db: Db, id: Id<'media'>): Promise<void> {
  await sql`update media.media set lease_until = now() + make_interval(secs => ${leaseSeconds}) where id = ${id} and state in ('probing', 'processing')`.execute(
    db,
  )
}
export async function endLease(db: Db, id: Id<'media'>): Promise<void> {
  await db.updateTable('media.media').set({ lease_until: null }).where('id', '=', id).execute()
}

/** Progress only grows: a late line of a program does not turn it back. */
export async function setProgress(db: Db, id: Id<'media'>, progress: number): Promise<void> {
  await db
    .updateTable('media.media')
    .set({ progress })
    .where('id', '=', id)
    .where('state', '=', 'processing')
    .where('progress', '<', progress)
    .execute()
}

export async function accept(db: Db, id: Id<'media'>, facts: { kind: MediaKind; durationMs: number | null }): Promise<void> {
  await db
    .updateTable('media.media')
    .set({ state: 'processing', kind: facts.kind, duration_ms: facts.durationMs })
    .where('id', '=', id)
    .where('state', '=', 'probing')
    .execute()
}

/** False when the medium is gone, is refused or could be watched already: then there is nothing to announce. */
export async function setWatchable(
  db: Db,
  id: Id<'media'>,
  facts: Pick<MediaTable, 'gain'> & {
    width: number
    height: number
    thumbhash: string
    durationMs: number | null
    rungs: readonly RungRow[]
  },
): Promise<boolean> {
  const done = await db
    .updateTable('media.media')
    .set({
      watchable: 'first_rung',
      width: facts.width,
      height: facts.height,
      thumbhash: facts.thumbhash,
      duration_ms: facts.durationMs,
      gain: facts.gain,
      attempts: 0,
    })
    .where('id', '=', id)
    .where('state', '=', 'processing')
    .where('watchable', '=', 'no')
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) return false
  await addRungs(db, id, facts.rungs)
  return true
}

/** False when the medium is gone or was ready already. */
export async function setReady(
  db: Db,
  id: Id<'media'>,
  { width, height, storyboard = null }: { width: number; height: number; storyboard?: Storyboard | null },
  rungs: readonly RungRow[],
): Promise<boolean> {
  const done = await db
    .updateTable('media.media')
    .set({
      state: 'ready',
      watchable: 'all',
      progress: 100,
      lease_until: null,
      width,
      height,
      storyboard: storyboard && (json(storyboard) as never),
    })
    .where('id', '=', id)
    .where('state', '=', 'processing')
    .where('watchable', '=', 'first_rung')
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) return false
  await addRungs(db, id, rungs)
  return true
}

async function addRungs(db: Db, media: Id<'media'>, rungs: readonly RungRow[]): Promise<void> {
  if (rungs.length > 0)
    await db
      .insertInto('media.rungs')
      .values(rungs.map(r => ({ ...r, media })))
      .onConflict(c => c.doNothing())
      .execute()
}

/** Refuses what nobody can watch yet. False when it is gone or ended already. */
export async function setRefused(db: Db, id: Id<'media'>, refusal: MediaRefusal): Promise<boolean> {
  const done = await db
    .updateTable('media.media')
    .set({ state: 'refused', refusal_code: refusal.code, refusal_message: refusal.message.slice(0, 400), lease_until: null })
    .where('id', '=', id)
    .where('state', 'in', ['probing', 'processing'])
    .where('watchable', '=', 'no')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** What the classifier found in these media. */
export async function labelsOf(db: Db, ids: readonly Id<'media'>[]): Promise<MediaTables['media.labels'][]> {
  return ids.length === 0 ? [] : db.selectFrom('media.labels').selectAll().where('media', 'in', ids).execute()
}

export async function lock(db: Db, id: Id<'media'>): Promise<boolean> {
  return (await db.selectFrom('media.media').select('id').where('id', '=', id).forUpdate().executeTakeFirst()) !== undefined
}
export async function setCaption(db: Db, media: Id<'media'>, language: CaptionLanguage, version: string | null): Promise<void> {
  if (version === null)
    await db.deleteFrom('media.captions').where('media', '=', media).where('language', '=', language).execute()
  else
    await db
      .insertInto('media.captions')
      .values({ media, language, version })
      .onConflict(c => c.columns(['media', 'language']).doUpdateSet({ version }))
      .execute()
}

export async function forget(db: Db, id: Id<'media'>): Promise<boolean> {
  return (await db.deleteFrom('media.media').where('id', '=', id).executeTakeFirst()).numDeletedRows === 1n
}
export async function forgetOwner(db: Db, owner: Id<'person'>): Promise<Id<'media'>[]> {
  return (await db.deleteFrom('media.media').where('owner', '=', owner).returning('id').execute()).map(r => r.id)
}
export async function changeOwner(db: Db, from: Id<'person'>, to: Id<'person'>): Promise<void> {
  await db.updateTable('media.media').set({ owner: to }).where('owner', '=', from).execute()
}

/** Uploads in progress, oldest first. */
export async function uploading(db: Db): Promise<{ id: Id<'media'>; bytes: bigint; created: Date }[]> {
  return db
    .selectFrom('media.media')
    .select(['id', 'bytes', 'created'])
    .where('state', '=', 'uploading')
    .orderBy('created')
    .limit(5000)
    .execute()
}
/** What decides which stage comes next. */
export interface Work {
  readonly id: Id<'media'>
  readonly use: MediaUse
  readonly watchable: Watchable
  readonly attempts: number
}
/** Media whose worker is gone, or whose job was never sent because the server was killed before. */
export async function abandoned(db: Db): Promise<Work[]> {
  const result = await sql<Work>`
    select id, use, watchable, attempts from media.media where state in ('probing', 'processing') and (lease_until is null or lease_until < now()) order by created limit 500`.execute(
    db,
  )
  return result.rows
}
/** Whether somebody waits for a clip or picture that nobody can see yet. */
export async function firstRungsWait(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('media.media')
    .select('id')
    .where('state', 'in', ['probing', 'processing'])
    .where('watchable', '=', 'no')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
/** Which of these ids still need their uploaded file. */
export async function needed(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('media.media')
    .select('id')
    .where('id', 'in', ids as Id<'media'>[])
    .where('state', 'in', ['uploading', 'probing', 'processing', 'held'])
    .execute()
  return new Set(rows.map(r => r.id))
}
