import type { EventName, LoggedEvent } from '#base/catalogue'
import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import { decodeCursor, encodeCursor, type Id, ok, type Result, refuse } from '#base/kernel'
import { createLoop, type Grown, type Loop, type LoopReport, type Phase } from '#engines/loop'
import type { Accounts } from '#rooms/accounts'
import { type Verdict, verdictOn } from './best-variant.ts'
import { DayBook, type DayFigures } from './day-book.ts'
import { PostBook, type PostNumbers, type Tally } from './post-book.ts'
import { dayUntilNow, type Span, zoneOf } from './shop-day.ts'
import { type Tries, TriesBook } from './tries-book.ts'
import { VariantBook, type VariantCount } from './variant-book.ts'
import { ViewBook, type Views } from './view-book.ts'
import { WayBook, type Ways } from './ways.ts'

/** An order line that came through content grown from an earlier order line. Who is never said. */
export interface Chain {
  readonly parent: { order: string; line: string; product: string; at: Date }
  readonly content: { kind: Grown['kind']; id: string; at: Date }
  readonly child: { order: string; line: string; product: string; at: Date }
}
export interface Impact {
  readonly impressions: number
  readonly helped: number
  readonly orders: number
}
/** A post for who made it. `helped`: people who looked further into what it showed. */
export interface PostPage extends Views {
  readonly asOf: Date
  readonly all: Tally
  readonly firstHour: Tally
  readonly helped: number
}
/** The clips that a post tries, its own one first. `chance`: probability of being the best; null while there are too few looks. */
export interface VariantsView {
  readonly begun: Date
  readonly verdict: Verdict
  readonly items: readonly (VariantCount & { readonly chance: number | null; readonly best: boolean })[]
}
export interface LoopView {
  readonly report: LoopReport
  readonly asOf: { position: bigint; at: Date }
}

/** Days of a shop's own zone, each up to the same time of day as now. */
export interface DayView {
  readonly zone: string
  readonly currency: string
  readonly days: readonly (DayFigures & Span & { readonly back: number })[]
}

/** The loop of a shop or of the platform, kept in memory from the log alone: drop it, replay, and every figure is the same. */
export interface Insights {
  /** Staff see their shop, operators the platform (`shop` null). */
  loop(caller: Caller, shop: Id<'shop'> | null, days: number): Promise<Result<LoopView, ErrorCode>>
  /** Newest first. */
  lineage(
    caller: Caller,
    shop: Id<'shop'> | null,
    cursor: string | undefined,
    limit: number,
  ): Promise<Result<{ chains: Chain[]; next: string | null }, ErrorCode>>
  /** What my post led to, for its author. */
  impact(caller: Caller, post: Id<'post'>): Promise<Result<Impact, ErrorCode>>
  /** How a post was watched and found, for its author, its shop's staff and operators. Counts, never who. */
  postPage(caller: Caller, post: Id<'post'>): Promise<Result<PostPage, ErrorCode>>
  /** What the feed tried with a post and what came of it, for its author and operators. Counts, never who. */
  tries(caller: Caller, post: Id<'post'>): Promise<Result<Tries & { asOf: Date }, ErrorCode>>
  /** What came of the other beginnings that a post tries, for its author and operators; null while it tries none. Counts, never who. */
  variants(caller: Caller, post: Id<'post'>): Promise<Result<VariantsView | null, ErrorCode>>
  /** Today against yesterday and the same weekday, in the shop's own zone; each day up to the same time of day. */
  today(caller: Caller, shop: Id<'shop'>): Promise<Result<DayView, ErrorCode>>
  /** What brought people to a phase of the shop in the last days. Counts, never who. */
  ways(caller: Caller, shop: Id<'shop'>, phase: Phase, days: number): Promise<Result<Ways, ErrorCode>>
  /** What happened around posts of the shop; posts of others and unknown ones are missing. `asOf`: the last event learned. */
  posts(
    caller: Caller,
    shop: Id<'shop'>,
    posts: readonly string[],
  ): Promise<Result<{ asOf: Date; items: PostNumbers[] }, ErrorCode>>
  /** Position of the last event learned. */
  position(): bigint
  /** Resolves when the figures know this position. */
  reached(position: bigint, timeoutMs: number): Promise<boolean>
  start(): Promise<void>
  stop(): Promise<void>
}

