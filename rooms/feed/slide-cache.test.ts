import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EventData, EventName } from '#base/catalogue'
import type { Id } from '#base/kernel'
import { callerOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { createSlides, type Slides } from './slide-cache.ts'
import { feedTown } from './testing.ts'

/** Slides from memory on a real log; the doors behind them are counted, and say what the test wants. */
let house: TestHouse
let slides: Slides
let ids: Id<'post'>[]
const town = feedTown()
const asked = { posts: [] as string[], marks: [] as string[] }
const likes = new Map<string, number>()
const marked = new Map<string, Set<string>>()

beforeAll(async () => {
  house = await testHouse({ migrations: [] })
  const { content, social, ...rest } = town.doors
  slides = createSlides(house, {
    ...rest,
    content: {
      ...content,
      posts: wanted => {
        asked.posts.push(...wanted)
        return content.posts(wanted)
      },
    },
    social: {
      ...social,
      counts: async posts => new Map(posts.map(p => [p, { likes: likes.get(p) ?? 0, saves: 0, comments: 0, shares: 0 }])),
      marksOf: async people => {
        asked.marks.push(...people)
        return new Map(people.map(p => [p, { liked: marked.get(p) ?? new Set(), saved: new Set(), follows: new Set() }]))
      },
    },
  })
  ids = await town.publish(house, 6, 'tea')
  slides.start()
})
afterAll(async () => {
  await slides.stop()
  await house.close()
})

async function happens<N extends EventName>(name: N, person: Id<'person'>, post: string, data: EventData[N]): Promise<void> {
  await house.log.append(house.db.tables(), [
    { name, at: house.clock.now(), person, subject: { kind: 'post', id: post }, data } as never,
  ])
  expect(await slides.reached(await house.log.flush(), 5000)).toBe(true)
}
const forget = () => {
  asked.posts.length = 0
  asked.marks.length = 0
}

test('a page of known posts asks no room for them again, whoever looks', async () => {
  const [aya, ben] = [callerOf(), callerOf()]
  await slides.dress(aya, ids)
  expect(asked.posts).toEqual(ids)
  forget()
  const again = await slides.dress(aya, ids)
  await slides.dress(ben, ids)
  expect([...again.keys()]).toEqual(ids)
  expect(asked).toEqual({ posts: [], marks: [ben.person] })
})

test('a like is on the next page: in the count for everybody and in the heart for who gave it', async () => {
  const [aya, ben] = [callerOf(), callerOf()]
  const [first] = ids as [Id<'post'>]
  await Promise.all([slides.dress(aya, ids), slides.dress(ben, ids)])
  forget()
  likes.set(first, 1)
  marked.set(aya.person, new Set([first]))
  await happens('post.liked', aya.person, first, {})
  const [hers, his] = await Promise.all([slides.dress(aya, ids), slides.dress(ben, ids)])
  expect([hers.get(first)?.counts.likes, his.get(first)?.counts.likes]).toEqual([1, 1])
  expect([hers.get(first)?.mine.liked, his.get(first)?.mine.liked]).toEqual([true, false])
  // Only what changed was asked about.
  expect(asked).toEqual({ posts: [first], marks: [aya.person] })
})

test('what is removed, or hidden by moderation, is gone from the next page; a moderator still sees it', async () => {
  const aya = callerOf()
  const [, second, third] = ids as [Id<'post'>, Id<'post'>, Id<'post'>]
  const post = town.posts.get(second)
  if (post) post.state = 'removed'
  await happens('post.removed', aya.person, second, {})
  town.hidden.add(`post:${third}`)
  const shown = await slides.dress(aya, ids)
  expect(ids.filter(id => !shown.has(id))).toEqual([second, third])
  expect([...(await slides.dress(aya, [second, third], true)).keys()]).toEqual([second, third])
})
