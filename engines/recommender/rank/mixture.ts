import type { Memory, Remembering } from './types.ts'

/**
 * Mixes the probabilities of experts, head by head, by exponentiated gradient (Kivinen & Warmuth 1997): p = Σ w·p_k,
 * w_k ← w_k·exp(η(g_k - 1)) with g_k = p_k(y) / p(y), at least `floor`/experts, normalised. Each head finds its own expert.
 */
export class Mixture implements Remembering {
  readonly experts: number
  readonly weights: Float64Array
  readonly #rate: number
  readonly #floor: number

  /** `has(head, expert)`: does the expert answer for this head? */
  constructor(heads: number, experts: number, has: (head: number, expert: number) => boolean, rate = 0.05, floor = 0.01) {
    this.experts = experts
    this.#rate = rate
    this.#floor = floor / experts
    this.weights = new Float64Array(heads * experts)
    for (let h = 0; h < heads; h++) for (let k = 0; k < experts; k++) this.weights[h * experts + k] = has(h, k) ? 1 : 0
    for (let h = 0; h < heads; h++) this.#normalise(h * experts)
  }

  /** `p` by head × expert. */
  mix(head: number, p: Float64Array): number {
    const base = head * this.experts
    let sum = 0
    for (let k = 0; k < this.experts; k++) sum += this.weights[base + k]! * p[base + k]!
    return sum
  }

  learn(head: number, p: Float64Array, y: number): void {
    const base = head * this.experts
    const w = this.weights
    const q = this.mix(head, p)
    const up = y / Math.max(1e-9, q)
    const down = (1 - y) / Math.max(1e-9, 1 - q)
    for (let k = base; k < base + this.experts; k++) {
      if (w[k] === 0) continue
      const gain = up * p[k]! + down * (1 - p[k]!)
      w[k] = Math.max(this.#floor, w[k]! * Math.exp(this.#rate * (Math.min(gain, 20) - 1)))
    }
    this.#normalise(base)
  }

  #normalise(base: number): void {
    let sum = 0
    for (let k = base; k < base + this.experts; k++) sum += this.weights[k]!
    if (sum > 0) for (let k = base; k < base + this.experts; k++) this.weights[k]! /= sum
  }

  memory(): readonly Memory[] {
    return [this.weights]
  }
}
