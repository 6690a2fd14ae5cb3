import type { Sequences } from '../sequences.ts'

/** A sparse matrix by rows. */
export interface Sparse {
  readonly offsets: Int32Array
  readonly columns: Int32Array
  readonly values: Float32Array
}

/** Who has what, once a pair, scaled: R̃ = D_u^(−au/2) R D_i^(−1/2), by groups and by items. */
export interface Normalised {
  readonly groups: Sparse
  readonly items: Sparse
  /** Groups of each item. */
  readonly degrees: Float32Array
}

export function normalise(s: Sequences, au: number): Normalised {
  const groupCount = s.offsets.length - 1
  const degrees = new Float32Array(s.itemCount)
  const offsets = new Int32Array(groupCount + 1)
  const columns = new Int32Array(s.items.length)
  let n = 0
  for (let g = 0; g < groupCount; g++) {
    for (const item of new Set(s.items.subarray(s.offsets[g], s.offsets[g + 1]))) {
      columns[n++] = item
      degrees[item]!++
    }
    offsets[g + 1] = n
  }
  const values = new Float32Array(n)
  for (let g = 0; g < groupCount; g++) {
    const by = Math.max(1, offsets[g + 1]! - offsets[g]!) ** (-au / 2)
    for (let e = offsets[g]!; e < offsets[g + 1]!; e++) values[e] = by / Math.sqrt(degrees[columns[e]!]!)
  }
  const groups = { offsets, columns: columns.subarray(0, n), values }
  return { groups, items: turned(groups, s.itemCount), degrees }
}

function turned({ offsets, columns, values }: Sparse, rows: number): Sparse {
  const starts = new Int32Array(rows + 1)
  for (const c of columns) starts[c + 1]!++
  for (let r = 0; r < rows; r++) starts[r + 1]! += starts[r]!
  const next = starts.slice(0, rows)
  const out = { offsets: starts, columns: new Int32Array(columns.length), values: new Float32Array(columns.length) }
  for (let g = 0; g + 1 < offsets.length; g++)
    for (let e = offsets[g]!; e < offsets[g + 1]!; e++) {
      const at = next[columns[e]!]!++
      out.columns[at] = g
      out.values[at] = values[e]!
    }
  return out
}
