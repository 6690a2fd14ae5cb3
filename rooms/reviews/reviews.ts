import type { Subscription } from '#base/events'
import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import { decodeCursor, type Id, ok, type Page, pageOf, type Result, refuse } from '#base/kernel'
import { askFrom } from './ask-policy.ts'
import { dress, type ReviewView } from './dress.ts'
import { noRating, type Rating, type Review } from './review.ts'
import type { ReviewDoors, Room } from './room.ts'
import {
  type AskedLine,
  findReview,
  listAsks,
  listReviews,
  type ReviewTables,
  type ReviewWish,
  readRatings,
  writePulse,
  writeReply,
} from './store.ts'
import { subscribe } from './subscribers.ts'
import { findDelivered, type ReviewDraft, writeReview } from './write-review.ts'

export interface Ask extends AskedLine {
  /** From when on the review is asked for. */
  readonly askFrom: Date
}
export interface PageWish {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}
export type ReviewFilter = PageWish & { readonly stars?: number | undefined; readonly media?: boolean | undefined }

/** Words of buyers. Only who has the parcel may write; merchants answer once and never delete. */
export interface Reviews {
  /** Ratings by product; removed reviews don't count. Products without one are missing. */
  ratings(products: readonly Id<'product'>[]): Promise<Map<string, Rating>>
  rating(product: Id<'product'>): Promise<Rating>
  list(caller: Caller, product: Id<'product'>, wish: ReviewFilter): Promise<Result<Page<ReviewView>, ErrorCode>>
  listOfShop(
    caller: Caller,
    shop: Id<'shop'>,
    wish: PageWish & { unanswered?: boolean | undefined },
  ): Promise<Result<Page<ReviewView>, ErrorCode>>
  /** The caller's own. */
  mine(caller: Caller, wish: PageWish): Promise<Result<Page<ReviewView>, ErrorCode>>
  /** For moderators: one review by its id with its words, removed or not. */
  one(caller: Caller, review: Id<'review'>): Promise<Result<ReviewView, ErrorCode>>
  write(caller: Caller, draft: ReviewDraft): Promise<Result<ReviewView, ErrorCode>>
  reply(caller: Caller, review: Id<'review'>, text: string): Promise<Result<ReviewView, ErrorCode>>
  /** Delivered lines of the caller, newest first. */
  asks(caller: Caller, wish: PageWish & { order?: string | undefined }): Promise<Result<Page<Ask>, ErrorCode>>
  /** Satisfied, 1 to 5: once a line, from the delivery on. */
  pulse(caller: Caller, line: Id<'line'>, score: number): Promise<Result<Ask, ErrorCode>>
  start(): Promise<void>
}

export function createReviews(house: House, doors: ReviewDoors): Reviews {
  let subscription: Subscription | null = null
  const catchUp = async () => subscription?.reached(await house.log.flush(), 500)
  const room: Room = { house, db: house.db.tables<ReviewTables>(), doors, catchUp }
  return {
    ratings: products => readRatings(room.db, products),
    rating: async product => (await readRatings(room.db, [product])).get(product) ?? noRating,
    list: (caller, product, wish) => page(room, caller, { product, stars: wish.stars, media: wish.media }, wish),
    async listOfShop(caller, shop, wish) {
      const may = doors.accounts.may(caller, 'review.reply', { shop })
      return may.ok ? page(room, caller, { shop, unanswered: wish.unanswered }, wish) : may
    },
    mine: (caller, wish) => page(room, caller, { author: caller.person }, wish),
    one: (caller, review) => one(room, caller, review),
    async write(caller, draft) {
      const written = await writeReview(room, caller, draft)
      return written.ok ? ok((await dress(room, caller, [written.value]))[0] as ReviewView) : written
    },
    reply: (caller, review, text) => reply(room, caller, review, text),
    asks: (caller, wish) => asks(room, caller, wish),
    pulse: (caller, line, score) => pulse(room, caller, line, score),
    async start() {
      subscription = await subscribe(house)
    },
  }
}

