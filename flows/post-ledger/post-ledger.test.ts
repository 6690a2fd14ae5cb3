import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ClientEventName, LoggedEvent, NewEvent } from '#base/catalogue'
import { type Id, must, newId } from '#base/kernel'
import { createFeed, type Feed, type Slide } from '#rooms/feed'
import { createInsights, type Insights } from '#rooms/insights'
import { callerOf, operator } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { feedTown } from '../../rooms/feed/testing.ts'
import { type Ledger, type LedgerDoors, readLedger } from './read-ledger.ts'

/** Real pages of the real recommender thread over a real log; what people then saw is written by the test. */
let house: TestHouse
let feed: Feed
let insights: Insights
let doors: LedgerDoors
const town = feedTown()
let posts: Id<'post'>[] = []
type Caller = ReturnType<typeof callerOf>

const authorOf = (post: Id<'post'>): Caller => callerOf({ person: town.posts.get(post)!.author })
const ledgerOf = async (post: Id<'post'>): Promise<Ledger> => must(await readLedger(doors, authorOf(post), post))
async function learned(): Promise<void> {
  const position = await house.log.flush()
  expect(await feed.reached(position, 5000)).toBe(true)
  expect(await insights.reached(position, 5000)).toBe(true)
}
const sourceOf = (slide: Slide) => ({ post: slide.id, request: slide.slot!.request, slot: slide.slot!.index })
function did(caller: Caller, slide: Slide, name: ClientEventName, data: object): NewEvent<ClientEventName> {
  const about = { at: house.clock.now(), person: caller.person, session: caller.session, source: sourceOf(slide) }
  return { name, ...about, subject: { kind: 'post', id: slide.id }, data } as NewEvent<ClientEventName>
}
/** One person gets a page and looks at every slide in turn; every third they watch to the end, every fourth they leave before it is a sight. */
async function visit(caller: Caller, n: number): Promise<void> {
  const { slides } = must(await feed.page(caller, { after: 'now' }))
  const events = slides.flatMap((slide, k) => {
    const at = n + k
    if (at % 4 === 3) return [did(caller, slide, 'post.viewed', { ms: 900, durationMs: 8000, exit: 'next' })]
    const ms = at % 3 === 0 ? 8000 : 3000
    // Who comes back to a slide tells of it twice; the slot is one.
    const sight = did(caller, slide, 'post.impression', { ms: 2000 })
    return [sight, ...(at % 5 === 0 ? [sight] : []), did(caller, slide, 'post.viewed', { ms, durationMs: 8000, exit: 'next' })]
  })
  await house.log.ingest(events)
}
/** The whole log, in order. */
async function wholeLog(): Promise<LoggedEvent[]> {
  const events: LoggedEvent[] = []
  for (;;) {
    const more = await house.log.read(events.at(-1)?.position ?? 0n, 1000)
    if (more.length === 0) return events
    events.push(...more)
  }
}

beforeAll(async () => {
  house = await testHouse({ migrations: [] })
  feed = createFeed(house, town.doors)
  insights = createInsights(house, { accounts: town.doors.accounts as never })
  doors = { feed, insights, content: town.doors.content, media: town.doors.media }
  await Promise.all([feed.start(), insights.start()])
  posts = await town.publish(house, 12, 'tea')
  await learned()
  for (let n = 0; n < 24; n++) {
    house.clock.advance(10 * 60_000)
    await visit(callerOf(), n)
  }
  await learned()
})
afterAll(async () => {
  await insights.stop()
  await feed.stop()
  await house.close()
})

test('the counts of every post are those of the served slots and of the impressions that came from them in the log', async () => {
  const log = await wholeLog()
  const sights = new Set(log.filter(e => e.name === 'post.impression').map(e => `${e.source?.request} ${e.subject.id}`))
  let tries = 0
  for (const post of posts) {
    const wanted = { new: [0, 0], stage: [0, 0], random: [0, 0], ranked: [0, 0] }
    const [people, times] = [new Set<string>(), [] as number[]]
    for (const e of log) {
      if (e.name !== 'feed.served') continue
      for (const slot of e.data.slots.filter(s => s.id === post)) {
        const way = slot.source === 'pool' ? 'new' : slot.source === 'stage' || slot.source === 'random' ? slot.source : 'ranked'
        const isSeen = sights.has(`${e.data.request} ${post}`)
        wanted[way][0]!++
        if (isSeen) wanted[way][1]!++
        if (way === 'ranked') continue
        times.push(e.at.getTime())
        if (isSeen) people.add(e.person as string)
      }
    }
    const ledger = await ledgerOf(post)
    expect(Object.fromEntries(ledger.ways.map(w => [w.way, [w.served, w.seen]]))).toEqual(wanted)
    expect(ledger.people).toBe(people.size)
    expect([ledger.first, ledger.last]).toEqual(
      times.length === 0 ? [null, null] : [Math.min(...times), Math.max(...times)].map(at => new Date(at).toISOString()),
    )
    tries += wanted.new[1]!
  }
  expect(tries).toBeGreaterThan(10)
})

test('a post on trial is told where it stands in the queue by the recommender’s own numbers', async () => {
  const post = posts[0]!
  const [ledger, standing] = [await ledgerOf(post), must(await feed.standing(authorOf(post), post))]
  expect(ledger.standing).toEqual(standing)
  expect(ledger.gates).toEqual([100, 400, 1600])
  expect(ledger.reasons.map(r => r.code)).toEqual(['trial'])
  const values = Object.fromEntries(ledger.reasons[0]!.values.map(v => [v.name, Number(v.value)]))
  const places = (await wholeLog()).flatMap(e => (e.name === 'feed.served' ? e.data.slots : [])).filter(s => s.source === 'pool')
  expect(values).toMatchObject({
    seen: standing.impressions,
    of: 100,
    served: standing.served,
    waiting: 12,
    places: places.length,
  })
})

test('what came of the tries is told from five people on, and never by whom', async () => {
  const all = await Promise.all(posts.map(ledgerOf))
  for (const l of all) expect(l.came.length > 0).toBe(l.people >= 5)
  expect(JSON.stringify(all)).not.toContain('per_')
})

test('somebody else’s post and one that there is not are the same to a stranger; an operator reads it', async () => {
  const nowhere = newId('post', house.clock.now())
  const [other, none] = [await readLedger(doors, callerOf(), posts[0]!), await readLedger(doors, callerOf(), nowhere)]
  expect(other).toMatchObject({ ok: false, code: 'not_found' })
  expect(none).toEqual(other)
  expect(must(await readLedger(doors, operator(), posts[0]!))).toEqual(await ledgerOf(posts[0]!))
})

test('counts that are replayed from the log are the same', async () => {
  const again = createInsights(house, { accounts: town.doors.accounts as never })
  await again.start()
  await again.reached(house.log.position(), 5000)
  for (const post of posts) expect(await again.tries(operator(), post)).toEqual(await insights.tries(operator(), post))
  await again.stop()
})

test('a post that moderation takes down is told that, and nothing else', async () => {
  const post = posts[3]!
  const gone = { name: 'subject.removed', at: house.clock.now(), person: null, subject: { kind: 'post' as const, id: post } }
  await house.log.append(house.db.tables(), [{ ...gone, data: { reason: 'spam' } } as never])
  await learned()
  expect((await ledgerOf(post)).reasons).toEqual([{ code: 'moderated', stops: true, values: [] }])
})
