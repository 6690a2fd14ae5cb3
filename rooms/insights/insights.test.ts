import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewEvent } from '#base/catalogue'
import { type Id, newId, ok, refuse } from '#base/kernel'
import { callerOf, operator, staffOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { createInsights, type Insights } from './index.ts'

let house: TestHouse
let insights: Insights
const shop = newId('shop', new Date(1))
const product = newId('product', new Date(1))
const [maker, anna, ben] = [newId('person', new Date(1)), newId('person', new Date(2)), newId('person', new Date(3))]
const [film, clip] = [newId('post', new Date(1)), newId('post', new Date(2))]
const [lineA, lineB] = [newId('line', new Date(1)), newId('line', new Date(2))]
const [orderA, orderB] = [newId('order', new Date(1)), newId('order', new Date(2))]
const accounts = {
  may: (caller: ReturnType<typeof callerOf>, _p: string, about?: { shop?: string }) =>
    caller.shops.some(s => s.shop === about?.shop) ? ok(true as const) : refuse('forbidden', 'no'),
} as unknown as Parameters<typeof createInsights>[1]['accounts']

const yen = (minor: string) => ({ minor, currency: 'JPY' })
async function say(event: Omit<NewEvent, 'at'>): Promise<void> {
  house.clock.advance(60_000)
  await house.log.append(house.db.tables(), [{ ...event, at: house.clock.now() } as NewEvent])
  await insights.reached(await house.log.flush(), 5000)
}
const posted = (post: Id<'post'>, author: Id<'person'>, grownFrom: Id<'line'> | null): Omit<NewEvent, 'at'> =>
  ({
    name: 'post.published',
    person: author,
    subject: { kind: 'post', id: post },
    data: {
      author,
      shop: grownFrom ? null : shop,
      format: 'video',
      durationMs: 8000,
      tags: [],
      products: [product],
      language: 'en',
      disclosure: grownFrom ? 'none' : 'own_product',
      grownFrom,
    },
  }) as Omit<NewEvent, 'at'>
const bought = (person: Id<'person'>, order: Id<'order'>, line: Id<'line'>, post: Id<'post'>): Omit<NewEvent, 'at'> =>
  ({
    name: 'order.paid',
    person,
    subject: { kind: 'order', id: order },
    data: {
      shop,
      total: yen('1000'),
      lines: [{ line, product, variant: newId('variant', new Date(1)), quantity: 1, total: yen('1000'), source: { post } }],
    },
  }) as Omit<NewEvent, 'at'>
const saw = (person: Id<'person'>, post: Id<'post'>): Omit<NewEvent, 'at'> =>
  ({ name: 'post.impression', person, subject: { kind: 'post', id: post }, data: { ms: 2500 } }) as Omit<NewEvent, 'at'>

beforeAll(async () => {
  house = await testHouse({ migrations: [] })
  insights = createInsights(house, { accounts })
  await insights.start()
  await say({
    name: 'product.published',
    person: maker,
    subject: { kind: 'product', id: product },
    data: { shop, category: 'ceramics', tags: [], price: yen('1000'), inStock: true },
  } as Omit<NewEvent, 'at'>)
  await say(posted(film, maker, null))
  await say(saw(anna, film))
  await say(bought(anna, orderA, lineA, film))
  await say(posted(clip, anna, lineA))
  await say(saw(ben, clip))
  await say({
    name: 'reviews.read',
    person: ben,
    subject: { kind: 'product', id: product },
    source: { post: clip },
    data: { ms: 4000, count: 3 },
  } as Omit<NewEvent, 'at'>)
  await say(bought(ben, orderB, lineB, clip))
})
afterAll(async () => {
  await insights.stop()
  await house.close()
})

test('the shop sees order, clip and the order of somebody else, and never who', async () => {
  const page = await insights.lineage(staffOf(shop), shop, undefined, 10)
  expect(page.ok && page.value.chains).toMatchObject([
    { parent: { order: orderA, line: lineA }, content: { kind: 'post', id: clip }, child: { order: orderB, line: lineB } },
  ])
  expect(JSON.stringify(page)).not.toContain('per_')
})
test('people are counted once in each phase, and too few people give a reason instead of a rate', async () => {
  const view = await insights.loop(staffOf(shop), shop, 28)
  const phases = view.ok ? view.value.report.phases : []
  expect(phases.find(p => p.phase === 'purchase')?.people).toBe(2)
  expect(phases[0]?.goOn).toEqual({ value: null, reason: 'not_enough_data' })
})
test('another shop, a shopper and a guest are refused; the platform is for operators', async () => {
  const other = staffOf(newId('shop', new Date(9)))
  expect(await insights.loop(other, shop, 28)).toMatchObject({ ok: false, code: 'forbidden' })
  expect(await insights.loop(callerOf(), null, 28)).toMatchObject({ ok: false, code: 'forbidden' })
  expect((await insights.loop(operator(), null, 28)).ok).toBe(true)
})
test('an author learns what the clip led to; nobody else does', async () => {
  expect(await insights.impact(callerOf({ person: anna }), clip)).toEqual({
    ok: true,
    value: { impressions: 1, helped: 1, orders: 1 },
  })
  expect(await insights.impact(callerOf({ person: ben }), clip)).toMatchObject({ ok: false, code: 'not_found' })
})
test('figures that are replayed from the log are the same', async () => {
  const again = createInsights(house, { accounts })
  await again.start()
  await again.reached(house.log.position(), 5000)
  expect(await again.loop(operator(), null, 28)).toEqual(await insights.loop(operator(), null, 28))
  await again.stop()
})

test("a shop's today and what brought people to a phase are for its staff alone", async () => {
  const someone = callerOf()
  const tried = [await insights.today(someone, shop), await insights.ways(someone, shop, 'purchase', 28)]
  expect(tried.map(t => (t.ok ? 'ok' : t.code))).toEqual(['forbidden', 'forbidden'])
})

test('the figures of a post are for the staff of its shop; what its author did is not counted, nor are posts of others told', async () => {
  await say(saw(maker, film))
  await say({ ...saw(ben, film), name: 'post.viewed', data: { ms: 4000, durationMs: 8000, exit: 'next' } } as Omit<
    NewEvent,
    'at'
  >)
  await say({
    name: 'product.clicked',
    person: ben,
    subject: { kind: 'product', id: product },
    source: { post: film },
    data: { surface: 'drawer' },
  } as Omit<NewEvent, 'at'>)
  await say({
    name: 'share.created',
    person: anna,
    subject: { kind: 'share', id: newId('share', new Date(1)) },
    data: { about: { kind: 'post', id: film }, grownFrom: null },
  } as Omit<NewEvent, 'at'>)
  const found = await insights.posts(staffOf(shop), shop, [film, clip])
  expect(found.ok && found.value.items).toEqual([
    { post: film, impressions: 1, watched: 1, watchedMs: 4000, clicks: 1, orders: 1, shares: 1 },
  ])
  expect(await insights.posts(callerOf(), shop, [film])).toMatchObject({ code: 'forbidden' })
})

test('a post’s page counts views by how long they were, reach by where from and the first hour apart, and is for its author, its shop and operators', async () => {
  const third = newId('post', new Date(3))
  const watched = (person: Id<'person'>, ms: number, more: Partial<NewEvent> = {}) =>
    say({
      name: 'post.viewed',
      person,
      subject: { kind: 'post', id: third },
      data: { ms, durationMs: 8000, exit: 'next' },
      ...more,
    } as Omit<NewEvent, 'at'>)
  await say(posted(third, maker, null))
  await say({ ...saw(anna, third), surface: 'for_you' } as Omit<NewEvent, 'at'>)
  await say({ ...saw(ben, third), surface: 'for_you', source: { share: newId('share', new Date(1)) } } as Omit<NewEvent, 'at'>)
  await say({ ...saw(maker, third), surface: 'for_you' } as Omit<NewEvent, 'at'>)
  await watched(anna, 2500)
  await watched(ben, 40_000)
  await watched(maker, 8000)
  house.clock.advance(3_600_000)
  await watched(anna, 7900)

  const page = await insights.postPage(callerOf({ person: maker }), third)
  expect(page.ok && page.value).toMatchObject({
    durationMs: 8000,
    stepMs: 1000,
    kept: [3, 3, 3, 2, 2, 2, 2, 2, 2],
    all: { impressions: 2, watched: 3 },
    firstHour: { impressions: 2, watched: 2, watchedMs: 42_500 },
  })
  expect(page.ok && [...page.value.reach].sort((a, b) => a.from.localeCompare(b.from))).toEqual([
    { from: 'for_you', impressions: 1 },
    { from: 'share', impressions: 1 },
  ])
  for (const caller of [staffOf(shop), operator()]) expect((await insights.postPage(caller, third)).ok).toBe(true)
  expect(await insights.postPage(callerOf({ person: anna }), third)).toMatchObject({ ok: false, code: 'not_found' })
  expect(await insights.postPage(callerOf({ person: maker }), newId('post', new Date(9)))).toMatchObject({ ok: false })
})
