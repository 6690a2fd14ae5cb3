import { hash32 } from './random.ts'

/** Scripts without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const spaced = /[\p{L}\p{N}]+/gu
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

/** Words in lower case; texts without spaces are cut by a dictionary. */
export function words(text: string): string[] {
  const lower = text.normalize('NFKC').toLowerCase()
  if (!unspaced.test(lower)) return lower.match(spaced) ?? []
  const list: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(lower)) if (isWordLike) list.push(segment)
  return list
}

/** A word's hash is below this. */
export const wordHashLimit = 65_536
export const mostWordHashes = 24
const particle = /^(\p{Script=Hiragana}{1,2}|.)$/u
const han = /\p{Script=Han}/u

/**
 * The first distinct words of a text as hashes of 16 bits: enough to see that two texts share words, too little to read the text from. Single
 * letters and short kana, which every text has, are left out.
 */
export function wordHashes(text: string): number[] {
  const found = new Set<number>()
  for (const word of words(text.slice(0, 4000))) {
    if (particle.test(word) && !han.test(word)) continue
    found.add(hash32(word) % wordHashLimit)
    if (found.size === mostWordHashes) break
  }
  return [...found]
}
