import { dot } from './dot.ts'
import type { Memory, Remembering } from './types.ts'

export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z))
export const logit = (p: number): number => Math.log(p / (1 - p))
export const clampLogit = (z: number): number => Math.max(-16, Math.min(16, z))

/**
 * Logistic heads over one dense input, by AdaGrad (Duchi et al. 2011): w ← w - η g x / √(1 + Σ (g x)²), g = p - y. Rows of weights stand by head;
 * the last weight of a row is the bias.
 */
export class LogisticHeads implements Remembering {
  readonly heads: number
  readonly width: number
  readonly weights: Float64Array
  readonly #sums: Float64Array
  readonly #rate: number

  constructor(heads: number, width: number, rate: number) {
    this.heads = heads
    this.width = width
    this.#rate = rate
    this.weights = new Float64Array(heads * (width + 1))
    this.#sums = new Float64Array(heads * (width + 1)).fill(1)
  }

  /** Σ w·x + bias of one head. */
  score(head: number, x: Float64Array): number {
    const { weights: w, width } = this
    const base = head * (width + 1)
    return dot(w, base, x, width) + w[base + width]!
  }

  /** One step against the gradient g = p - y of the head. */
  step(head: number, x: Float64Array, g: number): void {
    const { weights: w, width } = this
    const sums = this.#sums
    const rate = this.#rate
    const base = head * (width + 1)
    for (let i = 0; i < width; i++) {
      const gx = g * x[i]!
      if (gx === 0) continue
      const sum = sums[base + i]! + gx * gx
      sums[base + i] = sum
      w[base + i]! -= (rate * gx) / Math.sqrt(sum)
    }
    const sum = sums[base + width]! + g * g
    sums[base + width] = sum
    w[base + width]! -= (rate * g) / Math.sqrt(sum)
  }

  memory(): readonly Memory[] {
    return [this.weights, this.#sums]
  }
}
