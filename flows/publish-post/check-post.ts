import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import { type Checked, checkDisclosure, checkTags, maxCaption, mediaOf, type Post, withGrown } from '#rooms/content'
import type { MediaState } from '#rooms/media'
import type { Doors } from './doors.ts'

/** Everything that must hold of a draft of this author; says the first thing that does not. */
export async function checkPost(doors: Doors, author: Caller, post: Post): Promise<Result<Checked, ErrorCode>> {
  if (post.shop) {
    const allowed = doors.accounts.may(author, 'post.write', { shop: post.shop })
    if (!allowed.ok) return allowed
  }
  if ([...post.caption].length > maxCaption) return refuse('caption_too_long', `At most ${maxCaption} characters`)
  const media = checkMedia(author, post, await doors.media.state(mediaOf(post)))
  if (!media.ok) return media
  const grown = await grownProduct(doors, author, post)
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
    author.shops.map(s => s.shop),
  )
  if (!disclosure.ok) return disclosure
  return ok({ version: post.version, disclosure: disclosure.value, products, grownProduct: grown.value })
}

/** Something is there to be seen, it is the author's and was not refused. Resolves to the clip's length, null when it is not known. */
function checkMedia(author: Caller, post: Post, states: ReadonlyMap<string, MediaState>): Result<number | null, ErrorCode> {
  const ids = mediaOf(post)
  if (ids.length === 0) return refuse('media_not_ready', 'Add a clip or pictures first')
  for (const media of ids) {
    const state = states.get(media)
    if (state?.owner !== author.person) return refuse('not_found', 'You have no such upload', { media })
    if (state.refusal) return refuse(state.refusal.code, state.refusal.message, { media })
  }
  return ok(post.videoId ? (states.get(post.videoId)?.durationMs ?? null) : null)
}

/** The product of the paid order line that the post grew from: the author's own line, or the post did not grow from it. */
async function grownProduct(doors: Doors, author: Caller, post: Post): Promise<Result<Id<'product'> | null, 'not_found'>> {
  if (!post.grownFrom) return ok(null)
  const line = await doors.orders.lineOwner(post.grownFrom)
  return line?.person === author.person
    ? ok(line.product)
    : refuse('not_found', 'You have no such purchase', { line: post.grownFrom })
}
