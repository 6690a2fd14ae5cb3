import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import {
  type Checked,
  checkDisclosure,
  checkTags,
  maxCaption,
  mediaOf,
  type Post,
  type PostWire,
  withGrown,
} from '#rooms/content'
import type { MediaState } from '#rooms/media'
import type { Doors } from './doors.ts'
import { settlePost } from './settle-post.ts'

/** A draft that keeps changing while it is checked is given up after this many looks. */
const looks = 3

/** Publishes a draft of the caller's: checked as it stands, then on its way, then live as soon as it can be watched. Twice is harmless. */
export async function publishPost(doors: Doors, caller: Caller, id: Id<'post'>): Promise<Result<PostWire, ErrorCode>> {
  const allowed = doors.accounts.may(caller, 'post.write', { person: caller.person })
  if (!allowed.ok) return allowed
  for (let look = 1; ; look++) {
    const post = await doors.content.get(id)
    if (post?.author !== caller.person || post.state === 'deleted') return refuse('not_found', 'You have no such post')
    if (post.state === 'removed') return refuse('wrong_state', 'This post was removed', { state: post.state })
    if (post.state === 'draft') {
      const checked = await check(doors, caller, post)
      if (!checked.ok) return checked
      const marked = await doors.content.markProcessing(id, checked.value)
      if (!marked.ok && marked.code === 'version_conflict' && look < looks) continue
      if (!marked.ok) return marked
    }
    // Its clip may have become watchable before the post was on its way: that event has passed and will not come again.
    await settlePost(doors, id)
    return ok(await doors.content.show(id))
  }
}

/** Everything that must hold of a draft; says the first thing that does not. */
async function check(doors: Doors, caller: Caller, post: Post): Promise<Result<Checked, ErrorCode>> {
  if (post.shop) {
    const allowed = doors.accounts.may(caller, 'post.write', { shop: post.shop })
    if (!allowed.ok) return allowed
  }
  if ([...post.caption].length > maxCaption) return refuse('caption_too_long', `At most ${maxCaption} characters`)
  const media = checkMedia(caller, post, await doors.media.state(mediaOf(post)))
  if (!media.ok) return media
  const grown = await grownProduct(doors, caller, post)
  if (!grown.ok) return grown
  // A product that is no longer sold can't be tagged, but the purchase stays the origin of the post.
  const sold = grown.value !== null && (await doors.content.shopsOf([grown.value])).ok
  const products = withGrown(post.products, sold ? grown.value : null, media.value)
  const tags = checkTags(products, media.value)
  if (!tags.ok) return tags
  const shops = await doors.content.shopsOf(products.map(t => t.product))
  if (!shops.ok) return shops
  const disclosure = checkDisclosure(
    post.disclosure,
    shops.value,
    caller.shops.map(s => s.shop),
  )
  if (!disclosure.ok) return disclosure
  return ok({ version: post.version, disclosure: disclosure.value, products, grownProduct: grown.value })
}

/** Something is there to be seen, it is the author's and was not refused. Resolves to the clip's length, null when it is not known. */
function checkMedia(caller: Caller, post: Post, states: ReadonlyMap<string, MediaState>): Result<number | null, ErrorCode> {
  const ids = mediaOf(post)
  if (ids.length === 0) return refuse('media_not_ready', 'Add a clip or pictures first')
  for (const media of ids) {
    const state = states.get(media)
    if (state?.owner !== caller.person) return refuse('not_found', 'You have no such upload', { media })
    if (state.refusal) return refuse(state.refusal.code, state.refusal.message, { media })
  }
  return ok(post.videoId ? (states.get(post.videoId)?.durationMs ?? null) : null)
}

/** The product of the paid order line that the post grew from: the author's own line, or the post did not grow from it. */
async function grownProduct(doors: Doors, caller: Caller, post: Post): Promise<Result<Id<'product'> | null, 'not_found'>> {
  if (!post.grownFrom) return ok(null)
  const line = await doors.orders.lineOwner(post.grownFrom)
  return line?.person === caller.person
    ? ok(line.product)
    : refuse('not_found', 'You have no such purchase', { line: post.grownFrom })
}
