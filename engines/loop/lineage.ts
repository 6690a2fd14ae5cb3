import type { LoggedEvent, Source } from '#base/catalogue'
import type { Id } from '#base/kernel'
import { dayMs, dayOf, type Facts, type Line, lineageDays, lineOf } from './facts.ts'

export type GrownKind = 'post' | 'review' | 'share'

/** A post, review or share that grew from an order line, as it is shown: counts and times, never who. */
export interface Grown {
  readonly kind: GrownKind
  readonly id: string
  readonly line: Id<'line'>
  readonly at: Date
  /** Other people who saw or opened it (each counted once, until it is 180 days old). */
  readonly viewers: number
  /** Order lines of other people that it led to; refunded ones are not counted. */
  readonly orders: readonly Id<'line'>[]
}

/** One edge: this order line of somebody else came through that content. `seenAt` is null when no impression of it was logged. */
export interface LineageEdge {
  readonly content: string
  readonly from: Id<'line'>
  readonly to: Id<'line'>
  readonly at: Date
  readonly seenAt: Date | null
  readonly net: boolean
}

export interface LineageNode {
  readonly line: Id<'line'>
  readonly product: Id<'product'>
  readonly shop: Id<'shop'>
  readonly at: Date
  readonly net: boolean
  /** What led to this purchase, when it was somebody else's purchase. */
  readonly parent: LineageEdge | null
  /** What grew from this purchase. */
  readonly grown: readonly Grown[]
}

/** Walks purchase → content → purchase. Null or empty where the log holds no edge; nothing is inferred from times or products. */
export interface LineageView {
  of(line: string): LineageNode | null
  /** Edges that a post or share has caused, in log order; refunded ones have `net: false`. */
  causedBy(content: string): readonly LineageEdge[]
  /** The chain from the first purchase to this one. A single node when nothing led here. */
  chain(line: string): readonly LineageNode[]
  /** Net purchases in each later generation: [children, grandchildren, …]. */
  generations(line: string): readonly number[]
}

interface Content {
  readonly kind: GrownKind
  readonly id: string
  readonly line: Line
  readonly at: number
  author: string | null
  /** First sight by each other person. Dropped (the count stays) when nothing can be begotten any more. */
  seen: Map<string, number> | null
  viewers: number
  readonly edges: Edge[]
}
interface Edge {
  readonly content: Content
  readonly to: Line
  readonly at: number
  readonly seenAt: number | null
}

/** What one event showed to a person: `author`'s content seen for the first time by somebody else. */
export interface FirstSight {
  readonly author: string
  readonly content: string
  readonly kind: GrownKind
  readonly day: number
  readonly ms: number
}

const maxDepth = 64

/** The edges, written when the events happen. Memory: one record per grown content, per edge, and per viewer for 180 days. */
export class Lineage implements LineageView {
  readonly #contents = new Map<string, Content>()
  readonly #grownFrom = new Map<Line, Content[]>()
  readonly #parents = new Map<Line, Edge>()
  readonly #facts: Facts
  constructor(facts: Facts) {
    this.#facts = facts
  }

