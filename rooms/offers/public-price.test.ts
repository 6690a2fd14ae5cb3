import { expect, test } from 'vitest'
import { days, type Id, seeded } from '#base/kernel'
import type { Offer } from './offer.ts'
import { isPublic, type PublicGoods, publicLine, type Version } from './public-price.ts'
import { anyOffer, at, goodsOf, offerOf, only, shop, yen } from './testing.ts'

const day = (n: number) => new Date(at.getTime() + days(n))
const [line] = goodsOf([[1000, 1]]).lines
const goods: PublicGoods = {
  ...{ shop, market: 'JP', currency: 'JPY', category: 'tea' },
  ...{ variant: line?.variant as Id<'variant'>, product: line?.product as Id<'product'> },
}
const version = (parts: Parameters<typeof offerOf>[0], from = 0, limited = false): Version => ({
  ...{ at: day(from), limited },
  offer: offerOf({ starts: day(-30), ...parts }),
})
const lineOf = (versions: readonly Version[], asked: [number, number][] = [[-5, 1000]], until = 30) =>
  publicLine(
    goods,
    asked.map(([d, price]) => ({ at: day(d), price: yen(price) })),
    versions,
    day(until),
  ).map(p => [Math.round((p.at.getTime() - at.getTime()) / days(1)), Number(p.price.minor)])
const flash = (price: number): Offer['items'] =>
  new Map([[goods.variant as string, { price: BigInt(price), left: null, mine: 0 }]])

test('a promotion is part of the price from its start to its end, and a price change goes on under it', () => {
  const tenPercent = version({ kind: 'percent', percent: 1000, starts: day(2), ends: day(9) })
  expect(lineOf([tenPercent])).toEqual([
    [-5, 1000],
    [2, 900],
    [9, 1000],
  ])
  expect(
    lineOf(
      [tenPercent],
      [
        [-5, 1000],
        [4, 800],
      ],
    ),
  ).toEqual([
    [-5, 1000],
    [2, 900],
    [4, 720],
    [9, 800],
  ])
})

test('what a promotion was before it was changed, paused or ended stays true', () => {
  const offer = offerOf({ kind: 'percent', percent: 3000, starts: day(1) })
  const versions = [
    { at: day(0), limited: false, offer },
    { at: day(3), limited: false, offer: { ...offer, state: 'paused' as const } },
    { at: day(5), limited: false, offer: { ...offer, percent: 1000 } },
    { at: day(7), limited: false, offer: { ...offer, state: 'ended' as const } },
  ]
  expect(lineOf(versions)).toEqual([
    [-5, 1000],
    [1, 700],
    [3, 1000],
    [5, 900],
    [7, 1000],
  ])
})

test('one that nobody could know of yet lowers no price before it was written down', () => {
  expect(lineOf([version({ kind: 'percent', percent: 1000 }, 4)])).toEqual([
    [-5, 1000],
    [4, 900],
  ])
})

test.each<[string, Version, number]>([
  ['a percentage off the product', version({ kind: 'percent', percent: 1000, scope: only(goods.product) }), 900],
  ['a percentage off everything', version({ kind: 'percent', percent: 1000 }), 900],
  ['a campaign', version({ kind: 'percent', percent: 1000, layer: 'campaign' }), 900],
  ['one use for each person', version({ kind: 'percent', percent: 1000, perPerson: 1 }), 900],
  ['a flash price for any number', version({ kind: 'flash', items: flash(600) }), 600],
  ['a flash price for a number of pieces', version({ kind: 'flash', items: flash(600) }, 0, true), 1000],
  ['a flash price of some pieces for each person', version({ kind: 'flash', items: flash(600), perPerson: 1 }), 1000],
  ['a price on air', version({ kind: 'flash', items: flash(600), layer: 'live_flash' }), 1000],
  ['a code', version({ kind: 'percent', percent: 1000, code: 'TEN', layer: 'code' }), 1000],
  ['what an order has to reach', version({ kind: 'percent', percent: 1000, minimum: 500n }), 1000],
  ['for the first hundred', version({ kind: 'percent', percent: 1000 }, 0, true), 1000],
  ['an amount off the order', version({ kind: 'fixed', amount: 500n }), 1000],
  ['one for free', version({ kind: 'buy_get', buy: 1, get: 1 }), 1000],
  ['free delivery', version({ kind: 'free_shipping' }), 1000],
  ['another market', version({ kind: 'percent', percent: 1000, markets: ['CN'] }), 1000],
  ['another product', version({ kind: 'percent', percent: 1000, scope: only('prd_0000000009') }), 1000],
])('%s', (_, v, price) => expect(lineOf([v]).at(-1)?.[1]).toBe(price))

test('whatever offers there are, a public price is never below zero or above what is asked, and equal without public ones', () => {
  const random = seeded(20_261_127)
  for (let i = 0; i < 1500; i++) {
    const versions = Array.from(
      { length: 6 },
      (_, n): Version => ({ at: day(-1), limited: random() < 0.3, offer: anyOffer(random, n) }),
    )
    const found = publicLine(goods, [{ at: day(-2), price: yen(1000) }], versions, day(1))
    for (const p of found) expect(p.price.minor >= 0n && p.price.minor <= 1000n).toBe(true)
    if (!versions.some(isPublic)) expect(found).toEqual([{ at: day(-2), price: yen(1000) }])
  }
})
