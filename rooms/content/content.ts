import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import type { Id, Page, Result } from '#base/kernel'
import { changePost } from './change-post.ts'
import { checkProducts } from './check-draft.ts'
import { postedBefore, type ShownBefore } from './copies.ts'
import { createPost } from './create-post.ts'
import { deletePost } from './delete-post.ts'
import { findTiles } from './find-tiles.ts'
import { myPost, myPosts, type PageWish, postsBy, postsShowing, type ShopPostsWish, shopPosts } from './list-posts.ts'
import { due, waitingFor, waitingSince } from './list-store.ts'
import type { Post, PostChange, PostDraft, PostTile, PostWire } from './post.ts'
import { type Checked, failProcessing, goLive, markProcessing } from './publish-steps.ts'
import { type ContentDoors, openRoom } from './room.ts'
import { refuseScheduled, schedule, withdraw } from './schedule-steps.ts'
import { showPost } from './show-posts.ts'
import { countPosts, readPost, readPosts } from './store.ts'
import { subscribe } from './subscribers.ts'
import { addVariant, defineVariantJobs, dropVariant, keepVariant } from './variants.ts'

export interface Content {
  /** Posts in any state; unknown ids are missing. One statement. */
  posts(ids: readonly Id<'post'>[]): Promise<Map<string, Post>>
  get(id: Id<'post'>): Promise<Post | null>
  /** Small pictures of live posts; everything else is missing. */
  tiles(ids: readonly Id<'post'>[]): Promise<Map<string, PostTile>>
  /** How many live posts a person has. */
  countBy(author: Id<'person'>): Promise<number>
  /** Live posts of a person, newest first. */
  postsBy(author: Id<'person'>, wish: PageWish): Promise<Result<Page<PostTile>, 'invalid_cursor'>>
  /** Live posts that show a product: of people who bought it first, then newest first. */
  postsShowing(product: Id<'product'>, wish: PageWish): Promise<Result<Page<PostTile>, 'invalid_cursor'>>

  create(caller: Caller, draft: PostDraft): Promise<Result<PostWire, ErrorCode>>
  change(caller: Caller, id: Id<'post'>, change: PostChange): Promise<Result<PostWire, ErrorCode>>
  /** The author's own, for ever. */
  remove(caller: Caller, id: Id<'post'>): Promise<Result<{ ok: true }, 'not_found'>>
  /** Another beginning of a live clip of the caller's, two at most: chance decides who is shown which. `not_found`, `wrong_state`, `media_removed`, `variant_length`, … */
  addVariant(caller: Caller, id: Id<'post'>, media: Id<'media'>): Promise<Result<PostWire, ErrorCode>>
  /** Takes one away again; its file goes when no post shows it. */
  dropVariant(caller: Caller, id: Id<'post'>, media: Id<'media'>): Promise<Result<PostWire, ErrorCode>>
  /** This clip, a variant or the one of before, is the post's own from now on; the others are dropped. */
  keepVariant(caller: Caller, id: Id<'post'>, media: Id<'media'>): Promise<Result<PostWire, ErrorCode>>
  mine(
    caller: Caller,
    wish: PageWish & { state?: PostWire['state'] | undefined },
  ): Promise<Result<Page<PostWire>, 'invalid_cursor'>>
  /** The caller's own, in any state. */
  myPost(caller: Caller, id: Id<'post'>): Promise<Result<PostWire, 'not_found'>>
  /** Live posts of the caller that show these uploads already, or copies of them, newest first; another's upload is `not_found`. */
  postedBefore(caller: Caller, media: readonly string[]): Promise<Result<ShownBefore[], 'not_found' | 'invalid_request'>>
  /** A shop's posts in every state, by when they were or will be published, or begun, newest first; for those who work there. */
  ofShop(
    caller: Caller,
    shop: Id<'shop'>,
    wish: ShopPostsWish,
  ): Promise<Result<Page<PostWire>, 'invalid_cursor' | 'forbidden' | 'sign_in_required'>>
  /** A post as its author sees it. Throws for an unknown id. */
  show(id: Id<'post'>): Promise<PostWire>

