import { describe, expect, it } from 'vitest'
import { seeded } from '#base/kernel'
import { metricsNamed } from '../../evaluation/metrics.ts'
import type { Query, Sequences } from '../sequences.ts'
import { Marks, rankOf, Scores } from '../source.ts'
import { tallyOf } from '../tune.ts'
import { column, combine, emptyColumn, spectralParts, spectralSource } from './filter.ts'
import { normalise } from './matrix.ts'
import { inverseOfCholesky, leadingSpace } from './subspace.ts'
import { tuneSpectral } from './tune.ts'

/** Eight circles of 20 items; a group has ten of its circle. The questions ask for an eleventh. */
function circles(groups: number): { s: Sequences; queries: Query[] } {
  const random = seeded(3)
  const rows: number[] = []
  const queries: Query[] = []
  for (let g = 0; g < groups; g++) {
    const own = [...Array(20).keys()].map(i => (g % 8) * 20 + i).sort(() => random() - 0.5)
    rows.push(...own.slice(0, 10))
    queries.push({ items: Int32Array.from(own.slice(0, 10)), actions: null, targets: Int32Array.of(own[10]!) })
  }
  const offsets = Int32Array.from({ length: groups + 1 }, (_, g) => g * 10)
  const s = { offsets, items: Int32Array.from(rows), actions: new Uint8Array(rows.length), age: new Float32Array(groups) }
  return { s: { ...s, itemCount: 162, actionCount: 1, ordered: false }, queries }
}

describe('spectral filter', () => {
  const { s, queries } = circles(160)
  const m = normalise(s, 1)
  it('finds a space with orthonormal columns, and the largest singular value', () => {
    const { basis, k, top } = leadingSpace(m, 8, 5, 1)
    for (let a = 0; a < k; a++)
      for (let b = 0; b <= a; b++) {
        let dot = 0
        for (let i = 0; i < s.itemCount; i++) dot += basis[i * k + a]! * basis[i * k + b]!
        expect(Math.abs(dot - (a === b ? 1 : 0))).toBeLessThan(1e-3)
      }
    expect(top).toBeCloseTo(1, 4)
  })
  it('inverts the Cholesky factor', () => {
    const inverse = inverseOfCholesky(Float64Array.of(4, 2, 2, 5), 2)
    expect([...inverse].map(x => Math.round(x * 1000) / 1000)).toEqual([0.5, 0, -0.25, 0.5])
  })
  it('keeps a person in the circle of what the person has', () => {
    const source = spectralSource(m, leadingSpace(m, 8, 5, 1), { au: 1, k: 8, beta: 0.4, sharpen: 0.5, p: 0.5 })
    source.begin(queries.slice(0, 64))
    const scores = new Scores(s.itemCount)
    const marks = new Marks(s.itemCount)
    let worst = 0
    for (let q = 0; q < 64; q++) {
      scores.clear()
      source.fill(q, scores)
      marks.set(queries[q]!.items)
      worst = Math.max(worst, rankOf(queries[q]!.targets[0]!, scores, marks))
    }
    expect(worst).toBeLessThanOrEqual(10)
  })
  it('gives the parts that dense multiplication gives', () => {
    const space = leadingSpace(m, 8, 5, 1)
    const parts = spectralParts(m, space)(queries.slice(0, 2))
    const dense = (x: Float32Array) => {
      const out = new Float32Array(s.itemCount)
      for (let g = 0; g < 160; g++) {
        let u = 0
        for (let e = g * 10; e < g * 10 + 10; e++) u += m.groups.values[e]! * x[m.groups.columns[e]!]!
        for (let e = g * 10; e < g * 10 + 10; e++) out[m.groups.columns[e]!]! += m.groups.values[e]! * u
      }
      return out.map(v => v / space.top ** 2)
    }
    const r = new Float32Array(s.itemCount)
    for (const i of queries[1]!.items) r[i] = 1
    const near = dense(r)
    const again = dense(near)
    const y = new Float32Array(s.itemCount)
    combine(column(parts, 1, emptyColumn(s.itemCount)), { beta: 0, sharpen: 1 }, y)
    for (let i = 0; i < 160; i++) expect(y[i]!).toBeCloseTo(near[i]! - again[i]!, 4)
    const set = { au: 1, k: 8, beta: 0.3, sharpen: 0.7, p: 0.5 }
    combine(column(parts, 1, emptyColumn(s.itemCount)), set, y)
    const source = spectralSource(m, space, set)
    source.begin(queries.slice(0, 2))
    const scores = new Scores(s.itemCount)
    source.fill(1, scores)
    for (let i = 0; i < 160; i++) expect(scores.values[i]!).toBeCloseTo(Math.max(0, y[i]!), 4)
  })
  it('is the same whatever the order of the rows', () => {
    const backwards = { ...s, items: s.items.slice() }
    for (let g = 0; g < 160; g++) backwards.items.subarray(g * 10, g * 10 + 10).reverse()
    const turned = queries.map(q => ({ ...q, items: q.items.slice().reverse() }))
    const how = { metrics: metricsNamed(['recall@5']), itemCount: s.itemCount, excludeSeen: true }
    const one = tuneSpectral(s, queries, how)
    const other = tuneSpectral(backwards, turned, how)
    expect(other).toEqual(one)
    if (!one) return
    const figures = [s, backwards].map((x, i) => {
      const n = normalise(x, one.au)
      return tallyOf(spectralSource(n, leadingSpace(n, one.k, 4, 1), one), i ? turned : queries, how).means()
    })
    expect(figures[0]!['recall@5']).toBeCloseTo(figures[1]!['recall@5']!, 2)
  })
})
