import { actionCount } from './actions.ts'
import { type Candidates, candidateLimit } from './candidates.ts'
import { languageCode, maxTags } from './items.ts'
import { nthLargest } from './nth.ts'
import type { State } from './state.ts'
import type { RecommendRequest } from './types.ts'
import { affinity, applyAffinity, baseRates, platformRates, type Signals, value, valueParts, weightVector } from './value.ts'
import { tie, type View } from './view.ts'
import type { ValueWeights } from './weights.ts'

/** Candidates that are scored in full; the rest is cut by affinity and the base value of its last event. */
const scored = 160
/** How much a unit of affinity is worth against a unit of base value, for that cut. */
const affinityWorth = 0.4
/** Co-visitation that counts as half of the most there can be. */
const halfCovisit = 0.6
/** Share of like sessions that counts as half of the most there can be. */
const halfSession = 0.05

/** Scores candidates for one request. Scratch, reused. */
export class Ranker {
  readonly #state: State
  readonly #view: View
  readonly #c: Candidates
  readonly #rates = new Float64Array(actionCount)
  readonly #cut = new Float32Array(candidateLimit)
  readonly #sorted = new Float32Array(candidateLimit)
  readonly #platform = new Float64Array(actionCount)
  readonly signals: Signals = { covisit: 0, session: 0, similar: 0, tag: 0, author: 0, followed: 0, language: 0 }
  #weights!: ValueWeights
  #vector!: Float64Array
  #now = 0
  #language = 0

  constructor(state: State, view: View, candidates: Candidates) {
    this.#state = state
    this.#view = view
    this.#c = candidates
  }

  open(request: RecommendRequest, now: number): void {
    this.#now = now
    const { weights, weightVector: vector } = this.#state
    this.#weights = request.weights ? { ...weights, ...request.weights } : weights
    this.#vector = request.weights ? weightVector(this.#weights) : vector
    this.#language = languageCode(request.language)
    platformRates(this.#state, this.#c.kind, now, this.#platform)
  }

  /** Fills `signals` for a candidate. Words are read of few: without `exact`, only those count through which it was found. */
  sense(c: number, exact = true): void {
    const { items } = this.#state
    const { signals: x } = this
    const i = this.#c.item[c]!
    const language = items.language(i)
    x.language = this.#language > 0 && language > 0 && language !== this.#language ? 1 : 0
    x.covisit = x.session = x.similar = x.tag = x.author = x.followed = 0
    if (!this.#view.profiled) return
    const weight = this.#c.covisit[c]!
    x.covisit = weight / (weight + halfCovisit)
    const share = this.#c.session[c]!
    x.session = share / (share + halfSession)
    if (exact && !this.#c.matched[c]) this.#match(c, i)
    x.similar = this.#c.similar[c]!
    x.tag = this.tagSignal(i)
    const maker = items.maker(i)
    x.author = this.#view.makers.values[maker]!
    const shop = items.shop(i)
    const ties = this.#view.makerFlag[maker]! | (shop >= 0 ? this.#view.makerFlag[shop]! : 0)
    x.followed = ties & tie.followed ? 1 : 0
  }

  #match(c: number, i: number): void {
    this.#c.matched[c] = 1
    this.#c.similar[c] = this.#state.words.match(i, this.#view.words.values)
  }

  tagSignal(i: number): number {
    const { items } = this.#state
    let sum = 0
    let k = 0
    for (; k < maxTags; k++) {
      const tag = items.tag(i, k)
      if (tag < 0) break
      sum += this.#view.tags.values[tag]!
    }
    return k === 0 ? 0 : Math.max(-1, Math.min(1, sum / Math.sqrt(k)))
  }

  /** Scores all candidates; of those from `start` on, when they are too many, the least promising are dropped first. */
  score(start: number): void {
    const c = this.#c
    if (c.count - start > scored) this.#prune(start)
    for (let k = 0; k < c.count; k++) c.score[k] = this.scoreOf(k)
  }

  scoreOf(c: number): number {
    this.sense(c)
    const i = this.#c.item[c]!
    baseRates(this.#state, i, this.#now, this.#platform, this.#rates)
    const z = affinity(this.signals)
    if (z !== 0) applyAffinity(this.#rates, z)
    return value(this.#vector, this.#rates, this.#now - this.#state.items.created(i))
  }

  partsOf(c: number): Record<string, number> {
    this.scoreOf(c)
    return valueParts(this.#weights, this.#rates, this.#now - this.#state.items.created(this.#c.item[c]!))
  }

  #prune(start: number): void {
    const c = this.#c
    const cut = this.#cut
    const n = c.count - start
    const { items } = this.#state
    for (let k = 0; k < n; k++) {
      this.sense(start + k, false)
      cut[k] = items.quality(c.item[start + k]!) + affinityWorth * affinity(this.signals)
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
