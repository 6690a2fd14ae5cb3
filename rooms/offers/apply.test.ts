import { expect, test } from 'vitest'
import { seeded } from '#base/kernel'
import { apply } from './apply.ts'
import { offerKinds } from './offer.ts'
import { slowly } from './slow-definition.ts'
import { layerOf, stacking } from './stacking.ts'
import { anyGoods, anyOffer, at, goodsOf, offerOf, only, yen } from './testing.ts'

const discounts = (p: ReturnType<typeof apply>) => p.lines.map(l => Number(l.discount.minor))
const tea = goodsOf([
  [1000, 2],
  [500, 1],
])
const [first, second] = tea.lines.map(l => l.product as string) as [string, string]

test('each kind takes off what it says', () => {
  expect(discounts(apply(tea, [offerOf({ kind: 'percent', percent: 1000 })]))).toEqual([200, 50])
  expect(discounts(apply(tea, [offerOf({ kind: 'fixed', amount: 300n })]))).toEqual([240, 60])
  expect(discounts(apply(tea, [offerOf({ kind: 'fixed', amount: 9000n })]))).toEqual([2000, 500])
  expect(discounts(apply(tea, [offerOf({ kind: 'buy_get', buy: 2, get: 1 })]))).toEqual([0, 500])
  expect(Number(apply(tea, [offerOf({ kind: 'free_shipping' })]).shippingDiscount.minor)).toBe(500)
  const items = new Map([[tea.lines[0]!.variant as string, { price: 700n, left: 1, mine: 0 }]])
  const flash = apply(tea, [offerOf({ kind: 'flash', items })])
  expect([discounts(flash), flash.lines[0]?.parts[0]?.pieces]).toEqual([[300, 0], 1])
})

test('a line takes one price of the upper layers, by the order of the table; order discounts and codes come on top, not beside flash prices', () => {
  const items = new Map([[tea.lines[0]!.variant as string, { price: 990n, left: null, mine: 0 }]])
  const flash = offerOf({ kind: 'flash', items })
  const product = offerOf({ kind: 'percent', percent: 5000, scope: only(first, second) })
  const campaign = offerOf({ kind: 'percent', percent: 100, layer: 'campaign', scope: only(first) })
  const order = offerOf({ kind: 'percent', percent: 1000 })
  const code = offerOf({ kind: 'fixed', amount: 25n, code: 'SAVE25' })
  const all = [code, order, product, flash]
  const priced = apply({ ...tea, codes: ['save25'] }, all)
  expect([discounts(priced), priced.applied.map(a => a.offer)]).toEqual([
    [20, 250 + 25 + 25],
    [flash.id, product.id, order.id, code.id],
  ])
  const onAir = offerOf({
    kind: 'flash',
    layer: 'live_flash',
    items: new Map([[tea.lines[0]!.variant as string, { price: 999n, left: null, mine: 0 }]]),
  })
  expect(discounts(apply(tea, [flash, onAir, campaign]))).toEqual([2, 0])
  expect(discounts(apply(tea, [flash, campaign]))).toEqual([20, 0])
})

test('of one layer the offer that takes most off goes first, whatever the order in which they are told', () => {
  const small = offerOf({ kind: 'percent', percent: 1000 })
  const large = offerOf({ kind: 'fixed', amount: 400n })
  expect(apply(tea, [small, large])).toEqual(apply(tea, [large, small]))
  expect(apply(tea, [small, large]).applied.map(a => a.offer)).toEqual([large.id])
})

test.each([
  ['unknown', {}, ['NOPE']],
  ['not_yet', { starts: new Date(at.getTime() + 1) }, ['C']],
  ['over', { ends: at }, ['C']],
  ['over', { state: 'ended' }, ['C']],
  ['over', { state: 'paused' }, ['C']],
  ['used_up', { usesLeft: 0 }, ['C']],
  ['used_up', { budgetLeft: 24n }, ['C']],
  ['limit_reached', { perPerson: 1, mine: 1 }, ['C']],
  ['minimum', { minimum: 2501n }, ['C']],
  ['not_for_these', { scope: only('prd_other000') }, ['C']],
  ['wrong_market', { markets: ['CN'] }, ['C']],
  ['wrong_market', { currency: 'CNY' }, ['C']],
] as const)('a code that does nothing says why: %s', (reason, parts, codes) => {
  const code = offerOf({ kind: 'fixed', amount: 25n, code: 'C', layer: 'code', ...parts })
  const priced = apply({ ...tea, codes }, [code])
  expect([priced.refusedCodes, priced.applied]).toEqual([[{ code: codes[0], reason }], []])
})

