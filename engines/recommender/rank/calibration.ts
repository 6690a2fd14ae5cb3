import { clampLogit, logit, sigmoid } from './logistic.ts'
import { type Memory, type Remembering, scenes } from './types.ts'

/** AdaGrad starts as if it had seen this much: a scene with few rows keeps a = 1, b = 0. */
const patience = 50
const rate = 0.05
/** Rows that the drift figure looks back on. */
const window = 5_000

/** Platt per head and scene, p′ = σ(a·logit p + b), learned as it goes; and how far the predictions of late are from what happened. */
export class Calibration implements Remembering {
  readonly #weights: Float64Array
  readonly #sums: Float64Array
  /** By head: decayed Σ(y - p), Σ p(1 - p). */
  readonly #drift: Float64Array

  constructor(heads: number) {
    this.#weights = new Float64Array(heads * scenes * 2)
    for (let k = 0; k < this.#weights.length; k += 2) this.#weights[k] = 1
    this.#sums = new Float64Array(heads * scenes * 2).fill(patience)
    this.#drift = new Float64Array(heads * 2)
  }

  apply(head: number, scene: number, p: number): number {
    const at = (head * scenes + scene) * 2
    return sigmoid(clampLogit(this.#weights[at]! * clampLogit(logit(p)) + this.#weights[at + 1]!))
  }

  /** `mixed` before, `p` after `apply`. */
  learn(head: number, scene: number, said: { readonly mixed: number; readonly p: number }, y: number): void {
    const at = (head * scenes + scene) * 2
    const { p } = said
    const g = p - y
    this.#step(at, g * clampLogit(logit(said.mixed)))
    this.#step(at + 1, g)
    const d = this.#drift
    const keep = 1 - 1 / window
    d[head * 2] = d[head * 2]! * keep - g
    d[head * 2 + 1] = d[head * 2 + 1]! * keep + p * (1 - p)
  }

  #step(at: number, g: number): void {
    this.#sums[at]! += g * g
    this.#weights[at]! -= (rate * g) / Math.sqrt(this.#sums[at]!)
  }

  /** Standard errors between what was predicted of late and what happened: beyond ± 4 the head has drifted. */
  drift(head: number): number {
    const variance = this.#drift[head * 2 + 1]!
    // Decayed sums with keep k have the variance of their squares, k²: half the window.
    return variance > 1 ? this.#drift[head * 2]! / Math.sqrt(variance / 2) : 0
  }

  memory(): readonly Memory[] {
    return [this.#weights, this.#sums, this.#drift]
  }
}
