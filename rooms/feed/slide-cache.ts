import { Cache, coalesced } from '#base/cache'
import type { LoggedEvent } from '#base/catalogue'
import type { House } from '#base/house'
import type { Caller } from '#base/http'
import type { Id } from '#base/kernel'
import type { PersonMarks } from '#rooms/social'
import { bodiesOf, bodyOf, type Slide, type SlideBody, type SlideDoors } from './slides.ts'

const bodiesKept = 20_000
const peopleKept = 20_000
/** For what no event tells of: a changed name or picture, the last pieces of a stock. */
const maxAgeMs = 60_000
/** Somebody with more likes, saves or follows than this is asked about page by page. */
const marksKept = 3_000

type Dropped = (event: LoggedEvent, drop: { post(id: string): void; product(id: string): void; medium(id: string): void }) => void
const subjectPost: Dropped = (e, drop) => drop.post(e.subject.id)
const subjectProduct: Dropped = (e, drop) => drop.product(e.subject.id)
const subjectMedium: Dropped = (e, drop) => drop.medium(e.subject.id)
/** What an event changes about slides that are kept. What is not here changes none, or is old after `maxAgeMs`. */
const changes: { readonly [name: string]: Dropped | undefined } = {
  'post.published': subjectPost,
  'post.variants_set': subjectPost,
  'post.removed': subjectPost,
  'post.restored': subjectPost,
  'post.liked': subjectPost,
  'post.unliked': subjectPost,
  'post.saved': subjectPost,
  'post.unsaved': subjectPost,
  'comment.written': (e, drop) => drop.post((e.data as { post: string }).post),
  'comment.removed': (e, drop) => drop.post((e.data as { post: string }).post),
  'share.created': (e, drop) => drop.post((e.data as { about: { id: string } }).about.id),
  'subject.removed': (e, drop) => (e.subject.kind === 'product' ? drop.product(e.subject.id) : drop.post(e.subject.id)),
  'subject.restored': (e, drop) => (e.subject.kind === 'product' ? drop.product(e.subject.id) : drop.post(e.subject.id)),
  'product.published': subjectProduct,
  'product.changed': subjectProduct,
  'product.removed': subjectProduct,
  'stock.depleted': (e, drop) => drop.product((e.data as { product: string }).product),
  'stock.restocked': (e, drop) => drop.product((e.data as { product: string }).product),
  'review.written': (e, drop) => drop.product((e.data as { product: string }).product),
  'media.watchable': subjectMedium,
  'media.ready': subjectMedium,
}
const shopOf = ({ shop }: SlideBody) => (shop ? [{ kind: 'shop', id: shop.id }] : [])
/** Events after which the person's own marks are read anew. */
const marking = new Set([
  'post.liked',
  'post.unliked',
  'post.saved',
  'post.unsaved',
  'person.followed',
  'person.unfollowed',
  'person.blocked',
  'person.merged',
  'person.erased',
])

export interface Slides {
  /**
   * Slides for this caller, mostly from memory: what is the same for everybody and what the person marked are kept, and dropped when the log
   * tells of a change. What moderation hides is asked every time: ranking can't out-score it. With `judged`, hidden and removed ones are shown.
   */
  dress(caller: Caller, ids: readonly Id<'post'>[], judged?: boolean): Promise<Map<string, Slide>>
  /** Resolves when changes up to `position` are seen; false when `timeoutMs` passed first. */
  reached(position: bigint, timeoutMs: number): Promise<boolean>
  start(): void
  stop(): Promise<void>
}

export function createSlides(house: House, doors: SlideDoors): Slides {
  const bodies = new Cache<SlideBody | null>(
    coalesced(async ids => {
      const found = await bodiesOf(doors, ids as Id<'post'>[])
      for (const body of found.values()) index(body)
      return new Map(ids.map(id => [id, found.get(id) ?? null]))
    }),
    bodiesKept,
    maxAgeMs,
  )
  const marks = new Cache<PersonMarks | null>(
    coalesced(people => doors.social.marksOf(people, marksKept)),
    peopleKept,
  )
  /** Product or medium → posts that were made with it. Only grows with what is shown; stale entries cost a needless drop. */
  const users = new Map<string, Set<string>>()
  let follower: ReturnType<House['log']['follow']> | null = null

  function index(body: SlideBody): void {
    for (const part of [
      ...body.products.map(p => p.card.id),
      body.video?.id,
      ...(body.variants ?? []).map(v => v.id),
      ...body.pictures.map(p => p.id),
    ]) {
      if (part === undefined) continue
      const posts = users.get(part)
      if (posts) posts.add(body.id)
      else users.set(part, new Set([body.id]))
    }
  }
  const dropUsers = (part: string) => {
    for (const post of users.get(part) ?? []) bodies.drop(post)
    users.delete(part)
  }
  const drop = { post: (id: string) => bodies.drop(id), product: dropUsers, medium: dropUsers }

  function hear(events: readonly LoggedEvent[]): void {
    for (const event of events) {
      changes[event.name]?.(event, drop)
      if (!marking.has(event.name)) continue
      if (event.person !== null) marks.drop(event.person)
      marks.drop(event.subject.id)
    }
  }

  async function bodiesFor(ids: readonly Id<'post'>[], judged: boolean): Promise<Map<string, SlideBody | null>> {
    if (judged) return bodiesOf(doors, ids, true)
    const found = await bodies.many(ids)
    // A post goes with its author and its shop.
    const hidden = await doors.moderation.hidden(
      [...found.values()].flatMap(b =>
        b ? [{ kind: 'post', id: b.id }, { kind: 'person', id: b.author.id }, ...shopOf(b)] : [],
      ),
    )
    if (hidden.size === 0) return found
    for (const [id, b] of found)
      if (
        b &&
        (hidden.has(`post:${id}`) || hidden.has(`person:${b.author.id}`) || shopOf(b).some(s => hidden.has(`shop:${s.id}`)))
      )
        found.delete(id)
    return found
  }
  /** What the caller has marked of these, from memory or, for the few with very many marks, from two statements. */
  async function markedBy(person: Id<'person'>, shown: readonly SlideBody[]): Promise<PersonMarks> {
    const all = await marks.get(person)
    if (all) return all
    const [mine, follows] = await Promise.all([
      doors.social.mine(
        person,
        shown.map(b => b.id),
      ),
      doors.social.follows(
        person,
        shown.map(b => b.author.id),
      ),
    ])
    const of = (what: 'liked' | 'saved') => new Set([...mine].filter(([, m]) => m[what]).map(([id]) => id))
    return { liked: of('liked'), saved: of('saved'), follows }
  }

  return {
    async dress(caller, ids, judged = false) {
      if (ids.length === 0) return new Map()
      const found = await bodiesFor(ids, judged)
      const shown = [...found.values()].filter(b => b !== null)
      const mine = await markedBy(caller.person, shown)
      return new Map(
        shown.map(body => [
          body.id,
          {
            ...body,
            [bodyOf]: body,
            mine: {
              liked: mine.liked.has(body.id),
              saved: mine.saved.has(body.id),
              follows: mine.follows.has(body.author.id),
              author: body.author.id === caller.person,
            },
            slot: null,
          },
        ]),
      )
    },
    reached: (position, timeoutMs) => follower?.reached(position, timeoutMs) ?? Promise.resolve(false),
    start() {
      follower = house.log.follow('feed.slides', house.log.position(), hear)
    },
    async stop() {
      await follower?.stop()
    },
  }
}
