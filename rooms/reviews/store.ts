import { type Kysely, sql, type Trx } from '#base/db'
import type { Id } from '#base/kernel'
import { type BoughtLine, type Rating, type Review, ratingOf } from './review.ts'

interface LineTable {
  line: Id<'line'>
  order: Id<'order'>
  person: Id<'person'>
  shop: Id<'shop'>
  product: Id<'product'>
  variant: Id<'variant'>
  paid_at: Date
  delivered_at: Date | null
  closed: boolean
  pulse: number | null
}
interface ReviewTable {
  id: Id<'review'>
  line: Id<'line'>
  product: Id<'product'>
  shop: Id<'shop'>
  author: Id<'person'>
  stars: number
  text: string
  language: string
  pictures: unknown
  video: Id<'media'> | null
  media: boolean
  at: Date
  reply: string | null
  reply_at: Date | null
  removed: boolean
}
export interface ReviewTables {
  'reviews.bought_lines': LineTable
  'reviews.reviews': ReviewTable
}
export type Db = Kysely<ReviewTables> | Trx<ReviewTables>

const lineOf = (r: LineTable): BoughtLine => ({
  line: r.line,
  order: r.order,
  person: r.person,
  shop: r.shop,
  product: r.product,
  variant: r.variant,
  paidAt: r.paid_at,
  deliveredAt: r.delivered_at,
  closed: r.closed,
  pulse: r.pulse,
})

type ReviewRow = ReviewTable & { delivered_at: Date; paid_at: Date }
const reviewOf = (r: ReviewRow): Review => ({
  id: r.id,
  line: r.line,
  product: r.product,
  shop: r.shop,
  author: r.author,
  stars: r.stars,
  text: r.text,
  language: r.language,
  pictures: r.pictures as Id<'media'>[],
  video: r.video,
  at: r.at,
  reply: r.reply,
  replyAt: r.reply_at,
  removed: r.removed,
  deliveredAt: r.delivered_at,
  boughtAt: r.paid_at,
})

export async function findLine(db: Db, line: string): Promise<BoughtLine | null> {
  const row = await db
    .selectFrom('reviews.bought_lines')
    .selectAll()
    .where('line', '=', line as Id<'line'>)
    .executeTakeFirst()
  return row ? lineOf(row) : null
}

/** False when the line has its review already. */
export async function insertReview(
  db: Db,
  r: Omit<Review, 'reply' | 'replyAt' | 'removed' | 'deliveredAt' | 'boughtAt'>,
): Promise<boolean> {
  const done = await db
    .insertInto('reviews.reviews')
    .values({
      id: r.id,
      line: r.line,
      product: r.product,
      shop: r.shop,
      author: r.author,
      stars: r.stars,
      text: r.text,
      language: r.language,
      pictures: JSON.stringify(r.pictures),
      video: r.video,
      media: r.video !== null || r.pictures.length > 0,
      at: r.at,
      removed: false,
    })
    .onConflict(c => c.column('line').doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

const reviewsWithLine = (db: Db) =>
  db
    .selectFrom('reviews.reviews as r')
    .innerJoin('reviews.bought_lines as l', 'l.line', 'r.line')
    .selectAll('r')
    .select(['l.delivered_at', 'l.paid_at'])

export async function findReview(db: Db, id: string): Promise<Review | null> {
  const row = await reviewsWithLine(db)
    .where('r.id', '=', id as Id<'review'>)
    .executeTakeFirst()
  return row ? reviewOf(row as ReviewRow) : null
}

export interface ReviewWish {
  readonly product?: string
  readonly shop?: string
  readonly author?: string
  readonly stars?: number
  readonly media?: boolean
  readonly unanswered?: boolean
  /** Media first puts pictures and videos before texts; the key is [media, time, id]. */
  readonly after: { media: boolean; at: Date; id: string } | null
  readonly limit: number
}
export async function listReviews(db: Db, wish: ReviewWish): Promise<Review[]> {
  let q = reviewsWithLine(db)
  if (wish.product) q = q.where('r.product', '=', wish.product as Id<'product'>)
  if (wish.shop) q = q.where('r.shop', '=', wish.shop as Id<'shop'>)
  if (wish.author) q = q.where('r.author', '=', wish.author as Id<'person'>)
  if (wish.stars) q = q.where('r.stars', '=', wish.stars).where('r.removed', '=', false)
  if (wish.media) q = q.where('r.media', '=', true).where('r.removed', '=', false)
  if (wish.unanswered) q = q.where('r.reply', 'is', null)
  if (wish.after) q = q.where(sql<boolean>`(r.media, r.at, r.id) < (${wish.after.media}, ${wish.after.at}, ${wish.after.id})`)
  const rows = await q.orderBy('r.media', 'desc').orderBy('r.at', 'desc').orderBy('r.id', 'desc').limit(wish.limit).execute()
  return rows.map(r => reviewOf(r as ReviewRow))
}

export async function readRatings(db: Db, products: readonly string[]): Promise<Map<string, Rating>> {
  if (products.length === 0) return new Map()
  const rows = await sql<{ product: string; s1: number; s2: number; s3: number; s4: number; s5: number; media: number }>`
    select product, ${sql.raw([1, 2, 3, 4, 5].map(n => `count(*) filter (where stars = ${n})::int as s${n}`).join(', '))}, count(*) filter (where media)::int as media
    from reviews.reviews where not removed and product = any(${products as string[]}) group by product`.execute(db)
  return new Map(rows.rows.map(r => [r.product, ratingOf([r.s1, r.s2, r.s3, r.s4, r.s5], r.media)]))
}

/** False when it is answered already. */
export async function writeReply(db: Db, id: string, text: string, at: Date): Promise<boolean> {
  const done = await db
    .updateTable('reviews.reviews')
    .set({ reply: text, reply_at: at })
    .where('id', '=', id as Id<'review'>)
    .where('reply', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** False when it was answered before: the first pulse counts. */
export async function writePulse(db: Db, line: string, score: number): Promise<boolean> {
  const done = await db
    .updateTable('reviews.bought_lines')
    .set({ pulse: score })
    .where('line', '=', line as Id<'line'>)
    .where('pulse', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export interface AskedLine extends BoughtLine {
  readonly reviewed: boolean
}
export async function listAsks(
  db: Db,
  person: string,
  wish: { order?: string | undefined; after: { at: Date; line: string } | null; limit: number },
): Promise<AskedLine[]> {
  let q = db
    .selectFrom('reviews.bought_lines as l')
    .leftJoin('reviews.reviews as r', 'r.line', 'l.line')
    .selectAll('l')
    .select(sql<boolean>`r.id is not null`.as('reviewed'))
    .where('l.person', '=', person as Id<'person'>)
    .where('l.delivered_at', 'is not', null)
    .where('l.closed', '=', false)
  if (wish.order) q = q.where('l.order', '=', wish.order as Id<'order'>)
  if (wish.after) q = q.where(sql<boolean>`(l.delivered_at, l.line) < (${wish.after.at}, ${wish.after.line})`)
  const rows = await q.orderBy('l.delivered_at', 'desc').orderBy('l.line', 'desc').limit(wish.limit).execute()
  return rows.map(r => ({ ...lineOf(r), reviewed: r.reviewed }))
}
