import { progress } from '#base/progress'
import { type Client, Person, Refused } from './client.ts'
import { Failure } from './failure.ts'
import type { Head } from './heads.ts'
import type { ImpressionLog } from './read-log.ts'

export interface PublishedPost {
  readonly id: string
  readonly author: string
}
/** The log's people and items as they are on the server. */
export interface World {
  readonly posts: ReadonlyMap<string, PublishedPost>
  readonly people: ReadonlyMap<string, Person>
}
export type Stages = Record<string, number>

/** Requests that are under way at once. */
const hands = 12
const askedAtOnce = 100
/** As many as a caption is read for. */
const mostTags = 30
/** As long as the server may go without another post going live. */
const liveWithinMs = 120_000
/** A grey dot: posts need something to look at. */
const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64')

/** Signs the authors up, publishes the items as their posts, and makes a guest of each person, all by the public API. */
export async function publishWorld(
  client: Client,
  operator: Person,
  log: ImpressionLog,
  heads: readonly Head[],
  stages: Stages,
): Promise<World> {
  // Names of accounts are taken once; a server may see many replays.
  const run = Date.now().toString(36)
  const posts = await publishPosts(client, log, run, stages)
  await untilLive(operator, [...posts.values()], stages)
  const people = await makePeople(client, log, heads, run, stages)
  return { posts, people }
}

async function publishPosts(
  client: Client,
  log: ImpressionLog,
  run: string,
  stages: Stages,
): Promise<Map<string, PublishedPost>> {
  const byAuthor = Map.groupBy(log.items, ([, facts]) => facts.author)
  const posts = new Map<string, PublishedPost>()
  const bar = progress('posts', log.items.size)
  await eachOf([...byAuthor.values()], async (items, n) => {
    const author = await Person.guest(client)
    await author.join(`a${n}_${run}`)
    const picture = await author.upload(dot, 'image/png')
    for (const [item, { tags }] of items) {
      const draft = { caption: tags.slice(0, mostTags).map(hashtag).join(' '), products: [], pictures: [picture] }
      const { id } = await author.call<{ id: string }>('POST', '/v1/posts', draft)
      await author.call('POST', `/v1/posts/${id}/publish`)
      posts.set(item, { id, author: author.id })
      bar.at(posts.size)
    }
  })
  stages.posts = bar.end(`${byAuthor.size} authors`)
  return posts
}

/** Only what holds a letter is a tag, and punctuation ends it. */
function hashtag(tag: string): string {
  const word = tag.replace(/[^\p{L}\p{N}_]+/gu, '_').slice(0, 58)
  return `#${/\p{L}/u.test(word) ? word : `t${word}`}`
}

/** Pictures are made in a queue: a post is live when the recommender can say what it expects of it. */
async function untilLive(operator: Person, posts: readonly PublishedPost[], stages: Stages): Promise<void> {
  const bar = progress('live', posts.length)
  let last = Date.now()
  for (let from = 0; from < posts.length; ) {
    const asked = posts.slice(from, from + askedAtOnce)
    const waiting = await firstUnknown(operator, asked)
    const at = waiting === null ? asked.length : asked.findIndex(p => p.id === waiting)
    if (at > 0) last = Date.now()
    else if (Date.now() - last > liveWithinMs)
      throw new Failure('server_slow', `the post ${waiting} was not live after ${liveWithinMs / 1000} s`)
    from += at
    bar.at(from)
    if (waiting !== null) await new Promise(resolve => setTimeout(resolve, 200))
  }
  stages.live = bar.end()
}

/** The first post that the recommender does not know yet. */
async function firstUnknown(operator: Person, posts: readonly PublishedPost[]): Promise<string | null> {
  try {
    await operator.call('GET', `/v1/feed/expect?${posts.map(p => `posts=${p.id}`).join('&')}`)
    return null
  } catch (error) {
    if (error instanceof Refused && error.refusal === 'not_found' && posts.some(p => p.id === error.details.post))
      return error.details.post as string
    throw error
  }
}

/** Guests, as most people are; who comments signs up first. */
async function makePeople(
  client: Client,
  log: ImpressionLog,
  heads: readonly Head[],
  run: string,
  stages: Stages,
): Promise<Map<string, Person>> {
  const comment = heads.find(h => h.act === 'comment')
  const talkative = new Set(comment ? log.rows.filter(r => comment.label(r) === 1).map(r => r.user) : [])
  const users = [...new Set(log.rows.map(r => r.user))]
  const people = new Map<string, Person>()
  const bar = progress('people', users.length)
  await eachOf(users, async (user, n) => {
    const person = await Person.guest(client)
    if (talkative.has(user)) await person.join(`p${n}_${run}`)
    people.set(user, person)
    bar.at(people.size)
  })
  stages.people = bar.end()
  return people
}

/** Works through a list with a few hands; the first failure ends it. */
async function eachOf<T>(list: readonly T[], work: (one: T, n: number) => Promise<void>): Promise<void> {
  let next = 0
  const hand = async (): Promise<void> => {
    while (next < list.length) {
      const n = next++
      await work(list[n] as T, n)
    }
  }
  await Promise.all(Array.from({ length: hands }, hand))
}
