import type { Memory, Remembering } from './types.ts'

const ways = 8

/** Mixes two ids into 32 bits. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b1, 0x85ebca6b) ^ Math.imul((b + 0x7f4a7c15) | 0, 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return h ^ (h >>> 13)
}

/**
 * Ids (or pairs of ids) → rows of a fixed number. Open addressing within a bucket of eight; when a bucket is full its least recently taken row is
 * given away and its generation counts on, so that whoever kept the row's number can see that it means something else now.
 */
export class Rows implements Remembering {
  readonly capacity: number
  /** By row; counts how often the row was given away, modulo 128. */
  readonly generation: Uint8Array
  /** True when the last `take` made the row: what stands there is of another, or nothing. */
  fresh = false
  readonly #keys: Int32Array
  readonly #used: Float64Array
  readonly #clock = new Float64Array(2)
  readonly #mask: number

  constructor(capacity: number) {
    let buckets = 1
    while (buckets * ways < capacity) buckets *= 2
    this.capacity = buckets * ways
    this.#mask = buckets - 1
    this.#keys = new Int32Array(this.capacity * 2)
    this.#used = new Float64Array(this.capacity)
    this.generation = new Uint8Array(this.capacity)
  }

  /** Rows given away so far. */
  get evicted(): number {
    return this.#clock[1]!
  }

  /** The row of the key, or -1. */
  find(a: number, b: number): number {
    const start = (mix(a, b) & this.#mask) * ways
    const keys = this.#keys
    for (let r = start; r < start + ways; r++) if (keys[r * 2] === a && keys[r * 2 + 1] === b && this.#used[r]! > 0) return r
    return -1
  }

  /** The row of the key; made when there is none. */
  take(a: number, b: number): number {
    const now = ++this.#clock[0]!
    let row = this.find(a, b)
    this.fresh = row < 0
    if (row < 0) {
      const start = (mix(a, b) & this.#mask) * ways
      row = start
      for (let r = start + 1; r < start + ways; r++) if (this.#used[r]! < this.#used[row]!) row = r
      if (this.#used[row]! > 0) {
        this.#clock[1]!++
        this.generation[row] = (this.generation[row]! + 1) & 127
      }
      this.#keys[row * 2] = a
      this.#keys[row * 2 + 1] = b
    }
    this.#used[row] = now
    return row
  }

  memory(): readonly Memory[] {
    return [this.#keys, this.#used, this.#clock, this.generation]
  }
}
