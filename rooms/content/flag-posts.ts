import type { LoggedEvent, NewEvent } from '#base/catalogue'
import type { Trx } from '#base/db'
import type { Id } from '#base/kernel'
import { liveShowing, originalOf } from './copies.ts'
import { mediaOf } from './post.ts'
import type { Room } from './room.ts'
import { type ContentTables, readPost } from './store.ts'

/**
 * Says in the log what was found in a published post: that it shows what another one showed before, and what the classifier said of its
 * media, whichever of the two came first. Posts are looked at in the order of their publication, so of two that come at the same moment
 * the first is the original.
 */
export async function flagPosts(
  room: Room,
  trx: Trx<ContentTables>,
  e: LoggedEvent<'post.published' | 'post.variants_set' | 'media.labelled'>,
): Promise<void> {
  const found = e.name === 'media.labelled' ? await labelled(trx, e) : await published(room, trx, e)
  await room.house.log.append(
    trx,
    found.map(({ post, ...data }) => flagged(room, post, data)),
  )
}

type Found = NewEvent<'post.flagged'>['data'] & { readonly post: Id<'post'> }

/** Of what is tried beside the clip each is looked at alone. */
async function published(
  room: Room,
  trx: Trx<ContentTables>,
  e: LoggedEvent<'post.published' | 'post.variants_set'>,
): Promise<Found[]> {
  const post = await readPost(trx, e.subject.id)
  if (post?.state !== 'live') return []
  const shown = e.name === 'post.published' ? [post] : post.variantIds.map(videoId => ({ ...post, videoId }))
  const originals = await Promise.all(shown.map(p => originalOf(trx, room.doors.media, p)))
  const original = originals.find(o => o !== null)
  const labels = await room.doors.media.labels(shown.flatMap(mediaOf))
  const [surest] = [...labels].sort((a, b) => b.share - a.share)
  return [
    ...(original ? [{ post: post.id, flag: 'copy' as const, of: original.id, share: null }] : []),
    ...(surest ? [{ post: post.id, flag: surest.label, of: null, share: surest.share }] : []),
  ]
}

async function labelled(trx: Trx<ContentTables>, e: LoggedEvent<'media.labelled'>): Promise<Found[]> {
  const { label, share } = e.data
  const posts = await liveShowing(trx, e.subject.id)
  return posts.map(post => ({ post, flag: label, of: null, share }))
}

/** Found once, a flag is told once, however often the log is read again. */
const flagged = (room: Room, post: Id<'post'>, data: NewEvent<'post.flagged'>['data']): NewEvent<'post.flagged'> => ({
  id: `post.flagged:${post}:${data.flag}`,
  name: 'post.flagged',
  at: room.house.clock.now(),
  person: null,
  subject: { kind: 'post', id: post },
  data,
})
