import { countsOf, type Sequences } from './sequences.ts'
import { type Source, singly } from './source.ts'

/** What shapes the counts; a change of these counts anew. */
export interface DcoCounting {
  /** Weight of pairs against the direction of time. */
  readonly beta: number
  /** Pairs count (q − p)^−delta. */
  readonly delta: number
  /** Farthest pair. */
  readonly window: number
  /** Groups count e^(−rho·age) · length^−eta. */
  readonly rho: number
  readonly eta: number
  /** Do pairs of an item with itself count? */
  readonly self: boolean
  /** What each action counts as the target of a pair. */
  readonly actionWeights: readonly number[]
}
/** What shapes the answer from the same counts. */
export interface DcoAsking {
  readonly a: number
  readonly b: number
  readonly kappa: number
  /** The k-th newest row counts (k + 1)^−gamma. */
  readonly gamma: number
  /** How many of the newest rows are read. */
  readonly rows: number
}
export type DcoSettings = DcoCounting & DcoAsking

/** Raw counts, a sparse row an item. */
export interface DcoCounts {
  readonly offsets: Int32Array
  readonly items: Int32Array
  readonly counts: Float32Array
  /** Weighted occurrences of each item. */
  readonly n: Float32Array
}

/** No more neighbours than this are kept of one item, the strongest. */
const rowLimit = 3000

/**
 * Directed decayed co-occurrence: C_ij = Σ_s ω_s Σ_{p<q, q−p≤W} (q−p)^−δ · ([s_p=i, s_q=j] + β [s_p=j, s_q=i]),
 * ω_s = |s|^−η e^(−ρ·age). Without order every pair of a group counts once in each direction.
 */
export function countDco(s: Sequences, set: DcoCounting): DcoCounts {
  const groups = s.offsets.length - 1
  const omega = new Float32Array(groups)
  const groupOf = new Int32Array(s.items.length)
  for (let g = 0; g < groups; g++) {
    const length = s.offsets[g + 1]! - s.offsets[g]!
    omega[g] = Math.max(1, length) ** -set.eta * Math.exp(-set.rho * s.age[g]!)
    groupOf.fill(g, s.offsets[g], s.offsets[g + 1])
  }
  const n = new Float32Array(s.itemCount)
  for (let p = 0; p < s.items.length; p++) n[s.items[p]!]! += omega[groupOf[p]!]!
  const decay = Float32Array.from({ length: Math.min(set.window, 4096) + 1 }, (_, k) => Math.max(1, k) ** -set.delta)
  const places = placesOf(s)
  const row = new RowOfCounts(s, set, decay)
  const rows = new GrowingRows(s.itemCount, s.items.length * 8)
  for (let i = 0; i < s.itemCount; i++) {
    for (let k = places.offsets[i]!; k < places.offsets[i + 1]!; k++) {
      const p = places.at[k]!
      row.add(p, omega[groupOf[p]!]!, s.offsets[groupOf[p]!]!, s.offsets[groupOf[p]! + 1]!)
    }
    rows.push(row)
  }
  return { ...rows.done(), n }
}

/** Where each item occurs. */
function placesOf(s: Sequences): { offsets: Int32Array; at: Int32Array } {
  const offsets = new Int32Array(s.itemCount + 1)
  for (const i of s.items) offsets[i + 1]!++
  for (let i = 0; i < s.itemCount; i++) offsets[i + 1]! += offsets[i]!
  const next = offsets.slice(0, s.itemCount)
  const at = new Int32Array(s.items.length)
  for (let p = 0; p < s.items.length; p++) at[next[s.items[p]!]!++] = p
  return { offsets, at }
}

/** Adds up one item's row over its occurrences. */
class RowOfCounts {
  readonly sums: Float32Array
  readonly touched: Int32Array
  count = 0
  readonly #s: Sequences
  readonly #set: DcoCounting
  readonly #decay: Float32Array
  readonly #weights: Float32Array
  constructor(s: Sequences, set: DcoCounting, decay: Float32Array) {
    this.#s = s
    this.#set = set
    this.#decay = decay
    this.#weights = Float32Array.from({ length: 256 }, (_, a) => set.actionWeights[a] ?? 1)
    this.sums = new Float32Array(s.itemCount)
    this.touched = new Int32Array(s.itemCount)
  }
  /** The occurrence at p of a group that stands from..to. */
  add(p: number, omega: number, from: number, to: number): void {
    const window = this.#decay.length - 1
    const { beta } = this.#set
    this.#walk(p, Math.min(to - 1, p + window), omega)
    if (beta > 0) this.#walk(p, Math.max(from, p - window), omega * beta)
  }
  #walk(p: number, end: number, by: number): void {
    const { items, actions } = this.#s
    const own = this.#set.self ? -1 : items[p]!
    const step = end > p ? 1 : -1
    for (let q = p, k = 0; q !== end; ) {
      q += step
      k++
      const j = items[q]!
      if (j === own) continue
      if (this.sums[j] === 0) this.touched[this.count++] = j
      this.sums[j]! += by * this.#decay[k]! * this.#weights[actions[q]!]!
    }
  }
}

