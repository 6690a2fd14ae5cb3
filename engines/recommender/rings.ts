import { grown } from './interner.ts'
import type { Keeper } from './keeper.ts'

/**
 * Many rings in one array: each key (a person, a tag, an author) holds its last `cap` entries of `width` integers in blocks of `block` entries.
 * A key without entries costs 16 bytes; a block costs 4·width·block + 8. Full rings lose their oldest block. Nothing is allocated per entry.
 */
export class Rings {
  readonly width: number
  readonly block: number
  readonly cap: number
  data: Int32Array
  #older = new Int32Array(16)
  #newer = new Int32Array(16)
  #head = new Int32Array(16).fill(-1)
  #tail = new Int32Array(16).fill(-1)
  #used = new Int32Array(16)
  #count = new Int32Array(16)
  #free = -1
  #blocks = 0

  constructor(width: number, block: number, cap: number) {
    this.width = width
    this.block = block
    this.cap = cap
    this.data = new Int32Array(16 * width * block)
  }

  size(key: number): number {
    return key < this.#count.length && key >= 0 ? this.#count[key]! : 0
  }

  push(key: number, a: number, b = 0, c = 0): void {
    this.#reach(key)
    let head = this.#head[key]!
    if (head < 0 || this.#used[key] === this.block) head = this.#extend(key, head)
    const at = (head * this.block + this.#used[key]!) * this.width
    this.data[at] = a
    if (this.width > 1) this.data[at + 1] = b
    if (this.width > 2) this.data[at + 2] = c
    this.#used[key]!++
    this.#count[key]!++
  }

  /** Copies up to `limit` entries into `out`, newest first; answers how many. `out` must hold limit × width. */
  read(key: number, out: Int32Array, limit = this.cap): number {
    if (this.size(key) === 0) return 0
    const { width, data } = this
    let n = 0
    let block = this.#head[key]!
    let used = this.#used[key]!
    while (block >= 0 && n < limit) {
      const base = block * this.block * width
      for (let e = used - 1; e >= 0 && n < limit; e--, n++)
        for (let w = 0; w < width; w++) out[n * width + w] = data[base + e * width + w]!
      block = this.#older[block]!
      used = this.block
    }
    return n
  }

  /** Where in `data` the newest entry starts whose first integer is `value`, among the newest `limit`; -1 when there is none. */
  locate(key: number, value: number, limit = this.cap): number {
    if (this.size(key) === 0) return -1
    const { width, data } = this
    let left = limit
    let block = this.#head[key]!
    let used = this.#used[key]!
    while (block >= 0) {
      const base = block * this.block * width
      for (let e = used - 1; e >= 0; e--) {
        if (left-- <= 0) return -1
        if (data[base + e * width] === value) return base + e * width
      }
      block = this.#older[block]!
      used = this.block
    }
    return -1
  }

  /** Visits every entry, newest first, by where in `data` it starts; it may be changed there. */
  each(key: number, visit: (at: number) => void): void {
    if (this.size(key) === 0) return
    let used = this.#used[key]!
    for (let block = this.#head[key]!; block >= 0; block = this.#older[block]!) {
      for (let e = used - 1; e >= 0; e--) visit((block * this.block + e) * this.width)
      used = this.block
    }
  }

  clear(key: number): void {
    if (this.size(key) === 0) return
    for (let block = this.#head[key]!; block >= 0; ) {
      const older = this.#older[block]!
      this.#older[block] = this.#free
      this.#free = block
      block = older
    }
    this.#head[key] = this.#tail[key] = -1
    this.#used[key] = this.#count[key] = 0
  }

  /** Both ways; see `Keeper`. */
  keep(k: Keeper): void {
    this.#blocks = k.number(this.#blocks)
    this.#free = k.number(this.#free)
    this.data = k.column(this.data, this.#blocks * this.block * this.width)
    this.#older = k.column(this.#older, this.#blocks)
    this.#newer = k.column(this.#newer, this.#blocks)
    this.#head = k.column(this.#head)
    this.#tail = k.column(this.#tail)
    this.#used = k.column(this.#used)
    this.#count = k.column(this.#count)
  }

  get bytes(): number {
    return this.data.byteLength + this.#older.byteLength * 2 + this.#head.byteLength * 4
  }

  #extend(key: number, head: number): number {
    if (this.#count[key]! + this.block > this.cap && this.#tail[key] !== head) this.#dropOldest(key)
    const block = this.#take()
    this.#older[block] = head
    this.#newer[block] = -1
    if (head >= 0) this.#newer[head] = block
    else this.#tail[key] = block
    this.#head[key] = block
    this.#used[key] = 0
    return block
  }

  #dropOldest(key: number): void {
    const tail = this.#tail[key]!
    const next = this.#newer[tail]!
    this.#older[next] = -1
    this.#tail[key] = next
    this.#count[key]! -= this.block
    this.#older[tail] = this.#free
    this.#free = tail
  }

  #take(): number {
    if (this.#free >= 0) {
      const block = this.#free
      this.#free = this.#older[block]!
      return block
    }
    const block = this.#blocks++
    this.data = grown(this.data, this.#blocks * this.block * this.width)
    this.#older = grown(this.#older, this.#blocks)
    this.#newer = grown(this.#newer, this.#blocks)
    return block
  }

  #reach(key: number): void {
    if (key < this.#head.length) return
    this.#head = grown(this.#head, key + 1, -1)
    this.#tail = grown(this.#tail, key + 1, -1)
    this.#used = grown(this.#used, key + 1)
    this.#count = grown(this.#count, key + 1)
  }
}
