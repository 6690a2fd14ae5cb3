import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '#base/kernel'
import { parseCaption } from './caption.ts'
import { checkDisclosure } from './disclosure.ts'
import { checkTags, cutTags, withGrown } from './product-tags.ts'

describe('tags of a caption', () => {
  test.each([
    ['plain', 'Tea #Matcha and #uji', ['matcha', 'uji']],
    ['ends at punctuation', '#抹茶、#宇治。#茶道!#a_b-c', ['抹茶', '宇治', '茶道', 'a_b']],
    ['full-width sign and letters', '＃Ｍａｔｃｈａ　＃ﾏｯﾁｬ', ['matcha', 'マッチャ']],
    ['inside Japanese without blanks', 'これは#抹茶です', ['抹茶です']],
    ['behind Chinese', '你好#茶 再见', ['茶']],
    ['one behind the other', '#tea#matcha＃茶', ['tea', 'matcha', '茶']],
    ['said twice', '#Tea #tea #ＴＥＡ', ['tea']],
    ['long vowel and repeat marks', '#ラーメン #佐々木', ['ラーメン', '佐々木']],
    ['combining marks', '#cafe\u0301 #हिन्दी', ['café', 'हिन्दी']],
    ['numbers alone are none', '#1 #2026 #4ever', ['4ever']],
    ['glued to a word', 'C# is a#b, page#part &#39; /#x', []],
    ['empty', '# ## #! ＃', []],
    ['emoji ends it', '#tea🍵more', ['tea']],
    ['middle dot ends it', '#抹茶・宇治', ['抹茶']],
  ])('%s', (_name, caption, tags) => expect(parseCaption(caption).tags).toEqual(tags))
  test.each([
    ['@mio and ＠ken_1', ['mio', 'ken_1']],
    ['@mioさんありがとう', ['mio']],
    ['mail a@b.example to me', []],
    ['ありがとう@mio！', ['mio']],
    ['＠ｍｉｏ', ['mio']],
    ['@Mio @mio', ['mio']],
    ['@a', []],
    ['(@mio)', ['mio']],
  ])('mentions of %s', (caption, handles) => expect(parseCaption(caption).handles).toEqual(handles))
  test('any text at all gives few, short, clean tags', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.array(fc.constantFrom('#', '＃', '@', '＠', '茶', 'a', '、', ' ', '\u202e')),
        (text, more) => {
          const { tags, handles } = parseCaption(text + more.join(''))
          expect(tags.length <= 30 && handles.length <= 20 && new Set(tags).size === tags.length).toBe(true)
          for (const t of tags) expect([...t].length > 0 && [...t].length <= 60 && !/[\s#＃@＠、。\u202e]/u.test(t)).toBe(true)
        },
      ),
    )
  })
})

describe('disclosure', () => {
  const [own, other] = [newId('shop', new Date()), newId('shop', new Date())]
  test.each([
    ['no product, not asked', null, [], [], { ok: true, value: 'none' }],
    ['no product, paid all the same', 'paid', [], [], { ok: true, value: 'paid' }],
    ["another's product, not asked", null, [other], [], { code: 'disclosure_required' }],
    ["another's product, none chosen", 'none', [other], [], { ok: true, value: 'none' }],
    ["another's product, a gift", 'gift', [other], [own], { ok: true, value: 'gift' }],
    ["another's product called one's own", 'own_product', [other], [own], { code: 'disclosure_required' }],
    ["one's own called none", 'none', [own], [own], { code: 'disclosure_required' }],
    ["one's own, not asked", null, [own], [own], { code: 'disclosure_required' }],
    ["one's own", 'own_product', [own], [own], { ok: true, value: 'own_product' }],
    ["one's own among others", 'paid', [other, own], [own], { code: 'disclosure_required' }],
  ] as const)('%s', (_name, chosen, shown, mine, answer) => expect(checkDisclosure(chosen, shown, mine)).toMatchObject(answer))
})

describe('product tags', () => {
  const product = newId('product', new Date())
  const tag = (fromMs: number, toMs: number) => ({ product, fromMs, toMs })
  test('lie within the clip, as far as its length is known', () => {
    expect(checkTags([tag(0, 8000), tag(500, 8900)], 8000).ok).toBe(true)
    expect(checkTags([tag(0, 9001)], 8000)).toMatchObject({
      code: 'invalid_request',
      details: { fields: { 'products.0': [expect.any(String)] } },
    })
    expect(checkTags([tag(0, 90_000)], null).ok).toBe(true)
    expect(checkTags([tag(5, 4)], null)).toMatchObject({ code: 'invalid_request' })
    expect(checkTags([{ ...tag(0, 1), x: 0.5, y: 0 }], null).ok).toBe(true)
    expect(checkTags([{ ...tag(0, 1), x: 0.5 }], null)).toMatchObject({ code: 'invalid_request' })
    expect(
      checkTags(
        Array.from({ length: 11 }, () => tag(0, 1)),
        null,
      ),
    ).toMatchObject({ code: 'too_many_products' })
  })
  test('are cut at the end of the clip, and hold what the post grew from', () => {
    expect(cutTags([tag(0, 8900)], 8000)).toEqual([tag(0, 8000)])
    expect(withGrown([tag(1, 2)], product, 8000)).toEqual([tag(1, 2)])
    const bought = newId('product', new Date())
    expect(withGrown([tag(1, 2)], bought, 8000).at(-1)).toEqual({ product: bought, fromMs: 0, toMs: 8000 })
  })
})
