import { afterAll, beforeAll, expect, test } from 'vitest'
import { days, type Id, must, newId, ok, refuse } from '#base/kernel'
import { callerOf, staffOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { createPrices, type Prices, pricesMigrations } from './index.ts'
import { withSpread } from './rates.ts'

let house: TestHouse
let prices: Prices
const shop = newId('shop', new Date(1))
const product = newId('product', new Date(1))
const variant = { id: newId('variant', new Date(1)), product, shop, category: 'tea' as const }
const owner = staffOf(shop)
const operator = { ...callerOf({ member: true }), operator: true }
const doors = {
  accounts: {
    may: (c: typeof operator, p: string, a?: { shop?: string }) =>
      c.shops.some(s => s.shop === a?.shop) || (p === 'operate' && c.operator) ? ok(true as const) : refuse('forbidden', 'no'),
    shop: async () => ({ id: shop, currency: 'JPY', country: 'JP', taxRegistered: true }),
  },
  catalog: {
    variants: async (ids: Id<'variant'>[]) => new Map(ids.filter(id => id === variant.id).map(id => [id, variant])),
    products: async (ids: string[]) =>
      new Map(ids.filter(id => id === product).map(id => [id, { id, shop, variants: [variant] }])),
  },
} as unknown as Parameters<typeof createPrices>[1]

beforeAll(async () => {
  house = await testHouse({ migrations: pricesMigrations })
  prices = createPrices(house, doors)
  must(await prices.setPrice(owner, variant.id, { minor: '3300', currency: 'JPY' }))
})
afterAll(() => house.close())

const rates = (mid: string, spreadBps = 0) =>
  prices.setRates(operator, { source: 'test', rates: [{ from: 'JPY', to: 'CNY', mid, spreadBps }] })
const paid = async (market?: string) => (await prices.inMarket([variant], market)).get(variant.id)
const yuan = (minor: string | null) =>
  prices.setMarketPrice(owner, {
    variant: variant.id,
    market: 'CN',
    price: minor === null ? null : { minor, currency: 'CNY' },
  })

test('without a rate a market pays in the shop’s own currency', async () => {
  expect(await paid('CN')).toMatchObject({ price: { minor: 3300n, currency: 'JPY' }, base: null, rate: null })
  expect(await paid()).toMatchObject({ price: { minor: 3300n, currency: 'JPY' }, taxPercent: 8n })
})

test('the newest rate counts, with its spread; the shop’s price and the rate are told with it', async () => {
  must(await rates('0.05'))
  must(await rates('0.048', 150))
  expect(await paid('CN')).toMatchObject({
    price: { minor: 16_078n, currency: 'CNY' },
    base: { minor: 3300n, currency: 'JPY' },
    rate: { rate: '0.04872', mid: '0.048' },
  })
  expect(await paid('JP')).toMatchObject({ price: { minor: 3300n, currency: 'JPY' }, rate: null })
})

test('a market’s price list comes before the exchanged price, until it is ended', async () => {
  must(await yuan('15800'))
  expect(await paid('CN')).toMatchObject({ price: { minor: 15_800n, currency: 'CNY' }, base: { minor: 3300n } })
  expect(must(await prices.marketPrices(owner, product))).toMatchObject([{ market: 'CN', price: { minor: 15_800n } }])
  must(await yuan(null))
  expect(await paid('CN')).toMatchObject({ price: { minor: 16_078n } })
  expect(must(await prices.marketPrices(owner, product))).toEqual([])
})

test('a rate that is older than a week exchanges nothing', async () => {
  house.clock.advance(days(8))
  expect(await paid('CN')).toMatchObject({ price: { minor: 3300n, currency: 'JPY' }, rate: null })
})

test('strangers and wrong rates, markets and currencies are refused by code', async () => {
  expect(await prices.setRates(owner, { source: 'x', rates: [] })).toMatchObject({ code: 'forbidden' })
  for (const mid of ['0', '-1', '1e3', '1,5', 'x', '']) expect(await rates(mid)).toMatchObject({ code: 'rate_invalid' })
  const one = (from: string, to: string) =>
    prices.setRates(operator, { source: 'x', rates: [{ from, to, mid: '1', spreadBps: 0 }] })
  expect(await one('JPY', 'JPY')).toMatchObject({ code: 'rate_invalid' })
  expect(await one('JPY', 'XXX')).toMatchObject({ code: 'rate_invalid' })
  const set = (market: string, currency: string, minor = '1') =>
    prices.setMarketPrice(owner, { variant: variant.id, market, price: { minor, currency } })
  expect(await set('ZZ', 'CNY')).toMatchObject({ code: 'market_unknown' })
  expect(await set('CN', 'JPY')).toMatchObject({ code: 'currency_mismatch' })
  expect(await set('CN', 'CNY', '0')).toMatchObject({ code: 'price_invalid' })
  expect(await prices.marketPrices(staffOf(newId('shop', new Date(2))), product)).toMatchObject({ code: 'forbidden' })
})

test.each([
  ['0.048', 150, '0.04872'],
  ['1', 0, '1'],
  ['20.5', 50, '20.6025'],
  ['0.0001', 1, '0.00010001'],
])('%s with %i hundredths of a percent on top is %s, exactly', (mid, bps, rate) => {
  expect(withSpread(mid, bps)).toBe(rate)
})
