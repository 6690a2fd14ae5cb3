import { afterAll, beforeAll, expect, test } from 'vitest'
import { days, type Id, money, newId, ok, refuse, seeded } from '#base/kernel'
import { type callerOf, staffOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { struckFor } from './claim.ts'
import { createPrices, type Prices, pricesMigrations, taxPercent } from './index.ts'

let house: TestHouse
let prices: Prices
const shop = newId('shop', new Date(1))
const product = newId('product', new Date(1))
const [cheap, dear] = [newId('variant', new Date(1)), newId('variant', new Date(2))]
const variant = (id: Id<'variant'>) => ({ id, product, shop, category: 'tea' })
const doors = {
  accounts: {
    may: (c: ReturnType<typeof callerOf>, _p: string, a?: { shop?: string }) =>
      c.shops.some(s => s.shop === a?.shop) ? ok(true as const) : refuse('forbidden', 'no'),
    shop: async () => ({ id: shop, currency: 'JPY', country: 'JP', taxRegistered: true }),
  },
  catalog: {
    variants: async (ids: Id<'variant'>[]) => new Map(ids.filter(id => id === cheap || id === dear).map(id => [id, variant(id)])),
    products: async (ids: string[]) =>
      new Map(
        ids
          .filter(id => id === product)
          .map(id => [id, { id, shop, category: 'tea', state: 'live', variants: [variant(cheap), variant(dear)] }]),
      ),
  },
} as unknown as Parameters<typeof createPrices>[1]
const yen = (n: number) => ({ minor: String(n), currency: 'JPY' })

beforeAll(async () => {
  house = await testHouse({ migrations: pricesMigrations })
  prices = createPrices(house, doors)
})
afterAll(() => house.close())

const day = (n: number) => new Date(Date.UTC(2026, 0, 1) + days(n))
const points = (list: [number, number][]) => list.map(([d, p]) => ({ at: day(d), price: money(p, 'JPY') }))
test.each([
  [
    'a plain reduction',
    [
      [0, 1000],
      [40, 800],
    ],
    41,
    1000,
  ],
  [
    'raised first, lowered then',
    [
      [0, 800],
      [35, 1200],
      [40, 900],
    ],
    41,
    null,
  ],
  [
    'the lowest of the 30 days, not the last',
    [
      [0, 1000],
      [15, 900],
      [20, 1100],
      [40, 700],
    ],
    41,
    900,
  ],
  [
    'a price that rose',
    [
      [0, 800],
      [40, 900],
    ],
    41,
    null,
  ],
  ['never another price', [[0, 800]], 41, null],
  [
    'a reduction of long ago',
    [
      [0, 1000],
      [40, 800],
    ],
    80,
    null,
  ],
  [
    'reduced in two steps',
    [
      [0, 1000],
      [40, 900],
      [45, 800],
    ],
    46,
    1000,
  ],
  [
    'a low older than 30 days does not count',
    [
      [0, 500],
      [1, 1000],
      [40, 800],
    ],
    41,
    1000,
  ],
] as [string, [number, number][], number, number | null][])('struck price: %s', (_name, history, now, struck) => {
  expect(struckFor(points(history), [], '*', day(now))?.price.minor ?? null).toBe(struck === null ? null : BigInt(struck))
})
test('a struck price was really asked for in the 30 days before, whatever the history (seed 11)', () => {
  const random = seeded(11)
  for (let i = 0; i < 500; i++) {
    let at = 0
    const history = Array.from(
      { length: 1 + Math.floor(random() * 8) },
      () => [(at += 1 + Math.floor(random() * 25)), 100 + Math.floor(random() * 10) * 50] as [number, number],
    )
    const struck = struckFor(points(history), [], '*', day(at + 1))?.price
    const now = history.at(-1)![1]
    if (struck) expect([history.some(([, p]) => BigInt(p) === struck.minor), struck.minor > BigInt(now)]).toEqual([true, true])
  }
})
test('every price is kept, and today’s is the last one', async () => {
  const owner = staffOf(shop)
  await prices.setPrice(owner, cheap, yen(1620))
  house.clock.advance(1000)
  await prices.setPrice(owner, dear, yen(2000))
  house.clock.advance(days(40))
  await prices.setPrice(owner, cheap, yen(1500))
  await prices.setPrice(owner, cheap, yen(1500))
  const found = await prices.offers(product)
  expect(found.ok && [found.value.from?.minor, found.value.offers.find(o => o.variant === cheap)]).toMatchObject([
    1500n,
    { struck: { price: money(1620, 'JPY'), basis: 'lowest_before', percent: 7 }, taxPercent: 8n },
  ])
  const history = await prices.history(product)
  expect(history.ok && history.value.points.map(p => p.price.minor)).toEqual([1620n, 2000n, 1500n])
  const lows = history.ok && history.value.variants.map(v => [v.variant, v.low30.minor, v.low90.minor, v.low90At])
  expect(lows).toEqual([
    [cheap, 1500n, 1500n, house.clock.now()],
    [dear, 2000n, 2000n, new Date(house.clock.now().getTime() - days(40))],
  ])
})
test('two people get the same price, because nobody is asked who they are', async () => {
  expect(prices.current.length).toBe(1)
  // The product and the country of the buyer, and nothing of who that is.
  expect(prices.offers.length).toBe(2)
  expect(await prices.current([cheap])).toEqual(await prices.current([cheap]))
})
test.each([['0'], ['-5'], ['1.5'], ['x'], ['9999999999999']])('a price of %s is refused', async minor => {
  expect(await prices.setPrice(staffOf(shop), cheap, { minor, currency: 'JPY' })).toMatchObject({
    ok: false,
    code: 'price_invalid',
  })
})
test('another shop’s staff and another currency are refused', async () => {
  expect(await prices.setPrice(staffOf(newId('shop', new Date(9))), cheap, yen(1))).toMatchObject({
    ok: false,
    code: 'forbidden',
  })
  expect(await prices.setPrice(staffOf(shop), cheap, { minor: '100', currency: 'CNY' })).toMatchObject({
    ok: false,
    code: 'currency_mismatch',
  })
})
test('food and drink are at the reduced rate, other things at the standard one, and before the rule began there is none', () => {
  const at = new Date('2026-01-01')
  expect([
    taxPercent('JP', 'tea', at, true),
    taxPercent('JP', 'ceramics', at, true),
    taxPercent('JP', 'sake', at, true),
    taxPercent('JP', 'tea', at, false),
    taxPercent('JP', 'tea', new Date('2019-09-30'), true),
  ]).toEqual([8n, 10n, 10n, 0n, 0n])
})

test('what became cheaper is listed with the rule of the struck price; what rose, or was never changed, is not', async () => {
  const staff = staffOf(shop)
  const at = house.clock.now()
  for (const v of [cheap, dear]) await prices.setPrice(staff, v, yen(90_000))
  house.clock.set(new Date(at.getTime() + days(100)))
  for (const v of [cheap, dear]) await prices.setPrice(staff, v, yen(95_000))
  expect(await prices.lowered(10)).toEqual([])
  house.clock.advance(days(31))
  expect(await prices.lowered(10)).toEqual([])
  await prices.setPrice(staff, cheap, yen(80_000))
  expect(await prices.lowered(10)).toEqual([product])
  house.clock.advance(days(31))
  expect(await prices.lowered(10)).toEqual([])
})
