import { expect, test } from 'vitest'
import { isEnterpriseCode, parseHs } from '#engines/trade'
import { products, shops } from '../art/index.ts'
import { chinaBaskets } from './abroad.ts'
import { demoRates, sendsAbroad } from './borders.ts'
import { chinaPrices, registered, tradeFacts } from './goods/customs.ts'
import { twoParcels } from './orders.ts'
import { openOrderPlan, plannedOrders } from './plan.ts'
import { demoProducts, pricesOf } from './products.ts'
import { codesOf, offerPlan } from './promotions.ts'
import { plannedReturns } from './returns.ts'
import { demoPeople, makers, stock } from './roster.ts'
import { demoShops } from './shops.ts'
import { commentWords } from './talk/comments.ts'
import type { ReturnEnd } from './talk/returns.ts'
import { opinions } from './talk/reviews.ts'

const unique = (keys: readonly string[]) => expect(keys.filter((k, i) => keys.indexOf(k) !== i)).toEqual([])
/** Kana, which Chinese never has; and Latin words, which a Japanese or Chinese sentence may have but does not consist of. */
const kana = /[\u3040-\u30ff]/
const han = /[\u4e00-\u9fff]/

test('twelve makers, eighty products, forty people; every key is there once', () => {
  expect([makers.length, demoProducts.length, demoPeople.length]).toEqual([12, 80, 40])
  unique(makers.map(m => m.key))
  unique(stock.map(s => s.key))
  unique(demoPeople.map(p => p.handle))
  unique(demoPeople.map(p => p.name))
  expect(demoShops.map(s => s.key).sort()).toEqual(makers.map(m => m.key).sort())
  unique([...demoShops.map(s => s.owner.handle), ...demoPeople.map(p => p.handle)])
  unique(demoShops.map(s => s.draft.slug))
})

test.each(demoProducts)(
  '$key has words in three languages, variants with a price, a weight and a name, tags and a maker',
  product => {
    const texts = [
      product.name,
      product.description,
      product.option,
      ...Object.values(product.variants).map(([name]) => name),
      ...product.specs.flat(),
    ]
    for (const text of texts)
      for (const language of ['en', 'ja', 'zh'] as const) expect(text[language].trim(), text.en).not.toBe('')
    expect(product.description.ja).toMatch(kana)
    expect(product.description.zh).not.toMatch(kana)
    expect(product.description.zh).toMatch(han)
    expect(product.description.en).not.toMatch(han)
    const variants = Object.entries(product.variants)
    expect(variants.length).toBeGreaterThanOrEqual(1)
    expect(variants.length).toBeLessThanOrEqual(6)
    unique(variants.map(([key]) => key))
    expect(variants.some(([, [, , pieces]]) => pieces > 0)).toBe(true)
    for (const [key, [, yen, pieces, grams]] of variants) {
      for (const price of pricesOf(product, key)) expect(price).toBeGreaterThan(0)
      expect(Number.isInteger(yen) && Number.isInteger(pieces) && Number.isInteger(grams) && grams > 0 && pieces >= 0).toBe(true)
    }
    expect(product.tags.length).toBeGreaterThanOrEqual(4)
    expect(product.tags.length).toBeLessThanOrEqual(20)
    expect(makers.some(m => m.key === product.shop)).toBe(true)
  },
)

test('every product of the roster has a look, and its first variant is drawn as what it is', () => {
  expect(products.map(p => p.key).sort()).toEqual(demoProducts.map(p => p.key).sort())
  for (const look of products) {
    const product = demoProducts.find(p => p.key === look.key)!
    expect(Object.keys(product.variants)[0], look.key).toBe(look.variants[0]!.key)
    expect(shops.find(s => s.key === product.shop)!.palette).toHaveLength(4)
  }
})

test('sellers are complete, and their numbers are plainly nobody’s', () => {
  for (const { draft } of demoShops) {
    for (const text of [draft.name, draft.about]) expect(Object.values(text).every(t => t.trim() !== '')).toBe(true)
    expect(draft.seller.phone).toMatch(/^0\d{1,3}-0{2,3}-00\d\d$/)
    expect(draft.seller.registration).toMatch(/^T10000000000\d\d$/)
    expect(draft.seller.email).toMatch(/@demo\.enishi\.test$/)
  }
})

test('every product has a review, most products have buyers who disagree, and nobody reviews a thing twice', () => {
  unique(plannedOrders.map(o => `${o.product.key} ${o.buyer.handle}`))
  for (const p of demoProducts) expect(opinions[p.key]?.length ?? 0, p.key).toBeGreaterThanOrEqual(2)
  unique(Object.values(opinions).flatMap(list => list.map(([, , text]) => text)))
  const torn = demoProducts.filter(p => new Set(opinions[p.key]!.map(([, stars]) => stars)).size > 1)
  expect(torn.length).toBeGreaterThan(demoProducts.length * 0.9)
  for (const order of plannedOrders)
    expect(
      opinions[order.product.key]!.some(([language, , text]) => language === order.buyer.language && text === order.text),
    ).toBe(true)
  for (const [, , text] of Object.values(opinions).flat()) expect(text.trim()).not.toBe('')
})

test('nothing is sold more often than there are pieces of it', () => {
  const sold = new Map<string, number>()
  const sell = (item: string, pieces = 1) => sold.set(item, (sold.get(item) ?? 0) + pieces)
  for (const o of plannedOrders) sell(`${o.product.key}:${o.variant}`)
  for (const o of openOrderPlan) {
    const first = Object.entries(o.product.variants).find(([, [, , pieces]]) => pieces > 0)![0]
    sell(`${o.product.key}:${first}`)
  }
  for (const r of plannedReturns) {
    sell(`${r.product}:${r.variant}`, r.quantity)
    if (r.instead || r.until === 'replaced') sell(`${r.product}:${r.instead ?? r.variant}`, r.quantity)
  }
  for (const [item, pieces] of Object.values(chinaBaskets).flat()) sell(item, pieces)
  for (const pieces of twoParcels.pieces) sell(twoParcels.item, pieces)
  for (const p of demoProducts)
    for (const [key, [, , pieces]] of Object.entries(p.variants))
      expect(sold.get(`${p.key}:${key}`) ?? 0, `${p.key}:${key}`).toBeLessThanOrEqual(pieces)
})