  // For the publishing flow. Each does nothing when it was done before.
  /** The shops that sell these products; `not_found` when one is not on sale. */
  shopsOf(products: readonly Id<'product'>[]): Promise<Result<Id<'shop'>[], 'not_found'>>
  markProcessing(id: Id<'post'>, checked: Checked): Promise<Result<true, 'not_found' | 'wrong_state' | 'version_conflict'>>
  /** Live, with `post.published` in the same transaction. Refused while a medium can't be watched. */
  goLive(id: Id<'post'>): Promise<Result<true, 'not_found' | 'wrong_state' | 'media_not_ready'>>
  failProcessing(id: Id<'post'>, refusal: { code: string; message: string }): Promise<void>
  /** A checked draft waits for this time; one that waits gets another time. */
  schedule(id: Id<'post'>, version: number, at: Date): Promise<Result<true, 'not_found' | 'wrong_state' | 'version_conflict'>>
  /** A post that waits for its time is a draft again. */
  withdraw(id: Id<'post'>): Promise<Result<true, 'not_found' | 'wrong_state' | 'version_conflict'>>
  /** A post whose time came and that can't be published is a draft again, with the reason; only if it is still this version. */
  refuseScheduled(id: Id<'post'>, version: number, refusal: { code: string; message: string }): Promise<void>
  /** Posts whose time has come, longest first. */
  due(now: Date, limit: number): Promise<Id<'post'>[]>
  /** Posts on their way that wait for one of these media. */
  waitingFor(media: readonly string[]): Promise<Id<'post'>[]>
  /** Posts on their way since before this time, longest first. */
  waitingSince(before: Date, limit: number): Promise<Id<'post'>[]>
  start(): Promise<void>
}

export function createContent(house: House, doors: ContentDoors): Content {
  const room = openRoom(house, doors)
  defineVariantJobs(room)
  return {
    posts: async ids => new Map((await readPosts(room.db, ids)).map(p => [p.id, p])),
    get: id => readPost(room.db, id),
    countBy: author => countPosts(room.db, author),
    tiles: ids => findTiles(room, ids),
    postsBy: (author, wish) => postsBy(room, author, wish),
    postsShowing: (product, wish) => postsShowing(room, product, wish),
    create: (caller, draft) => createPost(room, caller, draft),
    change: (caller, id, change) => changePost(room, caller, id, change),
    remove: (caller, id) => deletePost(room, caller, id),
    addVariant: (caller, id, media) => addVariant(room, caller, id, media),
    dropVariant: (caller, id, media) => dropVariant(room, caller, id, media),
    keepVariant: (caller, id, media) => keepVariant(room, caller, id, media),
    mine: (caller, wish) => myPosts(room, caller, wish),
    myPost: (caller, id) => myPost(room, caller, id),
    postedBefore: (caller, media) => postedBefore(room, caller, media),
    ofShop: (caller, shop, wish) => shopPosts(room, caller, shop, wish),
    show: id => showPost(room, id),
    shopsOf: products => checkProducts(room, products),
    markProcessing: (id, checked) => markProcessing(room, id, checked),
    goLive: id => goLive(room, id),
    failProcessing: (id, refusal) => failProcessing(room, id, refusal),
    schedule: (id, version, at) => schedule(room, id, version, at),
    withdraw: id => withdraw(room, id),
    refuseScheduled: (id, version, refusal) => refuseScheduled(room, id, version, refusal),
    due: (now, limit) => due(room.db, now, limit),
    waitingFor: media => waitingFor(room.db, media),
    waitingSince: (before, limit) => waitingSince(room.db, before, limit),
    start: () => subscribe(room),
  }
}
