import type { Id } from '#base/kernel'
import type { PostTile } from './post.ts'
import type { Room } from './room.ts'
import { readPosts } from './store.ts'

/** What would hide a post: itself, its author, or its shop. */
const withMakers = ({ id, author, shop }: { id: string; author: string; shop: string | null }) => [
  { kind: 'post' as const, id },
  { kind: 'person' as const, id: author },
  ...(shop ? [{ kind: 'shop' as const, id: shop }] : []),
]

/** Small pictures of live posts that nobody has hidden and whose medium can be shown; the others are missing. */
export async function findTiles(room: Room, ids: readonly Id<'post'>[]): Promise<Map<string, PostTile>> {
  const { accounts, media, moderation } = room.doors
  const live = (await readPosts(room.db, ids)).filter(p => p.state === 'live')
  const [people, states, hidden] = await Promise.all([
    accounts.people([...new Set(live.map(p => p.author))]),
    media.state(live.flatMap(p => p.videoId ?? p.pictureIds[0] ?? [])),
    moderation.hidden(live.flatMap(withMakers)),
  ])
  const tiles = new Map<string, PostTile>()
  for (const post of live) {
    const author = people.get(post.author)
    const cover = states.get(post.videoId ?? post.pictureIds[0] ?? '')
    if (!author || !cover?.posterUrl || withMakers(post).some(s => hidden.has(`${s.kind}:${s.id}`))) continue
    const { id, caption, format } = post
    tiles.set(id, {
      id,
      author,
      caption,
      poster: cover.posterUrl,
      thumbhash: cover.thumbhash ?? '',
      durationMs: cover.durationMs ?? 0,
      format,
      state: 'live',
    })
  }
  return tiles
}
