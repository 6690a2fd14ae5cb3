import { json, type Kysely, sql } from '#base/db'
import type { Id, Language } from '#base/kernel'
import type { Disclosure, Mention, Post, PostAction, PostState, ProductTag } from './post.ts'
import { postMachine } from './post.ts'

interface PostTable {
  id: Id<'post'>
  author: Id<'person'>
  shop: Id<'shop'> | null
  state: PostState
  version: number
  format: 'video' | 'pictures'
  caption: string
  language: Language
  tags: string[]
  mentions: Mention[]
  disclosure: Disclosure | null
  grown_from: Id<'line'> | null
  grown_product: Id<'product'> | null
  video: Id<'media'> | null
  pictures: Id<'media'>[]
  variants: Id<'media'>[]
  refusal_code: string | null
  refusal_message: string | null
  removal_reason: string | null
  removal_explanation: string | null
  created: Date
  submitted: Date | null
  scheduled: Date | null
  published: Date | null
}
export interface ContentTables {
  'content.posts': PostTable
  'content.tags': {
    post: Id<'post'>
    place: number
    product: Id<'product'>
    from_ms: number
    to_ms: number
    x: number | null
    y: number | null
  }
}
export type Db = Kysely<ContentTables>
type Row = Omit<PostTable, 'submitted'> & { shown: ProductTag[] }

const columns =
  sql.raw(`p.id, p.author, p.shop, p.state, p.version, p.format, p.caption, p.language, p.tags, p.mentions, p.disclosure, p.grown_from, p.grown_product,
  p.video, p.pictures, p.variants, p.refusal_code, p.refusal_message, p.removal_reason, p.removal_explanation, p.created, p.scheduled, p.published,
  coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('product', t.product, 'fromMs', t.from_ms, 'toMs', t.to_ms, 'x', t.x, 'y', t.y)) order by t.place) from content.tags t where t.post = p.id), '[]') as shown`)

const toPost = (r: Row): Post => ({
  id: r.id,
  author: r.author,
  shop: r.shop,
  state: r.state,
  version: r.version,
  format: r.format,
  caption: r.caption,
  language: r.language,
  tags: r.tags,
  mentions: r.mentions,
  products: r.shown,
  disclosure: r.disclosure,
  grownFrom: r.grown_from,
  grownProduct: r.grown_product,
  videoId: r.video,
  pictureIds: r.pictures,
  variantIds: r.variants,
  refusal: r.refusal_code === null ? null : { code: r.refusal_code, message: r.refusal_message ?? '' },
  removal: r.removal_reason === null ? null : { reason: r.removal_reason, explanation: r.removal_explanation ?? '' },
  created: r.created,
  scheduled: r.scheduled,
  publishedAt: r.published,
})

/** One statement, however many ids. */
export async function readPosts(db: Db, ids: readonly string[]): Promise<Post[]> {
  if (ids.length === 0) return []
  return (await sql<Row>`select ${columns} from content.posts p where p.id = any(${[...new Set(ids)]})`.execute(db)).rows.map(
    toPost,
  )
}
export const readPost = async (db: Db, id: string): Promise<Post | null> => (await readPosts(db, [id]))[0] ?? null

/** The post, held until the transaction ends. */
export async function lockPost(db: Db, id: string): Promise<Post | null> {
  const row = await db
    .selectFrom('content.posts')
    .select('id')
    .where('id', '=', id as Id<'post'>)
    .forUpdate()
    .executeTakeFirst()
  return row ? readPost(db, id) : null
}

/** What the author writes. */
export interface Written {
  readonly shop: Id<'shop'> | null
  readonly format: 'video' | 'pictures'
  readonly caption: string
  readonly language: Language
  readonly tags: readonly string[]
  readonly mentions: readonly Mention[]
  readonly products: readonly ProductTag[]
  readonly disclosure: Disclosure | null
  readonly grownFrom: Id<'line'> | null
  readonly videoId: Id<'media'> | null
  readonly pictureIds: readonly Id<'media'>[]
}
const columnsOf = (w: Written) => ({
  shop: w.shop,
  format: w.format,
  caption: w.caption,
  language: w.language,
  tags: [...w.tags],
  mentions: json([...w.mentions]) as never,
  disclosure: w.disclosure,
  grown_from: w.grownFrom,
  video: w.videoId,
  pictures: [...w.pictureIds],
})

