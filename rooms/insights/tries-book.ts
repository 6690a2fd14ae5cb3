import type { LoggedEvent } from '#base/catalogue'
import { outcome } from '#engines/recommender'
import { Heads } from './heads.ts'
import { TopicBook } from './topic-book.ts'

/** Why the feed put a post into a slot: drawn as a new one, put forward by a gate, drawn evenly, or ranked by its numbers. */
export const ways = ['new', 'stage', 'random', 'ranked'] as const
export type Way = (typeof ways)[number]
/** Posts are compared with those of their kind: pictures, and clips by their length. */
export const postKinds = ['pictures', 'clip_10s', 'clip_30s', 'clip_60s', 'clip_long'] as const
export type PostKind = (typeof postKinds)[number]
export const outcomes = ['stopped', 'finished', 'liked', 'looked'] as const
export type Outcome = (typeof outcomes)[number]
/** Shares, 0…1; null while nothing is known. `stopped` of the tries, `finished` of the views, the others of the tries that were looked at. */
export type Outcomes = { readonly [O in Outcome]: number | null }

/** What the feed tried with a post and what came of it, without what its author did. Tries are all slots but the ranked ones. */
export interface Tries {
  /** Slots that it was served in, and those of them that were in view for two seconds. */
  readonly served: Readonly<Record<Way, number>>
  readonly seen: Readonly<Record<Way, number>>
  /** Who saw it in a try. */
  readonly people: number
  /** First and last time that it was served as a try. */
  readonly first: Date | null
  readonly last: Date | null
  /** Null while fewer than `fewestPeople` saw it in a try: of so few it would tell what single ones did. */
  readonly came: Outcomes | null
  readonly kind: PostKind
  /** Median of other posts of its kind with at least `enoughTries` seen tries, and how many they are; null while they are fewer than `fewestPosts`. */
  readonly usual: Outcomes | null
  readonly others: number
  /** Slots that new posts had on all pages of the last 24 hours. */
  readonly places: number
  /** People who wanted a post with one of its topics in the last seven days, counted to `mostFans`; null when it has no topic. */
  readonly fans: number | null
}
export const fewestPeople = 5
export const fewestPosts = 8
export const enoughTries = 20

const clipKinds: readonly (readonly [belowMs: number, kind: PostKind])[] = [
  [10_000, 'clip_10s'],
  [30_000, 'clip_30s'],
  [60_000, 'clip_60s'],
]
export const kindOf = (durationMs: number): PostKind =>
  durationMs <= 0 ? 'pictures' : (clipKinds.find(([below]) => durationMs < below)?.[1] ?? 'clip_long')

/** The sources of `feed.served` that are draws; the rest is ranked, but a link is nobody's choice but the caller's. */
const drawn: Readonly<Record<string, Way | null>> = { pool: 'new', stage: 'stage', random: 'random', link: null }
const isTry = (way: Way): boolean => way !== 'ranked'

interface Known {
  readonly index: number
  readonly author: string
  readonly durationMs: number
  readonly kind: PostKind
  readonly served: Record<Way, number>
  readonly seen: Record<Way, number>
  /** Of tries: views, those to the end, those with a like or the like, those that led to a product. */
  readonly tried: { views: number; finished: number; liked: number; looked: number }
  /** Made when the first one sees it in a try. */
  people: Set<number> | null
  first: Date | null
  last: Date | null
}
/** What was counted of a slot, each once. */
const once = { seen: 1, view: 2, finished: 4, liked: 8, looked: 16 } as const
type Once = (typeof once)[keyof typeof once]
const onceBits = 5
/** The slots of a page in one number each: index of the post · 256 + way · 32 + what was counted. */
type PageOfSlots = number[]
/** A sight belongs to its slot as long as its page is among the newest; later ones are counted nowhere here. */
const pagesKept = 65_536
const remembered = 256
const hourMs = 3_600_000

const likes = new Set<string>([
  'post.liked',
  'post.saved',
  'comment.written',
  'share.created',
  'person.followed',
] satisfies LoggedEvent['name'][])

/** What the feed tried: counts of slots by why they were filled, and what their viewers did. Sums of the log, so a replay gives the same. */
export class TriesBook {
  readonly #posts = new Map<string, Known>()
  readonly #pages = new Map<string, PageOfSlots>()
  readonly #heads = new Heads()
  readonly #topics = new TopicBook(this.#heads)
  /** Newest of each kind that were tried often enough to be compared with. */
  readonly #tried = new Map<PostKind, Known[]>()
  /** Slots of new posts, by hour. */
  readonly #places = new Map<number, number>()

  learn(event: LoggedEvent): void {
    if (event.name === 'post.published') this.#begin(event)
    else if (event.name === 'feed.served') this.#serve(event)
    else if (event.name === 'person.merged' || event.name === 'person.erased') this.#heads.learn(event)
    else if (event.name === 'order.paid') for (const line of event.data.lines) this.#did(event, line.source, 'looked')
    else if (event.name === 'post.impression') this.#sight(event)
    else if (event.name === 'post.viewed') this.#view(event)
    else if (likes.has(event.name)) this.#like(event)
    else if (event.name === 'product.clicked' || event.name === 'cart.added') this.#did(event, event.source, 'looked')
  }

