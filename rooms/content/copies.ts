import { sql } from '#base/db'
import type { Caller } from '#base/http'
import { type Id, isId, ok, type Result, refuse } from '#base/kernel'
import type { Media } from '#rooms/media'
import { mediaOf, type Post } from './post.ts'
import type { Room } from './room.ts'
import { type Db, showsAny } from './store.ts'

export interface ShownBefore {
  readonly id: Id<'post'>
  readonly author: Id<'person'>
  readonly published: Date
}
interface Row extends ShownBefore {
  readonly state: 'live' | 'removed'
  readonly video: Id<'media'> | null
  readonly pictures: Id<'media'>[]
  readonly variants: Id<'media'>[]
}
/** A clip that is everywhere is no secret: so many posts are enough to find the first. */
const most = 200

/** Posts that were published and show a copy of every one of these media, the first one first; those that moderation removed among them. `by`: only those of this author. */
async function postsShowing(
  db: Db,
  copies: ReadonlyMap<Id<'media'>, ReadonlySet<Id<'media'>>>,
  by: Id<'person'> | null = null,
): Promise<Row[]> {
  const all = [...new Set([...copies.values()].flatMap(set => [...set]))]
  if (all.length === 0) return []
  const { rows } = await sql<Row>`
    select id, author, published, state, video, pictures, variants from content.posts
    where state in ('live', 'removed') and published is not null and ${showsAny(all)} and (${by}::text is null or author = ${by})
    order by published, id limit ${most}`.execute(db)
  return rows.filter(row => {
    const shown = row.video ? [row.video, ...row.variants] : row.pictures
    return [...copies.values()].every(set => shown.some(media => set.has(media)))
  })
}

/** Live posts that show this medium. */
export async function liveShowing(db: Db, media: string): Promise<Id<'post'>[]> {
  const { rows } = await sql<{ id: Id<'post'> }>`
    select id from content.posts where state = 'live' and ${showsAny([media])} order by id`.execute(db)
  return rows.map(r => r.id)
}

/** The first post that showed all that this one shows, or copies of it; null when this is the first. */
export async function originalOf(
  db: Db,
  media: Pick<Media, 'copies'>,
  post: Pick<Post, 'id' | 'videoId' | 'pictureIds'>,
): Promise<ShownBefore | null> {
  const [first] = await postsShowing(db, await media.copies(mediaOf(post)))
  return first && first.id !== post.id ? first : null
}

/** Live posts of the caller that show all of these uploads of theirs, or copies of them, newest first: for a word of warning. */
export async function postedBefore(
  room: Room,
  caller: Caller,
  ids: readonly string[],
): Promise<Result<ShownBefore[], 'not_found' | 'invalid_request'>> {
  const media = [...new Set(ids)]
  if (media.length === 0 || media.length > 10 || !media.every((id): id is Id<'media'> => isId('media', id)))
    return refuse('invalid_request', 'Name one to ten uploads', { fields: { media: ['names one to ten uploads'] } })
  const states = await room.doors.media.state(media)
  if (!media.every(id => states.get(id)?.owner === caller.person)) return refuse('not_found', 'You have no such upload')
  const rows = await postsShowing(room.db, await room.doors.media.copies(media), caller.person)
  return ok(rows.filter(row => row.state === 'live').reverse())
}