test('orders end in every state, one key each', () => {
  expect(new Set(openOrderPlan.map(o => o.until))).toEqual(
    new Set(['paid', 'packed', 'shipped', 'delivered', 'received', 'cancelled', 'return_asked', 'returned', 'part_refunded']),
  )
  unique(openOrderPlan.map(o => o.key))
})

test('people like what the world has, and comments are said in each language', () => {
  const tags = new Set([
    ...demoProducts.flatMap(p => p.tags),
    'tea',
    'cat',
    'rain',
    'howto',
    'gift',
    'everyday',
    'lamp',
    'letters',
    '淹れ方',
    '手工陶器',
  ])
  for (const p of demoPeople) expect(p.likes.filter(l => tags.has(l)).length, p.handle).toBeGreaterThanOrEqual(2)
  for (const language of ['en', 'ja', 'zh'] as const) expect(commentWords[language].length).toBeGreaterThanOrEqual(8)
})

test('three makers send abroad, two of them with China’s customs cleared, under names in three languages; every country has a rate', () => {
  const keys = Object.keys(sendsAbroad)
  expect(keys).toHaveLength(3)
  for (const key of keys) expect(demoShops.map(s => s.key)).toContain(key)
  const paid: Record<string, string> = { CN: 'CNY', US: 'USD', SG: 'SGD' }
  for (const way of Object.values(sendsAbroad).flat()) {
    for (const language of ['en', 'ja', 'zh'] as const) expect(way.name[language]).not.toBe('')
    if (way.countries.includes('CN')) expect(['post', '9610']).toContain(way.way)
    for (const country of way.countries) expect(demoRates.map(r => r.to)).toContain(paid[country])
  }
})

test('who clears China’s customs is registered by codes of the right form, and a product of theirs is on the positive list', () => {
  const cleared = Object.entries(sendsAbroad).filter(([, ways]) => ways.some(w => w.way === '9610'))
  expect(cleared.map(([key]) => key).sort()).toEqual(Object.keys(registered).sort())
  for (const names of Object.values(registered))
    for (const [name, value] of Object.entries(names))
      if (/^(ebp|ebc|pay|logistics|agent)Code$/.test(name)) expect(isEnterpriseCode(value)).toBe(true)
  for (const [key, facts] of Object.entries(tradeFacts)) {
    expect(parseHs(facts.hs), key).toMatchObject({ ok: true })
    expect(demoProducts.some(p => p.key === key)).toBe(true)
  }
  for (const item of Object.keys(chinaPrices)) {
    const [product = '', variant = ''] = item.split(':')
    expect(Object.keys(demoProducts.find(p => p.key === product)?.variants ?? {})).toContain(variant)
  }
})

test('every maker has a promotion; codes differ, each is running, planned or over, and nothing with a flash price ever had another price', () => {
  for (const s of demoShops) expect(offerPlan.some(o => o.shop === s.key)).toBe(true)
  unique(offerPlan.map(o => o.key))
  unique(offerPlan.flatMap(o => o.code ?? []))
  const standing = (o: (typeof offerPlan)[number]) => (o.from > 0 ? 'planned' : o.until <= 0 ? 'over' : 'running')
  expect(new Set(offerPlan.map(standing))).toEqual(new Set(['planned', 'over', 'running']))
  for (const o of offerPlan) {
    for (const language of ['en', 'ja', 'zh'] as const) expect(o.name[language].trim()).not.toBe('')
    for (const [item, price] of o.items ?? []) {
      const [product = '', variant = ''] = item.split(':')
      const sheet = demoProducts.find(p => p.key === product)!
      expect(sheet.past, item).toBeUndefined()
      expect(price).toBeLessThan(sheet.variants[variant]![1])
      expect(sheet.shop).toBe(o.shop)
    }
    for (const product of o.products ?? []) expect(demoProducts.find(p => p.key === product)?.shop).toBe(o.shop)
  }
  const codes = Object.values(codesOf).flat()
  expect(offerPlan.filter(o => o.code && codes.includes(o.code)).map(standing)).toEqual(codes.map(() => 'running'))
  for (const key of Object.keys(codesOf)) expect(openOrderPlan.map(o => o.key)).toContain(key)
})

test('returns are in every state, in the words of who bought it, and what is refused says why', () => {
  const ends: ReturnEnd[] = ['requested', 'approved', 'refused', 'withdrawn', 'sent_back', 'received', 'refunded', 'replaced']
  expect(new Set(plannedReturns.map(r => r.until))).toEqual(new Set(ends))
  unique(plannedReturns.map(r => r.key))
  expect(plannedReturns.filter(r => r.photo).length).toBeGreaterThanOrEqual(5)
  for (const r of plannedReturns) {
    const language = r.buyer.language
    for (const text of [r.words, ...(r.refusal ? [r.refusal[1]] : [])]) {
      expect(kana.test(text), text).toBe(language === 'ja')
      expect(han.test(text), text).toBe(language !== 'en')
    }
    expect(r.refusal !== undefined, r.key).toBe(r.until === 'refused')
    if (r.instead) expect(Object.keys(demoProducts.find(p => p.key === r.product)!.variants)).toContain(r.instead)
  }
})
