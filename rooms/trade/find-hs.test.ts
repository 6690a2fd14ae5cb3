import { expect, test } from 'vitest'
import { bundledRules, parseHs } from '#engines/trade'
import { findHs } from './find-hs.ts'

const find = (text: string) => findHs(bundledRules, '2026-01-01', text)

test('a code is found with its name and its chapter; one that does not exist says which part does not', () => {
  expect(find('6912.00.10.00')).toMatchObject({
    problem: null,
    items: [{ hs: '6912001000', name: expect.stringMatching(/^Ceramic tableware/), chapter: { ja: '陶磁製品' } }],
    listed: { hs: '69120010' },
  })
  expect(find('691299')).toMatchObject({ problem: 'hs_unknown', level: 'subheading', items: [], listed: null })
  expect(find('770100')).toMatchObject({ problem: 'hs_unknown', level: 'chapter' })
  expect(find('6912')).toMatchObject({ problem: 'hs_form', items: [{ hs: '691200' }] })
})

test('words find names in English, and chapters in every language', () => {
  expect(find('green tea').items.map(i => i.hs)).toContain('090210')
  expect(find('陶磁').items[0]?.hs.slice(0, 2)).toBe('69')
  expect(find('茶').items.map(i => i.hs.slice(0, 2))).toContain('09')
  expect(find('xyzzy').items).toEqual([])
})

test('every name belongs to a code of the engine’s table, and every chapter has its names', () => {
  for (let n = 1; n <= 97; n++) {
    const chapter = String(n).padStart(2, '0')
    for (const { hs, name, chapter: names } of find(chapter).items) {
      expect(parseHs(hs).ok, hs).toBe(true)
      expect([name, names.en, names.ja, names.zh].every(Boolean), hs).toBe(true)
    }
  }
})
