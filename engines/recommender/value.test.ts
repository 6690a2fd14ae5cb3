import { expect, test } from 'vitest'
import { createRecommender, restoreRecommender, valueWeights } from './index.ts'
import { item, Stage, wild } from './testing.ts'
import { WatchQuantiles } from './watch-quantile.ts'

/** What the page says that a post is worth for an order: λ·p̂_order·margin·(1 − refund)·trust, over p̂_order. */
function gainOf(stage: Stage, id: string, scene: 'for_you' | 'mall' = 'for_you'): number {
  const slot = stage.page('per_x', { scene, n: 50 }).slots.find(s => s.item === id)!
  return slot.parts.margin! / valueWeights.margin / (slot.parts.order! / valueWeights.order)
}
const total = { minor: '1000', currency: 'JPY' }
function pay(stage: Stage, order: string, product: string): void {
  const line = { line: 'lin_1', product, variant: 'var_1', quantity: 1, total, source: null }
  stage.add('order.paid', `per_${order}`, `order:${order}`, { shop: 'shp_1', total, lines: [line] } as never)
}
const refund = (stage: Stage, order: string, minor: string, full: boolean): void =>
  void stage.add('order.refunded', `per_${order}`, `order:${order}`, {
    shop: 'shp_1',
    amount: { minor, currency: 'JPY' },
    full,
  } as never)

test('the parts of a slot add up to its value, and a post has the best margin of its products', () => {
  const stage = new Stage()
  for (const [id, margin] of [
    ['prd_1', 100],
    ['prd_2', 400],
  ] as const)
    stage.r.upsertItem(item(id, { kind: 'product', format: 'product', author: 'shp_1', shop: 'shp_1', margin }))
  stage.post('pst_1', 'per_a', [], { products: ['prd_1', 'prd_2'] as never })
  stage.post('pst_2', 'per_b', [], { products: ['prd_1'] as never })
  stage.post('pst_3', 'per_c')
  for (const slot of stage.page('per_x').slots)
    expect(slot.score).toBeCloseTo(
      Object.values(slot.parts).reduce((a, b) => a + b, 0),
      9,
    )
  const [best, worse, none] = ['pst_1', 'pst_2', 'pst_3'].map(id => gainOf(stage, id))
  expect(best).toBeCloseTo(400 * 0.95, 3)
  expect(worse).toBeCloseTo(100 * 0.95, 3)
  expect(none).toBe(0)
})

test('a refund lowers what an order is expected to bring: of its product most, of its shop’s other products a little, of others not', () => {
  const stage = new Stage()
  for (const [id, shop] of [
    ['prd_1', 'shp_1'],
    ['prd_2', 'shp_1'],
    ['prd_3', 'shp_2'],
  ] as const)
    stage.r.upsertItem(item(id, { kind: 'product', format: 'product', author: shop, shop, margin: 100 }))
  for (let k = 0; k < 20; k++) pay(stage, `ord_${k}`, 'prd_1')
  const before = ['prd_1', 'prd_2', 'prd_3'].map(id => gainOf(stage, id, 'mall'))
  for (let k = 0; k < 10; k++) refund(stage, `ord_${k}`, '1000', true)
  const after = ['prd_1', 'prd_2', 'prd_3'].map(id => gainOf(stage, id, 'mall'))
  const fell = before.map((b, k) => b - after[k]!)
  expect(fell[0]).toBeGreaterThan(fell[1]!)
  expect(fell[1]).toBeGreaterThan(1)
  expect(fell[2]).toBeCloseTo(0, 9)
  // Two halves are one whole, and nothing is paid back twice.
  const whole = gainOf(stage, 'prd_1', 'mall')
  refund(stage, 'ord_10', '500', false)
  const half = gainOf(stage, 'prd_1', 'mall')
  refund(stage, 'ord_10', '500', true)
  refund(stage, 'ord_10', '1000', true)
  expect(whole - half).toBeCloseTo(half - gainOf(stage, 'prd_1', 'mall'), 4)
  // An order that nobody paid has no share.
  refund(stage, 'ord_unknown', '1000', true)
  expect(stage.r.counts().damped.malformed).toBe(0)
})

test('trust scales what an order brings; margins and trusts that can’t be true are refused or damped, and counted', () => {
  const stage = new Stage()
  const put = (margin?: number | null, trust?: number | null): number => {
    stage.r.upsertItem(item('prd_1', { kind: 'product', format: 'product', author: 'shp_1', shop: 'shp_1', margin, trust }))
    return gainOf(stage, 'prd_1', 'mall') / 0.95
  }
  expect(put(200)).toBeCloseTo(200, 3)
  expect(put(200, 0.5)).toBeCloseTo(100, 3)
  // What is not said stays.
  expect(put()).toBeCloseTo(100, 3)
  expect(put(undefined, null)).toBeCloseTo(200, 3)
  expect(put(null)).toBe(0)
  expect(stage.r.counts().damped.bad_number).toBe(0)
  for (const margin of [Number.NaN, Number.POSITIVE_INFINITY, -5]) expect(put(margin)).toBe(0)
  expect(put(1e9)).toBeCloseTo(100_000, 0)
  expect(put(200, Number.NaN)).toBeCloseTo(200, 3)
  expect(put(200, 7)).toBeCloseTo(200, 3)
  expect(put(200, -1)).toBe(0)
  expect(stage.r.counts().damped.bad_number).toBe(7)
})

