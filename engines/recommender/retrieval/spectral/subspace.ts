import { seeded } from '#base/kernel'
import { Arena, createKernels, type Kernels } from '../../kernels/kernels.ts'
import type { Normalised, Sparse } from './matrix.ts'

/** A sparse matrix in the memory of kernels. */
export interface Placed {
  readonly columns: number
  readonly values: number
  readonly offsets: Int32Array
}
export const takeSparse = (arena: Arena, m: Sparse): Placed => ({
  offsets: m.offsets,
  columns: arena.take(m.columns.length),
  values: arena.take(m.values.length),
})
export function store(k: Kernels, m: Sparse, at: Placed): void {
  k.ints.set(m.columns, at.columns)
  k.floats.set(m.values, at.values)
}
/** out = M · x for rows of width d. */
export function times(k: Kernels, m: Placed, out: number, x: number, d: number): void {
  for (let r = 0; r + 1 < m.offsets.length; r++) {
    const from = m.offsets[r]!
    k.gatherMix(out + r * d, x, m.columns + from, m.values + from, m.offsets[r + 1]! - from)
  }
}

/** What the groups and items have in common, in few directions: `basis` is items × k with orthonormal columns; `top` the largest singular value. */
export interface Subspace {
  readonly k: number
  readonly basis: Float32Array
  readonly top: number
}

/**
 * The space of the leading right singular vectors of R̃ by subspace iteration on R̃ᵀR̃ from random vectors, made orthonormal after every
 * pass by Cholesky of the Gram matrix. Only the projector on the space is used, so its vectors are never told apart.
 */
export function leadingSpace(m: Normalised, k: number, passes: number, seed: number): Subspace {
  const items = m.items.offsets.length - 1
  const groups = m.groups.offsets.length - 1
  const arena = new Arena()
  const start = 1024
  arena.size = start
  const byGroup = takeSparse(arena, m.groups)
  const byItem = takeSparse(arena, m.items)
  const x = arena.take(items * k)
  const y = arena.take(items * k)
  const u = arena.take(groups * k)
  const square = arena.take(k * k)
  const kernels = createKernels(arena.size)
  store(kernels, m.groups, byGroup)
  store(kernels, m.items, byItem)
  kernels.width(k)
  const random = seeded(seed)
  for (let i = 0; i < items * k; i++) kernels.floats[x + i] = random() + random() + random() - 1.5
  for (let pass = 0; pass < passes; pass++) {
    times(kernels, byGroup, u, x, k)
    times(kernels, byItem, y, u, k)
    orthonormalise(kernels, { out: x, from: y, square }, items, k)
  }
  kernels.floats.copyWithin(y, x, x + items * k)
  orthonormalise(kernels, { out: x, from: y, square }, items, k)
  const basis = kernels.floats.slice(x, x + items * k)
  return { k, basis, top: topValue(m) }
}

/** out = from · L⁻ᵀ where fromᵀ from = L Lᵀ. */
function orthonormalise(kernels: Kernels, at: { out: number; from: number; square: number }, rows: number, k: number): void {
  const { floats } = kernels
  floats.fill(0, at.square, at.square + k * k)
  kernels.spread(at.square, at.from, at.from, rows, k)
  const gram = Float64Array.from(floats.subarray(at.square, at.square + k * k))
  const inverse = inverseOfCholesky(gram, k)
  for (let r = 0; r < k; r++) for (let c = 0; c < k; c++) floats[at.square + r * k + c] = inverse[c * k + r]!
  floats.fill(0, at.out, at.out + rows * k)
  kernels.mix(at.out, at.from, at.square, rows, k)
}

/** L⁻¹ of a = L Lᵀ; directions that are hardly there become 0. */
export function inverseOfCholesky(a: Float64Array, k: number): Float64Array {
  const l = new Float64Array(k * k)
  let largest = 0
  for (let r = 0; r < k; r++) largest = Math.max(largest, a[r * k + r]!)
  for (let r = 0; r < k; r++)
    for (let c = 0; c <= r; c++) {
      let sum = a[r * k + c]!
      for (let t = 0; t < c; t++) sum -= l[r * k + t]! * l[c * k + t]!
      if (r === c) l[r * k + r] = sum > largest * 1e-7 ? Math.sqrt(sum) : 0
      else l[r * k + c] = l[c * k + c]! > 0 ? sum / l[c * k + c]! : 0
    }
  const inverse = new Float64Array(k * k)
  for (let r = 0; r < k; r++) {
    const by = l[r * k + r]!
    if (by === 0) continue
    inverse[r * k + r] = 1 / by
    for (let c = 0; c < r; c++) {
      let sum = 0
      for (let t = c; t < r; t++) sum -= l[r * k + t]! * inverse[t * k + c]!
      inverse[r * k + c] = sum / by
    }
  }
  return inverse
}

/** The largest singular value, by power iteration from √degree (exact at once when au = 1). */
function topValue({ groups, items, degrees }: Normalised): number {
  let v: Float32Array = degrees.map(Math.sqrt)
  let value = 1
  for (let pass = 0; pass < 12; pass++) {
    let sum = 0
    for (const x of v) sum += x * x
    if (sum === 0) return 1
    const by = 1 / Math.sqrt(sum)
    v = v.map(x => x * by)
    const u = product(groups, v)
    let length = 0
    for (const x of u) length += x * x
    value = Math.sqrt(length)
    v = product(items, u)
  }
  return value > 0 ? value : 1
}

function product(m: Sparse, x: Float32Array): Float32Array {
  const out = new Float32Array(m.offsets.length - 1)
  for (let r = 0; r < out.length; r++) {
    let sum = 0
    for (let e = m.offsets[r]!; e < m.offsets[r + 1]!; e++) sum += m.values[e]! * x[m.columns[e]!]!
    out[r] = sum
  }
  return out
}
