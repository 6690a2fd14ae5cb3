import { expect, test } from 'vitest'
import { evenLines, linesOf } from './line-breaks.ts'

const each = (text: string) => [...text].length
test('Latin text breaks at spaces, and a word that is too long is broken where it has to be', () => {
  expect(linesOf('two cups of tea', 8, each, 'en')).toEqual(['two cups', 'of tea'])
  expect(linesOf('abcdefghij k', 4, each, 'en')).toEqual(['abcd', 'efgh', 'ij k'])
})
test('Japanese and Chinese lines never begin with a closing mark or end with an opening one, and lose nothing', () => {
  const texts = [
    '毎朝この湯呑みで飲んでいます。軽くて、驚きました！',
    '「萩焼」は使うほど（本当に）色が変わる。',
    '这只杯子很轻，我每天早上都用它喝茶（真的）。',
  ]
  for (const text of texts)
    for (let most = 4; most < 14; most++) {
      const lines = linesOf(text, most, each, 'ja')
      expect(lines.join('')).toBe(text)
      for (const line of lines.slice(1)) expect(line, `${most}: ${lines.join('|')}`).not.toMatch(/^[、。，！？）」]/)
      for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[（「]$/)
    }
})
test('what was typed as a new line stays one, also an empty one', () => {
  expect(linesOf('a\n\nb', 10, each)).toEqual(['a', '', 'b'])
})

test('endings of Japanese stay with their word, and lines are evened out without becoming more', () => {
  expect(linesOf('三週間使いました。軽い！', 9, each, 'ja')).toEqual(['三週間使いました。', '軽い！'])
  const text = '三週間使いました。見た目より軽い！'
  const wide = linesOf(text, 12, each, 'ja')
  const even = evenLines(text, 12, each, 'ja')
  expect(even.length).toBe(wide.length)
  expect(Math.max(...even.map(each))).toBeLessThanOrEqual(Math.max(...wide.map(each)))
  expect(even.join('')).toBe(text)
})