test('margins that come with published products and refunds of orders are learned from the log: a replay and a snapshot are the same state', () => {
  const stage = new Stage()
  const data = { shop: 'shp_1', category: 'tea', tags: [], price: { minor: '900', currency: 'JPY' }, inStock: true }
  stage.add('product.published', null, 'product:prd_1', { ...data, margin: 300 } as never)
  pay(stage, 'ord_1', 'prd_1')
  refund(stage, 'ord_1', '250', false)
  expect(gainOf(stage, 'prd_1', 'mall')).toBeGreaterThan(200)
  stage.add('feed.weights_set', null, 'feed:weights', { weights: { like: 2 }, scenes: { mall: { order: 20 } } })
  const again = createRecommender({}, { seed: 1 })
  for (const event of stage.log) again.learn(event)
  expect(again.stateHash()).toBe(stage.r.stateHash())
  const restored = restoreRecommender(stage.r.snapshot(), {}, { seed: 1 })
  if (!restored.ok) throw new Error(restored.message)
  expect(restored.value.stateHash()).toBe(stage.r.stateHash())
  expect(restored.value.weights()).toEqual({ common: { ...valueWeights, like: 2 }, scenes: { mall: { order: 20 } } })
  const late = { position: BigInt(stage.log.length + 1), id: 'evt_late' }
  const rest = { ...stage.log[2]!, ...late, data: { shop: 'shp_1', amount: { minor: '750', currency: 'JPY' }, full: false } }
  for (const r of [stage.r, restored.value]) r.learn(rest as never)
  expect(restored.value.stateHash()).toBe(stage.r.stateHash())
})

test('no margin and no price depends on the person: two people see the same gain in the same post', () => {
  const stage = wild(3, 300)
  stage.r.upsertItem(item('prd_0', { kind: 'product', format: 'product', author: 'shp_2', shop: 'shp_2', margin: 500 }))
  const gains = ['per_1', 'per_2', 'per_new'].map(person =>
    stage
      .page(person, { scene: 'mall', n: 20 })
      .slots.flatMap(s => (s.item === 'prd_0' ? [s.parts.margin! / s.parts.order!] : [])),
  )
  const known = gains.flat()
  expect(known.length).toBeGreaterThan(1)
  for (const g of known) expect(g).toBeCloseTo(known[0]!, 9)
})

test('a scene weighs by its own table where it says so, and by the common one elsewhere', () => {
  const stage = new Stage()
  stage.post('pst_1', 'per_a')
  stage.add('person.followed', 'per_x', 'person:per_a', {})
  stage.add('feed.weights_set', null, 'feed:weights', { weights: { like: 2 }, scenes: { following: { like: 8 } } })
  const like = (scene: 'for_you' | 'following'): number => stage.page('per_x', { scene }).slots[0]!.parts.like!
  expect(like('following') / like('for_you')).toBeCloseTo(4, 1)
  for (const scenes of [{ nowhere: {} }, { mall: { lik: 1 } }, []])
    stage.add('feed.weights_set', null, 'feed:weights', { weights: {}, scenes } as never)
  expect(stage.r.counts().damped.malformed).toBe(3)
  expect(stage.r.weights().scenes).toEqual({ following: { like: 8 } })
})

test('the watch quantile asks how long against clips of the same length: half of a long clip is no more than half of a short one', () => {
  const q = new WatchQuantiles()
  // Short clips of 8 s and long ones of 200 s; of each length item 0 / 2 is watched longer than item 1 / 3.
  for (let k = 0; k < 500; k++)
    for (const [i, length] of [
      [0, 8000],
      [1, 8000],
      [2, 200_000],
      [3, 200_000],
    ] as const)
      q.learn(i, -1, length * (i % 2 === 0 ? 0.8 : 0.2), length)
  const [good, bad, long, longBad] = [0, 1, 2, 3].map(i => q.expected(i, -1)) as [number, number, number, number]
  expect(good).toBeCloseTo(0.74, 1)
  expect(bad).toBeCloseTo(0.26, 1)
  expect(Math.abs(good - long)).toBeLessThan(0.02)
  expect(Math.abs(bad - longBad)).toBeLessThan(0.02)
  // What nobody watched is in the middle, or like what its author made before.
  expect(q.expected(99, -1)).toBe(0.5)
  for (let k = 0; k < 50; k++) q.learn(5, 7, 7500, 8000)
  expect(q.expected(6, 7)).toBeGreaterThan(0.6)
})

test('one person moves the mean watch of a clip once, however often they come back, and its author not at all', () => {
  const stage = new Stage()
  stage.post('pst_1', 'per_a')
  stage.post('pst_2', 'per_b')
  const quantile = (): number => stage.page('per_new').slots.find(s => s.item === 'pst_1')!.parts.watch_quantile!
  for (let k = 0; k < 40; k++) stage.watch(`per_${k}`, 'pst_2', k / 40)
  stage.watch('per_x', 'pst_1', 1)
  const once = quantile()
  for (let k = 0; k < 20; k++) stage.watch('per_x', 'pst_1', 1)
  stage.watch('per_a', 'pst_1', 1)
  expect(quantile()).toBe(once)
  stage.watch('per_y', 'pst_1', 1)
  expect(quantile()).toBeGreaterThan(once)
})
