import { afterAll, beforeAll, expect, test } from 'vitest'
import { days, type Id, must, newId, ok } from '#base/kernel'
import { callerOf, staffOf } from '#testing/callers'
import { heard } from '#testing/eventually'
import { type TestHouse, testHouse } from '#testing/house'
import { createPrices, type Prices, pricesMigrations } from './index.ts'

let house: TestHouse
let prices: Prices
const shop = newId('shop', new Date(1))
const product = newId('product', new Date(1))
const variant = { id: newId('variant', new Date(1)), product, shop, category: 'tea' as const }
const owner = staffOf(shop)
const doors = {
  accounts: {
    may: () => ok(true as const),
    shop: async () => ({ id: shop, currency: 'JPY', country: 'JP', taxRegistered: true }),
  },
  catalog: {
    variants: async (ids: Id<'variant'>[]) => new Map(ids.map(id => [id, variant])),
    products: async () => new Map([[product, { id: product, shop, category: 'tea', state: 'live', variants: [variant] }]]),
  },
} as unknown as Parameters<typeof createPrices>[1]

beforeAll(async () => {
  house = await testHouse({ migrations: pricesMigrations })
  prices = createPrices(house, doors)
  await prices.start()
})
afterAll(() => house.close())

const ask = (yen: number) => prices.setPrice(owner, variant.id, { minor: String(yen), currency: 'JPY' })
const offer = async (country?: string) => must(await prices.offers(product, country)).offers[0]
async function sold(yen: number): Promise<void> {
  const total = { minor: String(yen * 2), currency: 'JPY' as const }
  const line = { line: newId('line', house.clock.now()), product, variant: variant.id, quantity: 2, total, source: null }
  await house.db.transaction(trx =>
    house.log.append(trx, [
      {
        name: 'order.paid',
        at: house.clock.now(),
        person: callerOf({ member: true }).person,
        subject: { kind: 'order', id: newId('order', house.clock.now()) },
        data: { shop, total, lines: [line] },
      },
    ]),
  )
  await heard(house.log)
}

test('100, ten days at 80, then 85: nothing is struck in the EU, 100 in Japan, and in China what was paid in the last seven days', async () => {
  must(await ask(100))
  house.clock.advance(days(40))
  must(await ask(80))
  house.clock.advance(days(10))
  must(await ask(100))
  house.clock.advance(days(8))
  await sold(100)
  house.clock.advance(days(2))
  must(await ask(85))
  house.clock.advance(60_000)
  expect((await offer('DE'))?.struck).toBeNull()
  expect((await offer())?.struck).toBeNull()
  expect((await offer('JP'))?.struck).toMatchObject({ price: { minor: 100n }, basis: 'recent_price', percent: 15 })
  expect((await offer('CN'))?.struck).toMatchObject({ price: { minor: 100n }, basis: 'lowest_executed', percent: 15 })
})

test('the same order told twice is one price paid, and a price of another year is no claim of this week', async () => {
  house.clock.advance(days(10))
  await sold(85)
  house.clock.advance(days(1))
  must(await ask(70))
  house.clock.advance(60_000)
  expect((await offer('CN'))?.struck).toMatchObject({ price: { minor: 85n }, percent: 17 })
})

test('a price that held an hour is no former price for who looks from nowhere known at a Japanese shop, though another law would let it stand', async () => {
  variant.id = newId('variant', house.clock.now())
  must(await ask(4200))
  house.clock.advance(3_600_000)
  must(await ask(3900))
  house.clock.advance(60_000)
  expect((await offer('DE'))?.struck).toMatchObject({ price: { minor: 4200n } })
  expect([(await offer('JP'))?.struck, (await offer())?.struck]).toEqual([null, null])
})
