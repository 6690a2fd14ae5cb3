import { grown } from './interner.ts'
import type { State } from './state.ts'
import type { FilterName } from './types.ts'
import { mark, tie, type View } from './view.ts'

export const filterNames: readonly FilterName[] = [
  'seen',
  'removed',
  'blocked',
  'not_interested',
  'out_of_stock',
  'excluded',
  'own',
  'commerce',
  'duplicate',
  'author_cap',
]
/** 1 + index of a filter; 0 passes. */
export const F = Object.freeze(Object.fromEntries(filterNames.map((name, k) => [name, k + 1]))) as {
  readonly [K in FilterName]: number
}

/** Bits of `sources`. */
export const from = {
  covisit: 1,
  tag: 2,
  author: 4,
  followed: 8,
  trending: 16,
  pool: 32,
  random: 64,
  recent: 128,
  again: 256,
  link: 512,
  session: 1024,
  similar: 2048,
  trained: 4096,
  stage: 8192,
} as const

export const candidateLimit = 16_384

/** The candidates of one request in parallel arrays; reused from request to request. An item is judged by the filters once, when it is first named. */
export class Candidates {
  count = 0
  readonly item = new Int32Array(candidateLimit)
  readonly sources = new Int32Array(candidateLimit)
  /** Sum of co-visitation weights, and the seed that gave the most. */
  readonly covisit = new Float32Array(candidateLimit)
  readonly seed = new Int32Array(candidateLimit)
  readonly seedWeight = new Float32Array(candidateLimit)
  /** What like sessions went on to, as a share, and the item through which it was found. */
  readonly session = new Float32Array(candidateLimit)
  readonly sessionSeed = new Int32Array(candidateLimit)
  /** Cosine with the words of what the person wanted lately; until `matched`, of the words through which it was found. */
  readonly similar = new Float32Array(candidateLimit)
  readonly matched = new Uint8Array(candidateLimit)
  /** Share of what the trained model expects to be wanted next. */
  readonly trained = new Float32Array(candidateLimit)
  /** Cosine with what the trained model asks for, when `matched`. */
  readonly fit = new Float32Array(candidateLimit)
  readonly score = new Float32Array(candidateLimit)
  readonly removed = new Int32Array(filterNames.length + 1)
  kind = 0
  #generation = 0
  #stamp = new Int32Array(16)
  #slot = new Int32Array(16)
  #state!: State
  #view!: View

  open(state: State, view: View, kind: number): void {
    this.#state = state
    this.#view = view
    this.kind = kind
    this.count = 0
    this.removed.fill(0)
    this.#generation = this.#generation >= 2_000_000_000 ? 1 : this.#generation + 1
    if (this.#generation === 1) this.#stamp.fill(0)
    this.#stamp = grown(this.#stamp, state.items.length)
    this.#slot = grown(this.#slot, state.items.length)
  }

  /** Index of the item among the candidates, -1 when a filter keeps it away (counted once) or there are too many. */
  touch(i: number, source: number): number {
    if (this.#stamp[i] === this.#generation) {
      const known = this.#slot[i]!
      if (known >= 0) this.sources[known]! |= source
      return known
    }
    this.#stamp[i] = this.#generation
    const why = this.#state.items.kind(i) === this.kind ? this.judge(i) : -1
    if (why !== 0 || this.count === candidateLimit) {
      if (why > 0) this.removed[why]!++
      this.#slot[i] = -1
      return -1
    }
    return this.#add(i, source)
  }

  /** True when the item was named in this request, kept or not. */
  named(i: number): boolean {
    return this.#stamp[i] === this.#generation
  }

  /** Takes an item in whatever the filters say. */
  admit(i: number): number {
    this.#stamp[i] = this.#generation
    return this.#add(i, 0)
  }

  /** Moves a candidate to an earlier place, over one that is not wanted. */
  move(c: number, to: number): void {
    if (c === to) return
    this.#slot[this.item[to]!] = -1
    const i = (this.item[to] = this.item[c]!)
    this.#slot[i] = to
    this.sources[to] = this.sources[c]!
    this.covisit[to] = this.covisit[c]!
    this.seed[to] = this.seed[c]!
    this.seedWeight[to] = this.seedWeight[c]!
    this.session[to] = this.session[c]!
    this.similar[to] = this.similar[c]!
    this.matched[to] = this.matched[c]!
    this.trained[to] = this.trained[c]!
    this.fit[to] = this.fit[c]!
    this.sessionSeed[to] = this.sessionSeed[c]!
  }

  /** Forgets the candidates from `count` on, though they stay named. */
  cut(count: number): void {
    for (let c = count; c < this.count; c++) if (this.#slot[this.item[c]!]! >= count) this.#slot[this.item[c]!] = -1
    this.count = count
  }

  /** A second chance for an item that was only kept away because it was seen. */
  again(i: number): number {
    if (this.#state.items.kind(i) !== this.kind || this.refusal(i) !== 0) return -1
    if (this.#stamp[i] === this.#generation && this.#slot[i]! >= 0) return -1
    if (this.count === candidateLimit) return -1
    this.#stamp[i] = this.#generation
    return this.#add(i, from.again)
  }

  #add(i: number, source: number): number {
    const c = this.count++
    this.#slot[i] = c
    this.item[c] = i
    this.sources[c] = source
    this.covisit[c] = this.seedWeight[c] = this.session[c] = 0
    this.similar[c] = this.matched[c] = this.trained[c] = this.fit[c] = 0
    this.seed[c] = this.sessionSeed[c] = -1
    return c
  }

  /** The filter that keeps this item away, 0 for none. */
  judge(i: number): number {
    const m = this.#view.markOf(i)
    if (m === mark.seen || m === mark.pending) return F.seen
    return this.refusal(i)
  }

  /** As `judge`, but seen items pass. */
  refusal(i: number): number {
    const { items, makerHidden } = this.#state
    const view = this.#view
    if (!items.shown(i)) return F.removed
    const maker = items.maker(i)
    const shop = items.shop(i)
    if (makerHidden[maker] !== 0 || (shop >= 0 && makerHidden[shop] !== 0)) return F.removed
    const m = view.markOf(i)
    if (m === mark.declined) return F.not_interested
    if (m === mark.excluded) return F.excluded
    const ties = view.makerFlag[maker]! | (shop >= 0 ? view.makerFlag[shop]! : 0)
    if (ties & tie.blocked) return F.blocked
    if (ties & tie.declined) return F.not_interested
    if (maker === view.self) return F.own
    return items.soldOut(i) ? F.out_of_stock : 0
  }
}
