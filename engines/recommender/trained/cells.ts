import { seeded } from '#base/kernel'
import { Arena, createKernels } from '../kernels/kernels.ts'

/** Rows that cells are found by, and rounds of finding them. */
const sampled = 30_000
const rounds = 6
/** Rows that are compared with all centres at once. */
const batch = 256

/** A coarse partition: the centre of each cell, and of each row the cell it is in. */
export interface Cells {
  readonly count: number
  readonly centres: Float32Array
  readonly cellOf: Int32Array
}

/** √n cells of n unit rows of width d by spherical k-means (Lloyd's rounds on a sample, centres at length 1), seeded. */
export function cellsOf(rows: Float32Array, d: number, seed: number): Cells {
  const n = rows.length / d
  const count = Math.max(1, Math.round(Math.sqrt(n)))
  const random = seeded(seed)
  const arena = new Arena()
  const at = {
    rows: arena.take(batch * d),
    centres: arena.take(count * d),
    scores: arena.take(batch * count),
    norms: arena.take(count),
  }
  const { start, ...k } = createKernels(arena.size)
  k.width(d)
  const centres = k.floats.subarray(at.centres + start, at.centres + start + count * d)
  for (let c = 0; c < count; c++) {
    const from = Math.floor(((c + random()) * n) / count)
    centres.set(rows.subarray(from * d, from * d + d), c * d)
  }
  const nearest = (from: number, to: number, step: number, hear: (row: number, cell: number) => void): void => {
    for (let r = from; r < to; r += batch * step) {
      let m = 0
      for (; m < batch && r + m * step < to; m++)
        k.floats.set(rows.subarray((r + m * step) * d, (r + m * step + 1) * d), at.rows + start + m * d)
      k.scores(at.scores + start, at.rows + start, at.centres + start, m, count)
      for (let b = 0; b < m; b++) hear(r + b * step, largest(k.floats, at.scores + start + b * count, count))
    }
  }
  const step = Math.max(1, Math.floor(n / sampled))
  const sums = new Float32Array(count * d)
  for (let round = 0; round < rounds; round++) {
    sums.fill(0)
    nearest(0, n, step, (row, cell) => {
      for (let c = 0; c < d; c++) sums[cell * d + c]! += rows[row * d + c]!
    })
    for (let c = 0; c < count; c++)
      if (sums.subarray(c * d, c * d + d).some(x => x !== 0)) centres.set(sums.subarray(c * d, c * d + d), c * d)
    k.unit(at.centres + start, at.norms + start, count)
  }
  const cellOf = new Int32Array(n)
  nearest(0, n, 1, (row, cell) => {
    cellOf[row] = cell
  })
  return { count, centres: centres.slice(), cellOf }
}

function largest(x: Float32Array, from: number, n: number): number {
  let best = 0
  for (let k = 1; k < n; k++) if (x[from + k]! > x[from + best]!) best = k
  return best
}
