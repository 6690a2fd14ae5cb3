import { describe, expect, it } from 'vitest'
import { seeded } from '#base/kernel'
import { testTask, validationTask } from './cut.ts'
import type { Dataset, Protocol } from './dataset.ts'
import { figureOf, metricsNamed, Tally } from './metrics.ts'
import { evaluateRetrieval } from './retrieval.ts'

interface World {
  readonly protocol: Protocol
  readonly excludeSeen: boolean
  readonly ordered: boolean
  readonly groups: number[][]
  readonly tests: { group: number; history?: number[]; targets: number[] }[]
  readonly items: number
  readonly metrics?: string[]
  readonly actions?: (row: number) => number
  readonly actionNames?: string[]
}
function dataset(w: World): Dataset {
  const csr = (lists: number[][]) =>
    Int32Array.from([0, ...lists.map((_, i) => lists.slice(0, i + 1).reduce((n, l) => n + l.length, 0))])
  const flat = w.groups.flat()
  return {
    name: 'planted',
    protocol: w.protocol,
    excludeSeen: w.excludeSeen,
    ordered: w.ordered,
    metrics: w.metrics ?? ['hr@3', 'ndcg@3'],
    itemNames: Array.from({ length: w.items }, (_, i) => `i${i}`),
    actionNames: w.actionNames ?? ['view'],
    train: {
      offsets: csr(w.groups),
      items: Int32Array.from(flat),
      times: Float64Array.from(w.groups.flatMap(g => g.map((_, k) => k))),
      actions: Uint8Array.from(flat, (_, r) => w.actions?.(r) ?? 0),
    },
    test: {
      group: Int32Array.from(w.tests, t => t.group),
      historyOffsets: csr(w.tests.map(t => t.history ?? [])),
      history: Int32Array.from(w.tests.flatMap(t => t.history ?? [])),
      targetOffsets: csr(w.tests.map(t => t.targets)),
      targets: Int32Array.from(w.tests.flatMap(t => t.targets)),
    },
    facts: {},
    impressions: null,
  }
}
const quiet = () => {}
/** Walks over a circle of `items`; the test asks for the next step. */
function walks(n: number, items: number) {
  const random = seeded(9)
  const groups: number[][] = []
  const tests: World['tests'] = []
  for (let g = 0; g < n; g++) {
    const from = Math.floor(random() * items)
    const length = 3 + Math.floor(random() * 4)
    groups.push(Array.from({ length }, (_, k) => (from + k) % items))
    tests.push({ group: g, targets: [(from + length) % items] })
  }
  return { groups, tests, items }
}

describe('metrics', () => {
  it('give the figures that a hand gives', () => {
    const [hr, recall, ndcg, mrr] = metricsNamed(['hr@3', 'recall@3', 'ndcg@3', 'mrr@3']) as never[]
    expect(figureOf(hr!, [4])).toBe(0)
    expect(figureOf(hr!, [2, 9])).toBe(1)
    expect(figureOf(recall!, [2, 9])).toBe(0.5)
    expect(figureOf(mrr!, [2])).toBe(0.5)
    expect(figureOf(mrr!, [Number.POSITIVE_INFINITY])).toBe(0)
    expect(figureOf(ndcg!, [2])).toBeCloseTo(1 / Math.log2(3))
    expect(figureOf(ndcg!, [1, 3, 8])).toBeCloseTo((1 + 0.5) / (1 + 1 / Math.log2(3) + 0.5))
  })
  it('are means over all queries', () => {
    const tally = new Tally(metricsNamed(['hr@1']))
    for (const r of [1, 2, Number.POSITIVE_INFINITY, 1]) tally.add([r])
    expect(tally.means()).toEqual({ 'hr@1': 0.5 })
  })
  it('refuse names that nobody knows', () => {
    expect(() => metricsNamed(['auc'])).toThrow(/not known/)
  })
})

