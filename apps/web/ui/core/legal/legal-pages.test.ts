import { expect, test } from 'vitest'
import type { Shop } from '../../../client/types.ts'
import en from '../../../i18n/legal/en.ts'
import ja from '../../../i18n/legal/ja.ts'
import { legalPages } from './legal-pages.ts'

const shop = {
  country: 'JP',
  currency: 'JPY',
  shippingFee: '500',
  freeShippingFrom: '5000',
  dispatchDays: 2,
  deliveryDays: { from: 1, to: 3 },
  returnDays: 14,
  seller: {
    legalName: 'Kiln LLC',
    representative: 'N. Tahara',
    address: 'Hagi 1-1',
    phone: '03-0000-0000',
    email: 'm@example.org',
    registration: '',
    taxRegistered: false,
    returns: { ja: '未使用のものに限ります。' },
    delivery: {},
  },
} as unknown as Shop
const rowsOf = (of: Shop, key: string, words = en, language: 'en' | 'ja' = 'en') =>
  legalPages(of, language, words as typeof en).find(p => p.key === key)?.rows ?? []
const seller = (parts: object): Shop => ({ ...shop, seller: { ...shop.seller, ...parts } })

test.each(['legalName', 'representative', 'address', 'phone', 'email', 'returns'])(
  'the notice says that %s is missing, and of a whole seller that nothing is',
  field => {
    const lacking = (s: Shop) => rowsOf(s, 'notice').filter(r => r.text === null).length
    expect([lacking(shop), lacking(seller({ [field]: field === 'returns' ? {} : ' ' }))]).toEqual([0, 1])
  },
)
test('the seller’s own words stand in the reader’s language, else in one that there is, and it is said which', () => {
  const returns = rowsOf(shop, 'returns').at(-1)
  expect([returns?.text, returns?.lang]).toEqual(['未使用のものに限ります。', 'ja'])
  const both = seller({ returns: { en: 'Unused only.', ja: '未使用のみ' } })
  expect(rowsOf(both, 'returns').at(-1)).toMatchObject({ text: 'Unused only.', lang: 'en' })
})
test('amounts are exact in the language of the page, however small their unit, and a delivery that costs nothing says so', () => {
  const fee = (of: Shop, words = en, language: 'en' | 'ja' = 'en') =>
    rowsOf(of, 'shipping', words, language).find(r => r.label === words.fee)?.text
  expect(fee(shop)).toBe('¥500 an order, within the country. Free from ¥5,000 of goods.')
  expect(fee(shop, ja as never, 'ja')).toBe('国内は1注文につき¥500です。 商品代金¥5,000以上で無料です。')
  expect(fee({ ...shop, currency: 'EUR', shippingFee: '4990000000000050', freeShippingFrom: null })).toContain(
    '€49,900,000,000,000.50',
  )
  expect(fee({ ...shop, shippingFee: '0' })).toBe(en.feeFree)
})
test('what is not asked of everybody is left out where there is none', () => {
  const labels = (of: Shop) => rowsOf(of, 'notice').map(r => r.label)
  expect(labels(shop)).not.toContain(en.registration)
  expect(labels(seller({ registration: 'T1', taxRegistered: true }))).toEqual(
    expect.arrayContaining([en.registration, en.invoices]),
  )
})
test('the notice of a Japanese shop bears the name of the act; that of another shop does not', () => {
  const title = (of: Shop) => legalPages(of, 'en', en)[0]?.title
  expect([title(shop), title({ ...shop, country: 'FR' })]).toEqual([en.pages.notice, en.imprint])
})
