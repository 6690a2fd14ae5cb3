import type { Query } from './sequences.ts'

/** Scores of one question over all items: those above 0, and which they are. */
export class Scores {
  readonly values: Float32Array
  readonly touched: Int32Array
  count = 0
  constructor(items: number) {
    this.values = new Float32Array(items)
    this.touched = new Int32Array(items)
  }
  add(item: number, by: number): void {
    if (this.values[item] === 0) {
      if (!(by > 0)) return
      this.touched[this.count++] = item
    }
    this.values[item]! += by
  }
  clear(): void {
    for (let k = 0; k < this.count; k++) this.values[this.touched[k]!] = 0
    this.count = 0
  }
}

/** A model that answers questions. It is asked in batches, and then about each question of the batch. */
export interface Source {
  readonly name: string
  begin(batch: readonly Query[]): void
  /** Adds the scores of question q of the batch to `out`, which is empty. */
  fill(q: number, out: Scores): void
  /** Where everybody gets the same scores: those. */
  readonly constant?: Float32Array
}

export const batchSize = 64

/** A source that looks at one question at a time. */
export function singly(name: string, fill: (query: Query, out: Scores) => void): Source {
  let batch: readonly Query[] = []
  return {
    name,
    begin(queries) {
      batch = queries
    },
    fill: (q, out) => fill(batch[q] as Query, out),
  }
}

/** The same scores for everybody. */
export function constantSource(name: string, constant: Float32Array): Source {
  const source = singly(name, (_, out) => {
    for (let i = 0; i < constant.length; i++) out.add(i, constant[i]!)
  })
  return { ...source, constant }
}

/** Marks the items of a history, so that they can be kept out or told apart. */
export class Marks {
  readonly #at: Int32Array
  #round = 0
  constructor(items: number) {
    this.#at = new Int32Array(items)
  }
  set(items: Int32Array): void {
    this.#round++
    for (const i of items) this.#at[i] = this.#round
  }
  has(item: number): boolean {
    return this.#at[item] === this.#round
  }
}

/** Place of a target among everything scored, ties against it; not ranked when its score is 0 or it is kept out. */
export function rankOf(target: number, scores: Scores, out: Marks | null): number {
  const own = scores.values[target]!
  if (!(own > 0) || out?.has(target)) return Number.POSITIVE_INFINITY
  let rank = 1
  for (let k = 0; k < scores.count; k++) {
    const item = scores.touched[k]!
    if (scores.values[item]! >= own && item !== target && !out?.has(item)) rank++
  }
  return rank
}

/** The value of the n-th best among the unmarked, n the size of the heap that is lent; 0 when there are fewer. */
export function floorOf(
  scores: Pick<Scores, 'values' | 'touched' | 'count'>,
  heap: Float32Array,
  out: Marks | null = null,
): number {
  const n = heap.length
  let size = 0
  for (let k = 0; k < scores.count; k++) {
    const item = scores.touched[k]!
    const value = scores.values[item]!
    if ((size === n && value <= heap[0]!) || out?.has(item)) continue
    if (size < n) {
      let at = size++
      for (let up = (at - 1) >> 1; at > 0 && heap[up]! > value; at = up, up = (at - 1) >> 1) heap[at] = heap[up]!
      heap[at] = value
      continue
    }
    let at = 0
    for (let down = 1; down < n; down = 2 * at + 1) {
      if (down + 1 < n && heap[down + 1]! < heap[down]!) down++
      if (heap[down]! >= value) break
      heap[at] = heap[down]!
      at = down
    }
    heap[at] = value
  }
  return size < n ? 0 : heap[0]!
}
