import type { LoggedEvent, OrderLineData, Source, Subject } from '#base/catalogue'
import type { Id } from '#base/kernel'
import type { EvidenceFacts } from './phases.ts'

export const dayMs = 86_400_000
export const dayOf = (at: number): number => Math.floor(at / dayMs)

/** A post, review or share belongs to a purchase for this long (domain.md 2.2, W_share). Journeys are forgotten after the same silence. */
export const lineageDays = 180

/** One paid order line. `net` turns false with a refund or a cancellation of the whole order. */
export interface Line {
  readonly id: Id<'line'>
  readonly order: string
  readonly product: Id<'product'>
  readonly shop: Id<'shop'>
  readonly at: number
  readonly source: Source | null
  buyer: string | null
  net: boolean
  /** When the lap that led here began; its end is the first share that grows from this line. */
  lapStart: number
  lap: { readonly day: number; readonly ms: number } | null
}

export interface Post {
  author: string | null
  readonly shop: Id<'shop'> | null
  readonly products: readonly Id<'product'>[]
  readonly video: boolean
  grown: boolean
}

/** What a journey is about: a product, or a shop where no product is named. */
export interface Target {
  readonly key: string
  readonly shop: Id<'shop'> | null
}

/** What the log has said so far about products, posts, shares, orders and who is who. Grows with the catalogue, not with views. */
export class Facts {
  readonly shopOf = new Map<string, Id<'shop'>>()
  readonly posts = new Map<string, Post>()
  readonly shares = new Map<string, Subject>()
  readonly lines = new Map<string, Line>()
  readonly orders = new Map<string, readonly Line[]>()
  readonly #shopsOfOwner = new Map<string, Set<Id<'shop'>>>()
  readonly #linesOf = new Map<string, Line[]>()
  readonly #alias = new Map<string, string>()

  /** The person under whom this id's deeds are kept now: merges are followed. */
  who(id: string): string {
    let at = id
    for (let next = this.#alias.get(at); next !== undefined; next = this.#alias.get(at)) at = next
    return at
  }

  /** True when the line is this person's own net purchase of at most 180 days ago. */
  ownLine(id: string | null, person: string, at: number): boolean {
    const line = id === null ? undefined : this.lines.get(id)
    return line?.net === true && line.buyer === person && at - line.at <= lineageDays * dayMs
  }

  bought(person: string, product: string): boolean {
    return this.#linesOf.get(person)?.some(l => l.net && l.product === product) ?? false
  }

  evidenceFacts(event: LoggedEvent, person: string, product: string | null, kept: boolean): EvidenceFacts {
    const postId = event.name === 'comment.written' ? event.data.post : event.subject.kind === 'post' ? event.subject.id : null
    const post = postId === null ? undefined : this.posts.get(postId)
    return {
      bought: product !== null && this.bought(person, product),
      ownLine: this.ownLine(lineOf(event), person, event.at.getTime()),
      kept,
      post: post
        ? {
            products: post.products.length,
            video: post.video,
            grown: post.grown,
            own: post.author !== null && this.who(post.author) === person,
          }
        : null,
    }
  }

  /** Takes in what the event says about things; who did what in which phase is not decided here. */
  learn(event: LoggedEvent): void {
    switch (event.name) {
      case 'product.published':
      case 'product.changed':
        this.shopOf.set(event.subject.id, event.data.shop)
        break
      case 'shop.opened': {
        const owner = this.who(event.data.owner)
        this.#shopsOfOwner.set(owner, (this.#shopsOfOwner.get(owner) ?? new Set()).add(event.subject.id as Id<'shop'>))
        break
      }
      case 'post.published': {
        const author = this.who(event.data.author)
        const grown = this.ownLine(event.data.grownFrom, author, event.at.getTime())
        const { shop, products, format } = event.data
        this.posts.set(event.subject.id, { author, shop, products, video: format === 'video', grown })
        break
      }
      case 'share.created':
        this.shares.set(event.subject.id, event.data.about)
        break
      case 'order.paid':
        if (event.person !== null && !this.orders.has(event.subject.id)) this.#paid(event, this.who(event.person))
    }
  }

  #paid(event: LoggedEvent<'order.paid'>, buyer: string): void {
    const at = event.at.getTime()
    const { shop } = event.data
    const record = (l: OrderLineData): Line => ({
      id: l.line,
      order: event.subject.id,
      product: l.product,
      shop,
      at,
      source: l.source ?? event.source,
      buyer,
      net: true,
      lapStart: at,
      lap: null,
    })
    const lines = event.data.lines.map(record)
    this.orders.set(event.subject.id, lines)
    const mine = this.#linesOf.get(buyer) ?? []
    this.#linesOf.set(buyer, mine)
    for (const line of lines) {
      this.lines.set(line.id, line)
      mine.push(line)
      if (!this.shopOf.has(line.product)) this.shopOf.set(line.product, shop)
    }
  }