export async function insertPost(db: Db, post: Written & { id: Id<'post'>; author: Id<'person'>; created: Date }): Promise<void> {
  const row = { ...columnsOf(post), id: post.id, author: post.author, created: post.created, state: 'draft', version: 1 }
  await db
    .insertInto('content.posts')
    .values(row as never)
    .execute()
  await writeTags(db, post.id, post.products)
}

/** Rewrites a draft. A change answers the refusal of the last attempt, so that goes. */
export async function rewritePost(db: Db, id: Id<'post'>, written: Written): Promise<void> {
  await db
    .updateTable('content.posts')
    .set(eb => ({ ...columnsOf(written), version: eb('version', '+', 1), refusal_code: null, refusal_message: null }))
    .where('id', '=', id)
    .execute()
  await writeTags(db, id, written.products)
}

export async function writeTags(db: Db, post: Id<'post'>, tags: readonly ProductTag[]): Promise<void> {
  await db.deleteFrom('content.tags').where('post', '=', post).execute()
  if (tags.length === 0) return
  const rows = tags.map((t, place) => ({
    ...{ post, place, product: t.product, from_ms: t.fromMs, to_ms: t.toMs },
    ...{ x: t.x ?? null, y: t.y ?? null },
  }))
  await db.insertInto('content.tags').values(rows).execute()
}

/** Moves a post that the caller has locked; the table decides whether it may. False when it may not. */
export async function movePost(
  db: Db,
  post: Pick<Post, 'id' | 'state'>,
  action: PostAction,
  more: Partial<PostTable> = {},
): Promise<boolean> {
  const next = postMachine.next(post.state, action)
  if (!next.ok) return false
  const done = await db
    .updateTable('content.posts')
    .set({ scheduled: null, ...more, state: next.value })
    .where('id', '=', post.id)
    .where('state', '=', post.state)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** The clips of a post, its own one first. */
export async function setClips(db: Db, id: Id<'post'>, [video, ...variants]: readonly Id<'media'>[]): Promise<void> {
  await db
    .updateTable('content.posts')
    .set({ video: video ?? null, variants })
    .where('id', '=', id)
    .execute()
}

/** What is left of a deleted post: that it was, whose and when. */
export const tombstone = {
  caption: '',
  tags: [],
  mentions: json([]) as never,
  video: null,
  pictures: [],
  variants: [],
  refusal_code: null,
  refusal_message: null,
  removal_reason: null,
  removal_explanation: null,
  grown_from: null,
  grown_product: null,
} satisfies Partial<PostTable>

/** That a post shows one of these media, as its clip, a picture or another beginning: the words of the index `posts_media`. */
export const showsAny = (media: readonly string[]) => sql`(pictures || variants || video) && ${[...media]}::text[]`

/** Which of these media other posts use that are not deleted, or only those that are live. */
export async function usedElsewhere(
  db: Db,
  media: readonly Id<'media'>[],
  except: Id<'post'> | null,
  only: 'kept' | 'live' = 'kept',
): Promise<Set<string>> {
  if (media.length === 0) return new Set()
  const rows = await sql<{ media: string }>`
    select distinct m.media from content.posts p cross join lateral unnest(p.pictures || p.variants || p.video) as m(media)
    where p.state <> 'deleted' and (${only} = 'kept' or p.state = 'live') and p.id is distinct from ${except} and ${showsAny(media)} and m.media = any(${media})`.execute(
    db,
  )
  return new Set(rows.rows.map(r => r.media))
}

export async function changeAuthor(db: Db, from: Id<'person'>, to: Id<'person'>): Promise<void> {
  await db.updateTable('content.posts').set({ author: to }).where('author', '=', from).execute()
}
export async function lockPostsOf(db: Db, author: string): Promise<{ id: Id<'post'>; state: PostState }[]> {
  return db
    .selectFrom('content.posts')
    .select(['id', 'state'])
    .where('author', '=', author as Id<'person'>)
    .where('state', '<>', 'deleted')
    .orderBy('id')
    .forUpdate()
    .execute()
}

export async function countPosts(db: Db, author: Id<'person'>): Promise<number> {
  const { n } = await db
    .selectFrom('content.posts')
    .select(e => e.fn.countAll<number>().as('n'))
    .where('author', '=', author)
    .where('state', '=', 'live')
    .executeTakeFirstOrThrow()
  return Number(n)
}
