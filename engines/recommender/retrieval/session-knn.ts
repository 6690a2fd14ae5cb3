import { countsOf, type Sequences } from './sequences.ts'
import { floorOf, type Source, singly } from './source.ts'

/** study-retrieval.md, section B. */
export interface KnnSettings {
  /** How many groups answer. */
  readonly k: number
  /** How many of the newest distinct items are looked up. */
  readonly rows: number
  /** The k-th newest item counts (k+1)^−l1, groups e^(−l2·age), distance in a group |a−b|^−l3. */
  readonly l1: number
  readonly l2: number
  readonly l3: number
  /** Frequent items count (n+1)^−pn, long groups length^−lenp. */
  readonly pn: number
  readonly lenp: number
  /** What stands before the matched item counts this much of what stands after it. */
  readonly back: number
}

export const knnStart: KnnSettings = { k: 300, rows: 5, l1: 0.5, l2: 1, l3: 1, pn: 0.25, lenp: 0.25, back: 0.5 }
export const knnGrid = {
  rows: [10, 20],
  pn: [0, 0.5],
  l2: [0, 3],
  l3: [0.5],
  lenp: [0, 0.5],
  l1: [0.25, 1],
  back: [0.25, 1],
} as const

/** Only the newest of an item's groups are read. */
const newestOf = 2000
/** How far from a match a place still gets something. */
const reach = 30

export interface KnnIndex {
  readonly s: Sequences
  readonly n: Float32Array
  readonly offsets: Int32Array
  /** Groups of each item, newest first, each once. */
  readonly groups: Int32Array
}

export function indexGroups(s: Sequences): KnnIndex {
  const groups = s.offsets.length - 1
  const newestFirst = Int32Array.from({ length: groups }, (_, g) => g).sort((a, b) => s.age[a]! - s.age[b]! || b - a)
  const seenIn = new Int32Array(s.itemCount).fill(-1)
  const sizes = new Int32Array(s.itemCount + 1)
  const each = (visit: (item: number, g: number) => void) => {
    seenIn.fill(-1)
    for (const g of newestFirst)
      for (let r = s.offsets[g]!; r < s.offsets[g + 1]!; r++) {
        const item = s.items[r]!
        if (seenIn[item] !== g) visit(item, g)
        seenIn[item] = g
      }
  }
  each(item => sizes[item + 1]!++)
  for (let i = 0; i < s.itemCount; i++) sizes[i + 1]! += sizes[i]!
  const next = sizes.slice(0, s.itemCount)
  const list = new Int32Array(sizes[s.itemCount]!)
  each((item, g) => {
    list[next[item]!++] = g
  })
  return { s, n: countsOf(s), offsets: sizes, groups: list }
}

/**
 * Groups like this history vote: sim(s) = |s|^−lenp e^(−l2·age) Σ_{i in both} q_i, q_i = (k+1)^−l1 (n_i+1)^−pn; the best k add
 * sim(s) · q_{s_a} · (1 after, `back` before) · |a−b|^−l3 for each matched place a and every other place b.
 */
export function knnSource({ s, n, offsets, groups }: KnnIndex, set: KnnSettings): Source {
  const groupCount = s.offsets.length - 1
  const scale = s.age.map((age, g) => Math.exp(-set.l2 * age) * Math.max(1, s.offsets[g + 1]! - s.offsets[g]!) ** -set.lenp)
  const near = Float32Array.from({ length: 512 }, (_, k) => Math.max(1, k) ** -set.l3)
  const heap = new Float32Array(set.k)
  const sims = new Float32Array(groupCount)
  const touched = new Int32Array(groupCount)
  const weight = new Float32Array(s.itemCount)
  return singly('knn', ({ items }, out) => {
    const asked = newestDistinct(items, set.rows)
    let count = 0
    asked.forEach((item, k) => {
      const q = (k + 1) ** -set.l1 * (n[item]! + 1) ** -set.pn
      weight[item] = q
      const end = Math.min(offsets[item + 1]!, offsets[item]! + newestOf)
      for (let e = offsets[item]!; e < end; e++) {
        const g = groups[e]!
        if (sims[g] === 0) touched[count++] = g
        sims[g]! += q * scale[g]!
      }
    })
    const floor = floorOf({ values: sims, touched, count }, heap)
    for (let t = 0; t < count; t++) {
      const g = touched[t]!
      const sim = sims[g]!
      sims[g] = 0
      if (sim < floor) continue
      const [from, to] = [s.offsets[g]!, s.offsets[g + 1]!]
      for (let a = from; a < to; a++) {
        const by = weight[s.items[a]!]! * sim
        if (by === 0) continue
        for (let b = Math.max(from, a - reach); b < Math.min(to, a + reach + 1); b++)
          if (b !== a) out.add(s.items[b]!, b > a ? by * near[b - a]! : by * set.back * near[a - b]!)
      }
    }
    for (const item of asked) weight[item] = 0
  })
}

function newestDistinct(items: Int32Array, most: number): number[] {
  const list: number[] = []
  for (let r = items.length - 1; r >= 0 && list.length < most; r--) if (!list.includes(items[r]!)) list.push(items[r]!)
  return list
}
