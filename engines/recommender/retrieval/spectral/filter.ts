import { Arena, createKernels } from '../../kernels/kernels.ts'
import type { Query } from '../sequences.ts'
import { batchSize, type Source } from '../source.ts'
import type { Normalised } from './matrix.ts'
import { type Subspace, store, takeSparse, times } from './subspace.ts'

/** study-retrieval.md, section E. */
export interface SpectralSettings {
  /** Groups count degree^−au. */
  readonly au: number
  /** Directions of the low-pass part. */
  readonly k: number
  /** Weight of the low-pass part. */
  readonly beta: number
  /** How much is sharpened. */
  readonly sharpen: number
  /** Popular items count degree^(1/2 − p). */
  readonly p: number
}

/** The four vectors that every answer is a sum of, items × batchSize each. */
export interface Parts {
  readonly near: Float32Array
  readonly low: Float32Array
  readonly nearAgain: Float32Array
  readonly lowAgain: Float32Array
}

/**
 * P = R̃ᵀR̃ / top². near = P r, low = D^{1/2} V Vᵀ D^{−1/2} r, and P of both: y = near + beta·low − T·P(near + beta·low).
 * The parts are kept apart so that settings can be tried without multiplying again.
 */
export function spectralParts(m: Normalised, space: Subspace): (batch: readonly Query[]) => Parts {
  const items = m.items.offsets.length - 1
  const groups = m.groups.offsets.length - 1
  const arena = new Arena()
  arena.size = 1024
  const byGroup = takeSparse(arena, m.groups)
  const byItem = takeSparse(arena, m.items)
  const at = {
    basis: arena.take(items * space.k),
    code: arena.take(batchSize * space.k),
    index: arena.take(items),
    weight: arena.take(items),
    r: arena.take(items * batchSize),
    u: arena.take(groups * batchSize),
    parts: [0, 1, 2, 3].map(() => arena.take(items * batchSize)) as [number, number, number, number],
  }
  const k = createKernels(arena.size)
  store(k, m.groups, byGroup)
  store(k, m.items, byItem)
  k.floats.set(space.basis, at.basis)
  const scale = 1 / space.top ** 2
  for (let e = byItem.values; e < byItem.values + m.items.values.length; e++) k.floats[e]! *= scale
  const apply = (out: number, x: number) => {
    k.width(batchSize)
    times(k, byGroup, at.u, x, batchSize)
    times(k, byItem, out, at.u, batchSize)
  }
  const project = (batch: readonly Query[]) => {
    k.width(space.k)
    batch.forEach((query, q) => {
      let n = 0
      for (const i of new Set(query.items)) {
        if (!(m.degrees[i]! > 0)) continue
        k.ints[at.index + n] = i
        k.floats[at.weight + n++] = 1 / Math.sqrt(m.degrees[i]!)
      }
      k.gatherMix(at.code + q * space.k, at.basis, at.index, at.weight, n)
    })
    k.floats.fill(0, at.code + batch.length * space.k, at.code + batchSize * space.k)
    k.scores(at.parts[1], at.basis, at.code, items, batchSize)
    for (let i = 0; i < items; i++) {
      const by = Math.sqrt(m.degrees[i]!)
      for (let c = 0; c < batchSize; c++) k.floats[at.parts[1] + i * batchSize + c]! *= by
    }
  }
  return batch => {
    k.floats.fill(0, at.r, at.r + items * batchSize)
    batch.forEach((query, q) => {
      for (const i of query.items) k.floats[at.r + i * batchSize + q] = 1
    })
    apply(at.parts[0], at.r)
    project(batch)
    apply(at.parts[2], at.parts[0])
    apply(at.parts[3], at.parts[1])
    const [near, low, nearAgain, lowAgain] = at.parts.map(p => k.floats.subarray(p, p + items * batchSize))
    return { near, low, nearAgain, lowAgain } as Parts
  }
}

/** y of one question over all items, into `out`: near + beta·low − T·P(near + beta·low). */
export function combine(parts: Column, { beta, sharpen }: Pick<SpectralSettings, 'beta' | 'sharpen'>, out: Float32Array): void {
  const { near, low, nearAgain, lowAgain } = parts
  for (let i = 0; i < out.length; i++) out[i] = near[i]! + beta * low[i]! - sharpen * (nearAgain[i]! + beta * lowAgain[i]!)
}

/** The parts of one question, an item after the other. */
export type Column = Parts
export const emptyColumn = (items: number): Column => ({
  near: new Float32Array(items),
  low: new Float32Array(items),
  nearAgain: new Float32Array(items),
  lowAgain: new Float32Array(items),
})
/** Question q of a batch. */
export function column(parts: Parts, q: number, to: Column): Column {
  for (const name of ['near', 'low', 'nearAgain', 'lowAgain'] as const) {
    const from = parts[name]
    const own = to[name]
    for (let i = 0, at = q; i < own.length; i++, at += batchSize) own[i] = from[at]!
  }
  return to
}

/** d_j^(1/2 − p); 0 for items that nobody has. */
export const popularPart = (degrees: Float32Array, p: number) => degrees.map(d => (d > 0 ? d ** (0.5 - p) : 0))

/** A low-pass filter with sharpening over who has what: score_j = y_j d_j^(1/2 − p), what is above 0. No order, and no vector of a person. */
export function spectralSource(m: Normalised, space: Subspace, set: SpectralSettings): Source {
  const answer = spectralParts(m, space)
  const popular = popularPart(m.degrees, set.p)
  const own = emptyColumn(popular.length)
  const y = new Float32Array(popular.length)
  let parts: Parts
  return {
    name: 'spectral',
    begin(batch) {
      parts = answer(batch)
    },
    fill(q, out) {
      combine(column(parts, q, own), set, y)
      for (let i = 0; i < y.length; i++) if (y[i]! > 0) out.add(i, y[i]! * popular[i]!)
    },
  }
}
