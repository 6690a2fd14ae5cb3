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
import { candidateAt, denseAt, headCount, personAt, richCount, richOf } from './plan.ts'

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
const lifts = [lift.covisit, lift.tag, lift.author, lift.followed, lift.language] as const
const width = personAt.end + candidateAt.end

/** p̂ of every head by three experts, and their mix as each head has found them right. */
export class Experts {
  /** Of the last `item`. */
  readonly p = new Float64Array(headCount)
  /** By head × expert. */
  readonly said = new Float64Array(headCount * experts)
  readonly mixture = new Mixture(headCount, experts, (h, k) => k !== factors || richOf[h]! >= 0)
  readonly factors = new Factors()
  readonly #linear = new LogisticHeads(headCount, width, denseRate)
  readonly #x = new Float64Array(width)
  readonly #candidate = this.#x.subarray(personAt.end)
  readonly #own = new Float64Array(headCount)
  readonly #g = new Float64Array(richCount)

  constructor() {
    for (let h = 0; h < headCount; h++) {
      // The logistic heads start as what the counters say.
      const at = h * (width + 1) + personAt.end
      this.#linear.weights[at + candidateAt.odds + h] = 1
      lifts.forEach((w, k) => {
        this.#linear.weights[at + candidateAt.signals + k] = unwantedHead(h) ? w * lift.unwanted : w
      })
      const w = this.mixture.weights
      const all = startsWith.reduce((sum, x, k) => sum + (w[h * experts + k]! > 0 ? x : 0), 0)
      for (let k = 0; k < experts; k++) if (w[h * experts + k]! > 0) w[h * experts + k] = startsWith[k]! / all
    }
  }

  /** What all candidates of a request share. */
  person(e: Example): void {
    this.factors.person(e.ids)
    const x = this.#x
    for (let k = 0; k < personAt.end; k++) x[k] = e.dense[k]!
    const w = this.#linear.weights
    for (let h = 0; h < headCount; h++) {
      const at = h * (width + 1)
      this.#own[h] = dot(w, at, x, personAt.end) + w[at + width]! + e.dense[denseAt.platform + h]!
    }
  }

  /** p̂ of one candidate for a page, after `person`: experts that are hardly trusted are not asked. */
  predict(e: Example): void {
    this.#read(e)
    const x = this.#candidate
    const z = this.#affinity()
    const w = this.#linear.weights
    const trust = this.mixture.weights
    for (let h = 0; h < headCount; h++) {
      const odds = e.dense[denseAt.platform + h]! + x[candidateAt.odds + h]!
      const at = h * experts
      let sum = 0
      let of = 0
      if (trust[at + counters]! >= leastTrust) {
        of += trust[at + counters]!
        sum += trust[at + counters]! * sigmoid(odds + (unwantedHead(h) ? z * lift.unwanted : z))
      }
      if (trust[at + dense]! >= leastTrust) {
        of += trust[at + dense]!
        sum +=
          trust[at + dense]! * sigmoid(clampLogit(this.#own[h]! + dot(w, h * (width + 1) + personAt.end, x, candidateAt.end)))
      }
      if (trust[at + factors]! >= leastTrust) {
        of += trust[at + factors]!
        sum += trust[at + factors]! * sigmoid(clampLogit(odds + this.factors.scores[richOf[h]!]!))
      }
      this.p[h] = sum / of
    }
  }

  #read(e: Example): void {
    this.factors.item(e.ids)
    const x = this.#candidate
    const from = denseAt.candidate
    for (let k = 0; k < candidateAt.stored; k++) x[k] = e.dense[from + k]!
    for (let r = 0; r < richCount; r++) x[candidateAt.scores + r] = this.factors.scores[r]!
    for (let k = 0; k < dims; k++) x[candidateAt.latent + k] = this.factors.interactions[k]!
  }

  #affinity(): number {
    let z = 0
    for (let k = 0; k < lifts.length; k++) z += lifts[k]! * this.#candidate[candidateAt.signals + k]!
    return z
  }

  /** What every expert says of one sight, and their mix, after `person`. */
  item(e: Example): void {
    this.#read(e)
    const x = this.#candidate
    const z = this.#affinity()
    const { said, p } = this
    const w = this.#linear.weights
    for (let h = 0; h < headCount; h++) {
      const odds = e.dense[denseAt.platform + h]! + x[candidateAt.odds + h]!
      const at = h * experts
      said[at + counters] = sigmoid(odds + (unwantedHead(h) ? z * lift.unwanted : z))
      said[at + dense] = sigmoid(clampLogit(this.#own[h]! + dot(w, h * (width + 1) + personAt.end, x, candidateAt.end)))
      const r = richOf[h]!
      if (r >= 0) said[at + factors] = sigmoid(clampLogit(odds + this.factors.scores[r]!))
      p[h] = this.mixture.mix(h, said)
    }
  }

  /** One step after `person` and `item` of the same example. Bits by action: which labels are known, and which of them happened. */
  learn(e: Example, known: number, happened: number): void {
    this.#g.fill(0)
    for (let h = 0; h < headCount; h++) {
      const bit = 2 << h
      if ((known & bit) === 0) continue
      const y = happened & bit ? 1 : 0
      this.mixture.learn(h, this.said, y)
      this.#linear.step(h, this.#x, this.said[h * experts + dense]! - y)
      const r = richOf[h]!
      if (r >= 0) this.#g[r] = this.said[h * experts + factors]! - y
    }
    this.factors.step(e.ids, this.#g)
  }

  #memory(): readonly Memory[] {
    return [...this.#linear.memory(), ...this.mixture.memory()]
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
