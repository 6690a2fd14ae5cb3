import type { Histories } from '../evaluation/dataset.ts'

/** What models learn from: rows by group, oldest first where there is an order. */
export interface Sequences {
  readonly offsets: Int32Array
  readonly items: Int32Array
  readonly actions: Uint8Array
  /** Of each group: 0 = the newest … 1 = the oldest. */
  readonly age: Float32Array
  readonly itemCount: number
  readonly actionCount: number
  readonly ordered: boolean
}

/** One question: what comes after (or belongs with) these rows? */
export interface Query {
  /** Oldest first. */
  readonly items: Int32Array
  /** The action of each row, or null where the history came as bare items. */
  readonly actions: Uint8Array | null
  readonly targets: Int32Array
}

/** Times that look like seconds or milliseconds since 1970 order the groups too; otherwise they stand in the order of the file. */
const isClock = (times: Float64Array) => times.length > 0 && times.every(t => t > 1e8)

/** Groups by their last time, oldest first; in the order of the file where times only count within the group. */
export function groupsInTime({ offsets, times }: Histories): Int32Array {
  const groups = Int32Array.from({ length: offsets.length - 1 }, (_, g) => g)
  if (!isClock(times)) return groups
  const last = Float64Array.from(groups, g => times[offsets[g + 1]! - 1] ?? 0)
  return groups.sort((a, b) => last[a]! - last[b]! || a - b)
}

/** Rows that `keep` lets through, as sequences. */
export function sequencesOf(
  rows: Histories,
  shape: { itemCount: number; actionCount: number; ordered: boolean },
  keep: (row: number, group: number) => boolean = () => true,
): Sequences {
  const groups = rows.offsets.length - 1
  const kept: number[] = []
  const offsets = new Int32Array(groups + 1)
  for (let g = 0; g < groups; g++) {
    for (let r = rows.offsets[g]!; r < rows.offsets[g + 1]!; r++) if (keep(r, g)) kept.push(r)
    offsets[g + 1] = kept.length
  }
  const age = new Float32Array(groups)
  const inTime = groupsInTime(rows)
  for (let k = 0; k < groups; k++) age[inTime[k]!] = (groups - 1 - k) / Math.max(1, groups)
  return {
    offsets,
    items: Int32Array.from(kept, r => rows.items[r]!),
    actions: Uint8Array.from(kept, r => rows.actions[r]!),
    age,
    ...shape,
  }
}

/** How often each item occurs. */
export function countsOf(s: Sequences): Float32Array {
  const counts = new Float32Array(s.itemCount)
  for (const i of s.items) counts[i]!++
  return counts
}

/** About n of a list, evenly spread over it. */
export function thin<T>(list: readonly T[], n: number): readonly T[] {
  if (list.length <= n) return list
  return Array.from({ length: n }, (_, k) => list[Math.floor((k * list.length) / n)] as T)
}
