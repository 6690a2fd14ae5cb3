/** Buckets of a duration grow by 4 %, so a median read from them is at most 2 % off; a sketch of all times has < 500 buckets. */
const growth = Math.log(1.04)
const unit = 60_000

const bucketOf = (ms: number): number => Math.round(Math.log1p(Math.max(0, ms) / unit) / growth)
const msOf = (bucket: number): number => Math.expm1(bucket * growth) * unit

/** A multiset of durations that forgets the exact values but can take any of them out again (refunds are taken out). */
export class Sketch {
  readonly #buckets = new Map<number, number>()
  count = 0

  add(ms: number, times = 1): void {
    const bucket = bucketOf(ms)
    const left = (this.#buckets.get(bucket) ?? 0) + times
    if (left === 0) this.#buckets.delete(bucket)
    else this.#buckets.set(bucket, left)
    this.count += times
  }

  addAll(other: Sketch): void {
    for (const [bucket, n] of other.#buckets) this.#buckets.set(bucket, (this.#buckets.get(bucket) ?? 0) + n)
    this.count += other.count
  }

  /** The lower median in milliseconds (the value at rank ⌈n/2⌉), within 2 %; null when empty. */
  median(): number | null {
    const half = Math.ceil(this.count / 2)
    let seen = 0
    for (const bucket of [...this.#buckets.keys()].sort((a, b) => a - b)) {
      seen += this.#buckets.get(bucket) ?? 0
      if (this.count > 0 && seen >= half) return msOf(bucket)
    }
    return null
  }
}