  /** Null: no such post was ever published. `now` is the time of the last event that was learned. */
  of(post: string, now: Date): { readonly author: string; readonly tries: Tries } | null {
    const known = this.#posts.get(post)
    if (!known) return null
    const people = this.#heads.count(known.people ?? new Set())
    const others = (this.#tried.get(known.kind) ?? []).filter(k => k !== known).map(outcomesOf)
    const usual = (o: Outcome) => middleOf(others.flatMap(k => k[o] ?? []))
    const hour = Math.floor(now.getTime() / hourMs)
    let places = 0
    for (const [at, n] of this.#places) if (at > hour - 24) places += n
    const { author, served, seen, first, last, kind } = known
    const tries: Tries = {
      ...{ served, seen, people, first, last, kind, places, fans: this.#topics.of(post, now) },
      came: people < fewestPeople ? null : outcomesOf(known),
      usual: others.length < fewestPosts ? null : (Object.fromEntries(outcomes.map(o => [o, usual(o)])) as Outcomes),
      others: others.length,
    }
    return { author, tries }
  }

  #begin(event: LoggedEvent<'post.published'>): void {
    if (this.#posts.has(event.subject.id)) return
    this.#topics.begin(event)
    const none = { new: 0, stage: 0, random: 0, ranked: 0 }
    const durationMs = event.data.durationMs ?? 0
    this.#posts.set(event.subject.id, {
      ...{ index: this.#posts.size, author: event.data.author, durationMs, kind: kindOf(durationMs) },
      ...{ served: { ...none }, seen: { ...none }, tried: { views: 0, finished: 0, liked: 0, looked: 0 } },
      ...{ people: null, first: null, last: null },
    })
  }

  #serve(event: LoggedEvent<'feed.served'>): void {
    const page: PageOfSlots = []
    for (const { kind, id, source } of event.data.slots) {
      const known = kind === 'post' ? this.#posts.get(id) : undefined
      const way = drawn[source] === undefined ? 'ranked' : drawn[source]
      if (!known || !way || known.author === event.person) continue
      known.served[way]++
      page.push(known.index * 256 + (ways.indexOf(way) << onceBits))
      if (way === 'new') this.#place(event.at)
      if (!isTry(way)) continue
      known.first ??= event.at
      known.last = event.at
    }
    if (page.length > 0) this.#pages.set(event.data.request, page)
    if (this.#pages.size > pagesKept) this.#pages.delete(this.#pages.keys().next().value as string)
  }

  #place(at: Date): void {
    const hour = Math.floor(at.getTime() / hourMs)
    this.#places.set(hour, (this.#places.get(hour) ?? 0) + 1)
    for (const old of this.#places.keys()) if (old <= hour - 48) this.#places.delete(old)
  }

  #sight(event: LoggedEvent<'post.impression'>): void {
    const slot = this.#slot(event, event.source, event.subject.id)
    if (!slot?.first(once.seen)) return
    const { known, way } = slot
    known.seen[way]++
    if (!isTry(way)) return
    if (event.person !== null) (known.people ??= new Set()).add(this.#heads.of(event.person))
    if (tries(known.seen) !== enoughTries) return
    const ring = this.#tried.get(known.kind) ?? []
    this.#tried.set(known.kind, ring)
    if (ring.push(known) > remembered) ring.shift()
  }

  #view(event: LoggedEvent<'post.viewed'>): void {
    this.#topics.want(event, event.subject.id)
    const slot = this.#slot(event, event.source, event.subject.id)
    if (!slot || !isTry(slot.way)) return
    const { known } = slot
    if (slot.first(once.view)) known.tried.views++
    const length = known.durationMs > 0 ? known.durationMs : event.data.durationMs
    if (outcome(event.data.ms, length, event.data.exit) === 'finish' && slot.first(once.finished)) known.tried.finished++
  }

  #like(event: LoggedEvent): void {
    this.#topics.want(event, event.source?.post ?? event.subject.id)
    this.#did(event, event.source, 'liked')
  }

  #did(event: LoggedEvent, source: LoggedEvent['source'], what: 'liked' | 'looked'): void {
    const slot = this.#slot(event, source, source?.post)
    if (slot && isTry(slot.way) && slot.first(once[what])) slot.known.tried[what]++
  }

  /** The slot that led to it; `first` is true the first time that something is counted of it. */
  #slot(event: LoggedEvent, source: LoggedEvent['source'], post: string | undefined) {
    const page = source?.request ? this.#pages.get(source.request) : undefined
    const known = post === undefined ? undefined : this.#posts.get(post)
    if (!page || !known || known.author === event.person) return undefined
    const k = page.findIndex(slot => Math.floor(slot / 256) === known.index)
    if (k < 0) return undefined
    const packed = page[k] as number
    const way = ways[(packed % 256) >> onceBits] as Way
    const first = (what: Once): boolean => {
      const isNew = (((page[k] as number) % 256) & what) === 0
      if (isNew) page[k] = (page[k] as number) + what
      return isNew
    }
    return { known, way, first }
  }
}

const tries = (n: Record<Way, number>): number => ways.reduce((sum, way) => sum + (isTry(way) ? n[way] : 0), 0)
const share = (n: number, of: number): number | null => (of === 0 ? null : n / of)

function outcomesOf(known: Known): Outcomes {
  const seen = tries(known.seen)
  const { views, finished, liked, looked } = known.tried
  return {
    stopped: share(seen, tries(known.served)),
    finished: share(finished, views),
    liked: share(liked, seen),
    looked: share(looked, seen),
  }
}

function middleOf(x: readonly number[]): number | null {
  const sorted = [...x].sort((a, b) => a - b)
  const half = sorted.length >> 1
  const [low, high] = [sorted[sorted.length % 2 === 1 ? half : half - 1], sorted[half]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
