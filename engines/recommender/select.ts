import { type Candidates, candidateLimit, F, from } from './candidates.ts'
import type { Drawn } from './explore.ts'
import { flag, maxTags } from './items.ts'
import { nthLargest } from './nth.ts'
import type { State } from './state.ts'
import type { View } from './view.ts'
import { diversity as d } from './weights.ts'

const shortList = 150

/** What a page may not hold; given up from the last to the first when a slot would stay empty. */
const rule = { commerce: 1, twin: 2, adjacent: 4, cap: 8, taste: 16 } as const
const relaxing = [31, 15, 7, 3, 1, 0] as const

export interface Placed {
  readonly c: number
  readonly propensity: number
  /** Bit of the source that the slot was drawn from, 0: ranked. */
  readonly via: number
  /** The slot takes part in a draw, whether or not it was drawn: it keeps its place. */
  readonly fixed: boolean
}

/** Greedy maximal marginal relevance over the short list, around the slots that were drawn before. Scratch, reused. */
export class Selector {
  readonly #state: State
  readonly #view: View
  readonly #c: Candidates
  #list = new Int32Array(1024)
  #count = 0
  readonly #merit = new Float32Array(candidateLimit)
  readonly #sorted = new Float32Array(candidateLimit)
  #pageTags = new Uint8Array(16)
  readonly #tagged: number[] = []
  /** How often each tag is on the page. */
  readonly #tagCount = new Map<number, number>()
  readonly #refused = new Uint8Array(candidateLimit)
  readonly #placed: (Placed | null)[] = []
  #used = new Set<number>()
  #n = 0
  #selling = 0

  constructor(state: State, view: View, candidates: Candidates) {
    this.#state = state
    this.#view = view
    this.#c = candidates
  }

