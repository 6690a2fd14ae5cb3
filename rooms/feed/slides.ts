import type { Static } from 'typebox'
import type { Caller } from '#base/http'
import type { Id } from '#base/kernel'
import type { Accounts } from '#rooms/accounts'
import type { Content } from '#rooms/content'
import type { Media } from '#rooms/media'
import type { Moderation } from '#rooms/moderation'
import type { Search } from '#rooms/search'
import type { Social } from '#rooms/social'
import type { slideWire } from './wire.ts'

export type Slide = Static<typeof slideWire>

export interface SlideDoors {
  readonly accounts: Pick<Accounts, 'people' | 'shops'>
  readonly content: Pick<Content, 'posts'>
  readonly media: Pick<Media, 'videos' | 'pictures'>
  readonly moderation: Pick<Moderation, 'hidden'>
  readonly search: Pick<Search, 'cards'>
  readonly social: Pick<Social, 'counts' | 'mine' | 'follows' | 'blocked'>
}

/**
 * Dresses posts with everything that a slide needs, in one round of batched reads however many posts there are.
 * A post that is not live, is hidden by moderation, or whose medium can't be played is left out: ranking can't out-score it.
 * With `judged`, removed posts stay in: a moderator has to see what a decision is about.
 */
export async function dress(
  doors: SlideDoors,
  caller: Caller,
  ids: readonly Id<'post'>[],
  judged = false,
): Promise<Map<string, Slide>> {
  if (ids.length === 0) return new Map()
  const [posts, hidden] = await Promise.all([
    doors.content.posts(ids),
    doors.moderation.hidden(ids.map(id => ({ kind: 'post', id }))),
  ])
  const live = [...posts.values()].filter(p =>
    judged ? p.state === 'live' || p.state === 'removed' : p.state === 'live' && !hidden.has(`post:${p.id}`),
  )
  const liveIds = live.map(p => p.id)
  const authors = [...new Set(live.map(p => p.author))]
  const [people, shops, videos, pictures, cards, counts, mine, follows] = await Promise.all([
    doors.accounts.people(authors),
    doors.accounts.shops([...new Set(live.flatMap(p => p.shop ?? []))]),
    doors.media.videos(live.flatMap(p => p.videoId ?? [])),
    doors.media.pictures(live.flatMap(p => p.pictureIds)),
    doors.search.cards([...new Set(live.flatMap(p => p.products.map(t => t.product)))]),
    doors.social.counts(liveIds),
    doors.social.mine(caller.person, liveIds),
    doors.social.follows(caller.person, authors),
  ])
  const none = { likes: 0, saves: 0, comments: 0, shares: 0 }
  const slides = new Map<string, Slide>()
  for (const p of live) {
    const author = people.get(p.author)
    const video = p.videoId ? (videos.get(p.videoId) ?? null) : null
    const shown = p.pictureIds.flatMap(id => pictures.get(id) ?? [])
    if (!author || (video === null && shown.length === 0)) continue
    slides.set(p.id, {
      id: p.id,
      author,
      shop: (p.shop && shops.get(p.shop)) || null,
      format: p.format,
      caption: p.caption,
      language: p.language,
      tags: [...p.tags],
      disclosure: p.disclosure ?? 'none',
      boughtIt: p.grownFrom !== null,
      video,
      pictures: shown,
      products: p.products.flatMap(t =>
        cards.get(t.product)
          ? [{ card: cards.get(t.product) as Slide['products'][number]['card'], fromMs: t.fromMs, toMs: t.toMs }]
          : [],
      ),
      counts: counts.get(p.id) ?? none,
      mine: {
        liked: mine.get(p.id)?.liked ?? false,
        saved: mine.get(p.id)?.saved ?? false,
        follows: follows.has(p.author),
        author: p.author === caller.person,
      },
      published: (p.publishedAt ?? epoch).toISOString(),
      slot: null,
    })
  }
  return slides
}
const epoch = new Date(0)
