import type { LoggedEvent } from '#base/catalogue'

/** One post or product as the log tells it. */
export interface Known {
  readonly id: string
  readonly kind: 'post' | 'product'
  readonly author: string
  readonly shop: string | null
  readonly products: readonly string[]
  readonly tags: readonly string[]
  readonly selling: boolean
  removed: boolean
  moderated: boolean
  out: boolean
  /** Views that count against the guaranteed ones. */
  impressions: number
  /** Slots that it was served in. */
  served: number
}
/** What was refused, when, and whether it still says something of the person's taste. */
interface Refusal {
  readonly at: number
  reported: boolean
  notInterested: boolean
  forgotten: boolean
}
interface Someone {
  /** Every sight, oldest first. */
  sights: string[]
  served: { id: string; at: number }[]
  readonly declined: Map<string, Refusal>
  readonly follows: Set<string>
  readonly blocks: Set<string>
  paused: boolean
}
export interface Asked {
  readonly person: string
  readonly profiling: boolean
  readonly following: boolean
  readonly exclude: readonly string[]
  readonly now: number
}

const sameSight = 64
const pendingMs = 30 * 60_000
/** Seconds, as the engine keeps times. */
const second = (ms: number): number => Math.floor(ms / 1000)

/**
 * What may be shown to whom, from the log alone and in the plainest way: maps and sets, no index, no decay, nothing shared with the engine.
 * The engine's slates are checked against it. For tests only.
 */
export class Oracle {
  readonly items = new Map<string, Known>()
  readonly #people = new Map<string, Someone>()
  readonly #aliases = new Map<string, string>()
  readonly #hiddenMakers = new Set<string>()
  readonly erased = new Set<string>()

  person(id: string): Someone {
    const name = this.#aliases.get(id) ?? id
    let known = this.#people.get(name)
    if (!known) {
      known = { sights: [], served: [], declined: new Map(), follows: new Set(), blocks: new Set(), paused: false }
      this.#people.set(name, known)
    }
    return known
  }

  /** The newest `window` slots that were served to this person. */
  lastServed(id: string, window: number): Known[] {
    return this.person(id)
      .served.slice(-window)
      .map(s => this.items.get(s.id)!)
  }

  profiled(asked: Asked): boolean {
    return asked.profiling && !this.person(asked.person).paused
  }

