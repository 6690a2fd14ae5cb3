import type { PostFacts } from '#base/catalogue'
import { type Id, ok, type Result, refuse, wordHashes } from '#base/kernel'
import type { MediaState } from '#rooms/media'
import { type Disclosure, mediaOf, type Post, type ProductTag } from './post.ts'
import { cutTags } from './product-tags.ts'
import type { Room } from './room.ts'
import { type ContentTables, lockPost, movePost, readPost, writeTags } from './store.ts'

/** What the publishing flow found when it checked the draft of this version. */
export interface Checked {
  readonly version: number
  readonly disclosure: Disclosure
  readonly products: readonly ProductTag[]
  readonly grownProduct: Id<'product'> | null
}

/** A checked draft is on its way. `version_conflict`: it was changed since it was checked. On its way or live already: nothing happens. */
export async function markProcessing(
  room: Room,
  id: Id<'post'>,
  checked: Checked,
): Promise<Result<true, 'not_found' | 'wrong_state' | 'version_conflict'>> {
  // What moderation has removed does not come back by being published again.
  if ((await room.doors.moderation.hidden([{ kind: 'post', id }])).size > 0) return refuse('wrong_state', 'This post was removed')
  return room.house.db.transaction<ContentTables, Result<true, 'not_found' | 'wrong_state' | 'version_conflict'>>(async trx => {
    const post = await lockPost(trx, id)
    if (!post || post.state === 'deleted') return refuse('not_found', 'There is no such post')
    if (post.state === 'processing' || post.state === 'live') return ok(true)
    if (post.state !== 'draft' && post.state !== 'scheduled') return refuse('wrong_state', 'This post was removed')
    if (post.version !== checked.version) return refuse('version_conflict', 'The draft was changed at the same time')
    await writeTags(trx, id, checked.products)
    const more = {
      disclosure: checked.disclosure,
      grown_product: checked.grownProduct,
      refusal_code: null,
      refusal_message: null,
      submitted: room.house.clock.now(),
    }
    await movePost(trx, post, 'publish', more)
    return ok(true)
  })
}

type Shown = Result<true, 'not_found' | 'wrong_state' | 'media_not_ready'>
/** The post is seen by everybody, with `post.published` in the same transaction. Once, however often it is asked. */
export async function goLive(room: Room, id: Id<'post'>): Promise<Shown> {
  const before = await readPost(room.db, id)
  const media = before ? await room.doors.media.state(mediaOf(before)) : new Map<string, MediaState>()
  const canShow = (m: MediaState | undefined) => m !== undefined && m.watchable !== 'no' && m.refusal === null
  const ready = before !== null && mediaOf(before).every(m => canShow(media.get(m)))
  const durationMs = before?.videoId ? (media.get(before.videoId)?.durationMs ?? 0) : null
  return room.house.db.transaction<ContentTables, Shown>(async trx => {
    const post = await lockPost(trx, id)
    if (!post || post.state === 'deleted') return refuse('not_found', 'There is no such post')
    if (post.state === 'live') return ok(true)
    if (post.state !== 'processing') return refuse('wrong_state', 'This post is not on its way')
    // Another version has other media: whoever asked will ask again.
    if (!ready || post.version !== before.version) return refuse('media_not_ready', "The media can't be watched yet")
    const products = cutTags(post.products, durationMs)
    const at = room.house.clock.now()
    await movePost(trx, post, 'show', { published: at })
    await writeTags(trx, id, products)
    const facts = factsOf({ ...post, products }, durationMs ?? 0)
    await room.house.log.append(trx, [
      { name: 'post.published', at, person: post.author, subject: { kind: 'post', id }, data: facts },
    ])
    return ok(true)
  })
}

/** A refused clip brings its post back to the draft, with the reason. Does nothing to a post that is not on its way. */
export async function failProcessing(room: Room, id: Id<'post'>, refusal: { code: string; message: string }): Promise<void> {
  await room.house.db.transaction<ContentTables, void>(async trx => {
    const post = await lockPost(trx, id)
    if (post?.state !== 'processing') return
    await movePost(trx, post, 'refuse', {
      refusal_code: refusal.code.slice(0, 40),
      refusal_message: refusal.message.slice(0, 400),
      submitted: null,
    })
  })
}

function factsOf(post: Post, durationMs: number): PostFacts {
  return {
    author: post.author,
    shop: post.shop,
    format: post.format,
    durationMs,
    tags: post.tags,
    products: [...new Set(post.products.map(t => t.product))],
    language: post.language,
    words: wordHashes(post.caption),
    disclosure: post.disclosure ?? 'none',
    grownFrom: post.grownFrom,
  }
}
