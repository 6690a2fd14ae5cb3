import { expect, test } from 'vitest'
import { clips } from '../art/index.ts'
import { billing, buyers } from './premiere.ts'

const clipOf = (key: string) => clips.find(c => c.key === key)

test('every clip is shown once: on the bill, among the buyers, or in the laps of the history', () => {
  const laps = ['review-hagi-cup', 'review-ai-tote', 'review-sumi-notebook']
  expect([...billing, ...buyers, ...laps].sort()).toEqual(clips.map(c => c.key).sort())
})

test('the first twelve are ready soon and worth an evening: few products to draw, three makers or more, never three of a kind', () => {
  const first = billing.slice(0, 12).map(clipOf)
  expect(first.reduce((n, c) => n + (c?.products.length ?? 99), 0)).toBeLessThanOrEqual(8)
  expect(new Set(first.flatMap(c => (c && 'shop' in c.by ? [c.by.shop] : []))).size).toBeGreaterThanOrEqual(3)
  const shop = billing.map(k => clipOf(k)?.kind !== 'everyday')
  expect(shop.slice(0, 4)).toContain(true)
  for (let i = 0; i + 4 < shop.length; i++) expect(new Set(shop.slice(i, i + 5)).size, billing[i]).toBe(2)
})

test('no author has two clips in a row', () => {
  const by = billing.map(k => JSON.stringify(clipOf(k)?.by))
  for (let i = 1; i < by.length; i++) expect(by[i], billing[i]).not.toBe(by[i - 1])
})
