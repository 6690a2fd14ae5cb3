import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Id, must, newId } from '#base/kernel'
import { callerOf, guest, operator } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { createFeed, type Feed } from './index.ts'
import { feedTown } from './testing.ts'

/** What people may read and take back of what the feed knows, on a real log and the real recommender thread. */
let house: TestHouse
let feed: Feed
const town = feedTown()
const posts = { tea: [] as Id<'post'>[], indigo: [] as Id<'post'>[] }
type Caller = ReturnType<typeof callerOf>

async function learned(): Promise<void> {
  expect(await feed.reached(await house.log.flush(), 5000)).toBe(true)
}
async function say(name: 'post.liked' | 'subject.removed', person: Id<'person'> | null, ...ids: Id<'post'>[]): Promise<void> {
  const data = name === 'post.liked' ? {} : { reason: 'spam' }
  await house.log.append(
    house.db.tables(),
    ids.map(id => ({ name, at: house.clock.now(), person, subject: { kind: 'post' as const, id }, data }) as never),
  )
  await learned()
}
const tags = async (caller: Caller): Promise<string[]> => must(await feed.taste(caller)).tags.map(t => t.tag)
/** Ranked slots of one kind among those that a page of twelve has. */
async function pageOf(caller: Caller, tag: 'tea' | 'indigo'): Promise<number> {
  const { slides } = must(await feed.page(caller, { limit: 12 }))
  return slides.filter(s => s.tags.includes(tag)).length
}

beforeAll(async () => {
  house = await testHouse({ migrations: [] })
  feed = createFeed(house, town.doors)
  await feed.start()
  for (const tag of ['tea', 'indigo'] as const) posts[tag] = await town.publish(house, 40, tag)
  await learned()
})
afterAll(async () => {
  await feed.stop()
  await house.close()
})

test('people are told the topics and authors that the feed uses of them, the strongest first, and nobody else is', async () => {
  const me = guest()
  expect(must(await feed.taste(me))).toEqual({ profiled: true, tags: [], authors: [] })
  await say('post.liked', me.person, posts.tea[0]!, posts.tea[1]!, posts.indigo[0]!)
  const taste = must(await feed.taste(me))
  expect(taste.tags.map(t => t.tag)).toEqual(['tea', 'indigo'])
  expect(taste.tags.every(t => Number(t.weight) > 0 && Number(t.weight) <= 1)).toBe(true)
  const makers = posts.tea.slice(0, 2).map(id => town.posts.get(id)!.author)
  expect(taste.authors.map(a => a.person?.id)).toEqual(expect.arrayContaining(makers))
  expect(await tags(callerOf())).toEqual([])
})

test('somebody who is not profiled gets an empty answer that says so', async () => {
  const me = callerOf()
  await say('post.liked', me.person, posts.tea[2]!)
  expect(must(await feed.taste({ ...me, personalised: false }))).toEqual({ profiled: false, tags: [], authors: [] })
})

test('the very next page holds to a forgotten topic, without waiting for anything', async () => {
  const [before, after] = [[] as number[], [] as number[]]
  for (let k = 0; k < 4; k++) {
    const me = callerOf()
    await say('post.liked', me.person, ...posts.tea.slice(k * 3, k * 3 + 3), posts.indigo[k]!)
    before.push(await pageOf(me, 'tea'))
    must(await feed.forgetTaste(me, 'Tea'))
    after.push(await pageOf(me, 'tea'))
    expect(await tags(me)).toEqual(['indigo'])
  }
  const sum = (n: number[]) => n.reduce((a, b) => a + b, 0)
  expect(sum(after)).toBeLessThan(sum(before))
})

test('forgetting everything leaves nothing to tell, is one event a wish, and touches nobody else', async () => {
  const [me, other] = [callerOf(), callerOf()]
  for (const { person } of [me, other]) await say('post.liked', person, posts.tea[5]!, posts.indigo[5]!)
  const from = house.log.position()
  const { position } = must(await feed.forgetTaste(me, null))
  expect(must(await feed.taste(me))).toEqual({ profiled: true, tags: [], authors: [] })
  expect((await tags(other)).sort()).toEqual(['indigo', 'tea'])
  const events = await house.log.read(from, 10)
  expect(events.map(e => [e.name, e.person, e.subject.id, e.data])).toEqual([
    ['person.taste_forgotten', me.person, me.person, { tag: null }],
  ])
  expect(position).toBe(events.at(-1)?.position.toString())
})

test('what was forgotten while personalisation was off does not come back with it', async () => {
  const me = callerOf()
  await say('post.liked', me.person, posts.tea[7]!)
  must(await feed.forgetTaste({ ...me, personalised: false }, null))
  expect(await tags(me)).toEqual([])
})

test('a topic that nothing has is refused and leaves no word in the log', async () => {
  const from = await house.log.flush()
  for (const words of ['  ', 'my diary', "'; drop table x; --"])
    expect(await feed.forgetTaste(callerOf(), words)).toMatchObject({ code: 'not_found' })
  expect(await house.log.flush()).toBe(from)
})

test('an author and an operator read how a post is shown; anybody else is refused, whether there is such a post or not', async () => {
  const id = posts.tea[9]!
  const author = callerOf({ person: town.posts.get(id)!.author })
  const mine = must(await feed.standing(author, id))
  const first = { stage: 'guaranteed', guaranteed: 100, until: 0, gate: null, impressions: 0, served: mine.served, kept: [] }
  expect(mine).toEqual(first)
  expect(must(await feed.standing(operator(), id))).toEqual(mine)
  const nowhere = newId('post', house.clock.now())
  for (const post of [id, nowhere]) expect(await feed.standing(callerOf(), post)).toMatchObject({ code: 'forbidden' })
  expect(await feed.standing(operator(), nowhere)).toMatchObject({ code: 'not_found' })
})

test('views use the guaranteed impressions up, and what moderation takes down is away', async () => {
  const id = posts.indigo[11]!
  const author = callerOf({ person: town.posts.get(id)!.author })
  await house.log.ingest(
    [callerOf(), callerOf(), author].map(({ person, session }) => ({
      name: 'post.impression',
      at: house.clock.now(),
      person,
      session,
      subject: { kind: 'post', id },
      data: { ms: 2500 },
    })),
  )
  await learned()
  expect(must(await feed.standing(author, id))).toMatchObject({ stage: 'guaranteed', impressions: 2 })
  await say('subject.removed', null, id)
  expect(must(await feed.standing(author, id))).toMatchObject({ stage: 'away', kept: ['moderated'] })
})

test('a feed that starts again from the log has forgotten the same', async () => {
  const me = callerOf()
  await say('post.liked', me.person, posts.tea[12]!, posts.indigo[12]!)
  must(await feed.forgetTaste(me, 'tea'))
  const again = createFeed(house, town.doors)
  await again.start()
  expect(await again.reached(house.log.position(), 10_000)).toBe(true)
  expect(await again.stateHash()).toBe(await feed.stateHash())
  expect(must(await again.taste(me)).tags.map(t => t.tag)).toEqual(['indigo'])
  await again.stop()
})
