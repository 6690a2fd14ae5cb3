import { describe, expect, test } from 'vitest'
import { checkChoices, checkDraft, missingTexts, tidyTags, tidyTexts } from './draft.ts'
import { isGtin } from './gtin.ts'
import { productMachine } from './product.ts'
import { demandOf } from './stock.ts'
import { draftOf } from './testing.ts'

describe('GTIN', () => {
  test.each([
    ['96385074', true],
    ['036000291452', true],
    ['4006381333931', true],
    ['4901234567894', true],
    ['10614141000415', true],
    ['4006381333930', false],
    ['400638133393', false],
    ['96385075', false],
    ['4006381333931 ', false],
    ['４００６３８１３３３９３１', false],
    ['', false],
    ['00000000', true],
  ])('%s is a GTIN: %s', (text, good) => expect(isGtin(text)).toBe(good))
})

describe('a draft', () => {
  const options = [
    {
      name: { en: 'Glaze' },
      values: [
        { key: 'a', name: { en: 'A' } },
        { key: 'b', name: { en: 'B' } },
      ],
    },
    { name: { en: 'Size' }, values: [{ key: 's', name: { en: 'S' } }] },
  ]
  test('takes variants that are one value of every option', () => {
    expect(
      checkChoices(options, [
        ['a', 's'],
        ['b', 's'],
      ]).ok,
    ).toBe(true)
    expect(checkChoices([], [[]]).ok).toBe(true)
  })
  test.each([
    ['a missing value', [['a']]],
    ['a value too many', [['a', 's', 's']]],
    ['an unknown value', [['a', 'xl']]],
    ['a value of another option', [['s', 'a']]],
    [
      'the same choice twice',
      [
        ['a', 's'],
        ['a', 's'],
      ],
    ],
  ])('refuses %s as option_mismatch', (_, choices) =>
    expect(checkChoices(options, choices)).toMatchObject({ ok: false, code: 'option_mismatch' }),
  )
  test('refuses an option whose values share a key', () => {
    const twice = [
      {
        name: {},
        values: [
          { key: 'a', name: {} },
          { key: 'a', name: {} },
        ],
      },
    ]
    expect(checkChoices(twice, [['a']])).toMatchObject({ code: 'option_mismatch' })
  })
  test('without options has exactly one variant', () =>
    expect(checkChoices([], [[], []])).toMatchObject({ code: 'option_mismatch' }))
  test('refuses two variants with one SKU, an empty SKU and a wrong check digit', () => {
    const [one] = draftOf().variants
    const base = draftOf({ stock: [1, 1] })
    expect(checkDraft({ ...base, variants: base.variants.map(v => ({ ...v, sku: 'X' })) })).toMatchObject({
      code: 'sku_taken',
      details: { sku: 'X' },
    })
    expect(checkDraft({ ...draftOf(), variants: [{ ...one!, sku: '  ' }] })).toMatchObject({ code: 'invalid_request' })
    expect(checkDraft({ ...draftOf(), variants: [{ ...one!, gtin: '4006381333930' }] })).toMatchObject({ code: 'gtin_invalid' })
  })
  test('keeps texts trimmed and tags once, without their #', () => {
    expect(tidyTexts({ en: '  cup ', ja: ' ' })).toEqual({ en: 'cup' })
    expect(tidyTags(['#Hagi', 'hagi', ' うつわ ', '#', ''])).toEqual(['Hagi', 'うつわ'])
    expect(missingTexts({ name: { zh: '杯' }, description: { en: ' ' } })).toEqual(['description'])
  })
})

test('demand is summed per variant and stands in the order of ids, which is the order of locks', () => {
  const lines = [
    ['var_b', 2],
    ['var_a', 1],
    ['var_b', 3],
  ].map(([variant, quantity]) => ({ variant: variant as `var_${string}`, quantity: quantity as number }))
  expect(demandOf(lines)).toEqual({ variants: ['var_a', 'var_b'], quantities: [1, 5] })
  expect(() => demandOf([{ variant: 'var_a', quantity: 0 }])).toThrow()
  expect(() => demandOf([{ variant: 'var_a', quantity: 1.5 }])).toThrow()
})

test('a product ends archived, and only a live one can be removed and restored', () => {
  expect(productMachine.can('draft', 'remove')).toBe(false)
  expect(productMachine.can('archived', 'publish')).toBe(false)
  expect(productMachine.next('removed', 'restore')).toEqual({ ok: true, value: 'live' })
})