  /** Fills the page; `more` is asked once for further scored candidates, when the rules leave a slot empty. */
  fill(n: number, selling: number, drawn: ReadonlyMap<number, Drawn>, more: () => boolean): Placed[] {
    this.#n = n
    this.#selling = selling
    this.#used = new Set()
    this.#placed.length = 0
    for (const tag of this.#tagged) this.#pageTags[tag] = 0
    this.#tagged.length = 0
    this.#tagCount.clear()
    this.#refused.fill(0)
    this.#short(shortList)
    for (let k = 0; k < n; k++) {
      const at = drawn.get(k)
      this.#placed.push(at && at.c >= 0 ? { c: at.c, propensity: at.propensity, via: at.via, fixed: true } : null)
      if (at && at.c >= 0) this.#take(at.c)
    }
    let widened = false
    for (let k = 0; k < n; k++) {
      if (this.#placed[k]) continue
      let c = this.#best(k, relaxing[0])
      if (c < 0 && !widened) {
        widened = true
        more()
        this.#short(Number.POSITIVE_INFINITY)
        c = this.#best(k, relaxing[0])
      }
      for (let r = 1; c < 0 && r < relaxing.length; r++) c = this.#best(k, relaxing[r]!)
      if (c < 0) break
      this.#placed[k] = { c, propensity: drawn.get(k)?.propensity ?? 1, via: 0, fixed: drawn.has(k) }
      this.#take(c)
    }
    return this.#placed.filter(p => p !== null)
  }

  /** Puts least-recently seen items behind the page; `next` names them in that order. */
  refill(page: Placed[], n: number, next: () => number): void {
    while (page.length < n) {
      const c = next()
      if (c < 0) return
      page.push({ c, propensity: 1, via: 0, fixed: false })
      if (this.#state.items.has(this.#c.item[c]!, flag.selling)) this.#selling--
    }
  }

  /** False for a selling post when the page has had its share of them. */
  maySell(i: number): boolean {
    return this.#selling > 0 || !this.#state.items.has(i, flag.selling)
  }

  /** Exchanges slots that were not drawn until no two neighbours share an author, where that is possible. */
  separate(page: Placed[]): void {
    const maker = (k: number): number => (k < 0 ? this.#view.lastMaker : k < page.length ? this.#makerOf(page[k]!.c) : -1)
    const clash = (k: number): boolean =>
      (maker(k) >= 0 && maker(k) === maker(k - 1)) || (maker(k) >= 0 && maker(k) === maker(k + 1))
    for (let k = 0; k < page.length; k++) {
      if (!clash(k) || page[k]!.fixed) continue
      for (let j = 0; j < page.length; j++) {
        if (j === k || page[j]!.fixed) continue
        const [a, b] = [page[k]!, page[j]!]
        page[k] = b
        page[j] = a
        if (!clash(k) && !clash(j)) break
        page[k] = a
        page[j] = b
      }
    }
  }

  /** The best-scored candidates into the list, and the merit of each: its score between the list's worst and best, less fatigue. */
  #short(limit: number): void {
    const c = this.#c
    const all = c.count
    let least = Number.NEGATIVE_INFINITY
    if (all > limit) {
      this.#sorted.set(c.score.subarray(0, all))
      least = nthLargest(this.#sorted, all, limit)
    }
    if (this.#list.length < all) this.#list = new Int32Array(all * 2)
    this.#count = 0
    let low = Number.POSITIVE_INFINITY
    let high = Number.NEGATIVE_INFINITY
    for (let k = 0; k < all; k++) {
      const score = c.score[k]!
      if (score < least || c.sources[k]! & from.again) continue
      this.#list[this.#count++] = k
      if (score < low) low = score
      if (score > high) high = score
    }
    const by = high > low ? 1 / (high - low) : 0
    for (let e = 0; e < this.#count; e++) {
      const k = this.#list[e]!
      this.#merit[k] = (c.score[k]! - low) * by - this.#fatigue(c.item[k]!) - this.#dislike(c.item[k]!)
    }
    // A wider list starts over: the page so far counts again.
    const before = [...this.#used]
    for (const k of before) this.#penalise(k)
  }

  #fatigue(i: number): number {
    if (!this.#view.profiled || this.#view.servedCount === 0) return 0
    const { items } = this.#state
    const { servedMaker, servedCategory, servedFormat } = this.#view
    const shop = items.shop(i)
    const category = items.category(i)
    return (
      d.fatigueAuthor * Math.min(5, servedMaker.values[items.maker(i)]!) +
      (shop >= 0 ? d.fatigueShop * Math.min(5, servedMaker.values[shop]!) : 0) +
      (category >= 0 ? d.fatigueCategory * servedCategory.values[category]! : 0) +
      d.fatigueFormat * servedFormat[items.format(i)]!
    )
  }

  /** Variety is among what a person may want: it must not bring up again what they turned away from. */
  #dislike(i: number): number {
    if (!this.#view.profiled) return 0
    const { items } = this.#state
    let sum = 0
    let t = 0
    for (; t < maxTags; t++) {
      const tag = items.tag(i, t)
      if (tag < 0) break
      sum += this.#view.tags.values[tag]!
    }
    return sum < 0 ? (-d.dislike * sum) / Math.sqrt(t) : 0
  }

  #makerOf(c: number): number {
    return this.#state.items.maker(this.#c.item[c]!)
  }

  #take(c: number): void {
    this.#used.add(c)
    const i = this.#c.item[c]!
    if (this.#state.items.has(i, flag.selling)) this.#selling--
    for (let t = 0; t < maxTags; t++) {
      const tag = this.#state.items.tag(i, t)
      if (tag < 0) break
      this.#tagCount.set(tag, (this.#tagCount.get(tag) ?? 0) + 1)
    }
    this.#penalise(c)
  }

  /** Everything in the list that resembles a placed item loses merit. */
  #penalise(placed: number): void {
    const { items } = this.#state
    const j = this.#c.item[placed]!
    this.#pageTags =
      this.#pageTags.length < this.#state.tags.length ? new Uint8Array(this.#state.tags.length * 2) : this.#pageTags
    for (const tag of this.#tagged) this.#pageTags[tag] = 0
    this.#tagged.length = 0
    for (let t = 0; t < maxTags; t++) {
      const tag = items.tag(j, t)
      if (tag < 0) break
      this.#pageTags[tag] = 1
      this.#tagged.push(tag)
    }
    const long = 8 / Math.max(8, this.#n)
    for (let e = 0; e < this.#count; e++) {
      const k = this.#list[e]!
      const i = this.#c.item[k]!
      let less = items.maker(i) === items.maker(j) ? d.author : 0
      if (items.shop(i) >= 0 && items.shop(i) === items.shop(j)) less += d.shop
      if (items.category(i) >= 0 && items.category(i) === items.category(j)) less += d.category * long
      if (items.format(i) === items.format(j)) less += d.format * long
      let shared = 0
      let t = 0
      for (; t < maxTags; t++) {
        const tag = items.tag(i, t)
        if (tag < 0) break
        shared += this.#pageTags[tag]!
      }
      if (shared > 0) less += (d.tag * long * shared) / t
      this.#merit[k]! -= less
    }
  }

  /** The candidate of most merit that keeps the rules; better ones that do not are counted once, under the rule. */
  #best(slot: number, rules: number): number {
    let best = -1
    for (let e = 0; e < this.#count; e++) {
      const k = this.#list[e]!
      if ((best >= 0 && this.#merit[k]! <= this.#merit[best]!) || this.#used.has(k)) continue
      if (rules === 0 || this.#keeps(slot, k, rules)) best = k
    }
    return best
  }

  #keeps(slot: number, c: number, rules: number): boolean {
    const { items } = this.#state
    const i = this.#c.item[c]!
    if (rules & rule.commerce && !this.maySell(i)) return this.#refuse(c, F.commerce)
    if (rules & rule.taste && this.#isFull(i)) return false
    if (rules & rule.adjacent && this.#beside(slot, items.maker(i))) return false
    let ofAuthor = 0
    for (const other of this.#used) {
      const j = this.#c.item[other]!
      if (items.maker(j) === items.maker(i)) ofAuthor++
      if (rules & rule.twin && items.twin(i) !== 0 && items.twin(j) === items.twin(i)) return this.#refuse(c, F.duplicate)
    }
    if (rules & rule.cap && ofAuthor >= this.#state.config.authorsPerPage) return this.#refuse(c, F.author_cap)
    return true
  }

  /** One of the item's tags has had its share of the page. A tag that half of all items have is no taste. */
  #isFull(i: number): boolean {
    const { items, tagItems } = this.#state
    for (let t = 0; t < maxTags; t++) {
      const tag = items.tag(i, t)
      if (tag < 0) return false
      if ((this.#tagCount.get(tag) ?? 0) >= Math.ceil(d.tasteShare * this.#n) && tagItems[tag]! * 2 < items.length) return true
    }
    return false
  }

  #beside(slot: number, maker: number): boolean {
    const before = slot === 0 ? this.#view.lastMaker : this.#placed[slot - 1] ? this.#makerOf(this.#placed[slot - 1]!.c) : -1
    const after = this.#placed[slot + 1] ? this.#makerOf(this.#placed[slot + 1]!.c) : -1
    return maker === before || maker === after
  }

  #refuse(c: number, why: number): false {
    if (!this.#refused[c]) this.#c.removed[why]!++
    this.#refused[c] = 1
    return false
  }
}
