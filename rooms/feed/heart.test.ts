import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId, type Result } from '#base/kernel'
import { valueWeights } from '#engines/recommender'
import { callerOf, guest, operator } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { createFeed, type Feed } from './index.ts'
import { createServedPages } from './served-pages.ts'
import { feedTown } from './testing.ts'

/** What operators see of the recommender, on a real log and the real thread. */
let house: TestHouse
let feed: Feed
const town = feedTown()
beforeAll(async () => {
  house = await testHouse({ migrations: [] })
  feed = createFeed(house, town.doors)
  await feed.start()
  await town.publish(house, 40, 'tea')
  await learned()
})
afterAll(async () => {
  await feed.stop()
  await house.close()
})
async function learned(): Promise<void> {
  expect(await feed.reached(await house.log.flush(), 5000)).toBe(true)
}
function must<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(result.message)
  return result.value
}
const heart = async () => must(await feed.heart(operator()))
const page = async (caller = callerOf()) => must(await feed.page(caller, {}))

test('a member who is no operator, and a guest, are refused the heart and every page, known or not', async () => {
  const { request } = await page()
  await learned()
  for (const caller of [callerOf(), callerOf({ creator: true }), guest()])
    for (const asked of [feed.heart(caller), feed.explain(caller, request), feed.explain(caller, 'req_unknown')])
      expect(await asked).toMatchObject({ ok: false, code: 'forbidden' })
})

test('the heart says how much it knows and that it is not behind once it has learned the log', async () => {
  await learned()
  const { position, learned: known, behind, sizes, snapshot } = await heart()
  expect([position, known, behind]).toEqual([house.log.position().toString(), house.log.position().toString(), 0])
  expect(sizes).toMatchObject({ items: 40, tags: 1, pool: 40 })
  expect(sizes.bytes).toBeGreaterThan(0)
  expect(snapshot).toBeNull()
})

test('what is damped is counted under its reason', async () => {
  const before = await heart()
  const subject = { kind: 'post' as const, id: newId('post', house.clock.now()) }
  const liked = { name: 'post.liked' as const, at: house.clock.now(), person: callerOf().person, subject, data: {} }
  await house.log.append(house.db.tables(), [liked])
  await learned()
  const of = (h: typeof before, reason: string) => h.damped.find(d => d.reason === reason)?.events ?? 0
  expect(of(await heart(), 'unknown_item')).toBe(of(before, 'unknown_item') + 1)
})

test('weights in force stand beside the defaults, those of single scenes below, and the gates of the pool are counted', async () => {
  const subject = { kind: 'feed' as const, id: 'weights' }
  const set = (weights: Record<string, number>, scenes = {}) =>
    house.log.append(house.db.tables(), [
      { name: 'feed.weights_set', at: house.clock.now(), person: null, subject, data: { weights, scenes } },
    ])
  await set({ ...valueWeights, save: 5 }, { mall: { margin: 0.02 } })
  await learned()
  const { weights, pools } = await heart()
  const { table, scenes } = weights
  expect(scenes).toEqual([{ scene: 'mall', name: 'margin', now: '0.02' }])
  expect(pools).toEqual({ promoted: 0, gates: [100, 400, 1600].map(at => ({ at, judged: 0, passed: 0 })) })
  expect(table.map(w => w.name)).toEqual(Object.keys(valueWeights))
  expect(table.filter(w => w.now !== w.byDefault)).toEqual([{ name: 'save', byDefault: '2', now: '5' }])
  await set(valueWeights)
  await learned()
})

test('shares of the sources are those of the served pages in the log', async () => {
  for (let i = 0; i < 5; i++) await page()
  await learned()
  const pages = (await house.log.read(0n, 10_000)).flatMap(e => (e.name === 'feed.served' ? [e.data] : []))
  const slots = pages.flatMap(p => p.slots)
  const { served, newest } = await heart()
  expect([served.pages, served.slots]).toEqual([pages.length, slots.length])
  expect(served.sources.reduce((n, s) => n + s.slots, 0)).toBe(slots.length)
  for (const { source, slots: n } of served.sources) expect(n).toBe(slots.filter(s => s.source === source).length)
  expect(served.explored).toBe(slots.filter(s => s.source === 'pool' || s.source === 'random').length)
  expect(Number(served.propensity)).toBeCloseTo(slots.reduce((sum, s) => sum + s.propensity, 0) / slots.length, 3)
  expect(newest[0]?.request).toBe(pages.at(-1)?.request)
})

test('an explained page is the served one, in order, with reasons that hold now and without the person or what they did', async () => {
  const caller = callerOf()
  const [loved] = [...town.posts.keys()]
  const subject = { kind: 'post' as const, id: loved as string }
  await house.log.append(
    house.db.tables(),
    (['post.liked', 'post.saved'] as const).map(name => ({
      name,
      at: house.clock.now(),
      person: caller.person,
      subject,
      data: {},
    })),
  )
  await learned()
  const served = await page(caller)
  await learned()
  const explained = must(await feed.explain(operator(), served.request))
  expect(explained).toMatchObject({ request: served.request, scene: 'for_you', profiled: true })
  expect(explained.slots.map(s => [s.post, s.source])).toEqual(served.slides.map(s => [s.id, s.slot?.source]))
  expect(explained.slots.every(s => s.tile?.id === s.post && Number(s.propensity) > 0 && s.reasons.length > 0)).toBe(true)
  expect(explained.slots.flatMap(s => s.reasons)).toContainEqual(expect.objectContaining({ code: 'tag', tag: 'tea' }))
  const said = JSON.stringify(explained)
  expect(said).not.toContain(caller.person)
  expect(said).not.toContain(caller.session)
  expect(said.replaceAll(/"(post|id)":"pst_\w+"/g, '')).not.toContain(loved)
})

test('a page without personalisation is explained without the person', async () => {
  const served = await page(callerOf({ personalised: false }))
  await learned()
  const explained = must(await feed.explain(operator(), served.request))
  expect([explained.profiled, explained.slots.flatMap(s => s.reasons)]).toEqual([false, []])
})

test('a page that is not among the newest is not found', async () => {
  expect(await feed.explain(operator(), 'req_nowhere')).toMatchObject({ ok: false, code: 'not_found' })
})

test('the newest pages are kept within their bounds, however long nobody looked', async () => {
  const requests: string[] = []
  const serve = async (count: number) => {
    for (let i = 0; i < count; i++) requests.unshift((await page()).request)
    await learned()
  }
  const newest = async (pages: ReturnType<typeof createServedPages>) => (await pages.newest(100)).map(p => p.data.request)
  const few = createServedPages(house.log, { pages: 3, events: 1000, chunk: 2 })
  const short = createServedPages(house.log, { pages: 100, events: 2, chunk: 2 })
  await serve(5)
  expect([await newest(few), await newest(short)]).toEqual([requests.slice(0, 3), requests.slice(0, 2)])
  await serve(2)
  expect([await newest(few), await newest(short)]).toEqual([requests.slice(0, 3), requests.slice(0, 4)])
  expect(await few.find(requests[3] as string)).toBeNull()
})

test('the heart says of every action what was predicted and what happened, once a minute has passed over a sight', async () => {
  const { heads } = await heart()
  expect(heads.map(h => h.head)).toEqual(expect.arrayContaining(['skip', 'finish', 'like', 'order']))
  for (const h of heads) {
    expect(h.rows).toBeGreaterThanOrEqual(0)
    for (const share of [h.happened, h.predicted, h.counters]) {
      expect(Number(share)).toBeGreaterThanOrEqual(0)
      expect(Number(share)).toBeLessThanOrEqual(1)
    }
  }
})
