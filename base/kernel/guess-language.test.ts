import { describe, expect, test } from 'vitest'
import { guessLanguage } from './guess-language.ts'

describe('the language of a text whose author did not say', () => {
  test.each([
    ['抹茶を点てる', 'ja'],
    ['ﾏｯﾁｬ', 'ja'],
    ['Uji 宇治の tea', 'ja'],
    ['茶道入门', 'zh'],
    ['Whisking', 'en'],
    ['Café à Paris', 'en'],
  ])('is told by its letters: %j is %s', (text, language) => expect(guessLanguage(text)).toBe(language))
  test.each([
    ['東京駅限定新商品', 'ja'],
    ['#桜 #佐々木', 'ja'],
    ['京都限定販売開始、数量限定', 'ja'],
    ['姐妹们，优の良品上新啦', 'zh'],
  ])('is told by characters that only one of two languages writes: %j is %s', (text, language) => {
    for (const author of ['en', 'ja', 'zh'] as const) expect(guessLanguage(text, author)).toBe(language)
  })
  test('is the author’s own where the text could be either', () => {
    expect((['en', 'ja', 'zh'] as const).map(author => guessLanguage('京都 茶道 入門', author))).toEqual(['zh', 'ja', 'zh'])
    for (const text of ['', '🍵', '100 %'])
      expect((['en', 'ja', 'zh'] as const).map(author => guessLanguage(text, author))).toEqual(['en', 'ja', 'zh'])
  })
})
