import { describe, expect, it } from 'vitest'
import { seeded, words } from '#base/kernel'
import { metricsNamed } from '../evaluation/metrics.ts'
import { type Answered, blendScores, chooseBlend, ranksBy } from './blend.ts'
import { gather } from './candidates.ts'
import { countDco, dcoSource, popularity, startOf } from './dco.ts'
import { fitLogit, logitScores } from './logit.ts'
import type { Query, Sequences } from './sequences.ts'
import { indexGroups, knnSource, knnStart } from './session-knn.ts'
import { constantSource, Marks, rankOf, Scores, type Source } from './source.ts'
import { textNeighbours, textSource } from './titles.ts'

const sequences = (groups: number[][], itemCount: number): Sequences => {
  const offsets = Int32Array.from([0, ...groups.map((_, g) => groups.slice(0, g + 1).flat().length)])
  const items = Int32Array.from(groups.flat())
  return {
    offsets,
    items,
    actions: new Uint8Array(items.length),
    age: new Float32Array(groups.length),
    itemCount,
    actionCount: 1,
    ordered: true,
  }
}
const ask = (items: number[], targets: number[] = []): Query => ({
  items: Int32Array.from(items),
  actions: null,
  targets: Int32Array.from(targets),
})
function scoresOf(source: Source, query: Query, items: number): Scores {
  const scores = new Scores(items)
  source.begin([query])
  source.fill(0, scores)
  return scores
}

describe('directed decayed co-occurrence', () => {
  const settings = {
    ...startOf(sequences([[0, 1]], 3), 'rows', false),
    beta: 0.25,
    delta: 0.5,
    window: 2,
    kappa: 0,
    eta: 0,
    rho: 0,
  }
  it('counts what the formula says', () => {
    const counts = countDco(sequences([[0, 1, 2, 3]], 4), settings)
    const row = (i: number) =>
      Object.fromEntries(
        [...counts.items.subarray(counts.offsets[i], counts.offsets[i + 1])].map((j, k) => [
          j,
          counts.counts[counts.offsets[i]! + k],
        ]),
      )
    expect(row(0)).toEqual({ 1: 1, 2: Math.fround(2 ** -0.5) })
    expect(row(2)).toEqual({ 3: 1, 1: 0.25, 0: Math.fround(0.25 * Math.fround(2 ** -0.5)) })
    expect([...counts.n]).toEqual([1, 1, 1, 1])
  })
  it('finds the planted successor and not the predecessor', () => {
    const random = seeded(11)
    const groups = Array.from({ length: 200 }, () => {
      const at = Math.floor(random() * 50)
      return [at, (at + 1) % 50, (at + 2) % 50, Math.floor(random() * 50)]
    })
    const source = dcoSource(countDco(sequences(groups, 50), settings), settings)
    for (let i = 0; i < 50; i++) expect(rankOf((i + 1) % 50, scoresOf(source, ask([i]), 50), null)).toBe(1)
  })
  it('counts an item with itself only where repetition is asked for', () => {
    const s = sequences([[1, 1, 2]], 3)
    expect(scoresOf(dcoSource(countDco(s, settings), settings), ask([1]), 3).values[1]).toBe(0)
    const self = { ...settings, self: true }
    expect(scoresOf(dcoSource(countDco(s, self), self), ask([1]), 3).values[1]).toBeGreaterThan(0)
  })
})

describe('other sources', () => {
  it('groups that hold the same items vote for what stood beside them', () => {
    const s = sequences(
      [
        [0, 1, 2],
        [0, 1, 2],
        [3, 4, 5],
        [6, 0, 7],
      ],
      8,
    )
    const scores = scoresOf(knnSource(indexGroups(s), knnStart), ask([0, 1]), 8)
    expect(scores.values[2]).toBeGreaterThan(scores.values[7]!)
    expect(scores.values[4]).toBe(0)
  })
  it('words of Japanese and Chinese texts are told apart, capitals are not', () => {
    expect(words('Red SHOES, size 42')).toEqual(['red', 'shoes', 'size', '42'])
    expect(words('東京で猫を飼う').length).toBeGreaterThan(3)
    expect(words('')).toEqual([])
  })
  it('an item that nobody met is found by its words', () => {
    const near = textNeighbours({ title: ['green tea bowl', 'blue tea bowl', 'running shoes', 'trail running shoes', 'lamp'] }, 5)
    if (!near) throw new Error('no neighbours')
    const scores = scoresOf(textSource(near, true), ask([2]), 5)
    expect(rankOf(3, scores, null)).toBe(1)
    expect(scores.values[4]).toBe(0)
    expect(textNeighbours({}, 5)).toBe(null)
  })
  it('popularity adds to one, and the old counts less when asked', () => {
    const s = {
      ...sequences(
        [
          [0, 0, 1],
          [2, 2, 2],
        ],
        3,
      ),
      age: Float32Array.of(1, 0),
    }
    expect([...popularity(s, 0)].reduce((a, b) => a + b)).toBeCloseTo(1)
    expect(popularity(s, 8)[2]).toBeGreaterThan(0.99)
  })
})

describe('ranking', () => {
  it('breaks ties against the target and never ranks what is kept out or unscored', () => {
    const scores = new Scores(5)
    for (const [i, v] of [
      [0, 2],
      [1, 1],
      [2, 1],
      [3, 1],
    ] as const)
      scores.add(i, v)
    expect(rankOf(1, scores, null)).toBe(4)
    expect(rankOf(4, scores, null)).toBe(Number.POSITIVE_INFINITY)
    const marks = new Marks(5)
    marks.set(Int32Array.of(0, 3))
    expect(rankOf(1, scores, marks)).toBe(2)
    expect(rankOf(0, scores, marks)).toBe(Number.POSITIVE_INFINITY)
    expect(ranksBy(Float32Array.of(3, 1, 1), Int32Array.of(1, -1, 0))).toEqual([3, Number.POSITIVE_INFINITY, 1])
  })
  it('gathers the best of every source, shares over what may be recommended', () => {
    const sources = [constantSource('a', Float32Array.of(4, 3, 2, 1)), constantSource('b', Float32Array.of(0, 0, 0, 5))]
    gather(sources, [ask([0])], { itemCount: 4, excludeSeen: true, each: 1 }, (_, { items, shares }) => {
      expect([...items].sort()).toEqual([1, 3])
      const at = [...items].indexOf(1)
      expect([shares[at * 2], shares[at * 2 + 1]]).toEqual([0.5, 0])
    })
  })
  it('a blend and a logit lean on the source that knows', () => {
    const random = seeded(4)
    const asked: Answered[] = Array.from({ length: 300 }, () => {
      const target = Math.floor(random() * 10)
      const shares = Float32Array.from({ length: 20 }, (_, i) =>
        i % 2 === 0 && i >> 1 === target && random() < 0.8 ? 0.5 : random() * 0.2,
      )
      const candidates = { items: Int32Array.from({ length: 10 }, (_, i) => i), shares, seen: new Uint8Array(10) }
      return { candidates, targets: Int32Array.of(target) }
    })
    const metrics = metricsNamed(['hr@1'])
    const { blend } = chooseBlend(asked, 2, 10, metrics)
    const hits = (scores: (a: Answered) => Float32Array) => asked.filter(a => ranksBy(scores(a), a.targets)[0] === 1).length
    expect(hits(a => blendScores(blend, a.candidates, 10))).toBeGreaterThan(220)
    const shape = { sources: 2, itemCount: 10, blends: [blend] }
    const model = fitLogit(asked, shape)
    expect(hits(a => logitScores(model, a.candidates, shape))).toBeGreaterThan(220)
  })
})
