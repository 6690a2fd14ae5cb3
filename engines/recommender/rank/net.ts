import { addTo, dot } from './dot.ts'
import { mix } from './rows.ts'
import type { Memory, Remembering } from './types.ts'

const leak = 0.01
const batch = 16
const first = 24
const second = 12
const rate = 0.002
const skipShare = 0.3
const warmUp = 200
const slowAfter = 4000
const beta1 = 0.9
const beta2 = 0.999

/** Parts of the flat parameter vector: W1, b1, W2, b2, W3, b3, skip. */
interface Layout {
  readonly b1: number
  readonly w2: number
  readonly b2: number
  readonly w3: number
  readonly b3: number
  readonly skip: number
  readonly end: number
}

/**
 * A small net with shared bottom, x → 24 → 12 → heads, and a linear skip to all heads; leaky ReLU, Adam (Kingma & Ba 2015) in batches of 16 that fill
 * up event by event, no replay.
 */
export class Net implements Remembering {
  readonly width: number
  readonly heads: number
  readonly scores: Float64Array
  readonly #at: Layout
  readonly #pace: number
  readonly #w: Float64Array
  readonly #g: Float64Array
  readonly #m: Float64Array
  readonly #s: Float64Array
  /** Steps taken; rows in the batch. */
  readonly #count = new Float64Array(2)
  readonly #a1 = new Float64Array(first)
  readonly #a2 = new Float64Array(second)
  readonly #d1 = new Float64Array(first)
  readonly #d2 = new Float64Array(second)

  /** `pace`: the least share of the first rate that steps fall to. */
  constructor(width: number, heads: number, seed: number, pace = 0.25) {
    this.width = width
    this.#pace = pace
    this.heads = heads
    this.scores = new Float64Array(heads)
    const b1 = first * width
    const w2 = b1 + first
    const b2 = w2 + second * first
    const w3 = b2 + second
    const b3 = w3 + heads * second
    const skip = b3 + heads
    const end = skip + heads * width
    this.#at = { b1, w2, b2, w3, b3, skip, end }
    this.#w = new Float64Array(end)
    this.#g = new Float64Array(end)
    this.#m = new Float64Array(end)
    this.#s = new Float64Array(end)
    const noise = (i: number) => (mix(i, seed) >>> 0) / 2 ** 31 - 1
    for (let i = 0; i < b1; i++) this.#w[i] = noise(i) * Math.sqrt(3 / width)
    for (let i = w2; i < b2; i++) this.#w[i] = noise(i) * Math.sqrt(6 / first)
    for (let i = w3; i < b3; i++) this.#w[i] = noise(i) * 0.3 * Math.sqrt(3 / second)
  }

  forward(x: Float64Array): void {
    const { b1, w2, b2, w3, b3, skip } = this.#at
    const w = this.#w
    const { width } = this
    for (let j = 0; j < first; j++) {
      const z = w[b1 + j]! + dot(w, j * width, x, width)
      this.#a1[j] = z > 0 ? z : leak * z
    }
    for (let j = 0; j < second; j++) {
      const z = w[b2 + j]! + dot(w, w2 + j * first, this.#a1, first)
      this.#a2[j] = z > 0 ? z : leak * z
    }
    for (let h = 0; h < this.heads; h++)
      this.scores[h] = w[b3 + h]! + dot(w, w3 + h * second, this.#a2, second) + dot(w, skip + h * width, x, width)
  }

  /** Adds the gradient of one example after its `forward`; `g` = weight·(p - y) by head. Every 16th call moves the weights. */
  learn(x: Float64Array, g: Float64Array): void {
    this.gradient(x, g)
    if (++this.#count[1]! >= batch) this.#move()
  }

  /** Gradient of one example, added to what the batch has. */
  gradient(x: Float64Array, g: Float64Array): Float64Array {
    const { b1, w2, b2, w3, b3, skip } = this.#at
    const w = this.#w
    const d = this.#g
    const { width } = this
    const d2 = this.#d2.fill(0)
    for (let h = 0; h < this.heads; h++) {
      const gh = g[h]!
      if (gh === 0) continue
      d[b3 + h]! += gh
      addTo(d, w3 + h * second, gh, this.#a2, second)
      for (let i = 0; i < second; i++) d2[i]! += gh * w[w3 + h * second + i]!
      addTo(d, skip + h * width, gh, x, width)
    }
    const d1 = this.#d1.fill(0)
    for (let j = 0; j < second; j++) {
      const gj = d2[j]! * (this.#a2[j]! > 0 ? 1 : leak)
      d[b2 + j]! += gj
      addTo(d, w2 + j * first, gj, this.#a1, first)
      for (let i = 0; i < first; i++) d1[i]! += gj * w[w2 + j * first + i]!
    }
    for (let j = 0; j < first; j++) {
      const gj = d1[j]! * (this.#a1[j]! > 0 ? 1 : leak)
      d[b1 + j]! += gj
      addTo(d, j * width, gj, x, width)
    }
    return d
  }

  #move(): void {
    const step = ++this.#count[0]!
    this.#count[1] = 0
    const pace = Math.min(1, step / warmUp) * Math.max(this.#pace, 1 / Math.sqrt(1 + step / slowAfter))
    const fix1 = 1 / (1 - beta1 ** step)
    const fix2 = 1 / (1 - beta2 ** step)
    const w = this.#w
    const g = this.#g
    const m = this.#m
    const s = this.#s
    for (let i = 0; i < w.length; i++) {
      const gi = g[i]! / batch
      g[i] = 0
      m[i] = beta1 * m[i]! + (1 - beta1) * gi
      s[i] = beta2 * s[i]! + (1 - beta2) * gi * gi
      const by = rate * pace * (i >= this.#at.skip ? skipShare : 1)
      w[i]! -= (by * m[i]! * fix1) / (Math.sqrt(s[i]! * fix2) + 1e-8)
    }
  }

  /** The weights themselves: for tests. */
  get parameters(): Float64Array {
    return this.#w
  }

  memory(): readonly Memory[] {
    return [this.#w, this.#g, this.#m, this.#s, this.#count]
  }
}
