import type { Keeper } from '../keeper.ts'
import { dot } from '../rank/dot.ts'
import { clampLogit, LogisticHeads, sigmoid } from '../rank/logistic.ts'
import { Mixture } from '../rank/mixture.ts'
import { dims } from '../rank/pairwise.ts'
import type { Memory } from '../rank/types.ts'
import { unwantedHead } from '../value.ts'
import { lift } from '../weights.ts'
import type { Example } from './example.ts'
import { Factors } from './factors.ts'
import { candidateAt, denseAt, fewAt, headCount, keptSignals, personAt, richCount, richOf } from './plan.ts'

/** The experts of the mixture: the counters moved by the affinity, logistic heads over dense inputs, the factorisation machine. */
export const expertNames = ['counters', 'dense', 'factors'] as const
const counters = 0
const dense = 1
const factors = 2
const experts = expertNames.length
/** Trust at the start: the counters decide until the others prove better. */
const startsWith = [0.9, 0.05, 0.05] as const
const denseRate = 0.02
/** An expert with less of the mix is not asked for a page. */
const leastTrust = 0.03
const lifts = keptSignals.map(name => lift[name])
/** The person's inputs, and what the factors say of the person alone. */
const personWidth = personAt.end + richCount
const width = personWidth + candidateAt.end
const few = fewAt.end

/**
 * Log-odds of the platform (19 in 20) above which a head is left to the counters: where nearly every sight ends the same way, what is learned of
 * it tells no two items apart, and pages would be ordered by its noise.
 */
const settled = 3

/** p̂ of every head by three experts, and their mix as each head has found them right. */
export class Experts {
  /** Of the last `item` or `predict`. */
  readonly p = new Float64Array(headCount)
  /** By head × expert. */
  readonly said = new Float64Array(headCount * experts)
  readonly mixture = new Mixture(headCount, experts, (h, k) => k !== factors || richOf[h]! >= 0)
  readonly factors = new Factors()
  /** Rich heads read everything, by their place among the rich; the others a few inputs. */
  readonly #rich = new LogisticHeads(richCount, width, denseRate)
  readonly #seldom = new LogisticHeads(headCount, few, denseRate)
  readonly #x = new Float64Array(width)
  readonly #candidate = this.#x.subarray(personWidth)
  readonly #few = new Float64Array(few)
  readonly #fewCandidate = this.#few.subarray(fewAt.person)
  /** What the person's half adds to the dense score of each head: all candidates of a request share it. */
  readonly own = new Float64Array(headCount)
  readonly #g = new Float64Array(richCount)

  constructor() {
    const w = this.mixture.weights
    for (let h = 0; h < headCount; h++) {
      // The logistic heads start as what the counters say.
      const r = richOf[h]!
      const heads = r >= 0 ? this.#rich.weights : this.#seldom.weights
      const at = r >= 0 ? r * (width + 1) + personWidth : h * (few + 1)
      heads[at + (r >= 0 ? candidateAt.odds + h : fewAt.odds)] = 1
      const signals = at + (r >= 0 ? candidateAt.signals : fewAt.person)
      for (const [k, by] of lifts.entries()) heads[signals + k] = unwantedHead(h) ? by * lift.unwanted : by
      const all = startsWith.reduce((sum, x, k) => sum + (w[h * experts + k]! > 0 ? x : 0), 0)
      for (let k = 0; k < experts; k++) if (w[h * experts + k]! > 0) w[h * experts + k] = startsWith[k]! / all
    }
  }

