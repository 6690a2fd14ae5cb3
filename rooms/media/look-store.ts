import { sql } from '#base/db'
import type { Id } from '#base/kernel'
import { alike, type Frame, type Look, lengthTolerance } from './look.ts'
import { keysOf, nearKeys } from './look-index.ts'
import type { Db } from './store.ts'

/** Of a crowd of candidates no more are compared: so many share a part by chance only where there are millions. */
const mostCandidates = 5000

export interface LookRow {
  media: Id<'media'>
  length_ms: number
  /** 16 hex digits a frame; '' for none. */
  hashes: string[]
  /** Blue and red of each frame in turn. */
  tints: number[]
}
type Kept = Pick<LookRow, 'length_ms' | 'hashes' | 'tints'>
const lookIn = (row: Kept): Look => ({
  lengthMs: row.length_ms,
  frames: row.hashes.map(
    (hash, i): Frame => ({
      hash: hash === '' ? null : BigInt(`0x${hash}`),
      tint: [row.tints[2 * i] ?? 128, row.tints[2 * i + 1] ?? 128],
    }),
  ),
})

/** Keeps how a medium looks; without a hash there is nothing to keep. */
export async function saveLook(db: Db, media: Id<'media'>, look: Look): Promise<void> {
  if (look.frames.every(frame => frame.hash === null)) return
  const hashes = look.frames.map(({ hash }) => hash?.toString(16).padStart(16, '0') ?? '')
  const tints = look.frames.flatMap(frame => [...frame.tint])
  await db.insertInto('media.looks').values({ media, length_ms: look.lengthMs, hashes, tints }).execute()
  await db
    .insertInto('media.look_keys')
    .values(keysOf(look).map(key => ({ key, media })))
    .execute()
}

/** Media that look like copies of each of these, itself among them; media without a hash are like no other. A statement for each. */
export async function copiesOf(db: Db, ids: readonly Id<'media'>[]): Promise<Map<Id<'media'>, Set<Id<'media'>>>> {
  const copies = new Map(ids.map(id => [id, new Set([id])]))
  if (ids.length === 0) return copies
  const rows = await db.selectFrom('media.looks').selectAll().where('media', 'in', ids).execute()
  for (const row of rows) {
    const look = lookIn(row)
    const found = await sql<Kept & { media: Id<'media'> }>`
      with near as materialized (select distinct media from media.look_keys where key = any(${nearKeys(look)}::int4[]))
      select media, length_ms, hashes, tints from near join media.looks using (media)
      where length_ms between ${look.lengthMs - lengthTolerance} and ${look.lengthMs + lengthTolerance}
      limit ${mostCandidates}`.execute(db)
    for (const other of found.rows) if (alike(look, lookIn(other))) copies.get(row.media)?.add(other.media)
  }
  return copies
}
