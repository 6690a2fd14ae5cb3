import { expect, test } from 'vitest'
import { mostWordHashes, wordHashes, wordHashLimit } from './index.ts'

const shared = (a: string, b: string): number => wordHashes(a).filter(w => wordHashes(b).includes(w)).length

test('texts that share words share hashes, in English, Japanese and Chinese, however they are written', () => {
  expect(shared('A MATCHA bowl from Uji', 'matcha in the morning')).toBe(1)
  expect(shared('宇治の抹茶を飲む', '抹茶のお菓子')).toBe(1)
  expect(shared('我喜欢喝咖啡', '手冲咖啡教程')).toBe(1)
  expect(shared('ｍａｔｃｈａ', 'Matcha')).toBe(1)
  expect(shared('matcha bowl', 'leather shoes')).toBe(0)
})

test('a text of any length gives a bounded number of small integers, each once', () => {
  const text = Array.from({ length: 500 }, (_, k) => `word${k} word${k}`).join(' ')
  const hashes = wordHashes(text)
  expect(hashes).toHaveLength(mostWordHashes)
  expect(new Set(hashes).size).toBe(mostWordHashes)
  expect(hashes.every(h => Number.isInteger(h) && h >= 0 && h < wordHashLimit)).toBe(true)
  expect(wordHashes('')).toEqual([])
  expect(wordHashes('は a ! 🙂')).toEqual([])
})
