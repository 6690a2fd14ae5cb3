import { actionCount } from './actions.ts'
import { type Candidates, candidateLimit } from './candidates.ts'
import { languageCode } from './items.ts'
import { Example } from './learned/example.ts'
import { halfCovisit, linkOf } from './link.ts'
import { nthLargest } from './nth.ts'
import type { State } from './state.ts'
import type { RecommendRequest } from './types.ts'
import { affinity, applyAffinity, baseRates, platformRates, type Signals, value, valueParts, weightVector } from './value.ts'
import { tie, type View } from './view.ts'
import type { ValueWeights } from './weights.ts'

/** Candidates that are scored in full; the rest is cut by affinity and the base value of its last event. */
const scored = 120
/** How much a unit of affinity is worth against a unit of base value, for that cut. */
const affinityWorth = 0.4
/** Share of like sessions that counts as half of the most there can be. */
const halfSession = 0.05
/** Share of what the trained model expects that counts as half of the most there can be. */
const halfTrained = 0.05
/** Candidates, at least, that the learned heads judge: the best by the counters. */
const leastLearned = 32
/** Candidates whose counters' rates are kept from the first scoring to the second. */
const keptBases = 256

/** Scores candidates for one request. Scratch, reused. */
export class Ranker {
  readonly #state: State
  readonly view: View
  readonly #c: Candidates
  readonly #rates = new Float64Array(actionCount)
  readonly #cut = new Float32Array(candidateLimit)
  readonly #sorted = new Float32Array(candidateLimit)
  readonly #platform = new Float64Array(actionCount)
  readonly signals: Signals = { covisit: 0, session: 0, similar: 0, trained: 0, tag: 0, author: 0, followed: 0, language: 0 }
  #weights!: ValueWeights
  #vector!: Float64Array
  #now = 0
  readonly #base = new Float64Array(actionCount)
  readonly #bases = new Float64Array(keptBases * actionCount)
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
    const { weights, weightVector: vector } = this.#state
    this.#weights = request.weights ? { ...weights, ...request.weights } : weights
    this.#vector = request.weights ? weightVector(this.#weights) : vector
    this.#language = languageCode(request.language)
    platformRates(this.#state, this.#c.kind, now, this.#platform)
    const { learned } = this.#state
    this.#learned = learned.enabled
    if (!learned.enabled) return
    const p = this.view.profiled ? this.view.p : -1
    this.#example.base(this.#platform)
    this.#example.person(this.#state, { p, scene: learned.sceneFor(request.scene), now }, -1)
    learned.experts.person(this.#example)
  }

  /** Fills `signals` for a candidate. Words are read of few: without `exact`, only those count through which it was found. */
  sense(c: number, exact = true): void {
    const { items } = this.#state
    const { signals: x } = this
    const i = this.#c.item[c]!
    const language = items.language(i)
    x.language = this.#language > 0 && language > 0 && language !== this.#language ? 1 : 0
    x.covisit = x.session = x.similar = x.trained = x.tag = x.author = x.followed = 0
    if (!this.view.profiled) return
    const weight = this.#c.covisit[c]!
    x.covisit = weight / (weight + halfCovisit)
    const share = this.#c.session[c]!
    x.session = share / (share + halfSession)
    const expected = this.#c.trained[c]!
    x.trained = expected / (expected + halfTrained)
    if (exact && !this.#c.matched[c]) this.#match(c, i)
    x.similar = this.#c.similar[c]!
    linkOf(this.#state, this.view, i, x)
    const maker = items.maker(i)
    const shop = items.shop(i)
    const ties = this.view.makerFlag[maker]! | (shop >= 0 ? this.view.makerFlag[shop]! : 0)
    x.followed = ties & tie.followed ? 1 : 0
  }

  #match(c: number, i: number): void {
    this.#c.matched[c] = 1
    this.#c.similar[c] = this.#state.words.match(i, this.view.words.values)
  }

  /** Scores all candidates; of those from `start` on, when they are too many, the least promising are dropped first. `n`: slots to fill. */
  score(start: number, n: number): void {
    const c = this.#c
    if (c.count - start > scored) this.#prune(start)
    for (let k = 0; k < c.count; k++) {
      this.#count(k)
      c.score[k] = this.#value(k)
      if (this.#learned && k < keptBases) for (let a = 0; a < actionCount; a++) this.#bases[k * actionCount + a] = this.#base[a]!
    }
    if (this.#learned) this.#again(Math.max(leastLearned, 3 * n))
  }

  /** The learned heads judge the best by the counters; the others keep their order behind them. */
  #again(wanted: number): void {
    const { score, count } = this.#c
    this.#sorted.set(score.subarray(0, count))
    const least = count > wanted ? nthLargest(this.#sorted, count, wanted) : Number.NEGATIVE_INFINITY
    let lowest = Number.POSITIVE_INFINITY
    let highest = Number.NEGATIVE_INFINITY
    for (let k = 0; k < count; k++) {
      if (score[k]! < least) highest = Math.max(highest, score[k]!)
      else {
        this.#recall(k)
        this.#learn(k)
        this.#cut[k] = this.#value(k)
        lowest = Math.min(lowest, this.#cut[k]!)
      }
    }
    const by = Math.min(0, lowest - highest)
    for (let k = 0; k < count; k++) score[k] = score[k]! < least ? score[k]! + by : this.#cut[k]!
  }

  /** What `#count` found when all were scored. */
  #recall(c: number): void {
    if (c >= keptBases) this.#count(c)
    else {
      this.sense(c)
      for (let a = 0; a < actionCount; a++) this.#rates[a] = this.#base[a] = this.#bases[c * actionCount + a]!
      const z = affinity(this.signals)
      if (z !== 0) applyAffinity(this.#rates, z)
    }
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
    return value(this.#vector, this.#rates, this.#now - this.#state.items.created(this.#c.item[c]!))
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