  /** `from` is `into` from now on, for what was and for what still comes under the old id. */
  merge(from: string, into: string): void {
    const lines = this.#linesOf.get(from) ?? []
    for (const line of lines) line.buyer = into
    if (lines.length > 0) this.#linesOf.set(into, [...(this.#linesOf.get(into) ?? []), ...lines])
    this.#linesOf.delete(from)
    for (const shop of this.#shopsOfOwner.get(from) ?? [])
      this.#shopsOfOwner.set(into, (this.#shopsOfOwner.get(into) ?? new Set()).add(shop))
    this.#shopsOfOwner.delete(from)
    this.#alias.set(from, into)
  }

  /** Purchases stay as sums and edges, without a name. */
  erase(person: string): void {
    for (const line of this.#linesOf.get(person) ?? []) line.buyer = null
    this.#linesOf.delete(person)
    this.#shopsOfOwner.delete(person)
    for (const post of this.posts.values()) if (post.author !== null && this.who(post.author) === person) post.author = null
    for (const [from, into] of this.#alias) if (into === person) this.#alias.delete(from)
  }

  /** Forgets lines that are too old to beget anything and that no edge needs. */
  prune(before: number, needed: (line: Line) => boolean): void {
    for (const [order, lines] of this.orders) {
      if (lines.some(l => l.at >= before || needed(l))) continue
      this.orders.delete(order)
      for (const line of lines) {
        this.lines.delete(line.id)
        const mine = line.buyer === null ? undefined : this.#linesOf.get(line.buyer)
        if (mine)
          this.#linesOf.set(
            line.buyer as string,
            mine.filter(l => l !== line),
          )
      }
    }
  }

  /** The journeys that an event belongs to; empty when it is about no product and no shop (it still counts platform-wide). */
  targets(event: LoggedEvent): readonly Target[] {
    switch (event.name) {
      case 'order.paid':
        return event.data.lines.map(l => ({ key: l.product, shop: event.data.shop }))
      case 'order.delivered':
      case 'order.price_protected':
        return event.data.lines.map(l => ({ key: l.product, shop: event.data.shop }))
      case 'pulse.answered':
      case 'review.written':
        return this.#product(event.data.product)
      case 'comment.written':
        return this.about({ kind: 'post', id: event.data.post })
      case 'share.created':
      case 'share.opened':
        return this.about(event.data.about)
      case 'person.followed': {
        const owned = [...(this.#shopsOfOwner.get(this.who(event.subject.id)) ?? [])]
        if (event.subject.kind === 'person' && owned.length > 0) return owned.map(shop => ({ key: shop, shop }))
        if (event.subject.kind === 'person' && event.source?.post) return this.about({ kind: 'post', id: event.source.post })
        return this.about(event.subject)
      }
      default:
        return this.about(event.subject)
    }
  }

  about(subject: Subject): readonly Target[] {
    if (subject.kind === 'product') return this.#product(subject.id)
    if (subject.kind === 'shop') return [{ key: subject.id, shop: subject.id as Id<'shop'> }]
    if (subject.kind === 'share') {
      const about = this.shares.get(subject.id)
      return about && about.kind !== 'share' ? this.about(about) : []
    }
    if (subject.kind === 'order') return (this.orders.get(subject.id) ?? []).map(l => ({ key: l.product, shop: l.shop }))
    const post = subject.kind === 'post' ? this.posts.get(subject.id) : undefined
    if (!post) return []
    if (post.products.length === 0) return post.shop ? [{ key: post.shop, shop: post.shop }] : []
    return post.products.flatMap(id => this.#product(id))
  }

  #product(id: string): readonly Target[] {
    return [{ key: id, shop: this.shopOf.get(id) ?? null }]
  }
}

/** The order line that an event says it grew from. */
export function lineOf(event: LoggedEvent): string | null {
  if (event.name === 'post.published' || event.name === 'share.created') return event.data.grownFrom
  return event.name === 'review.written' ? event.data.line : null
}
