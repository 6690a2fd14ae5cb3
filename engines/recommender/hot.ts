import { grown } from './interner.ts'
import type { Keeper } from './keeper.ts'

/** The hottest `size` items of each key. Heat is compared in a form that time does not change, so a list is right without upkeep. */
export class HotLists {
  readonly size: number
  #lists: Int32Array[] = []
  #length = new Int32Array(16)

  constructor(size: number) {
    this.size = size
  }

  /** Tells the list of `key` that item i got hotter. */
  offer(key: number, i: number, heat: Float64Array): void {
    if (key >= this.#length.length) this.#length = grown(this.#length, key + 1)
    const n = this.#length[key]!
    let list = this.#lists[key]
    let coldest = 0
    for (let k = 0; k < n; k++) {
      const other = list![k]!
      if (other === i) return
      if (heat[other]! < heat[list![coldest]!]!) coldest = k
    }
    if (n < this.size) {
      list = this.#lists[key] = grown(list ?? new Int32Array(4), n + 1)
      list[n] = i
      this.#length[key] = n + 1
    } else if (heat[i]! > heat[list![coldest]!]!) list![coldest] = i
  }

  /** Both ways; see `Keeper`. */
  keep(k: Keeper): void {
    this.#length = k.column(this.#length)
    const keys = k.column(Int32Array.from(this.#lists.keys()).filter(key => this.#lists[key] !== undefined))
    const lists: Int32Array[] = []
    for (const key of keys) lists[key] = k.column(this.#lists[key] ?? new Int32Array(), this.#length[key])
    this.#lists = lists
  }

  /** The list of a key; its first `length(key)` entries hold, in no order. */
  list(key: number): Int32Array {
    return this.#lists[key] ?? nothing
  }

  has(key: number, i: number): boolean {
    return this.list(key).subarray(0, this.length(key)).includes(i)
  }

  length(key: number): number {
    return key < this.#length.length ? this.#length[key]! : 0
  }
}

const nothing = new Int32Array(0)