describe('the validation cut', () => {
  it('leave-one-out: hides the last row, and it is not in what is learned nor in the history', () => {
    const data = dataset({
      protocol: 'leave-one-out',
      excludeSeen: true,
      ordered: true,
      groups: [[1, 2, 3], [4], [5, 6]],
      tests: [{ group: 0, targets: [0] }],
      items: 7,
    })
    const { train, queries } = validationTask(data, 10, 1)
    expect([...train.items]).toEqual([1, 2, 4, 5])
    expect(queries.map(q => [[...q.items], [...q.targets]])).toEqual([
      [[1, 2], [3]],
      [[5], [6]],
    ])
  })
  it('sessions: nothing of the last tenth is learned', () => {
    const groups = Array.from({ length: 20 }, (_, g) => [g, g + 1, g + 2])
    const data = dataset({
      protocol: 'session-prefix',
      excludeSeen: false,
      ordered: true,
      groups,
      tests: [{ group: -1, history: [1], targets: [2] }],
      items: 30,
    })
    const { train, queries } = validationTask(data, 10, 1)
    expect(train.items.length).toBe(54)
    expect(queries.map(q => [...q.items, ...q.targets])).toEqual([
      [18, 19],
      [18, 19, 20],
      [19, 20],
      [19, 20, 21],
    ])
  })
  it('next purchase: every row on the hidden item goes, its views too', () => {
    const groups = [[1, 2, 1, 3, 2]]
    const data = dataset({
      protocol: 'set-recall',
      excludeSeen: false,
      ordered: true,
      groups,
      tests: [{ group: 0, targets: [9] }],
      items: 10,
      actionNames: ['view', 'buy'],
      actions: r => (r === 2 ? 1 : 0),
    })
    const { train, queries } = validationTask(data, 10, 1)
    expect([...train.items]).toEqual([2, 3, 2])
    expect([...queries[0]!.targets]).toEqual([1])
  })
  it('sets: what is asked for is not in what is learned', () => {
    const groups = Array.from({ length: 30 }, (_, g) => Array.from({ length: 12 }, (_, k) => (g + k * 3) % 50))
    const data = dataset({
      protocol: 'set-recall',
      excludeSeen: true,
      ordered: false,
      groups,
      tests: [{ group: 0, targets: [40, 41] }],
      items: 50,
    })
    const { train, queries } = validationTask(data, 10, 1)
    expect(queries.length).toBe(10)
    for (const q of queries) for (const t of q.targets) expect([...q.items]).not.toContain(t)
    expect(train.items.length).toBe(360 - queries.reduce((n, q) => n + q.targets.length, 0))
  })
  it('an empty history in test.tsv means the rows of train; a given one is taken as it is', () => {
    const data = dataset({
      protocol: 'leave-one-out',
      excludeSeen: true,
      ordered: true,
      groups: [[1, 2]],
      tests: [
        { group: 0, targets: [0] },
        { group: -1, history: [5], targets: [0] },
        { group: -1, targets: [3] },
      ],
      items: 7,
    })
    expect(testTask(data).queries.map(q => [...q.items])).toEqual([[1, 2], [5], []])
  })
})

describe('evaluation of retrieval', () => {
  it('finds the next step of planted walks, twice the same', async () => {
    const data = dataset({ ...walks(150, 40), protocol: 'leave-one-out', excludeSeen: true, ordered: true })
    const one = await evaluateRetrieval(data, quiet)
    expect(one['hr@3']).toBeGreaterThan(0.9)
    expect(await evaluateRetrieval(data, quiet)).toEqual(one)
  })
  it('sessions and sets run too', async () => {
    const world = walks(120, 40)
    const sessions = dataset({
      ...world,
      tests: world.tests.map(t => ({ group: -1, history: world.groups[t.group], targets: t.targets })),
      protocol: 'session-prefix',
      excludeSeen: false,
      ordered: true,
      metrics: ['hr@5', 'mrr@5'],
    })
    expect((await evaluateRetrieval(sessions, quiet))['hr@5']).toBeGreaterThan(0.8)
    const sets = dataset({
      ...world,
      tests: world.tests.map(t => ({ ...t, targets: [...t.targets, 0] })),
      protocol: 'set-recall',
      excludeSeen: true,
      ordered: false,
      metrics: ['recall@10', 'ndcg@10'],
    })
    expect((await evaluateRetrieval(sets, quiet))['recall@10']).toBeGreaterThan(0.3)
  })
  it('survives folders with next to nothing in them', async () => {
    for (const protocol of ['leave-one-out', 'session-prefix', 'set-recall'] as const)
      for (const ordered of [true, false])
        for (const groups of [[], [[0]], [[0, 1], [1]], [[0, 0, 0]]]) {
          const data = dataset({
            protocol,
            excludeSeen: ordered,
            ordered,
            groups,
            tests: [
              { group: groups.length > 0 ? 0 : -1, targets: [2] },
              { group: -1, targets: [1] },
            ],
            items: 3,
          })
          const metrics = await evaluateRetrieval(data, quiet)
          for (const v of Object.values(metrics)) expect(v).toBeGreaterThanOrEqual(0)
        }
  })
})
