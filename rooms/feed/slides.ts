import type { Static } from 'typebox'
import type { Id } from '#base/kernel'
import type { Accounts } from '#rooms/accounts'
import { type Content, clipsOf } from '#rooms/content'
import type { Media } from '#rooms/media'
import type { Moderation } from '#rooms/moderation'
import type { Search } from '#rooms/search'
import type { Social } from '#rooms/social'
import type { slideWire } from './wire.ts'

export type Slide = Static<typeof slideWire>
/** What is the same for everybody. */
export type SlideBody = Omit<Slide, 'mine' | 'slot'>

/** Leads from a slide to what it shares with the same slide of others. */
export const bodyOf = Symbol('body')
export type Dressed = Slide & { readonly [bodyOf]?: SlideBody }

export interface SlideDoors {
  readonly accounts: Pick<Accounts, 'people' | 'shops'>
  readonly content: Pick<Content, 'posts'>
  readonly media: Pick<Media, 'videos' | 'pictures'>
  readonly moderation: Pick<Moderation, 'hidden'>
  readonly search: Pick<Search, 'cards'>
  readonly social: Pick<Social, 'counts' | 'mine' | 'follows' | 'marksOf'>
}

/**
 * Posts with everything that a slide shows to everybody, in one round of batched reads however many posts there are.
 * A post that is not live or whose medium can't be played is left out. With `judged`, removed posts stay in: a moderator has to see what a
 * decision is about.
 */
export async function bodiesOf(doors: SlideDoors, ids: readonly Id<'post'>[], judged = false): Promise<Map<string, SlideBody>> {
  if (ids.length === 0) return new Map()
  const posts = await doors.content.posts(ids)
  const live = [...posts.values()].filter(p => p.state === 'live' || (judged && p.state === 'removed'))
  const [people, shops, videos, pictures, cards, counts] = await Promise.all([
    doors.accounts.people([...new Set(live.map(p => p.author))]),
    doors.accounts.shops([...new Set(live.flatMap(p => p.shop ?? []))]),
    doors.media.videos(live.flatMap(clipsOf)),
    doors.media.pictures(live.flatMap(p => p.pictureIds)),
    doors.search.cards([...new Set(live.flatMap(p => p.products.map(t => t.product)))]),
    doors.social.counts(live.map(p => p.id)),
  ])
  const none = { likes: 0, saves: 0, comments: 0, shares: 0 }
  const bodies = new Map<string, SlideBody>()
  for (const p of live) {
    const author = people.get(p.author)
    const video = p.videoId ? (videos.get(p.videoId) ?? null) : null
    const shown = p.pictureIds.flatMap(id => pictures.get(id) ?? [])
    const variants = video ? p.variantIds.flatMap(id => videos.get(id) ?? []) : []
    if (!author || (video === null && shown.length === 0)) continue
    bodies.set(p.id, {
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
      ...(variants.length > 0 && { variants }),
      pictures: shown,
      products: p.products.flatMap(({ product, ...shown }) => {
        const card = cards.get(product)
        return card ? [{ card, ...shown }] : []
      }),
      counts: counts.get(p.id) ?? none,
      published: (p.publishedAt ?? epoch).toISOString(),
    })
  }
  return bodies
}
const epoch = new Date(0)
