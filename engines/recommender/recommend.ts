import { hash32 } from '#base/kernel'
import { Candidates, filterNames, from } from './candidates.ts'
import { lengths } from './config.ts'
import { Explorer } from './explore.ts'
import { kindPost, kindProduct } from './items.ts'
import { servedWidth } from './people.ts'
import { draws } from './random.ts'
import { Ranker } from './ranker.ts'
import { reasonsOf } from './reasons.ts'
import { type Placed, Selector } from './select.ts'
import { Sources } from './sources.ts'
import type { State } from './state.ts'
import { toldBy } from './told.ts'
import type { RecommendRequest, Slate, Slot, SourceName } from './types.ts'
import { tie, View } from './view.ts'
import { lift } from './weights.ts'

const longestPage = 100
/** Signals that are sources: of what ranked an item the strongest is said to have brought it. */
const telling = ['covisit', 'session', 'similar', 'trained', 'tag', 'author', 'followed'] as const
/** People who are not profiled are drawn the same for this long, unless they exclude what they had. */
export const sharedPageMs = 600_000
/** Candidates that `recent` looks for when the rules leave a slot empty. */
const widen = 64

/** Serves pages from a state without changing it. One page at a time: the scratch is shared. */
export class Server {
  readonly #state: State
  readonly view = new View()
  readonly candidates = new Candidates()
  readonly sources: Sources
  readonly ranker: Ranker
  readonly #explorer: Explorer
  readonly #selector: Selector
  readonly #buffer = new Int32Array(lengths.seen + lengths.served * servedWidth)

  constructor(state: State) {
    this.#state = state
    this.sources = new Sources(state, this.view, this.candidates)
    this.ranker = new Ranker(state, this.view, this.candidates)
    this.#explorer = new Explorer(state, this.candidates, this.ranker)
    this.#selector = new Selector(state, this.view, this.candidates)
  }

  recommend(request: RecommendRequest): Slate {
    const s = this.#state
    const now = Number.isFinite(request.now) ? request.now : s.now
    const n = Math.max(0, Math.min(longestPage, Math.floor(request.n) || 0))
    this.prepare(request, now)
    const following = request.scene === 'following'
    const selling = this.#sellingAllowed(n, request)
    const random = draws(s.seed, this.#drawKey(request, now))
    const drawn = following ? new Map() : this.#explorer.draw(n, selling, random)
    const protect = this.candidates.count
    if (following) this.sources.followed(lengths.makerNewest)
    else this.sources.all(now, request.lean)
    this.ranker.score(protect, n)
    const page = this.#selector.fill(n, selling, drawn, () => this.#more(following, n))
    if (page.length < n && this.view.profiled) this.#again(page, n, following)
    this.#selector.separate(page)
    return { slots: page.map(p => this.#slot(p)), removed: this.#removed() }
  }

  /** True when no filter keeps any of these items from this person now, the seen and the served aside. */
  mayShow(request: RecommendRequest, ids: readonly string[]): boolean {
    this.prepare(request, request.now)
    return ids.every(id => {
      const i = this.#state.items.ids.find(id)
      return i >= 0 && this.candidates.refusal(i) === 0
    })
  }

  /** Opens the scratch for a request. */
  prepare(request: RecommendRequest, now: number): void {
    this.view.open(this.#state, request)
    this.candidates.open(this.#state, this.view, request.scene === 'mall' ? kindProduct : kindPost)
    this.ranker.open(request, now)
  }

  #drawKey(request: RecommendRequest, now: number): string {
    if (!this.view.shared) return request.request
    const excluded = (request.exclude ?? []).reduce((h, id) => (h + hash32(id)) | 0, 0)
    return `${request.scene}|${request.n}|${request.language ?? ''}|${Math.floor(now / sharedPageMs)}|${excluded}`
  }

  /** Selling posts that the page may hold: one in eight, and no more than keeps the person's last slots within the share. */
  #sellingAllowed(n: number, request: RecommendRequest): number {
    if (request.scene !== 'for_you') return n
    const { commerceShare, commerceWindow } = this.#state.config
    return Math.max(0, Math.min(Math.ceil(n / 8), Math.floor(commerceShare * commerceWindow) - this.view.servedSelling))
  }

  #more(following: boolean, n: number): boolean {
    if (following) return false
    const start = this.candidates.count
    this.sources.recent(widen + n)
    for (let c = start; c < this.candidates.count; c++) this.candidates.score[c] = this.ranker.scoreOf(c)
    return this.candidates.count > start
  }

  /** Everything that may be shown was seen: the least recently seen comes again, what waits in the player last. */
  #again(page: Placed[], n: number, following: boolean): void {
    const { people } = this.#state
    const p = this.view.p
    const seen = people.seen.read(p, this.#buffer)
    const waiting = this.#buffer.subarray(seen)
    const served = people.served.read(p, waiting)
    const followed = (i: number): boolean => {
      const shop = this.#state.items.shop(i)
      const ties = this.view.makerFlag[this.#state.items.maker(i)]! | (shop >= 0 ? this.view.makerFlag[shop]! : 0)
      return (ties & tie.followed) !== 0
    }
    // Selling posts beyond their share come last of all.
    for (const strict of [true, false]) {
      let k = 0
      this.#selector.refill(page, n, () => {
        for (; k < seen + served; k++) {
          const i = k < seen ? this.#buffer[seen - 1 - k]! : waiting[(served - 1 - (k - seen)) * servedWidth]!
          if ((k < seen && this.#seenLater(i, seen - 1 - k)) || (following && !followed(i))) continue
          if (strict && !this.#selector.maySell(i)) continue
          const c = this.candidates.again(i)
          if (c < 0) continue
          this.candidates.score[c] = this.ranker.scoreOf(c)
          return c
        }
        return -1
      })
    }
  }

  /** True when the seen ring names the item again, more recently than at `k` (newest first). */
  #seenLater(i: number, k: number): boolean {
    for (let e = 0; e < k; e++) if (this.#buffer[e] === i) return true
    return false
  }

  #slot(placed: Placed): Slot {
    const { items, makers } = this.#state
    const { candidates: c, ranker } = this
    const i = c.item[placed.c]!
    const parts = ranker.partsOf(placed.c)
    let score = 0
    for (const name in parts) score += parts[name]!
    const said = toldBy(ranker.signals)
    const source = this.#sourceOf(placed)
    return {
      item: items.ids.name(i),
      kind: items.kind(i) === kindProduct ? 'product' : 'post',
      author: makers.name(items.maker(i)),
      shop: items.shop(i) < 0 ? null : makers.name(items.shop(i)),
      source,
      score,
      parts,
      propensity: placed.propensity,
      reasons: reasonsOf(this.#state, this, placed.c, source),
      ...(said && { signals: said }),
    }
  }

  /** What brought the item: the draw, or the strongest signal, or else where it was found. */
  #sourceOf(placed: Placed): SourceName {
    const bits = this.candidates.sources[placed.c]!
    if (bits & from.again) return 'again'
    if (placed.via !== 0) return placed.via === from.pool ? 'pool' : placed.via === from.stage ? 'stage' : 'random'
    this.ranker.sense(placed.c)
    const x = this.ranker.signals
    const by = telling.map(name => lift[name] * x[name])
    const top = Math.max(...by)
    if (top > 0.05) return telling[by.indexOf(top)]!
    return bits & from.trending ? 'trending' : bits & from.followed ? 'followed' : 'recent'
  }

  #removed(): Slate['removed'] {
    const counts = this.candidates.removed
    return Object.fromEntries(filterNames.map((name, k) => [name, counts[k + 1]!])) as Slate['removed']
  }
}
