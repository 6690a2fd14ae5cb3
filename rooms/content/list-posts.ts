import type { Caller } from '#base/http'
import { decodeCursor, type Id, isId, ok, type Page, pageOf, type Result, refuse } from '#base/kernel'
import { findTiles } from './find-tiles.ts'
import { type Listed, listLiveBy, listLiveShowing, listMine, listOfShop } from './list-store.ts'
import type { PostTile, PostWire } from './post.ts'
import type { Room } from './room.ts'
import { showPost, showPosts } from './show-posts.ts'
import { readPost } from './store.ts'

export interface PageWish {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}
type Key = (string | number)[]
const defaultLimit = 24

/** A cursor of ours: numbers that are times or flags, then an id. Anything else a client made up. */
function readCursor(text: string | undefined, numbers: number): Result<Key | null, 'invalid_cursor'> {
  if (text === undefined) return ok(null)
  const key = decodeCursor(text, numbers + 1)
  const good =
    key?.slice(0, numbers).every(n => Number.isSafeInteger(n) && Number(n) >= 0 && Number(n) <= 8.64e15) &&
    isId('post', key.at(-1))
  return good ? ok(key) : refuse('invalid_cursor', 'This cursor is not one of ours')
}

async function tilePage(
  room: Room,
  wish: PageWish,
  numbers: number,
  read: (after: Key | null, limit: number) => Promise<Listed[]>,
): Promise<Result<Page<PostTile>, 'invalid_cursor'>> {
  const after = readCursor(wish.cursor, numbers)
  if (!after.ok) return after
  const limit = wish.limit ?? defaultLimit
  const page = pageOf(
    await read(after.value, limit + 1),
    limit,
    r => r.key,
    r => r.id,
  )
  const tiles = await findTiles(room, page.items)
  return ok({ items: page.items.flatMap(id => tiles.get(id) ?? []), next: page.next })
}

/** A person's live posts, newest first. */
export const postsBy = (room: Room, author: Id<'person'>, wish: PageWish) =>
  tilePage(room, wish, 1, (after, limit) => listLiveBy(room.db, author, after, limit))

/** Live posts that show a product: buyers' own first, then newest first. */
export const postsShowing = (room: Room, product: Id<'product'>, wish: PageWish) =>
  tilePage(room, wish, 2, (after, limit) => listLiveShowing(room.db, product, after, limit))

/** The caller's own posts in every state, newest first. */
export async function myPosts(
  room: Room,
  caller: Caller,
  wish: PageWish & { state?: PostWire['state'] | undefined },
): Promise<Result<Page<PostWire>, 'invalid_cursor'>> {
  const after = readCursor(wish.cursor, 1)
  if (!after.ok) return after
  const limit = wish.limit ?? defaultLimit
  const page = pageOf(
    await listMine(room.db, caller.person, wish.state ?? null, after.value, limit + 1),
    limit,
    r => r.key,
    r => r.id,
  )
  return ok({ items: await showPosts(room, page.items), next: page.next })
}

/** The caller's own post, in any state but deleted. */
export async function myPost(room: Room, caller: Caller, id: Id<'post'>): Promise<Result<PostWire, 'not_found'>> {
  const post = await readPost(room.db, id)
  if (post?.author !== caller.person || post.state === 'deleted') return refuse('not_found', 'You have no such post')
  return ok(await showPost(room, id))
}

/** Of a shop's posts: only those in this state, only of a span of time (ISO). */
export interface ShopPostsWish extends PageWish {
  readonly state?: PostWire['state'] | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}
/** The posts of a shop in every state, for those who work there; newest first, in a span of time where one is given. */
export async function shopPosts(
  room: Room,
  caller: Caller,
  shop: Id<'shop'>,
  wish: ShopPostsWish,
): Promise<Result<Page<PostWire>, 'invalid_cursor' | 'forbidden' | 'sign_in_required'>> {
  const allowed = room.doors.accounts.may(caller, 'post.write', { shop })
  if (!allowed.ok) return allowed
  const after = readCursor(wish.cursor, 1)
  if (!after.ok) return after
  const limit = wish.limit ?? defaultLimit
  const time = (text: string | undefined) => (text === undefined ? null : new Date(text))
  const only = { state: wish.state ?? null, from: time(wish.from), to: time(wish.to) }
  const page = pageOf(
    await listOfShop(room.db, shop, only, after.value, limit + 1),
    limit,
    r => r.key,
    r => r.id,
  )
  return ok({ items: await showPosts(room, page.items), next: page.next })
}
