import { Value } from 'typebox/value'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LoggedEvent } from '#base/catalogue'
import { type Id, seeded } from '#base/kernel'
import { callerOf, operator } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { createFeed, type Feed } from './index.ts'
import { pageText } from './page-text.ts'
import { feedTown } from './testing.ts'
import { wire } from './wire.ts'

/** The feed on a real log and the real recommender thread; the rooms that dress a slide are stood in for by what they promise. */
let house: TestHouse
let feed: Feed
const town = feedTown()
const { posts, hidden } = town
async function publish(count: number, tag: string): Promise<void> {
  await town.publish(house, count, tag)
  await learned()
}
async function learned(): Promise<bigint> {
  const position = await house.log.flush()
  expect(await feed.reached(position, 5000)).toBe(true)
  return position
}
const page = async (caller = callerOf(), wish = {}) => {
  const result = await feed.page(caller, wish)
  if (!result.ok) throw new Error(result.message)
  return result.value
}

beforeAll(async () => {
  house = await testHouse({ migrations: [] })
  feed = createFeed(house, town.doors)
  await feed.start()
  await publish(30, 'tea')
  await publish(30, 'indigo')
})
afterAll(async () => {
  await feed.stop()
  await house.close()
})

test('a page has no post twice, and says of each slot who brought it', async () => {
  const { slides } = await page()
  expect(slides).toHaveLength(8)
  expect(new Set(slides.map(s => s.id)).size).toBe(8)
  expect(slides.every(s => s.slot?.source && s.slot.request)).toBe(true)
})
test('the written page is the page, field by field, and of the documented form', async () => {
  const served = await page(callerOf(), { limit: 20 })
  const written: unknown = JSON.parse(pageText(served))
  expect(written).toEqual(JSON.parse(JSON.stringify(served)))
  expect(served.slides.length).toBeGreaterThan(0)
  expect(pageText(served)).toBe(JSON.stringify(served))
  expect(Value.Errors(wire['GET /v1/feed'].reply, written)).toEqual([])
})
test('the next page after an event knows it: what was watched does not come again', async () => {
  const caller = callerOf()
  const first = await page(caller)
  const position = await house.log.ingest(
    first.slides.map(s => ({
      name: 'post.impression',
      at: house.clock.now(),
      person: caller.person,
      session: caller.session,
      subject: { kind: 'post', id: s.id },
      data: { ms: 2500 },
    })),
  )
  const second = await page(caller, { after: position.toString() })
  const before = new Set(first.slides.map(s => s.id))
  expect(second.slides.filter(s => before.has(s.id))).toEqual([])
})
test('a page after now knows what was committed before the call, numbered or not', async () => {
  const caller = callerOf()
  const [post] = posts.values()
  for (const k of Array.from({ length: 5 }, (_, k) => k)) {
    const name = k % 2 === 0 ? 'person.blocked' : 'person.unblocked'
    const subject = { kind: 'person' as const, id: post!.author }
    await house.log.append(house.db.tables<unknown>(), [
      { name, at: house.clock.now(), person: caller.person, subject, data: {} },
    ])
    const { slides } = await page(caller, { after: 'now', limit: 20 })
    if (k % 2 === 0) expect(slides.filter(s => s.author.id === post!.author)).toEqual([])
  }
  expect(await feed.page(caller, { after: 'soon' })).toMatchObject({ ok: false, code: 'invalid_request' })
})
test('when many ask at once pages are lean and the log says so; they are as long, and nobody is refused', async () => {
  const callers = Array.from({ length: 60 }, () => callerOf())
  const pages = await Promise.all(callers.map(caller => page(caller)))
  expect(pages.map(p => p.slides.length > 6)).not.toContain(false)
  await house.log.flush()
  const mine = new Set<string>(callers.map(c => c.person))
  const served = (await house.log.read(house.log.position() - 200n, 300)).filter(
    (e): e is LoggedEvent<'feed.served'> => e.name === 'feed.served' && mine.has(e.person as string),
  )
  expect(new Set(served.map(e => e.data.policy))).toEqual(new Set(['v1', 'v1 lean']))
})
test('one page is one feed.served with every slot and its propensity', async () => {
  const caller = callerOf()
  const { request, slides } = await page(caller)
  await house.log.flush()
  const served = (await house.log.read(house.log.position() - 50n, 100)).filter(
    e => e.name === 'feed.served' && e.person === caller.person,
  )
  expect(served).toHaveLength(1)
  const data = served[0]!.data as { request: string; slots: { id: string; propensity: number }[] }
  expect([data.request, data.slots.map(s => s.id)]).toEqual([request, slides.map(s => s.id)])
  expect(data.slots.every(s => s.propensity > 0 && s.propensity <= 1)).toBe(true)
})
test('what moderation hides never shows, however well it ranks', async () => {
  const caller = callerOf()
  const { slides } = await page(caller)
  const victim = slides[0]!.id
  hidden.add(`post:${victim}`)
  for (let i = 0; i < 5; i++) expect((await page()).slides.map(s => s.id)).not.toContain(victim)
  expect(await feed.post(caller, victim as Id<'post'>)).toMatchObject({
    ok: false,
    code: 'not_found',
    details: { removed: true, reason: 'spam' },
  })
  // Whoever decides about it, or might restore it, has to see it.
  expect(await feed.post(operator(), victim as Id<'post'>)).toMatchObject({ ok: true, value: { id: victim } })
  expect((await page(operator())).slides.map(s => s.id)).not.toContain(victim)
})
test('a deep link opens with its post and goes on with others', async () => {
  const start = [...posts.keys()][7] as Id<'post'>
  const { slides } = await page(callerOf(), { start })
  expect(slides[0]?.id).toBe(start)
  expect(slides.slice(1).map(s => s.id)).not.toContain(start)
})
test('with personalisation off, two people in the same context get the same page', async () => {
  const [a, b] = [callerOf({ personalised: false }), callerOf({ personalised: false })]
  await house.log.append(
    house.db.tables(),
    [a.person].map(person => ({
      name: 'post.liked' as const,
      at: house.clock.now(),
      person,
      subject: { kind: 'post' as const, id: [...posts.keys()][3] as string },
      data: {},
    })),
  )
  await learned()
  const one = await page(a)
  await publish(3, 'tea')
  const two = await page(b)
  expect(one.slides.map(s => s.id)).toEqual(two.slides.map(s => s.id))
})
test('with personalisation off, when something of everybody’s page is taken away the next page is everybody’s again', async () => {
  const [a, b] = [callerOf({ personalised: false }), callerOf({ personalised: false })]
  const gone = (await page(a)).slides[0]!.id
  await house.log.append(house.db.tables<unknown>(), [
    {
      name: 'subject.removed',
      at: house.clock.now(),
      person: null,
      subject: { kind: 'post', id: gone },
      data: { reason: 'other' },
    },
  ])
  await learned()
  const one = await page(callerOf({ personalised: false }))
  await publish(3, 'tea')
  const two = await page(b)
  expect(one.slides.map(s => s.id)).not.toContain(gone)
  expect(two.slides.map(s => s.id)).toEqual(one.slides.map(s => s.id))
})
test('with personalisation off, whoever blocked somebody gets the page without them', async () => {
  const [a, b] = [callerOf({ personalised: false }), callerOf({ personalised: false })]
  const author = (await page(a)).slides[0]!.author.id
  const blocked = { name: 'person.blocked', at: house.clock.now(), person: b.person, data: {} } as const
  await house.log.append(house.db.tables<unknown>(), [{ ...blocked, subject: { kind: 'person', id: author } }])
  const { slides } = await page(b, { after: 'now' })
  expect(slides.length).toBeGreaterThan(5)
  expect(slides.map(s => s.author.id)).not.toContain(author)
})
test('a feed that starts again from the log has the same state, bit for bit', async () => {
  const seed = 77
  const random = seeded(seed)
  const caller = callerOf()
  for (let i = 0; i < 10; i++) {
    const { slides } = await page(caller)
    const s = slides[Math.floor(random() * slides.length)]
    if (s)
      await house.log.ingest([
        {
          name: 'post.viewed',
          at: house.clock.now(),
          person: caller.person,
          subject: { kind: 'post', id: s.id },
          data: { ms: Math.floor(random() * 9000), durationMs: 8000, exit: 'next' },
        },
      ])
    house.clock.advance(10_000)
  }
  await learned()
  const again = createFeed(house, town.doors)
  await again.start()
  expect(await again.reached(house.log.position(), 10_000)).toBe(true)
  expect([seed, await again.stateHash()]).toEqual([seed, await feed.stateHash()])
  await again.stop()
})
