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

/** R̃ and the basis in the memory of kernels, with room for four times items × batchSize numbers. */
interface Machine {
  /** Place → items × batchSize numbers. */
  readonly read: (place: number) => Float32Array
  readonly places: readonly [number, number, number, number]
  /** near = P r into the first place, low = D^{1/2} V Vᵀ D^{−1/2} r into the second; r = who asks, 0 or 1. */
  readonly ask: (batch: readonly Query[]) => void
  /** out = P x, P = R̃ᵀR̃ / top². */
  readonly apply: (out: number, x: number) => void
}

function machineOf(m: Normalised, space: Subspace): Machine {
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
    u: arena.take(groups * batchSize),
  }
  const places = [0, 1, 2, 3].map(() => arena.take(items * batchSize)) as [number, number, number, number]
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
    k.scores(places[1], at.basis, at.code, items, batchSize)
    for (let i = 0; i < items; i++) {
      const by = Math.sqrt(m.degrees[i]!)
      for (let c = places[1] + i * batchSize; c < places[1] + (i + 1) * batchSize; c++) k.floats[c]! *= by
    }
  }
  const ask = (batch: readonly Query[]) => {
    k.floats.fill(0, places[2], places[2] + items * batchSize)
    batch.forEach((query, q) => {
      for (const i of query.items) k.floats[places[2] + i * batchSize + q] = 1
    })
    apply(places[0], places[2])
    project(batch)
  }
  return { read: p => k.floats.subarray(p, p + items * batchSize), places, ask, apply }
}

/** near, low and P of both, apart, so that settings can be tried without multiplying again. */
export function spectralParts(m: Normalised, space: Subspace): (batch: readonly Query[]) => Parts {
  const { read, places, ask, apply } = machineOf(m, space)
  return batch => {
    ask(batch)
    apply(places[2], places[0])
    apply(places[3], places[1])
    return { near: read(places[0]), low: read(places[1]), nearAgain: read(places[2]), lowAgain: read(places[3]) }
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
export function spectralSource(m: Normalised, space: Subspace, { beta, sharpen, p }: SpectralSettings): Source {
  const { read, places, ask, apply } = machineOf(m, space)
  const popular = popularPart(m.degrees, p)
  const y = read(places[0])
  const low = read(places[1])
  const again = read(places[2])
  return {
    name: 'spectral',
    begin(batch) {
      ask(batch)
      for (let c = 0; c < y.length; c++) y[c]! += beta * low[c]!
      if (sharpen === 0) return
      apply(places[2], places[0])
      for (let c = 0; c < y.length; c++) y[c]! -= sharpen * again[c]!
    },
    fill(q, out) {
      for (let i = 0, at = q; i < popular.length; i++, at += batchSize) if (y[at]! > 0) out.add(i, y[at]! * popular[i]!)
    },
  }
}
