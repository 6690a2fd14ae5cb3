import { actionCount } from './actions.ts'
import { type Candidates, candidateLimit } from './candidates.ts'
import { languageCode } from './items.ts'
import { Example } from './learned/example.ts'
import { halfCovisit, linkOf } from './link.ts'
import { nthLargest } from './nth.ts'
import type { State } from './state.ts'
import type { RecommendRequest } from './types.ts'
import {
  affinity,
  applyAffinity,
  baseRates,
  type Merits,
  meritsOf,
  platformRates,
  type Signals,
  value,
  valueParts,
  weightVector,
} from './value.ts'
import { tie, type View } from './view.ts'
import type { ValueWeights } from './weights.ts'

/** Candidates that are scored in full, at least and for each slot; the rest is cut by affinity and the base value of its last event. */
const leastScored = 40
const scoredASlot = 2
/** How much a unit of affinity is worth against a unit of base value, for that cut. */
const affinityWorth = 0.4
/** What a millisecond of age takes in it: 0.002 a week, so that of equals the newer stays. */
const ageCost = 3.3e-12
/** Share of like sessions that counts as half of the most there can be. */
const halfSession = 0.05
/** Share of what the trained model expects that counts as half of the most there can be. */
const halfTrained = 0.05

/** Scores candidates for one request. Scratch, reused. */
export class Ranker {
  readonly #state: State
  readonly view: View
  readonly #c: Candidates
  readonly #rates = new Float64Array(actionCount)
  readonly #cut = new Float32Array(candidateLimit)
  readonly #sorted = new Float32Array(candidateLimit)
  readonly #platform = new Float64Array(actionCount)
  readonly signals: Signals = {
    covisit: 0,
    session: 0,
    similar: 0,
    trained: 0,
    fit: 0,
    tag: 0,
    author: 0,
    followed: 0,
    language: 0,
  }
  #weights!: ValueWeights
  #vector!: Float64Array
  readonly #merits: Merits = { age: 0, quantile: 0, gain: 0 }
  #now = 0
  readonly #base = new Float64Array(actionCount)
  readonly #example = new Example()
  #learned = false
  #language = 0

  constructor(state: State, view: View, candidates: Candidates) {
    this.#state = state
    this.view = view
    this.#c = candidates
  }

  open(request: RecommendRequest, now: number): void {
    this.#now = now
    const { tables, vectors } = this.#state
    this.#weights = request.weights ? { ...tables[request.scene], ...request.weights } : tables[request.scene]
    this.#vector = request.weights ? weightVector(this.#weights) : vectors[request.scene]
    this.#language = languageCode(request.language)
    platformRates(this.#state, this.#c.kind, now, this.#platform)
    const { learned, trained } = this.#state
    trained.close()
    this.#learned = learned.enabled && !request.lean
    if (!this.#learned) return
    const p = this.view.profiled ? this.view.p : -1
    this.#example.base(this.#platform)
    this.#example.person(this.#state, { p, scene: learned.sceneFor(request.scene), now }, -1)
    learned.experts.person(this.#example)
  }

  /** Fills `signals` for a candidate. Words and vectors are read of few: without `exact`, only those count through which it was found. */
  sense(c: number, exact = true): void {
    const { items } = this.#state
    const { signals: x } = this
    const i = this.#c.item[c]!
    const language = items.language(i)
    x.language = this.#language > 0 && language > 0 && language !== this.#language ? 1 : 0
    x.covisit = x.session = x.similar = x.trained = x.fit = x.tag = x.author = x.followed = 0
    if (!this.view.profiled) return
    const weight = this.#c.covisit[c]!
    x.covisit = weight / (weight + halfCovisit)
    const share = this.#c.session[c]!
    x.session = share / (share + halfSession)
    const expected = this.#c.trained[c]!
    x.trained = expected / (expected + halfTrained)
    if (exact && !this.#c.matched[c]) this.#match(c, i)
    x.similar = this.#c.similar[c]!
    x.fit = this.#c.fit[c]!
    linkOf(this.#state, this.view, i, x)
    const maker = items.maker(i)
    const shop = items.shop(i)
    const ties = this.view.makerFlag[maker]! | (shop >= 0 ? this.view.makerFlag[shop]! : 0)
    x.followed = ties & tie.followed ? 1 : 0
  }

  #match(c: number, i: number): void {
    this.#c.matched[c] = 1
    this.#c.similar[c] = this.#state.words.match(i, this.view.words.values)
    this.#c.fit[c] = this.#state.trained.fit(i)
  }

  /** Scores candidates; of those from `start` on, when they are too many for the `n` slots to fill, the least promising are dropped first. */
  score(start: number, n: number): void {
    const c = this.#c
    const scored = Math.max(leastScored, scoredASlot * n)
    if (c.count - start > scored) this.#prune(start, scored)
    for (let k = 0; k < c.count; k++) c.score[k] = this.scoreOf(k)
  }

  /** V of a candidate by all that is known of its heads. */
  scoreOf(c: number): number {
    this.#count(c)
    if (this.#learned) this.#learn(c)
    return this.#value(c)
  }

  /** p̂ by the counters, moved by the affinity. */
  #count(c: number): void {
    this.sense(c)
    baseRates(this.#state, this.#c.item[c]!, this.#now, this.#platform, this.#rates)
    if (this.#learned) for (let a = 0; a < actionCount; a++) this.#base[a] = this.#rates[a]!
    const z = affinity(this.signals)
    if (z !== 0) applyAffinity(this.#rates, z)
  }

  /** p̂ by the mix of the counters and the learned heads, after `#count`. */
  #learn(c: number): void {
    const { experts } = this.#state.learned
    this.#example.item(this.#state, this.#c.item[c]!, this.#now, this.#base, this.signals)
    experts.predict(this.#example, this.#rates)
    for (let a = 1; a < actionCount; a++) this.#rates[a] = experts.p[a - 1]!
  }

  #value(c: number): number {
    meritsOf(this.#state, this.#c.item[c]!, this.#now, this.#merits)
    return value(this.#vector, this.#rates, this.#merits)
  }

  partsOf(c: number): Record<string, number> {
    this.scoreOf(c)
    return valueParts(this.#weights, this.#rates, this.#merits)
  }

  #prune(start: number, scored: number): void {
    const c = this.#c
    const cut = this.#cut
    const n = c.count - start
    const { items } = this.#state
    for (let k = 0; k < n; k++) {
      this.sense(start + k, false)
      const i = c.item[start + k]!
      cut[k] = items.quality(i) + affinityWorth * affinity(this.signals) - ageCost * (this.#now - items.created(i))
    }
    this.#sorted.set(cut.subarray(0, n))
    const least = nthLargest(this.#sorted, n, scored)
    let kept = start
    for (let k = 0; k < n && kept < start + scored; k++) {
      if (cut[k]! < least) continue
      c.move(start + k, kept++)
    }
    c.cut(kept)
  }
}