  /** Order line → post, review or share: the line must be its author's own, net, ≤ 180 days old, and of a product that it shows. */
  grow(event: LoggedEvent, author: string): void {
    const kind =
      event.name === 'post.published'
        ? 'post'
        : event.name === 'share.created'
          ? 'share'
          : event.name === 'review.written'
            ? 'review'
            : null
    const line = this.#facts.lines.get(lineOf(event) ?? '')
    const at = event.at.getTime()
    if (kind === null || !line || this.#contents.has(event.subject.id) || !this.#facts.ownLine(line.id, author, at)) return
    if (event.name === 'post.published' && event.data.products.length > 0 && !event.data.products.includes(line.product)) return
    const content: Content = { kind, id: event.subject.id, line, at, author, seen: new Map(), viewers: 0, edges: [] }
    this.#contents.set(content.id, content)
    this.#grownFrom.set(line, [...(this.#grownFrom.get(line) ?? []), content])
  }

  /** The grown content that a source names: its post, else its share, else what the share is about. The most direct one only. */
  named(source: Source | null): Content | null {
    const about = source?.share ? this.#facts.shares.get(source.share) : undefined
    for (const id of [source?.post, source?.share, about?.id]) {
      const content = id === undefined ? undefined : this.#contents.get(id)
      if (content) return content
    }
    return null
  }

  /** True when this event was brought about by somebody else's purchase. */
  brought(event: LoggedEvent, person: string): boolean {
    if (event.name === 'share.opened') return this.#facts.who(event.data.sharer) !== person
    const content = this.#contents.get(event.subject.id) ?? this.named(event.source)
    return content !== null && content.author !== person
  }

  /** Notes a look at grown content and answers what was seen for the first time. */
  see(event: LoggedEvent, person: string): readonly FirstSight[] {
    const at = event.at.getTime()
    const about = event.name === 'share.opened' ? event.data.about.id : undefined
    const ids = new Set([event.subject.id, event.source?.post, event.source?.share, about])
    const first: FirstSight[] = []
    for (const id of ids) {
      const content = id === undefined ? undefined : this.#contents.get(id)
      if (!content?.seen || content.author === person || content.seen.has(person)) continue
      content.seen.set(person, at)
      content.viewers++
      if (content.viewers === 1 && content.author !== null)
        first.push({
          author: content.author,
          content: content.id,
          kind: content.kind,
          day: dayOf(at),
          ms: Math.max(0, at - content.at),
        })
    }
    return first
  }

  /** Content → order line of somebody else. One parent per line, so that nothing is credited twice. */
  buy(line: Line): void {
    const content = this.named(line.source)
    if (!content || content.author === line.buyer || this.#parents.has(line)) return
    const edge: Edge = { content, to: line, at: line.at, seenAt: (line.buyer !== null && content.seen?.get(line.buyer)) || null }
    content.edges.push(edge)
    this.#parents.set(line, edge)
  }

  merge(from: string, into: string): void {
    for (const c of this.#contents.values()) {
      if (c.author === from) c.author = into
      const seen = c.seen?.get(from)
      if (seen === undefined || !c.seen) continue
      c.seen.delete(from)
      if (c.seen.has(into) || c.author === into) c.viewers--
      if (c.author !== into) c.seen.set(into, Math.min(seen, c.seen.get(into) ?? seen))
    }
  }

  erase(person: string): void {
    for (const c of this.#contents.values()) {
      if (c.author === person) c.author = null
      c.seen?.delete(person)
    }
  }

  prune(before: number): void {
    for (const c of this.#contents.values()) if (c.at < before) c.seen = null
  }

  needs(line: Line): boolean {
    return this.#parents.has(line) || this.#grownFrom.has(line)
  }

  /** Grown content and net purchases by others, of the days `first`…`last`. */
  count(shop: string | null, first: number, last: number): { contents: number; orders: number } {
    const within = (at: number): boolean => dayOf(at) >= first && dayOf(at) <= last
    let contents = 0
    let orders = 0
    for (const c of this.#contents.values()) {
      if (within(c.at) && (shop === null || c.line.shop === shop)) contents++
      for (const e of c.edges) if (within(e.at) && this.#counts(e) && (shop === null || e.to.shop === shop)) orders++
    }
    return { contents, orders }
  }

  /** Net, and still of somebody else: after a merge the two may turn out to be one person. */
  #counts(edge: Edge): boolean {
    return edge.to.net && !this.#own(edge)
  }
  #own(edge: Edge): boolean {
    return edge.content.author !== null && edge.content.author === edge.to.buyer
  }

  of(id: string): LineageNode | null {
    const line = this.#facts.lines.get(id)
    return line ? this.#node(line) : null
  }

  #node(line: Line): LineageNode {
    const parent = this.#parents.get(line)
    return {
      line: line.id,
      product: line.product,
      shop: line.shop,
      at: new Date(line.at),
      net: line.net,
      parent: parent && !this.#own(parent) ? edgeView(parent) : null,
      grown: (this.#grownFrom.get(line) ?? []).map(c => ({
        kind: c.kind,
        id: c.id,
        line: line.id,
        at: new Date(c.at),
        viewers: c.viewers,
        orders: c.edges.filter(e => this.#counts(e)).map(e => e.to.id),
      })),
    }
  }

  causedBy(content: string): readonly LineageEdge[] {
    return (this.#contents.get(content)?.edges ?? []).filter(e => !this.#own(e)).map(edgeView)
  }

  chain(id: string): readonly LineageNode[] {
    const nodes: LineageNode[] = []
    let line = this.#facts.lines.get(id)
    while (line && nodes.length < maxDepth) {
      nodes.unshift(this.#node(line))
      const edge = this.#parents.get(line)
      line = edge && !this.#own(edge) ? edge.content.line : undefined
    }
    return nodes
  }

  generations(id: string): readonly number[] {
    const start = this.#facts.lines.get(id)
    const sizes: number[] = []
    let front = start ? [start] : []
    while (front.length > 0 && sizes.length < maxDepth) {
      front = front.flatMap(l => this.#grownFrom.get(l) ?? []).flatMap(c => c.edges.filter(e => this.#counts(e)).map(e => e.to))
      if (front.length > 0) sizes.push(front.length)
    }
    return sizes
  }
}

const edgeView = (e: Edge): LineageEdge => ({
  content: e.content.id,
  from: e.content.line.id,
  to: e.to.id,
  at: new Date(e.at),
  seenAt: e.seenAt === null ? null : new Date(e.seenAt),
  net: e.to.net,
})

/** Begetting ends this long before `at`. */
export const lineageStart = (at: number): number => at - lineageDays * dayMs