  /** Why this must not be on the page, '' when it may. `seen` is said apart: a seen item may come again when nothing else is left. */
  refusal(asked: Asked, item: Known): string {
    const { author, shop, id } = item
    const who = this.person(asked.person)
    const makers = shop === null ? [author] : [author, shop]
    if (item.removed || item.moderated || makers.some(m => this.#hiddenMakers.has(m))) return 'removed'
    if (who.declined.has(id)) return 'not_interested'
    if (asked.exclude.includes(id)) return 'excluded'
    if (makers.some(m => who.blocks.has(m))) return 'blocked'
    if (asked.following && !makers.some(m => who.follows.has(m))) return 'not_followed'
    if (this.#soldOut(item)) return 'out_of_stock'
    if (!this.profiled(asked)) return ''
    if (author === (this.#aliases.get(asked.person) ?? asked.person)) return 'own'
    const refused = (maker: string): number =>
      [...who.declined].filter(([d, r]) => !r.forgotten && this.items.get(d)?.author === maker).length
    return makers.some(m => refused(m) >= 2) ? 'not_interested' : ''
  }

  /** Seen, or served a moment ago and still waiting in the player. */
  seen(asked: Asked, item: Known, window: number): boolean {
    if (!this.profiled(asked)) return false
    const who = this.person(asked.person)
    const since = second(asked.now - pendingMs)
    return who.sights.includes(item.id) || who.served.slice(-window).some(s => s.id === item.id && s.at >= since)
  }

  #soldOut(item: Known): boolean {
    if (item.kind === 'product') return item.out
    if (!item.selling || item.products.length === 0) return false
    const products = item.products.map(p => this.items.get(p)!)
    return products.every(p => p.out || p.removed || p.moderated)
  }

  learn(e: LoggedEvent): void {
    this.#facts(e)
    this.#deeds(e)
    this.#identity(e)
  }

  #facts(e: LoggedEvent): void {
    const known = this.items.get(e.subject.id)
    const fresh = { removed: false, moderated: false, out: false, impressions: 0, served: 0 }
    if (e.name === 'post.published') {
      const { author, shop, products, tags, disclosure } = e.data
      const selling = disclosure === 'own_product' || disclosure === 'paid'
      this.items.set(e.subject.id, { id: e.subject.id, kind: 'post', author, shop, products, tags, selling, ...fresh })
    } else if (e.name === 'product.published') {
      const { shop, tags } = e.data
      if (known) known.removed = false
      else
        this.items.set(e.subject.id, {
          id: e.subject.id,
          kind: 'product',
          author: shop,
          shop,
          products: [],
          tags,
          selling: false,
          ...fresh,
        })
    } else if (e.name === 'post.removed' || e.name === 'product.removed') known!.removed = true
    else if (e.name === 'post.restored') known!.removed = false
    else if (e.name === 'stock.depleted' || e.name === 'stock.restocked') known!.out = e.name === 'stock.depleted'
    else if (e.name === 'subject.removed' || e.name === 'subject.restored') {
      const removed = e.name === 'subject.removed'
      if (known) known.moderated = removed
      else if (removed) this.#hiddenMakers.add(e.subject.id)
      else this.#hiddenMakers.delete(e.subject.id)
    }
  }

  #deeds(e: LoggedEvent): void {
    if (e.name === 'feed.served') for (const slot of e.data.slots) this.items.get(slot.id)!.served++
    if (e.person === null) return
    const who = this.person(e.person)
    const { id } = e.subject
    if (e.name === 'post.not_interested' || e.name === 'report.filed') this.#decline(who, e)
    else if (e.name === 'post.not_interested_undone') {
      const said = who.declined.get(id)
      if (said?.reported) said.notInterested = false
      else who.declined.delete(id)
    } else if (e.name === 'person.taste_forgotten') {
      const { tag } = e.data
      for (const [item, said] of who.declined) said.forgotten ||= tag === null || (this.items.get(item)?.tags ?? []).includes(tag)
    } else if (e.name === 'person.blocked') who.blocks.add(id)
    else if (e.name === 'person.unblocked') who.blocks.delete(id)
    else if (e.name === 'person.followed') who.follows.add(id)
    else if (e.name === 'person.unfollowed') who.follows.delete(id)
    else if (e.name === 'person.personalisation_set') who.paused = !e.data.on
    else if (e.name === 'post.viewed' || (e.name === 'post.impression' && !who.paused)) this.#see(who, e, e.data.ms)
    else if (e.name === 'feed.served' && e.data.profiled && !who.paused)
      for (const slot of e.data.slots) who.served.push({ id: slot.id, at: second(e.at.getTime()) })
  }

  #decline(who: Someone, e: LoggedEvent): void {
    // The engine keeps the time of a refusal to eight seconds.
    const at = second(e.at.getTime()) & ~7
    const said = who.declined.get(e.subject.id) ?? { at, reported: false, notInterested: false, forgotten: false }
    if (e.name === 'report.filed') said.reported = true
    else said.notInterested = true
    said.forgotten = false
    who.declined.set(e.subject.id, said)
  }

  #see(who: Someone, e: LoggedEvent, ms: number): void {
    const item = this.items.get(e.subject.id)!
    if (!who.paused) {
      if (who.sights.slice(-sameSight).includes(item.id)) return
      who.sights.push(item.id)
    }
    if (ms >= 2000 && e.person !== item.author) item.impressions++
  }

  #identity(e: LoggedEvent): void {
    if (e.name === 'person.erased') {
      const name = this.#aliases.get(e.subject.id) ?? e.subject.id
      for (const [from, into] of this.#aliases) if (into === name) this.#aliases.delete(from)
      this.#people.delete(name)
      this.#hiddenMakers.add(e.subject.id)
      this.erased.add(e.subject.id)
    } else if (e.name === 'person.merged') {
      const from = this.#aliases.get(e.data.from) ?? e.data.from
      const into = this.#aliases.get(e.subject.id) ?? e.subject.id
      if (from === into) return
      const [a, b] = [this.person(from), this.person(into)]
      b.sights = [...b.sights, ...a.sights]
      b.served = [...b.served, ...a.served].sort((x, y) => x.at - y.at)
      for (const key of ['follows', 'blocks'] as const) for (const id of a[key]) b[key].add(id)
      for (const [id, one] of a.declined) {
        const other = b.declined.get(id)
        const newer = other && other.at > one.at ? other : one
        const reported = one.reported || other?.reported === true
        const notInterested = one.notInterested || other?.notInterested === true
        b.declined.set(id, { at: newer.at, forgotten: newer.forgotten, reported, notInterested })
      }
      b.paused ||= a.paused
      this.#people.delete(from)
      for (const [alias, to] of this.#aliases) if (to === from) this.#aliases.set(alias, into)
      this.#aliases.set(from, into)
    }
  }
}
