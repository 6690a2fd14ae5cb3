import { type Candidates, from } from './candidates.ts'
import { lengths } from './config.ts'
import { kindPost, maxProducts } from './items.ts'
import { Sparse } from './sparse.ts'
import type { State } from './state.ts'
import type { SourceName } from './types.ts'
import type { View } from './view.ts'

/** How much each source may name. */
const limits = {
  covisited: 250,
  tags: 8,
  tagNewest: 16,
  authors: 6,
  authorNewest: 16,
  followed: 64,
  followedNewest: 8,
  session: 100,
  words: 12,
  wordNewest: 32,
  similar: 80,
  links: 12,
  linkedPosts: 6,
} as const
/** Weight of a neighbour that stands for another: the product of a neighbouring post, a post that shows a neighbouring product. */
const standIn = 0.5
/** Weight of "shows the very product", in units of co-visitation. */
const linkWeight = 0.6

/** Sources that a busy host goes without. */
const dearest = new Set<SourceName>(['session', 'similar', 'trained'])

/** Names the candidates of a request. One instance serves all requests; it keeps nothing between them. */
export class Sources {
  readonly #state: State
  readonly #view: View
  readonly #c: Candidates
  readonly #words = new Int32Array(limits.words)
  readonly #keys = new Int32Array(16)
  readonly #buffer = new Int32Array(lengths.links)
  readonly #links = new Int32Array(lengths.showing)
  #seed = -1
  readonly #sums = new Sparse()
  #seedOf = new Int32Array(16)
  /** Not marked as seen or refused, unless it is a candidate all the same. */
  readonly #fits = (i: number): boolean => this.#view.markOf(i) === 0 || this.#c.named(i)

  constructor(state: State, view: View, candidates: Candidates) {
    this.#state = state
    this.#view = view
    this.#c = candidates
  }

