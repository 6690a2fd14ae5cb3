import { grown } from './interner.ts'
import { nthLargest } from './nth.ts'

/** Numbers by key with a list of the keys that were touched, so that clearing costs what filling did. */
export class Sparse {
  values = new Float32Array(16)
  touched = new Int32Array(1024)
  count = 0
  weighed = new Float32Array(0)
  #sorted = new Float32Array(0)

  reset(length: number): void {
    for (let k = 0; k < this.count; k++) this.values[this.touched[k]!] = 0
    this.count = 0
    this.values = grown(this.values, length)
  }

  /** Makes room in `touched` for so many more keys. */
  room(more: number): void {
    this.touched = grown(this.touched, this.count + more)
  }

  add(key: number, amount: number): void {
    if (this.values[key] === 0) {
      if (this.count === this.touched.length) this.room(1)
      this.touched[this.count++] = key
    }
    // Never exactly 0, or the key would be listed twice.
    this.values[key] = this.values[key]! + amount || 1e-9
  }

  /** Divides by the largest value + `ease`, so that little evidence stays small and all values are at most 1. */
  normalise(ease: number): void {
    let top = 0
    for (let k = 0; k < this.count; k++) top = Math.max(top, this.values[this.touched[k]!]!)
    const by = 1 / (top + ease)
    for (let k = 0; k < this.count; k++) {
      const key = this.touched[k]!
      this.values[key] = Math.max(-1, this.values[key]! * by)
    }
  }

  /** The `n` keys with the largest positive values, largest first, into `out`. */
  top(n: number, out: Int32Array): number {
    let found = 0
    for (let k = 0; k < this.count; k++) {
      const key = this.touched[k]!
      const value = this.values[key]!
      if (value <= 0) continue
      let at = found < n ? found++ : n
      while (at > 0 && this.values[out[at - 1]!]! < value) {
        if (at < n) out[at] = out[at - 1]!
        at--
      }
      if (at < n) out[at] = key
    }
    return found
  }

  /** The value that `n` of the keys reach; -∞ when there are no more than n. */
  least(n: number): number {
    const { values, touched, count } = this
    if (count <= n) return Number.NEGATIVE_INFINITY
    this.#sorted = grown(this.#sorted, count)
    for (let k = 0; k < count; k++) this.#sorted[k] = values[touched[k]!]!
    return nthLargest(this.#sorted, count, n)
  }

  /**
   * Writes every value times that of its key in `by` to `weighed`, in the order of `touched`, and answers the value that `n` of them reach;
   * -∞ when there are no more than n.
   */
  weigh(by: Float32Array, n: number): number {
    const { values, touched, count } = this
    this.weighed = grown(this.weighed, count)
    for (let k = 0; k < count; k++) this.weighed[k] = values[touched[k]!]! * by[touched[k]!]!
    if (count <= n) return Number.NEGATIVE_INFINITY
    this.#sorted = grown(this.#sorted, this.weighed.length)
    this.#sorted.set(this.weighed.subarray(0, count))
    return nthLargest(this.#sorted, count, n)
  }
}