interface Found {
  readonly shop: string
  readonly position: bigint
  readonly chain: Chain
}
interface PostFigures {
  readonly author: string
  readonly viewers: Set<string>
  readonly helped: Set<string>
}

/** What counts as having been helped by a clip: looking further into what it showed. */
const furtherLooks = new Set<EventName>([
  'product.clicked',
  'product.viewed',
  'reviews.read',
  'price_history.viewed',
  'cart.added',
  'product.saved',
])

class Figures {
  loop: Loop = createLoop()
  readonly #orderOf = new Map<string, string>()
  readonly found: Found[] = []
  readonly posts = new Map<string, PostFigures>()
  readonly dayBook = new DayBook()
  readonly wayBook = new WayBook()
  readonly postBook = new PostBook()
  readonly viewBook = new ViewBook()
  readonly triesBook = new TriesBook()
  readonly variantBook = new VariantBook()
  readonly #shopOf = new Map<string, string>()
  readonly #shopsOfPost = new Map<string, readonly string[]>()

  learn(event: LoggedEvent): void {
    this.loop.learn(event)
    this.#place(event)
    this.dayBook.learn(event, product => this.#shopOf.get(product))
    this.wayBook.learn(event, this.#shopsOf(event))
    this.postBook.learn(event)
    this.viewBook.learn(event)
    this.triesBook.learn(event)
    this.variantBook.learn(event)
    if (event.name === 'post.published' && !this.posts.has(event.subject.id))
      this.posts.set(event.subject.id, { author: event.data.author, viewers: new Set(), helped: new Set() })
    if (event.name === 'order.paid') this.#orderPaid(event)
    else this.#watched(event)
  }

  /** Which shop a product and a post belong to. */
  #place(event: LoggedEvent): void {
    if (event.name === 'product.published' || event.name === 'product.changed')
      this.#shopOf.set(event.subject.id, event.data.shop)
    if (event.name !== 'post.published') return
    const tagged = event.data.products.flatMap(p => this.#shopOf.get(p) ?? [])
    this.#shopsOfPost.set(event.subject.id, [...tagged, ...(event.data.shop ? [event.data.shop] : [])])
  }

  #shopsOf(event: LoggedEvent): readonly string[] {
    if ('shop' in event.data && typeof event.data.shop === 'string') return [event.data.shop]
    if (event.name === 'review.written') return [this.#shopOf.get(event.data.product) ?? ''].filter(Boolean)
    const { kind, id } = event.name === 'share.opened' || event.name === 'share.created' ? event.data.about : event.subject
    if (kind === 'shop') return [id]
    if (kind === 'product') return [this.#shopOf.get(id) ?? ''].filter(Boolean)
    return kind === 'post' ? (this.#shopsOfPost.get(id) ?? []) : []
  }

  #watched(event: LoggedEvent): void {
    if (event.person === null) return
    if (event.name === 'post.impression') this.posts.get(event.subject.id)?.viewers.add(event.person)
    const via = event.source?.post
    if (!via || !furtherLooks.has(event.name)) return
    const figures = this.posts.get(via)
    if (figures && figures.author !== event.person) figures.helped.add(event.person)
  }

  #orderPaid(event: LoggedEvent<'order.paid'>): void {
    for (const line of event.data.lines) {
      this.#orderOf.set(line.line, event.subject.id)
      const node = this.loop.lineage.of(line.line)
      const parent = node?.parent && this.loop.lineage.of(node.parent.from)
      const content = parent?.grown.find(g => g.id === node?.parent?.content)
      if (!parent || !content) continue
      const chain: Chain = {
        parent: { order: this.#orderOf.get(parent.line) ?? '', line: parent.line, product: parent.product, at: parent.at },
        content: { kind: content.kind, id: content.id, at: content.at },
        child: { order: event.subject.id, line: line.line, product: line.product, at: event.at },
      }
      this.found.push({ shop: event.data.shop, position: event.position, chain })
    }
  }
}

function variantsOf(book: VariantBook, post: string, now: Date): VariantsView | null {
  const test = book.of(post)
  if (!test) return null
  const { verdict, best, chances } = verdictOn(test.arms, now.getTime() - test.begun.getTime())
  return {
    begun: test.begun,
    verdict,
    items: test.arms.map((arm, i) => ({ ...arm, chance: chances?.[i] ?? null, best: i === best })),
  }
}

export function createInsights(house: House, { accounts }: { accounts: Pick<Accounts, 'may' | 'shop'> }): Insights {
  const figures = new Figures()
  let follower: ReturnType<House['log']['follow']> | null = null
  let learnedAt = new Date(0)
  const allowed = (caller: Caller, shop: Id<'shop'> | null): Result<true, ErrorCode> =>
    shop
      ? accounts.may(caller, 'insights.read', { shop })
      : caller.operator
        ? ok(true)
        : refuse('forbidden', 'Only operators see the loop of the whole platform')

  return {
    async loop(caller, shop, days) {
      const may = allowed(caller, shop)
      if (!may.ok) return may
      if (days > 92) return refuse('invalid_request', 'At most 92 days', { days: 92 })
      return ok({
        report: figures.loop.report(shop, { now: house.clock.now(), days }),
        asOf: { position: figures.loop.position, at: learnedAt },
      })
    },
    async lineage(caller, shop, cursor, limit) {
      const may = allowed(caller, shop)
      if (!may.ok) return may
      const before = cursor === undefined ? null : decodeCursor(cursor, 1)
      if (cursor !== undefined && before === null) return refuse('invalid_cursor', 'That cursor is not one of ours')
      const end = before ? Number(before[0]) : figures.found.length
      const chains: Chain[] = []
      let at = Math.min(end, figures.found.length) - 1
      for (; at >= 0 && chains.length < limit; at--) {
        const found = figures.found[at] as Found
        if (shop === null || found.shop === shop) chains.push(found.chain)
      }
      return ok({ chains, next: at >= 0 ? encodeCursor([at + 1]) : null })
    },
    async impact(caller, post) {
      const seen = figures.posts.get(post)
      if (!seen || (seen.author !== caller.person && !caller.operator)) return refuse('not_found', 'No such post of yours')
      const orders = figures.loop.lineage.causedBy(post).filter(e => e.net).length
      return ok({ impressions: seen.viewers.size, helped: seen.helped.size, orders })
    },
    async postPage(caller, post) {
      const numbers = figures.postBook.one(post)
      const views = figures.viewBook.of(post)
      const shop = numbers?.shop as Id<'shop'> | null
      const may =
        numbers?.author === caller.person || caller.operator || (shop && accounts.may(caller, 'insights.read', { shop }).ok)
      if (!may || !numbers || !views) return refuse('not_found', 'No such post of yours')
      const { all, firstHour } = numbers
      return ok({ ...views, all, firstHour, helped: figures.posts.get(post)?.helped.size ?? 0, asOf: learnedAt })
    },
    async tries(caller, post) {
      const known = figures.triesBook.of(post, learnedAt)
      if (!known || (known.author !== caller.person && !caller.operator)) return refuse('not_found', 'No such post of yours')
      return ok({ ...known.tries, asOf: learnedAt })
    },
    async variants(caller, post) {
      const author = figures.posts.get(post)?.author
      if (!author || (author !== caller.person && !caller.operator)) return refuse('not_found', 'No such post of yours')
      return ok(variantsOf(figures.variantBook, post, house.clock.now()))
    },
    async today(caller, shop) {
      const may = accounts.may(caller, 'insights.read', { shop })
      if (!may.ok) return may
      const facts = await accounts.shop(shop)
      if (!facts) return refuse('not_found', 'There is no such shop')
      const zone = zoneOf(facts.country)
      const days = [0, 1, 7].map(back => {
        const span = dayUntilNow(house.clock.now(), zone, back)
        return { back, ...span, ...figures.dayBook.of(shop, span) }
      })
      return ok({ zone, currency: facts.currency, days })
    },
    async ways(caller, shop, phase, days) {
      const may = accounts.may(caller, 'insights.read', { shop })
      if (!may.ok) return may
      return ok(figures.wayBook.of(shop, phase, house.clock.now(), Math.min(days, 92)))
    },
    async posts(caller, shop, posts) {
      const may = accounts.may(caller, 'insights.read', { shop })
      return may.ok ? ok({ asOf: learnedAt, items: figures.postBook.of(shop, posts) }) : may
    },
    position: () => figures.loop.position,
    reached: (position, timeoutMs) => follower?.reached(position, timeoutMs) ?? Promise.resolve(false),
    async start() {
      follower = house.log.follow('insights', 0n, events => {
        for (const event of events) figures.learn(event)
        learnedAt = events.at(-1)?.at ?? learnedAt
      })
    },
    async stop() {
      await follower?.stop()
    },
  }
}
