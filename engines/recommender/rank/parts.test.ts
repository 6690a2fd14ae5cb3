import { describe, expect, it } from 'vitest'
import { seeded } from '#base/kernel'
import { Calibration } from './calibration.ts'
import { Mixture } from './mixture.ts'
import { WatchQuantiles } from './quantile.ts'
import { Rows } from './rows.ts'
import { Tallies } from './tallies.ts'

describe('rows', () => {
  it('a key keeps its row, and two keys never share one', () => {
    const rows = new Rows(4096)
    const at = new Map<string, number>()
    for (let k = 0; k < 1_500; k++) at.set(`${k % 50},${k * 7919}`, rows.take(k % 50, k * 7919))
    expect(new Set(at.values()).size).toBe(at.size)
    for (const [key, row] of at) expect(rows.find(Number(key.split(',')[0]), Number(key.split(',')[1]))).toBe(row)
    expect(rows.find(51, 1)).toBe(-1)
    expect(rows.evicted).toBe(0)
  })
  it('the least recently taken goes, and its generation counts on', () => {
    const rows = new Rows(8)
    for (let k = 0; k < 8; k++) rows.take(k, 0)
    rows.take(0, 0)
    const row = rows.find(1, 0)
    expect(rows.take(99, 0)).toBe(row)
    expect(rows.fresh).toBe(true)
    expect(rows.find(1, 0)).toBe(-1)
    expect(rows.find(0, 0)).toBeGreaterThanOrEqual(0)
    expect(rows.generation[row]).toBe(1)
  })
  it('0 and 0 is a key like any other', () => {
    const rows = new Rows(8)
    expect(rows.find(0, 0)).toBe(-1)
    const row = rows.take(0, 0)
    expect(rows.find(0, 0)).toBe(row)
  })
})

it('tallies halve in a half-life, count only labels that are known, and a clock that runs back changes no decay', () => {
  const t = new Tallies(2, { heads: 2, rich: 1, halfLifeHours: 10 })
  const none = new Float64Array(1)
  t.add(1, 0, Float64Array.of(1, Number.NaN), Float64Array.of(0.25))
  t.add(1, 10, Float64Array.of(0, 1), none)
  expect([...t.values.subarray(6, 12)]).toEqual([1.5, 0.5, 1, 1, 0.125, 10])
  expect(t.keep(1, 20)).toBeCloseTo(0.5, 6)
  expect(t.keep(1, 3)).toBe(1)
  expect(t.keep(-1, 3)).toBe(0)
})

it('the mixture gives its weight to the expert that is right, and never all of it', () => {
  const random = seeded(2)
  const m = new Mixture(1, 3, (_, k) => k < 2)
  const p = Float64Array.of(0.8, 0.5, 0)
  for (let k = 0; k < 5_000; k++) m.learn(0, p, random() < 0.8 ? 1 : 0)
  expect(m.weights[0]).toBeGreaterThan(0.8)
  expect(m.weights[1]).toBeGreaterThan(0)
  expect(m.weights[2]).toBe(0)
  expect(m.mix(0, p)).toBeCloseTo(0.8, 1)
})

describe('watch quantiles', () => {
  it('judges a watch among clips of its length and inverts', () => {
    const q = new WatchQuantiles()
    const random = seeded(5)
    for (let k = 0; k < 20_000; k++) {
      q.add(random() * 10_000, 10_000)
      q.add(random() * 100_000, 100_000)
    }
    expect(q.rank(5_000, 10_000)).toBeCloseTo(0.5, 1)
    expect(q.rank(50_000, 100_000)).toBeCloseTo(0.5, 1)
    expect(q.milliseconds(0.5, 100_000) / 50_000).toBeCloseTo(1, 0)
  })
  it('without a history everything is in the middle', () => {
    expect(new WatchQuantiles().rank(1_000, 10_000)).toBe(0.5)
    expect(new WatchQuantiles().milliseconds(0.5, 10_000)).toBe(0)
  })
})

it('drift is small while what is said comes true, and large when it no longer does', () => {
  const random = seeded(9)
  const c = new Calibration(1)
  const live = (truth: number): void => c.learn(0, 0, { mixed: 0.3, p: 0.3 }, random() < truth ? 1 : 0)
  for (let k = 0; k < 5_000; k++) live(0.3)
  expect(Math.abs(c.drift(0))).toBeLessThan(4)
  for (let k = 0; k < 2_000; k++) live(0.4)
  expect(c.drift(0)).toBeGreaterThan(4)
})

it('calibration is learned scene by scene, and a scene without rows changes nothing', () => {
  const random = seeded(10)
  const c = new Calibration(1)
  for (let k = 0; k < 20_000; k++) {
    const p = c.apply(0, 2, 0.2)
    c.learn(0, 2, { mixed: 0.2, p }, random() < 0.4 ? 1 : 0)
  }
  expect(c.apply(0, 2, 0.2)).toBeCloseTo(0.4, 1)
  expect(c.apply(0, 3, 0.2)).toBeCloseTo(0.2, 6)
})
