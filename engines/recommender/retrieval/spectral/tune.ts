import { Tally } from '../../evaluation/metrics.ts'
import type { Query, Sequences } from '../sequences.ts'
import { batchSize } from '../source.ts'
import type { Judging } from '../tune.ts'
import { column, combine, emptyColumn, type Parts, popularPart, type SpectralSettings, spectralParts } from './filter.ts'
import { normalise } from './matrix.ts'
import { leadingSpace } from './subspace.ts'

const coarse = { betas: [0.15, 0.4, 1], sharpens: [0, 1], exponents: [0.25, 0.35, 0.45] }
const fine = { betas: [0.1, 0.2, 0.3, 0.6, 1, 2], sharpens: [0.5, 1, 1.2], exponents: [0.15, 0.2, 0.3, 0.4, 0.45, 0.5] }

/** Passes of the subspace iteration. */
export const passes = 4

/** Numbers of directions worth trying: multiples of 8, at most a quarter of either side. */
export function directions(s: Sequences): number[] {
  const groups = s.offsets.length - 1
  const room = 1.2e8 / (2 * s.itemCount + groups)
  const most = Math.min(room, Math.floor(Math.min(s.itemCount, groups) / 4 / 8) * 8)
  const large = s.items.length > 300_000
  return (large ? [128, 384] : [32, 64, 128, 256, 384]).filter(k => k <= most)
}

interface Tried {
  readonly betas: readonly number[]
  readonly sharpens: readonly number[]
  readonly exponents: readonly number[]
}
interface Best {
  readonly worth: number
  readonly set: SpectralSettings
}

/** Tries exponents and sizes on questions of the cut; what costs no multiplication is tried at once. Null for folders too small for it. */
export function tuneSpectral(train: Sequences, queries: readonly Query[], how: Judging): SpectralSettings | null {
  const better = (best: Best | null, got: Best) => (!best || got.worth > best.worth ? got : best)
  let best: Best | null = null
  for (const k of directions(train)) best = better(best, bestOf({ train, queries, how }, { au: 0.7, k }, coarse))
  if (!best) return null
  const { k } = best.set
  for (const au of [0.4, 1]) best = better(best, bestOf({ train, queries, how }, { au, k }, coarse))
  return better(best, bestOf({ train, queries, how }, best.set, fine)).set
}

interface Asked {
  readonly train: Sequences
  readonly queries: readonly Query[]
  readonly how: Judging
}
function bestOf(
  { train, queries, how }: Asked,
  { au, k }: Pick<SpectralSettings, 'au' | 'k'>,
  { betas, sharpens, exponents }: Tried,
): Best {
  const m = normalise(train, au)
  const parts = spectralParts(m, leadingSpace(m, k, passes, 1))
  const tried = betas.flatMap(beta => sharpens.flatMap(sharpen => exponents.map(p => ({ au, k, beta, sharpen, p }))))
  const tallies = tried.map(() => new Tally(how.metrics))
  const popular = exponents.map(p => popularPart(m.degrees, p))
  const own = emptyColumn(how.itemCount)
  const y = new Float32Array(how.itemCount)
  const answer = (query: Query, got: Parts, q: number) => {
    column(got, q, own)
    let t = 0
    for (const beta of betas)
      for (const sharpen of sharpens) {
        combine(own, { beta, sharpen }, y)
        if (how.excludeSeen) for (const i of query.items) y[i] = 0
        for (const by of popular) tallies[t++]!.add(ranksAmong(y, by, query.targets))
      }
  }
  for (let from = 0; from < queries.length; from += batchSize) {
    const batch = queries.slice(from, from + batchSize)
    const got = parts(batch)
    for (let q = 0; q < batch.length; q++) answer(batch[q] as Query, got, q)
  }
  const at = tallies.reduce((a, _, i) => (tallies[i]!.worth() > tallies[a]!.worth() ? i : a), 0)
  return { worth: tallies[at]!.worth(), set: tried[at] as SpectralSettings }
}

/** Places of the targets by y_i · by_i, ties against them. Only what reaches the lowest target is compared with each. */
function ranksAmong(y: Float32Array, by: Float32Array, targets: Int32Array): number[] {
  const own = Float32Array.from(targets, t => y[t]! * by[t]!)
  const positive = own.filter(v => v > 0)
  const lowest = positive.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const ranks = new Int32Array(own.length)
  for (let i = 0; i < y.length; i++) {
    const v = Math.fround(y[i]! * by[i]!)
    if (v >= lowest) for (let t = 0; t < own.length; t++) if (v >= own[t]!) ranks[t]!++
  }
  return Array.from(ranks, (r, t) => (own[t]! > 0 ? r : Number.POSITIVE_INFINITY))
}
