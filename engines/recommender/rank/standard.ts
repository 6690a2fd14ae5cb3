import type { Memory, Remembering } from './types.ts'

/** Inputs are moved to mean 0 and variance 1 and held within ± this. */
const widest = 4
const slowest = 1 / 20_000

/** Running standardisation: mean and variance move at max(1/n, 1/20000). */
export class Standardiser implements Remembering {
  readonly width: number
  readonly #mean: Float32Array
  readonly #variance: Float32Array
  readonly #scale: Float32Array
  readonly #count = new Float64Array(1)

  constructor(width: number) {
    this.width = width
    this.#mean = new Float32Array(width)
    this.#variance = new Float32Array(width).fill(1)
    this.#scale = new Float32Array(width).fill(1)
  }

  apply(raw: Float64Array, out: Float64Array): void {
    const mean = this.#mean
    const scale = this.#scale
    for (let i = 0; i < this.width; i++) {
      const x = (raw[i]! - mean[i]!) * scale[i]!
      out[i] = Math.max(-widest, Math.min(widest, x))
    }
  }

  learn(raw: Float64Array): void {
    const n = ++this.#count[0]!
    const rate = Math.max(1 / (n + 1), slowest)
    const mean = this.#mean
    const variance = this.#variance
    const scale = this.#scale
    // The scale moves slowly: after the first thousands a root every eighth row is as good as one a row.
    const rescale = n < 4096 || (n & 7) === 0
    for (let i = 0; i < this.width; i++) {
      const d = raw[i]! - mean[i]!
      mean[i]! += rate * d
      variance[i]! += rate * (d * d - variance[i]!)
      if (rescale) scale[i] = 1 / Math.sqrt(variance[i]! + 1e-4)
    }
  }

  memory(): readonly Memory[] {
    return [this.#mean, this.#variance, this.#scale, this.#count]
  }
}