  /** What all candidates of a request share. */
  person(e: Example): void {
    this.factors.person(e.ids)
    const x = this.#x
    for (let k = 0; k < personAt.end; k++) x[k] = e.dense[k]!
    for (let r = 0; r < richCount; r++) x[personAt.end + r] = this.factors.ownScores[r]!
    for (let k = 0; k < fewAt.person; k++) this.#few[k] = x[personAt.known + k]!
    for (let h = 0; h < headCount; h++) {
      const r = richOf[h]!
      const heads = r >= 0 ? this.#rich : this.#seldom
      const at = (r >= 0 ? r : h) * (heads.width + 1)
      const own = r >= 0 ? dot(heads.weights, at, x, personWidth) : dot(heads.weights, at, this.#few, fewAt.person)
      this.own[h] = own + heads.weights[at + heads.width]! + e.dense[denseAt.platform + h]!
    }
  }

  /** p̂ of one candidate for a page, after `person`; `rates` are the counters' by action. Experts that are hardly trusted are not asked. */
  predict(e: Example, rates: Float64Array): void {
    this.#read(e)
    const trust = this.mixture.weights
    const { scores } = this.factors
    for (let h = 0; h < headCount; h++) {
      const at = h * experts
      if (e.dense[denseAt.platform + h]! > settled) {
        this.p[h] = rates[h + 1]!
        continue
      }
      let of = trust[at + counters]!
      let sum = of * rates[h + 1]!
      const byDense = trust[at + dense]!
      if (byDense >= leastTrust) {
        of += byDense
        sum += byDense * this.#dense(h)
      }
      const byFactors = trust[at + factors]!
      if (byFactors >= leastTrust) {
        of += byFactors
        sum += byFactors * sigmoid(this.#oddsOf(e, h) + scores[richOf[h]!]!)
      }
      this.p[h] = sum / of
    }
  }

  #read(e: Example): void {
    this.factors.item(e.ids)
    const x = this.#candidate
    // Without the person's half, which is an input of its own: what is left tells candidates apart.
    const { scores, ownScores, interactions, own } = this.factors
    for (let k = 0; k < candidateAt.stored; k++) x[k] = e.dense[denseAt.candidate + k]!
    for (let r = 0; r < richCount; r++) x[candidateAt.scores + r] = scores[r]! - ownScores[r]!
    for (let k = 0; k < dims; k++) x[candidateAt.latent + k] = interactions[k]! - own[k]!
    for (let k = 0; k < fewAt.candidate; k++) this.#fewCandidate[k] = x[candidateAt.signals + k]!
  }

  #oddsOf(e: Example, h: number): number {
    return e.dense[denseAt.platform + h]! + this.#candidate[candidateAt.odds + h]!
  }

  #dense(h: number): number {
    const r = richOf[h]!
    if (r >= 0) {
      const from = r * (width + 1) + personWidth
      return sigmoid(clampLogit(this.own[h]! + dot(this.#rich.weights, from, this.#candidate, candidateAt.end)))
    }
    const x = this.#fewCandidate
    x[fewAt.candidate] = this.#candidate[candidateAt.odds + h]!
    const from = h * (few + 1) + fewAt.person
    return sigmoid(clampLogit(this.own[h]! + dot(this.#seldom.weights, from, x, fewAt.candidate + 1)))
  }

  /** What every expert says of one sight, and their mix, after `person`. */
  item(e: Example): void {
    this.#read(e)
    let z = 0
    for (let k = 0; k < lifts.length; k++) z += lifts[k]! * this.#candidate[candidateAt.signals + k]!
    const { said, p } = this
    for (let h = 0; h < headCount; h++) {
      const odds = this.#oddsOf(e, h)
      const at = h * experts
      said[at + counters] = sigmoid(odds + (unwantedHead(h) ? z * lift.unwanted : z))
      said[at + dense] = this.#dense(h)
      const r = richOf[h]!
      if (r >= 0) said[at + factors] = sigmoid(clampLogit(odds + this.factors.scores[r]!))
      p[h] = e.dense[denseAt.platform + h]! > settled ? said[at + counters]! : this.mixture.mix(h, said)
    }
  }

  /** One step after `person` and `item` of the same example. Bits by action: which labels are known, and which of them happened. */
  learn(e: Example, known: number, happened: number): void {
    this.#g.fill(0)
    for (let h = 0; h < headCount; h++) {
      const bit = 2 << h
      if ((known & bit) === 0 || e.dense[denseAt.platform + h]! > settled) continue
      const y = happened & bit ? 1 : 0
      this.mixture.learn(h, this.said, y)
      const g = this.said[h * experts + dense]! - y
      const r = richOf[h]!
      if (r >= 0) {
        this.#rich.step(r, this.#x, g)
        this.#g[r] = this.said[h * experts + factors]! - y
      } else {
        this.#fewCandidate[fewAt.candidate] = this.#candidate[candidateAt.odds + h]!
        this.#seldom.step(h, this.#few, g)
      }
    }
    this.factors.step(e.ids, this.#g)
  }

  #memory(): readonly Memory[] {
    return [...this.#rich.memory(), ...this.#seldom.memory(), ...this.mixture.memory()]
  }

  /** Both ways; see `Keeper`. */
  keep(k: Keeper): void {
    this.factors.keep(k)
    for (const m of this.#memory()) m.set(k.column(m))
  }

  memory(): readonly Memory[] {
    return [...this.factors.memory(), ...this.#memory()]
  }
}