test('of two codes the better one counts and the other is not combinable; a code is told apart without case and width', () => {
  const [a, b] = [offerOf({ kind: 'fixed', amount: 25n, code: 'AAA' }), offerOf({ kind: 'fixed', amount: 30n, code: 'BBB' })]
  const priced = apply({ ...tea, codes: ['ａａａ', ' bbb '] }, [a, b])
  expect([priced.applied.map(x => x.code), priced.refusedCodes]).toEqual([
    ['BBB'],
    [{ code: 'ａａａ', reason: 'not_combinable' }],
  ])
  const items = new Map(tea.lines.map(l => [l.variant as string, { price: 1n, left: null, mine: 0 }]))
  const flashed = apply({ ...tea, codes: ['AAA'] }, [a, offerOf({ kind: 'flash', items })])
  expect(flashed.refusedCodes).toEqual([{ code: 'AAA', reason: 'not_combinable' }])
})

test('the smallest spend counts what the goods cost after the layers before', () => {
  const product = offerOf({ kind: 'fixed', amount: 100n, scope: only(first) })
  const order = (minimum: bigint) => offerOf({ kind: 'percent', percent: 1000, minimum })
  expect(apply(tea, [product, order(2400n)]).applied).toHaveLength(2)
  expect(apply(tea, [product, order(2401n)]).applied).toHaveLength(1)
})

test('every layer of every kind of offer stands in the table, and names only layers before itself', () => {
  const names: string[] = stacking.map(l => l.layer)
  for (const [i, layer] of stacking.entries()) for (const other of layer.with) expect(names.indexOf(other)).toBeLessThan(i)
  for (const kind of offerKinds)
    for (const code of [null, 'X'])
      for (const campaign of [true, false])
        for (const scoped of [true, false]) expect(names).toContain(layerOf({ kind, code, campaign, scoped, onAir: false }))
})

const rounds = 4000
test(`${rounds} random baskets: the same as the slow definition, in any order of the offers; parts sum to totals, nothing below zero (seed 31)`, () => {
  const random = seeded(31)
  let discounted = 0
  for (let round = 0; round < rounds; round++) {
    const goods = anyGoods(random)
    const offers = Array.from({ length: Math.floor(random() * 9) }, (_, n) => anyOffer(random, n))
    // A shop has a code once.
    const told = offers.filter((o, i) => o.code === null || offers.findIndex(x => x.code === o.code) === i)
    const priced = apply(goods, told)
    const slow = slowly(goods, told)
    const shown = {
      round,
      discounts: priced.lines.map(l => l.discount.minor),
      delivery: priced.shippingDiscount.minor,
      gave: priced.applied.map(a => ({ offer: a.offer as string, amount: a.amount.minor })),
    }
    expect(shown).toEqual({ round, ...slow })
    expect(apply(goods, told.toReversed())).toEqual(priced)
    for (const [i, line] of priced.lines.entries()) {
      expect(line.discount.minor).toBe(line.parts.reduce((s, p) => s + p.amount.minor, 0n))
      const { unit, quantity } = goods.lines[i]!
      expect(line.discount.minor >= 0n && line.discount.minor <= unit.minor * BigInt(quantity)).toBe(true)
    }
    const byOffer = (id: string) =>
      priced.lines.flatMap(l => l.parts.filter(p => p.offer === id)).reduce((s, p) => s + p.amount.minor, 0n)
    for (const a of priced.applied) if (a.kind !== 'free_shipping') expect(byOffer(a.offer)).toBe(a.amount.minor)
    expect(priced.shippingDiscount.minor <= goods.shipping.minor).toBe(true)
    const outcome = new Set([
      ...priced.applied.flatMap(a => a.code ?? []),
      ...priced.refusedCodes.map(c => c.code.normalize('NFKC').toUpperCase()),
    ])
    expect([...outcome].sort()).toEqual([...new Set(goods.codes.map(c => c.normalize('NFKC').toUpperCase()))].sort())
    if (priced.applied.length > 0) discounted++
  }
  expect(discounted).toBeGreaterThan(rounds / 3)
})

test('a hundred lines of a thousand million pieces are priced in whole units', () => {
  const big = goodsOf(Array.from({ length: 100 }, (_, i) => [999 + i, 1_000_000_000] as const))
  const priced = apply(big, [
    offerOf({ kind: 'buy_get', buy: 1, get: 1 }),
    offerOf({ kind: 'percent', percent: 333, scope: only(first) }),
  ])
  expect(priced.applied).toHaveLength(2)
  expect(priced.lines[99]?.discount).toEqual(yen(0))
})
