import type { Caller, ErrorCode } from '#base/http'
import { guessLanguage, type Id, type Language, ok, type Result, refuse } from '#base/kernel'
import { parseCaption } from './caption.ts'
import { maxCaption, type Post, type PostChange, type PostDraft } from './post.ts'
import { checkTags } from './product-tags.ts'
import type { Room } from './room.ts'
import type { Written } from './store.ts'

/** The draft as it would stand after this wish; pure. What is not named stays; naming a clip drops the pictures and the reverse. */
function merged(before: Post | null, wish: PostDraft | PostChange, author: Language): Omit<Written, 'tags' | 'mentions'> {
  const pictures = wish.pictures ?? (wish.video ? [] : (before?.pictureIds ?? []))
  const video =
    wish.video !== undefined ? wish.video : wish.pictures && wish.pictures.length > 0 ? null : (before?.videoId ?? null)
  const caption = wish.caption ?? before?.caption ?? ''
  const language = wish.language ?? (before && wish.caption === undefined ? before.language : guessLanguage(caption, author))
  return {
    shop: (wish.shop !== undefined ? wish.shop : (before?.shop ?? null)) as Id<'shop'> | null,
    format: pictures.length > 0 ? 'pictures' : 'video',
    caption,
    language,
    products: (wish.products ?? before?.products ?? []) as Written['products'],
    disclosure: wish.disclosure ?? before?.disclosure ?? null,
    grownFrom: (wish.grownFrom !== undefined ? wish.grownFrom : (before?.grownFrom ?? null)) as Id<'line'> | null,
    videoId: video as Id<'media'> | null,
    pictureIds: pictures as Id<'media'>[],
  }
}

/** Checks a draft and fills in what its caption says. Permission first; then whose the shop, the media and the products are. */
export async function checkDraft(
  room: Room,
  caller: Caller,
  before: Post | null,
  wish: PostDraft | PostChange,
): Promise<Result<Written, ErrorCode>> {
  const draft = merged(before, wish, caller.language)
  const allowed = room.doors.accounts.may(caller, 'post.write', draft.shop ? { shop: draft.shop } : { person: caller.person })
  if (!allowed.ok) return allowed
  if ([...draft.caption].length > maxCaption) return refuse('caption_too_long', `At most ${maxCaption} characters`)
  if (draft.videoId && draft.pictureIds.length > 0)
    return refuse('invalid_request', 'A post has one clip or some pictures, not both')
  if (new Set(draft.pictureIds).size < draft.pictureIds.length) return refuse('invalid_request', 'A picture is in the list twice')
  if (draft.pictureIds.length > 10) return refuse('too_many_pictures', 'At most 10 pictures')
  const media = await checkMedia(room, caller, draft)
  if (!media.ok) return media
  const tags = checkTags(draft.products, media.value)
  if (!tags.ok) return tags
  const products = await checkProducts(
    room,
    draft.products.map(t => t.product),
  )
  if (!products.ok) return products
  const parsed = parseCaption(draft.caption)
  const people =
    parsed.handles.length > 0 ? await room.doors.accounts.peopleByHandles(parsed.handles) : new Map<string, Id<'person'>>()
  const mentions = parsed.handles.flatMap(handle =>
    people.has(handle) ? [{ handle, person: people.get(handle) as Id<'person'> }] : [],
  )
  return ok({ ...draft, tags: parsed.tags, mentions })
}

/** The media are the author's own and of the right kind, as far as that is known. Resolves to the clip's length, null when it is not known yet. */
async function checkMedia(
  room: Room,
  caller: Caller,
  draft: Pick<Written, 'videoId' | 'pictureIds'>,
): Promise<Result<number | null, ErrorCode>> {
  const ids = draft.videoId ? [draft.videoId] : draft.pictureIds
  if (ids.length === 0) return ok(null)
  const states = await room.doors.media.state(ids)
  for (const id of ids) {
    const state = states.get(id)
    if (state?.owner !== caller.person) return refuse('not_found', 'You have no such upload', { media: id })
    if (state.kind === 'picture' && draft.videoId) return refuse('not_a_video', 'This upload is a picture', { media: id })
    if (state.kind === 'video' && !draft.videoId)
      return refuse('media_unsupported', 'This upload is a clip, not a picture', { media: id })
  }
  return ok(draft.videoId ? (states.get(draft.videoId)?.durationMs ?? null) : null)
}

/** Only products on sale can be shown. Resolves to the shops that sell them. */
export async function checkProducts(
  room: Pick<Room, 'doors'>,
  ids: readonly Id<'product'>[],
): Promise<Result<Id<'shop'>[], 'not_found'>> {
  if (ids.length === 0) return ok([])
  const found = await room.doors.catalog.products([...new Set(ids)])
  const missing = ids.find(id => found.get(id)?.state !== 'live')
  if (missing) return refuse('not_found', 'This product is not on sale', { product: missing })
  return ok([...new Set([...found.values()].map(p => p.shop))])
}
