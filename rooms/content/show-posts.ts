import type { Id } from '#base/kernel'
import type { MediaState, PictureWire, VideoWire } from '#rooms/media'
import { clipsOf, mediaOf, type Post, type PostWire } from './post.ts'
import type { Room } from './room.ts'
import { readPosts } from './store.ts'

/** Posts as their author sees them, in the order of the ids. Four statements, however many. */
export async function showPosts(room: Room, ids: readonly Id<'post'>[]): Promise<PostWire[]> {
  const posts = new Map((await readPosts(room.db, ids)).map(p => [p.id, p]))
  const all = [...posts.values()]
  const [videos, pictures, states] = await Promise.all([
    room.doors.media.videos(all.flatMap(clipsOf)),
    room.doors.media.pictures(all.flatMap(p => p.pictureIds)),
    room.doors.media.state(all.flatMap(mediaOf)),
  ])
  return ids.flatMap(id => {
    const post = posts.get(id)
    return post ? [wireOf(post, videos, pictures, states)] : []
  })
}

export async function showPost(room: Room, id: Id<'post'>): Promise<PostWire> {
  const [shown] = await showPosts(room, [id])
  if (!shown) throw new Error(`post ${id} is gone`)
  return shown
}

function wireOf(
  post: Post,
  videos: Map<string, VideoWire>,
  pictures: Map<string, PictureWire>,
  states: Map<string, MediaState>,
): PostWire {
  const media = mediaOf(post).flatMap(id => states.get(id) ?? [])
  return {
    id: post.id,
    author: post.author,
    shop: post.shop,
    state: post.state === 'deleted' ? 'removed' : post.state,
    format: post.format,
    caption: post.caption,
    language: post.language,
    tags: [...post.tags],
    mentions: post.mentions.map(m => ({ ...m })),
    products: post.products.map(t => ({ ...t })),
    disclosure: post.disclosure,
    grownFrom: post.grownFrom,
    video: (post.videoId && videos.get(post.videoId)) || null,
    variants: post.variantIds.flatMap(id => videos.get(id) ?? []),
    pictures: post.pictureIds.flatMap(id => pictures.get(id) ?? []),
    // The slowest of its media: that is what the author waits for.
    progress: media.length > 0 ? Math.min(...media.map(m => m.progress)) : 0,
    // Of a removed post that is what `removal` says.
    refusal: post.refusal ?? (post.state === 'removed' ? undefined : media.find(m => m.refusal)?.refusal) ?? null,
    removal: post.removal,
    created: post.created.toISOString(),
    scheduled: post.scheduled?.toISOString() ?? null,
    published: post.publishedAt?.toISOString() ?? null,
  }
}
