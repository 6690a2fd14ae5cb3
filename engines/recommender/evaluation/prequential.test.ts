import { describe, expect, it } from 'vitest'
import { seeded } from '#base/kernel'
import type { Dataset } from './dataset.ts'
import { mapImpressions } from './impressions-map.ts'
import { fitLowRank } from './low-rank.ts'
import { Decayed } from './past.ts'
import { evaluatePrequential } from './prequential.ts'

const users = 80
const items = 60
const start = 1_700_000_000_000
const quiet = (): void => {}

/** Persons like the third of the items that has their kind. Columns have the names that are asked for. */
function world(seed: number, rows: number, good = 'longView'): Dataset {
  const random = seeded(seed)
  const below = (n: number): number => Math.floor(random() * n)
  const likes = (u: number, i: number): boolean => random() < (u % 3 === i % 3 ? 0.8 : 0.15)
  const past: number[][] = Array.from({ length: users }, () => Array.from({ length: 15 }, () => below(items)))
  const user = Int32Array.from({ length: rows }, () => below(users))
  const item = Int32Array.from({ length: rows }, () => below(items))
  return {
    name: 'world',
    protocol: 'prequential',
    excludeSeen: false,
    ordered: true,
    metrics: ['auc'],
    itemNames: Array.from({ length: items }, (_, i) => `i${i}`),
    actionNames: ['watch', 'long-watch', 'like'],
    train: {
      offsets: Int32Array.from({ length: users + 1 }, (_, u) => u * 15),
      items: Int32Array.from(past.flat()),
      times: Float64Array.from(past.flat(), (_, k) => k % 15),
      actions: Uint8Array.from(past.flatMap((list, u) => list.map(i => (likes(u, i) ? (random() < 0.1 ? 2 : 1) : 0)))),
    },
    test: {
      group: new Int32Array(),
      historyOffsets: new Int32Array(1),
      history: new Int32Array(),
      targetOffsets: new Int32Array(1),
      targets: new Int32Array(),
    },
    facts: { category: Array.from({ length: items }, (_, i) => `c${i % 3} more`) },
    impressions: {
      user,
      item,
      timeMs: Float64Array.from({ length: rows }, (_, r) => start + r * 20_000),
      columns: {
        surface: Float32Array.from({ length: rows }, () => below(2)),
        [good]: Float32Array.from({ length: rows }, (_, r) => (likes(user[r]!, item[r]!) ? 1 : 0)),
        share: Float32Array.from({ length: rows }, () => (random() < 0.1 ? 1 : 0)),
        playMs: Float32Array.from({ length: rows }, () => below(30_000)),
        stayMs: Float32Array.from({ length: rows }, () => below(9)),
      },
      userNames: Array.from({ length: users }, (_, u) => `u${u}`),
      userFacts: {
        age: Array.from({ length: users }, (_, u) => (u % 2 ? 'old' : 'young')),
        note: Array.from({ length: users }, (_, u) => `${u}`),
      },
    },
  }
}

describe('prequential evaluation', () => {
  it('finds the planted tastes and reports every head under its own name and the main one under the plain names', async () => {
    const m = await evaluatePrequential(world(3, 4_000), quiet)
    expect(m.auc).toBeGreaterThan(0.75)
    expect(m['longView.auc']).toBe(m.auc)
    expect(m.gaucFrozen).toBeGreaterThan(0.7)
    expect(m.ece).toBeLessThan(0.1)
    expect(m['share.auc']).toBeLessThan(0.6)
    expect(Object.keys(m)).toEqual(expect.arrayContaining(['logloss', 'gauc.clean', 'share.ece.clean', 'recall@20']))
  })

  it('gives the same figures for the same rows', async () => {
    expect(await evaluatePrequential(world(4, 600), quiet)).toEqual(await evaluatePrequential(world(4, 600), quiet))
  })

  it('takes any name of a head, and learns without a train part, scenes, lengths or facts', async () => {
    const full = world(5, 3_000, 'bought')
    const { bought } = full.impressions!.columns as { bought: Float32Array }
    const bare: Dataset = {
      ...full,
      facts: {},
      train: { offsets: new Int32Array(1), items: new Int32Array(), times: new Float64Array(), actions: new Uint8Array() },
      impressions: { ...full.impressions!, columns: { bought }, userFacts: {} },
    }
    const m = await evaluatePrequential(bare, quiet)
    expect(m['bought.auc']).toBeGreaterThan(0.6)
  })

  it('says so when there is nothing to predict', async () => {
    const full = world(6, 50)
    const none: Dataset = {
      ...full,
      impressions: { ...full.impressions!, columns: { playMs: full.impressions!.columns.playMs! } },
    }
    await expect(evaluatePrequential(none, quiet)).rejects.toThrow('nothing to predict')
    await expect(evaluatePrequential({ ...full, impressions: null }, quiet)).rejects.toThrow('impressions.tsv')
  })
})

describe('what a folder says in words of the ranker', () => {
  const data = world(7, 400)
  const mapped = mapImpressions(data, data.impressions!)
  it('columns of 0 and 1 are heads, the scene is none, play time is the watch head, and the main head stands first', () => {
    expect(mapped.heads.map(h => h.name)).toEqual(['longView', 'share', 'watch'])
    expect(mapped.heads.map(h => h.kind)).toEqual(['binary', 'binary', 'watch'])
    expect(mapped.facts).toBe(1)
  })
  it('an action of the train part says its own head and not the heads that it never names', () => {
    expect(mapped.actionLabels).toEqual([
      [0, null, null],
      [1, null, null],
      [null, null, null],
    ])
  })
})

it('the low rank of two blocks tells them apart', () => {
  const lists = Array.from({ length: 40 }, (_, u) => [0, 1, 2, 3].map(k => (u % 2) * 4 + ((k + u) % 4)).slice(0, 3))
  const offsets = Int32Array.from({ length: 41 }, (_, u) => u * 3)
  const { vectors, rank } = fitLowRank({ offsets, items: Int32Array.from(lists.flat()), itemCount: 9 }, 2, 1, 1)
  const dot = (i: number, j: number): number =>
    Array.from({ length: rank }, (_, k) => vectors[i * rank + k]! * vectors[j * rank + k]!).reduce((a, b) => a + b, 0)
  expect(dot(0, 1)).toBeGreaterThan(0.15)
  expect(dot(0, 5)).toBeCloseTo(0, 3)
  // An item that nobody liked stands nowhere.
  expect(dot(8, 8)).toBe(0)
})

it('decayed counts halve in a half-life, also far beyond the moment they are kept in', () => {
  const c = new Decayed(1, 1)
  expect(c.values[0]! * c.keep(start)).toBe(0)
  c.add(0, start)
  expect(c.values[0]! * c.keep(start + 3_600_000)).toBeCloseTo(0.5, 9)
  c.add(0, start + 200 * 3_600_000)
  expect(c.values[0]! * c.keep(start + 200 * 3_600_000)).toBeCloseTo(1, 9)
})