  /** Everything but the following scene; when it must be `lean`, without the dearest. */
  all(now: number, lean = false): void {
    this.signals(now, lean)
    if (this.#view.profiled) {
      if (this.#on('similar', lean)) this.similar()
      if (this.#on('tag', lean)) this.tags()
      if (this.#on('author', lean)) this.authors()
      if (this.#on('followed', lean)) this.followed(limits.followedNewest)
    }
    if (this.#on('trending', lean)) this.trending()
  }

  /** The sources that not only name an item but say how it goes with what the person wanted: items that are judged alone need them too. */
  signals(now: number, lean = false): void {
    if (!this.#view.profiled) return
    if (this.#on('covisit', lean)) {
      this.covisited(now)
      this.linked()
    }
    if (this.#on('session', lean)) this.session()
    if (this.#on('trained', lean)) this.trained()
  }

  #on(name: SourceName, lean: boolean): boolean {
    return !this.#state.config.sourcesOff.includes(name) && !(lean && dearest.has(name))
  }

  /** What people went on to want in sessions like the person's last one. */
  session(): void {
    const { items, people } = this.#state
    const view = this.#view
    if (view.sessionSeeds === 0) return
    const sums = this.#sums
    sums.reset(items.length)
    if (this.#seedOf.length < items.length) this.#seedOf = new Int32Array(items.capacity)
    people.sessions.vote(view.seeds, view.sessionSeeds, view.p, sums, this.#seedOf)
    const least = sums.least(limits.session)
    for (let k = 0; k < sums.count; k++) {
      const j = sums.touched[k]!
      const share = sums.values[j]!
      if (share < least) continue
      const c = this.#c.touch(j, from.session)
      if (c < 0) continue
      this.#c.session[c] = share
      this.#c.sessionSeed[c] = this.#seedOf[j]!
    }
  }

  /**
   * Neighbours of the last wanted items, and of the products that the newest of them show. All are summed up first, then the best are
   * named: the filters and the other signals are asked for these only.
   */
  covisited(now: number): void {
    const { items, covisitation } = this.#state
    const sums = this.#sums
    sums.reset(items.length)
    if (this.#seedOf.length < items.length) this.#seedOf = new Int32Array(items.capacity)
    const scale = covisitation.peekScale(now)
    for (let k = 0; k < this.#view.seedCount; k++) {
      const i = this.#view.seeds[k]!
      const strength = this.#view.seedStrength[k]!
      covisitation.spread(i, scale, strength, sums, this.#seedOf)
      if (k >= limits.links || items.kind(i) !== kindPost) continue
      for (let q = 0; q < 2; q++) {
        const product = items.products[i * maxProducts + q]!
        if (product < 0) break
        covisitation.spread(product, scale, strength * standIn, sums, this.#seedOf)
      }
    }
    const least = sums.weigh(covisitation.targetNorm, limits.covisited)
    const { weighed } = sums
    for (let k = 0; k < sums.count; k++) if (weighed[k]! >= least) this.#near(sums.touched[k]!, weighed[k]!)
  }

  /** The newest items with the most telling words of what the person wanted lately, the likest first: so a new post is found by its text. */
  similar(): void {
    const { items, words } = this.#state
    const profile = this.#view.words
    const asked = profile.top(limits.words, this.#words)
    if (asked === 0) return
    const sums = this.#sums
    sums.reset(items.length)
    for (let k = 0; k < asked; k++) {
      const n = words.newest(this.#words[k]!, this.#c.kind, this.#buffer, limits.wordNewest)
      const by = profile.values[this.#words[k]!]!
      for (let e = 0; e < n; e++) {
        const j = this.#buffer[e]!
        sums.add(j, by * words.norm(j))
      }
    }
    const least = sums.least(limits.similar)
    for (let k = 0; k < sums.count; k++) {
      const j = sums.touched[k]!
      if (sums.values[j]! < least) continue
      const c = this.#c.touch(j, from.similar)
      if (c >= 0) this.#c.similar[c] = sums.values[j]!
    }
  }

  /** What the trained model expects to be wanted after what the person wanted lately. */
  trained(): void {
    const { trained } = this.#state
    const n = trained.ask(this.#view.seeds, this.#view.seedCount, this.#c.kind, this.#fits)
    for (let k = 0; k < n; k++) {
      const c = this.#c.touch(trained.found[k]!, from.trained)
      if (c >= 0) this.#c.trained[c] = trained.shares[k]!
    }
  }

  /** Posts that show the product a person wanted, or saw in a post that they wanted; in the mall the products themselves. */
  linked(): void {
    const { items } = this.#state
    for (let k = 0; k < Math.min(limits.links, this.#view.seedCount); k++) {
      const i = (this.#seed = this.#view.seeds[k]!)
      const weight = this.#view.seedStrength[k]! * linkWeight
      if (items.kind(i) !== kindPost) {
        this.#posts(i, weight)
        continue
      }
      for (let q = 0; q < maxProducts; q++) {
        const product = items.products[i * maxProducts + q]!
        if (product < 0) break
        this.#credit(product, weight, from.link)
        this.#posts(product, weight)
      }
    }
  }

  tags(): void {
    const { tagNewest, hotTag } = this.#state
    const n = this.#view.tags.top(limits.tags, this.#keys)
    for (let k = 0; k < n; k++) {
      const key = this.#keys[k]! * 2 + this.#c.kind
      const list = hotTag.list(key)
      for (let e = 0; e < hotTag.length(key); e++) this.#c.touch(list[e]!, from.tag)
      const newest = tagNewest.read(key, this.#buffer, limits.tagNewest)
      for (let e = 0; e < newest; e++) this.#c.touch(this.#buffer[e]!, from.tag)
    }
  }

  authors(): void {
    const n = this.#view.makers.top(limits.authors, this.#keys)
    for (let k = 0; k < n; k++) this.#newestOf(this.#keys[k]!, limits.authorNewest, from.author)
  }

  /** Newest items of followed authors; `each` of them at most. */
  followed(each: number): void {
    const n = Math.min(each > limits.followedNewest ? lengths.links : limits.followed, this.#view.followCount)
    for (let k = 0; k < n; k++) this.#newestOf(this.#view.follows[k]!, each, from.followed)
  }

  trending(): void {
    const { hotKind } = this.#state
    const list = hotKind.list(this.#c.kind)
    for (let e = 0; e < hotKind.length(this.#c.kind); e++) this.#c.touch(list[e]!, from.trending)
  }

  /** The newest items there are, until `wanted` more candidates were found: nobody sees an item twice while there are others. */
  recent(wanted: number): void {
    const { length } = this.#state.items
    const enough = this.#c.count + wanted
    for (let i = length - 1; i >= 0 && this.#c.count < enough; i--) if (!this.#c.named(i)) this.#c.touch(i, from.recent)
  }

  #newestOf(maker: number, limit: number, source: number): void {
    const n = this.#state.makerNewest.read(maker * 2 + this.#c.kind, this.#buffer, limit)
    for (let e = 0; e < n; e++) this.#c.touch(this.#buffer[e]!, source)
  }

  #near(j: number, add: number): void {
    const { items } = this.#state
    this.#seed = this.#seedOf[j]!
    if (items.kind(j) === this.#c.kind) this.#credit(j, add, from.covisit)
    else if (this.#c.kind === kindPost) this.#posts(j, add * standIn)
    else
      for (let q = 0; q < maxProducts; q++) {
        const product = items.products[j * maxProducts + q]!
        if (product < 0) break
        this.#credit(product, add * standIn, from.covisit)
      }
  }

  #posts(product: number, weight: number): void {
    if (this.#c.kind !== kindPost) {
      this.#credit(product, weight, from.link)
      return
    }
    const n = this.#state.showing.read(product, this.#links, limits.linkedPosts)
    for (let e = 0; e < n; e++) this.#credit(this.#links[e]!, weight, from.link)
  }

  #credit(i: number, weight: number, source: number): void {
    const c = this.#c.touch(i, source)
    if (c < 0) return
    this.#c.covisit[c]! += weight
    if (weight > this.#c.seedWeight[c]!) {
      this.#c.seedWeight[c] = weight
      this.#c.seed[c] = this.#seed
    }
  }
}
