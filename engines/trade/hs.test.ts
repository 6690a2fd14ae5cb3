import { expect, test } from 'vitest'
import { byLongestPrefix, parseHs } from './hs.ts'
import { bundledRules } from './index.ts'

test('codes of 6, 8 and 10 digits are read with or without dots', () => {
  expect(parseHs(' 3304.99.00.29 ')).toEqual({
    ok: true,
    value: { digits: '3304990029', chapter: '33', heading: '3304', subheading: '330499' },
  })
  for (const code of ['010121', '3304.99', '33049900', '9706 90']) expect(parseHs(code).ok).toBe(true)
})

test.each(['', '33', '3304', '33049', '3304990', '330499002', '33049900291', '3304ab', '33.04.99.00.29.11', '３３０４９９'])(
  'the text "%s" is no HS code',
  text => {
    expect(parseHs(text)).toMatchObject({ ok: false, code: 'hs_form' })
  },
)

test.each([
  ['000000', 'chapter'],
  ['770100', 'chapter'],
  ['980100', 'chapter'],
  ['999999', 'chapter'],
  ['010700', 'heading'],
  ['330899', 'heading'],
  ['330412', 'subheading'],
  ['33040000', 'subheading'],
])('%s does not exist: no such %s', (text, level) => {
  expect(parseHs(text)).toMatchObject({ ok: false, code: 'hs_unknown', details: { level } })
})

test('the list has the 1,228 headings and 5,612 subheadings of the 2022 edition', () => {
  const codes = Array.from({ length: 1_000_000 }, (_, i) => String(i).padStart(6, '0')).filter(c => parseHs(c).ok)
  expect([new Set(codes.map(c => c.slice(0, 4))).size, codes.length]).toEqual([1228, 5612])
})

test('every line of the sample of the positive list exists, once', () => {
  const row = bundledRules.find(r => r.rule === 'positive-list')
  const lines = row?.rule === 'positive-list' ? row.params.lines : []
  expect(lines.length).toBeGreaterThanOrEqual(40)
  expect(lines.filter(l => !parseHs(l.hs).ok).map(l => l.hs)).toEqual([])
  expect(new Set(lines.map(l => l.hs)).size).toBe(lines.length)
})

test('every beginning of a code in the rules leads to a code that exists', () => {
  const all = new Set<string>()
  const walk = (v: unknown): void => {
    if (typeof v !== 'object' || v === null) return
    for (const [k, x] of Object.entries(v)) {
      if (k === 'hs') for (const h of Array.isArray(x) ? x : [x]) all.add(h as string)
      else if (k === 'exceptHs') for (const h of x as string[]) all.add(h)
      else walk(x)
    }
  }
  for (const r of bundledRules) walk(r.params)
  const codes = Array.from({ length: 1_000_000 }, (_, i) => String(i).padStart(6, '0')).filter(c => parseHs(c).ok)
  expect([...all].filter(p => p.length < 8 && !codes.some(c => c.startsWith(p)))).toEqual([])
  expect(all.size).toBeGreaterThan(100)
})

test('the longest beginning that fits counts', () => {
  const rows = [{ hs: '33' }, { hs: '330499' }, { hs: '3304' }, { hs: '42' }]
  expect(byLongestPrefix(rows, '33049900')?.hs).toBe('330499')
  expect(byLongestPrefix(rows, '33051000')?.hs).toBe('33')
  expect(byLongestPrefix(rows, '61091000')).toBe(null)
})
