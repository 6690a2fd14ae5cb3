import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Id, must, newId } from '#base/kernel'
import { callerOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { createFeed, type Feed } from './index.ts'
import { feedTown } from './testing.ts'

/** What the recommender expects of somebody, asked of the real recommender thread on a real log. */
let house: TestHouse
let feed: Feed
let tea: Id<'post'>[]
let indigo: Id<'post'>[]
const town = feedTown()
const drinker = callerOf()

beforeAll(async () => {
  house = await testHouse({ migrations: [] })
  feed = createFeed(house, town.doors)
  await feed.start()
  tea = await town.publish(house, 20, 'tea')
  indigo = await town.publish(house, 20, 'indigo')
})
afterAll(async () => {
  await feed.stop()
  await house.close()
})

async function view(post: Id<'post'>, ms: number): Promise<string> {
  const position = await house.log.ingest([
    {
      name: 'post.viewed',
      at: house.clock.now(),
      person: drinker.person,
      subject: { kind: 'post', id: post },
      data: { ms, durationMs: 8000, exit: 'next' },
    },
  ])
  return position.toString()
}

test('the answer says how far it has learned, and follows what was learned', async () => {
  let after = '0'
  for (const post of tea.slice(0, 6)) after = await view(post, 8000)
  for (const post of indigo.slice(0, 6)) after = await view(post, 200)
  expect(await feed.reached(BigInt(after), 5000)).toBe(true)
  const { position, posts, profiled } = must(await feed.expect(drinker, { posts: [tea[10]!, indigo[10]!], after }))
  expect(BigInt(position)).toBeGreaterThanOrEqual(BigInt(after))
  expect(profiled).toBe(true)
  expect(posts.map(p => p.post)).toEqual([tea[10], indigo[10]])
  expect(Number(posts[0]!.p.finish)).toBeGreaterThan(Number(posts[1]!.p.finish))
})

test('of somebody whose personalisation is off it is what anybody is expected to do', async () => {
  const wish = { posts: [tea[11]!, indigo[11]!] }
  const plain = must(await feed.expect({ ...drinker, personalised: false }, wish))
  expect(plain.profiled).toBe(false)
  expect(plain.posts).toEqual(must(await feed.expect(callerOf({ personalised: false }), wish)).posts)
})

test('a post that nobody has published is refused by its id, and so is a position that is none', async () => {
  const nothing = newId('post', house.clock.now())
  expect(await feed.expect(drinker, { posts: [tea[0]!, nothing] })).toMatchObject({
    code: 'not_found',
    details: { post: nothing },
  })
  expect(await feed.expect(drinker, { posts: [tea[0]!], after: 'soon' })).toMatchObject({ code: 'invalid_request' })
})
