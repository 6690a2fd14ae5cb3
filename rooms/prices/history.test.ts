import { expect, test } from 'vitest'
import { days, hours, type Id, money, newId, seeded } from '#base/kernel'
import { historyOf } from './history.ts'
import type { PricePoint } from './struck.ts'

const now = new Date('2026-11-25T12:00:00Z')
const ago = (hoursAgo: number) => new Date(now.getTime() - hours(hoursAgo))
const yen = (n: number) => money(n, 'JPY')
const [one, two] = [newId('variant', new Date(1)), newId('variant', new Date(2))]
const point = (hoursAgo: number, price: number): PricePoint => ({ at: ago(hoursAgo), price: yen(price) })

/** By definition: the price in force at a moment is the last one set by then. All changes here are on full hours. */
function inForce(points: readonly PricePoint[], hoursAgo: number): bigint | null {
  return points.filter(p => p.at <= ago(hoursAgo)).at(-1)?.price.minor ?? null
}
/** By definition: the least of what was in force at any moment of the last hours. */
function lowByHand(points: readonly PricePoint[], window: number): bigint | null {
  let low: bigint | null = null
  for (let h = window; h >= 0; h--) {
    const price = inForce(points, h)
    if (price !== null && (low === null || price < low)) low = price
  }
  return low
}

test('lows of a variant are what was asked for it at some moment of the window, and the least of that, whatever the history (seed 41)', () => {
  const random = seeded(41)
  const some = (most: number) => Math.floor(random() * most)
  const reach = 24 * 120
  for (let i = 0; i < 150; i++) {
    const histories = new Map<Id<'variant'>, PricePoint[]>()
    for (const variant of [one, two]) {
      // Changes on the edges of both windows come up often enough to matter.
      const edges = [720, 721, 719, 2160, 2161, 2159, 0]
      const times = Array.from({ length: some(7) }, () => (random() < 0.3 ? (edges[some(edges.length)] as number) : some(reach)))
      histories.set(
        variant,
        [...new Set(times)].sort((a, b) => b - a).map(h => point(h, 100 + some(6) * 50)),
      )
    }
    const told = historyOf(histories, now)
    for (const [variant, points] of histories) {
      const mine = told.variants.find(v => v.variant === variant)
      const by = { low30: lowByHand(points, 720), low90: lowByHand(points, 2160) }
      expect({ low30: mine?.low30.minor ?? null, low90: mine?.low90.minor ?? null }, `history ${i}`).toEqual(by)
      if (!mine) continue
      const first = Math.min(2160, Math.max(...points.map(p => (now.getTime() - p.at.getTime()) / hours(1))))
      expect(mine.since, `history ${i}`).toEqual(ago(first))
      expect(points.find(p => p.at.getTime() === mine.low90At.getTime())?.price.minor).toBe(by.low90)
    }
  }
})

test('the line of a variant never begins before its first price: a product of a week has a line of a week', () => {
  const told = historyOf(
    new Map([
      [one, [point(24 * 7, 900), point(24 * 2, 1000)]],
      [two, [point(24 * 200, 700), point(24 * 100, 800)]],
    ]),
    now,
  )
  expect(told.variants.map(v => [v.variant, v.since])).toEqual([
    [one, ago(24 * 7)],
    [two, new Date(now.getTime() - days(90))],
  ])
})

test('a cheap variant does not lower what is said of a dear one', () => {
  const told = historyOf(
    new Map([
      [one, [point(100, 500)]],
      [two, [point(100, 2000), point(50, 1800)]],
    ]),
    now,
  )
  expect(told.variants.map(v => [v.low30.minor, v.low90.minor])).toEqual([
    [500n, 500n],
    [1800n, 1800n],
  ])
})

test('a variant without a price, or with one that is yet to come, has no line and no low', () => {
  const told = historyOf(
    new Map([
      [one, []],
      [two, [point(-5, 100)]],
    ]),
    now,
  )
  expect(told).toEqual({ asOf: now, points: [], variants: [] })
})