async function page(
  room: Room,
  caller: Caller,
  filter: Partial<Omit<ReviewWish, 'after' | 'limit'>>,
  wish: PageWish,
): Promise<Result<Page<ReviewView>, ErrorCode>> {
  const limit = wish.limit ?? 20
  const key = wish.cursor === undefined ? null : decodeCursor(wish.cursor, 3)
  if (wish.cursor !== undefined && (key === null || Number.isNaN(Date.parse(String(key[1])))))
    return refuse('invalid_cursor', 'That cursor is not one of ours')
  const rows = await listReviews(room.db, {
    ...filter,
    after: key && { media: key[0] === 1, at: new Date(String(key[1])), id: String(key[2]) },
    limit: limit + 1,
  })
  const shown = pageOf(
    rows,
    limit,
    r => [r.video || r.pictures.length > 0 ? 1 : 0, r.at.toISOString(), r.id],
    (r): Review => r,
  )
  return ok({ items: await dress(room, caller, shown.items), next: shown.next })
}

async function one(room: Room, caller: Caller, id: Id<'review'>): Promise<Result<ReviewView, ErrorCode>> {
  const allowed = room.doors.accounts.may(caller, 'moderate')
  if (!allowed.ok) return allowed
  const review = await findReview(room.db, id)
  if (!review) return refuse('not_found', 'There is no such review')
  return ok((await dress(room, caller, [review], true))[0] as ReviewView)
}

async function reply(room: Room, caller: Caller, id: Id<'review'>, text: string): Promise<Result<ReviewView, ErrorCode>> {
  const review = await findReview(room.db, id)
  if (!review) return refuse('not_found', 'There is no such review')
  const may = room.doors.accounts.may(caller, 'review.reply', { shop: review.shop })
  if (!may.ok) return may
  const at = room.house.clock.now()
  const written = await room.house.db.transaction<ReviewTables, boolean>(async trx => {
    if (!(await writeReply(trx, id, text.trim(), at))) return false
    await room.house.log.append(trx, [
      { name: 'review.replied', at, person: caller.person, session: caller.session, subject: { kind: 'review', id }, data: {} },
    ])
    return true
  })
  if (!written) return refuse('wrong_state', 'This review is answered already')
  return ok((await dress(room, caller, [{ ...review, reply: text.trim(), replyAt: at }]))[0] as ReviewView)
}

async function asks(
  room: Room,
  caller: Caller,
  wish: PageWish & { order?: string | undefined },
): Promise<Result<Page<Ask>, ErrorCode>> {
  const limit = wish.limit ?? 20
  const key = wish.cursor === undefined ? null : decodeCursor(wish.cursor, 2)
  if (wish.cursor !== undefined && (key === null || Number.isNaN(Date.parse(String(key[0])))))
    return refuse('invalid_cursor', 'That cursor is not one of ours')
  const rows = await listAsks(room.db, caller.person, {
    order: wish.order,
    after: key && { at: new Date(String(key[0])), line: String(key[1]) },
    limit: limit + 1,
  })
  const shown = pageOf(
    rows,
    limit,
    r => [(r.deliveredAt as Date).toISOString(), r.line],
    r => r,
  )
  return ok({ items: await withTimes(room, shown.items), next: shown.next })
}

async function pulse(room: Room, caller: Caller, id: Id<'line'>, score: number): Promise<Result<Ask, ErrorCode>> {
  const line = await findDelivered(room, id)
  if (!line || line.person !== caller.person) return refuse('not_found', 'There is no such order line of yours')
  if (!line.deliveredAt) return refuse('not_delivered', 'Tell us once the parcel is there')
  const { house } = room
  await house.db.transaction<ReviewTables, void>(async trx => {
    if (!(await writePulse(trx, id, score))) return
    await house.log.append(trx, [
      {
        name: 'pulse.answered',
        at: house.clock.now(),
        person: caller.person,
        session: caller.session,
        subject: { kind: 'order', id: line.order },
        data: { order: line.order, product: line.product, score },
      },
    ])
  })
  const lines = await listAsks(room.db, caller.person, { order: line.order, after: null, limit: 100 })
  const [ask] = await withTimes(
    room,
    lines.filter(a => a.line === id),
  )
  return ask ? ok(ask) : refuse('not_found', 'There is no such order line of yours')
}

/** When each is asked for: by the category of what was bought. */
async function withTimes(room: Room, lines: readonly AskedLine[]): Promise<Ask[]> {
  const products = await room.doors.catalog.products([...new Set(lines.map(l => l.product))])
  return lines.map(l => ({ ...l, askFrom: askFrom(l.deliveredAt as Date, products.get(l.product)?.category ?? 'other') }))
}
