import { sql } from '#base/db'
import type { Id } from '#base/kernel'
import type { PostState } from './post.ts'
import type { Db } from './store.ts'

/** Ids with the key by which their list is sorted. Lists read one more than they show. */
export interface Listed {
  readonly id: Id<'post'>
  readonly key: (string | number)[]
}
interface Row {
  id: Id<'post'>
  at: Date
  bought?: number
}
const listed = (r: Row): Listed => ({ id: r.id, key: [...(r.bought === undefined ? [] : [r.bought]), r.at.getTime(), r.id] })
const at = (ms: string | number | undefined) => new Date(Number(ms ?? 0))

/** The author's own, newest first. */
export async function listMine(
  db: Db,
  author: Id<'person'>,
  state: PostState | null,
  after: (string | number)[] | null,
  limit: number,
): Promise<Listed[]> {
  const rows = await sql<Row>`
    select p.id, p.created as at from content.posts p where p.author = ${author} and p.state <> 'deleted' and (${state}::text is null or p.state = ${state})
      and (${after === null} or (p.created, p.id) < (${at(after?.[0])}, ${after?.[1] ?? ''}))
    order by p.created desc, p.id desc limit ${limit}`.execute(db)
  return rows.rows.map(listed)
}

export interface ShopWish {
  readonly state: PostState | null
  /** Of the time at which it was or will be published, or for the rest, was begun. */
  readonly from: Date | null
  readonly to: Date | null
}
/** The posts of a shop in every state, by when they were published, will be or, before that, were begun; newest first. */
export async function listOfShop(
  db: Db,
  shop: Id<'shop'>,
  wish: ShopWish,
  after: (string | number)[] | null,
  limit: number,
): Promise<Listed[]> {
  const when = sql`coalesce(p.published, p.scheduled, p.created)`
  const rows = await sql<Row>`
    select p.id, ${when} as at from content.posts p
    where p.shop = ${shop} and p.state <> 'deleted' and (${wish.state}::text is null or p.state = ${wish.state})
      and (${wish.from}::timestamptz is null or ${when} >= ${wish.from}) and (${wish.to}::timestamptz is null or ${when} < ${wish.to})
      and (${after === null} or (${when}, p.id) < (${at(after?.[0])}, ${after?.[1] ?? ''}))
    order by ${when} desc, p.id desc limit ${limit}`.execute(db)
  return rows.rows.map(listed)
}

/** Live posts of a person, newest first. */
export async function listLiveBy(db: Db, author: string, after: (string | number)[] | null, limit: number): Promise<Listed[]> {
  const rows = await sql<Row>`
    select p.id, p.published as at from content.posts p where p.author = ${author} and p.state = 'live'
      and (${after === null} or (p.published, p.id) < (${at(after?.[0])}, ${after?.[1] ?? ''}))
    order by p.published desc, p.id desc limit ${limit}`.execute(db)
  return rows.rows.map(listed)
}

/** Live posts that show a product: first of people who bought it, then the rest, newest first in both. */
export async function listLiveShowing(
  db: Db,
  product: string,
  after: (string | number)[] | null,
  limit: number,
): Promise<Listed[]> {
  const rows = await sql<Row>`
    select * from (
      select p.id, p.published as at, (p.grown_product is not distinct from ${product})::int as bought from content.posts p
      where p.state = 'live' and p.id in (select t.post from content.tags t where t.product = ${product})
    ) p
    where ${after === null} or (p.bought, p.at, p.id) < (${Number(after?.[0] ?? 0)}::int, ${at(after?.[1])}, ${after?.[2] ?? ''})
    order by p.bought desc, p.at desc, p.id desc limit ${limit}`.execute(db)
  return rows.rows.map(listed)
}

/** Posts that wait for one of these media. */
export async function waitingFor(db: Db, media: readonly string[]): Promise<Id<'post'>[]> {
  const rows = await sql<{
    id: Id<'post'>
  }>`select p.id from content.posts p where p.state = 'processing' and (p.video = any(${media}) or p.pictures && ${media}::text[])`.execute(
    db,
  )
  return rows.rows.map(r => r.id)
}
/** Posts whose time has come, longest first. */
export async function due(db: Db, now: Date, limit: number): Promise<Id<'post'>[]> {
  const rows = await db
    .selectFrom('content.posts')
    .select('id')
    .where('state', '=', 'scheduled')
    .where('scheduled', '<=', now)
    .orderBy('scheduled')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(r => r.id)
}
/** Posts that wait since before this time, longest first. */
export async function waitingSince(db: Db, before: Date, limit: number): Promise<Id<'post'>[]> {
  const rows = await db
    .selectFrom('content.posts')
    .select('id')
    .where('state', '=', 'processing')
    .where('submitted', '<=', before)
    .orderBy('submitted')
    .limit(limit)
    .execute()
  return rows.map(r => r.id)
}