/** Rows of unknown length one after the other. */
class GrowingRows {
  readonly #offsets: Int32Array
  #items: Int32Array
  #counts: Float32Array
  #row = 0
  #size = 0
  constructor(rows: number, guess: number) {
    this.#offsets = new Int32Array(rows + 1)
    this.#items = new Int32Array(guess + 16)
    this.#counts = new Float32Array(guess + 16)
  }
  push(row: RowOfCounts): void {
    const { sums, touched, count } = row
    let floor = 0
    if (count > rowLimit) {
      const sorted = Float32Array.from({ length: count }, (_, k) => sums[touched[k]!]!).sort()
      floor = sorted[count - rowLimit]!
    }
    if (this.#size + count > this.#items.length) this.#grow(count)
    for (let k = 0; k < count; k++) {
      const j = touched[k]!
      if (sums[j]! >= floor) {
        this.#items[this.#size] = j
        this.#counts[this.#size++] = sums[j]!
      }
      sums[j] = 0
    }
    row.count = 0
    this.#offsets[++this.#row] = this.#size
  }
  #grow(by: number): void {
    const size = this.#items.length * 2 + by
    const items = new Int32Array(size)
    items.set(this.#items)
    const counts = new Float32Array(size)
    counts.set(this.#counts)
    this.#items = items
    this.#counts = counts
  }
  done() {
    return { offsets: this.#offsets, items: this.#items, counts: this.#counts }
  }
}

/** score(j | h) = Σ_{k<M} (k+1)^−γ · C_{x_k j} / ((n_{x_k}+κ)^a (n_j+κ)^b), x_0 the newest. Rows are normalised when they are read. */
export function dcoSource(counts: DcoCounts, set: DcoAsking): Source {
  const rowScale = counts.n.map(n => (n + set.kappa + 1e-6) ** -set.a)
  const targetScale = counts.n.map(n => (n + set.kappa + 1e-6) ** -set.b)
  return singly('dco', ({ items }, out) => {
    const rows = Math.min(set.rows, items.length)
    for (let k = 0; k < rows; k++) {
      const i = items[items.length - 1 - k]!
      const by = (k + 1) ** -set.gamma * rowScale[i]!
      for (let e = counts.offsets[i]!; e < counts.offsets[i + 1]!; e++) {
        const j = counts.items[e]!
        out.add(j, by * counts.counts[e]! * targetScale[j]!)
      }
    }
  })
}

/** Where the search for settings starts. */
export function startOf(s: Sequences, kind: 'rows' | 'sessions' | 'set', self: boolean): DcoSettings {
  const shared = { a: 0.5, b: 0.15, self, actionWeights: Array.from({ length: s.actionCount }, () => 1) }
  if (kind === 'sessions') return { ...shared, beta: 0.5, delta: 0.5, window: 10, rho: 1, eta: 0.3, kappa: 0, gamma: 1, rows: 5 }
  if (kind === 'set') return { ...shared, beta: 1, delta: 0, window: 4096, rho: 0, eta: 0.5, kappa: 1, gamma: 0, rows: 4096 }
  return { ...shared, beta: 0.25, delta: 0.5, window: 20, rho: 0, eta: 0, kappa: 1, gamma: 1, rows: 5 }
}

/** Popularity as scores that add to 1; `rho` > 0 lets old groups count less. */
export function popularity(s: Sequences, rho: number): Float32Array {
  if (rho === 0) {
    const counts = countsOf(s)
    return counts.map(c => c / Math.max(1, s.items.length))
  }
  const sums = new Float32Array(s.itemCount)
  let all = 0
  for (let g = 0; g + 1 < s.offsets.length; g++) {
    const by = Math.exp(-rho * s.age[g]!)
    for (let r = s.offsets[g]!; r < s.offsets[g + 1]!; r++) sums[s.items[r]!]! += by
    all += by * (s.offsets[g + 1]! - s.offsets[g]!)
  }
  return sums.map(x => x / Math.max(1e-9, all))
}
