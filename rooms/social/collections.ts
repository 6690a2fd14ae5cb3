import type { Static } from 'typebox'
import { type Kysely, sql } from '#base/db'
import type { Caller, ErrorCode } from '#base/http'
import { newId, ok, type Result, refuse } from '#base/kernel'
import type { Room } from './room.ts'
import type { Tables } from './tables.ts'
import type { collectionWire } from './wire.ts'

export type CollectionWire = Static<typeof collectionWire>
type Db = Kysely<Tables>
const most = 100
const unknown = refuse('not_found', 'You have no such collection')
const blank = refuse('text_missing', 'A collection needs a name', { fields: { name: ['is empty'] } })

/** A person's collections, oldest first: at most a hundred, so they come at once. The cover is the chosen save, else the newest. */
export async function readCollections({ db }: Room, caller: Caller): Promise<CollectionWire[]> {
  const { rows } = await sql<{
    id: string
    name: string
    made: Date
    n: number
    cover: string | null
    kind: 'post' | 'product' | null
  }>`
    select c.id, c.name, c.made, coalesce(m.n, 0)::int as n, k.id as cover, k.kind from social.collections c
    left join lateral (
      select count(*) as n, (array_agg(s.subject order by (s.subject = c.cover) desc, s.at desc, s.subject desc))[1] as cover
      from social.marks s join social.known l on l.id = s.subject and l.live where s.collection = c.id) m on true
    left join social.known k on k.id = m.cover
    where c.person = ${caller.person} order by c.made, c.id`.execute(db)
  return rows.map(r => ({
    id: r.id,
    name: r.name,
    count: r.n,
    cover: r.cover && r.kind ? { kind: r.kind, id: r.cover } : null,
    made: r.made.toISOString(),
  }))
}

export async function makeCollection(
  { db, house }: Room,
  caller: Caller,
  name: string,
): Promise<Result<CollectionWire, ErrorCode>> {
  const said = name.trim()
  if (!said) return blank
  const at = house.clock.now()
  const id = newId('collection', at)
  const { rows } = await sql<{ id: string }>`
    insert into social.collections (id, person, name, made) select ${id}, ${caller.person}, ${said}, ${at}::timestamptz
    where (select count(*) from social.collections where person = ${caller.person}) < ${most} returning id`.execute(db)
  return rows.length > 0
    ? ok({ id, name: said, count: 0, cover: null, made: at.toISOString() })
    : refuse('rate_limited', `At most ${most} collections`)
}

/** Another name, or another of its saves as its cover. */
export async function changeCollection(
  room: Room,
  caller: Caller,
  id: string,
  change: { name?: string | undefined; cover?: string | undefined },
): Promise<Result<CollectionWire, ErrorCode>> {
  const name = change.name?.trim()
  if (name === '') return blank
  const { rows } = await sql<{ id: string }>`
    update social.collections set name = coalesce(${name ?? null}, name), cover = coalesce(${change.cover ?? null}, cover)
    where id = ${id} and person = ${caller.person}
      and (${change.cover ?? null}::text is null or exists (select 1 from social.marks where collection = ${id} and subject = ${change.cover ?? null}))
    returning id`.execute(room.db)
  const found = rows.length > 0 ? (await readCollections(room, caller)).find(c => c.id === id) : undefined
  return found ? ok(found) : unknown
}

/** What was in it stays saved. */
export async function dropCollection({ db }: Room, caller: Caller, id: string): Promise<Result<{ ok: true }, 'not_found'>> {
  const { rows } = await sql<{ id: string }>`
    delete from social.collections where id = ${id} and person = ${caller.person} returning id`.execute(db)
  return rows.length > 0 ? ok({ ok: true }) : unknown
}

/** Puts a save into a collection, or with null out of the one that it is in. */
export async function moveSave(
  { db }: Room,
  caller: Caller,
  subject: string,
  collection: string | null,
): Promise<Result<{ ok: true }, 'not_found'>> {
  const { rows } = await sql<{ subject: string }>`
    update social.marks set collection = ${collection}::text where subject = ${subject} and person = ${caller.person} and mark in ('save', 'product_save')
      and (${collection}::text is null or exists (select 1 from social.collections where id = ${collection} and person = ${caller.person}))
    returning subject`.execute(db)
  return rows.length > 0 ? ok({ ok: true }) : refuse('not_found', 'You have saved no such thing, or have no such collection')
}

export const mergeCollections = (trx: Db, from: string, to: string): Promise<unknown> =>
  trx.updateTable('social.collections').set({ person: to }).where('person', '=', from).execute()
export const eraseCollections = (trx: Db, person: string): Promise<unknown> =>
  trx.deleteFrom('social.collections').where('person', '=', person).execute()
