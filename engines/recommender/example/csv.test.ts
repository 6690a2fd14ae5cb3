import { expect, test } from 'vitest'
import { learned } from './csv.ts'

test('the example of the README gives each person a page with what their kind of people liked first, and nothing they have seen', () => {
  const r = learned(new URL('items.csv', import.meta.url), new URL('actions.csv', import.meta.url))
  const page = (person: string) =>
    r
      .recommend({ person, n: 6, now: Date.parse('2026-03-27'), scene: 'for_you', profiling: true, request: 'first' })
      .slots.map(s => s.item)
  const tea = ['sencha', 'hojicha', 'matcha', 'gyokuro', 'genmaicha', 'kukicha']
  expect(tea).toContain(page('ana')[0])
  expect(['scarf', 'noren', 'apron', 'towel', 'tote', 'shirt']).toContain(page('dai')[0])
  expect(r.counts().damped).toMatchObject({ unknown_item: 0, malformed: 0 })
  const seen = new Set(r.taste('ana').recent.map(x => x.item))
  expect(seen.size).toBeGreaterThan(0)
  expect(page('ana').filter(x => seen.has(x))).toEqual([])
})
