import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

/** Words with the weight of where they stand: A name, B tags and shop, C description. */
export type Weight = 'A' | 'B' | 'C'
export interface Weighted {
  readonly text: string
  readonly weight: Weight
}

// Loading the dictionary costs a quarter of a second, so it waits for the first Chinese word.
let jieba: Jieba | null = null
const chinese = (text: string): string[] => (jieba ??= Jieba.withDict(dict)).cutForSearch(text, true)
const japanese = new Intl.Segmenter('ja', { granularity: 'word' })

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]+/gu
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const longest = 40

/** Full-width to half-width, lower case, one form: what is typed and what was written meet. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Runs of CJK characters, and words of everything else. */
function parts(text: string): { runs: string[]; words: string[] } {
  const folded = fold(text)
  const runs = folded.match(cjk) ?? []
  const rest = folded.replace(cjk, ' ')
  const words = [...japanese.segment(rest)].filter(s => s.isWordLike).map(s => s.segment.slice(0, longest))
  return { runs, words }
}
const bigrams = (run: string): string[] => {
  const chars = [...run]
  return chars.length === 1 ? chars : chars.slice(1).map((c, i) => (chars[i] as string) + c)
}
const wordsOf = (run: string): string[] =>
  (kana.test(run) ? [...japanese.segment(run)].filter(s => s.isWordLike).map(s => s.segment) : chinese(run)).map(w =>
    w.slice(0, longest),
  )

/** Everything that should find this text: words as the languages cut them, and pairs and single characters, so that two characters always hit. */
export function indexTokens(text: string): Set<string> {
  const { runs, words } = parts(text)
  return new Set([...words, ...runs.flatMap(run => [...wordsOf(run), ...bigrams(run), ...run])])
}

/** A tsvector literal with weights; a token keeps its best weight. */
export function vectorOf(texts: readonly Weighted[]): string {
  const best = new Map<string, Weight>()
  for (const { text, weight } of [...texts].sort((a, b) => (a.weight < b.weight ? 1 : -1)))
    for (const token of indexTokens(text)) best.set(token, weight)
  return [...best].map(([token, weight], i) => `${quote(token)}:${Math.min(i + 1, 16_000)}${weight}`).join(' ')
}
const quote = (token: string): string => `'${token.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/**
 * What a query asks for, from strict to lenient: all words, then all character pairs, then any of them. Tokens are quoted, so no
 * sign that a person types is an operator. Empty when nothing can be searched for.
 */
export function queryLevels(text: string): string[] {
  const { runs, words } = parts(text)
  const latin = words.map(w =>
    w.length > 3 && w.endsWith('s') ? `(${quote(w)}:* | ${quote(w.slice(0, -1))}:*)` : `${quote(w)}:*`,
  )
  const cut = runs.flatMap(wordsOf).map(quote)
  const pairs = runs.flatMap(bigrams).map(quote)
  const levels = [[...latin, ...cut].join(' & '), [...latin, ...pairs].join(' & '), [...latin, ...pairs].join(' | ')]
  return [...new Set(levels.filter(l => l !== ''))]
}
