import type { NewEvent, PostFacts } from '#base/catalogue'
import type { Caller } from '#base/http'
import { type Id, newId, ok, refuse } from '#base/kernel'
import type { TestHouse } from '#testing/house'
import type { createFeed } from './index.ts'

/** A town of posts on a real log; the rooms that dress a slide are stood in for by what they promise. */
export interface FeedTown {
  readonly posts: Map<string, { id: Id<'post'>; author: Id<'person'>; tags: string[]; state: 'live' | 'removed' }>
  /** What moderation hides, as `post:pst_…`. */
  readonly hidden: Set<string>
  readonly doors: Parameters<typeof createFeed>[1]
  /** Publishes posts a minute apart; they are in the log when it resolves. */
  publish(house: TestHouse, count: number, tag: string): Promise<Id<'post'>[]>
}
export function feedTown(): FeedTown {
  const posts: FeedTown['posts'] = new Map()
  const hidden = new Set<string>()
  return { posts, hidden, doors: standIns({ posts, hidden }), publish: (house, count, tag) => publish(house, posts, count, tag) }
}

const authors = Array.from({ length: 6 }, () => newId('person', new Date(1)))
const video = {
  id: newId('media', new Date(1)),
  durationMs: 8000,
  width: 360,
  height: 640,
  poster: '/p.webp',
  thumbhash: 'x',
  rungs: [],
  captions: [],
  storyboard: null,
  hls: null,
}

function standIns({ posts, hidden }: Pick<FeedTown, 'posts' | 'hidden'>) {
  const wanted = <T>(ids: readonly string[], make: (id: string) => T | undefined) =>
    Promise.resolve(new Map(ids.flatMap(id => (make(id) === undefined ? [] : [[id, make(id) as T]]))))
  const person = (id: string) => ({ id, handle: id.slice(-6), name: 'A', picture: null, creator: false })
  return {
    accounts: {
      people: (ids: readonly string[]) => wanted(ids, person),
      shops: (ids: readonly string[]) => wanted(ids, () => undefined),
      note: () => Promise.resolve(),
      may: (caller: Caller) => (caller.operator ? ok(true) : refuse('forbidden', 'You may not do this')),
    },
    content: {
      posts: (ids: readonly string[]) =>
        wanted(ids, id =>
          posts.has(id)
            ? {
                ...posts.get(id),
                shop: null,
                format: 'video',
                caption: '',
                language: 'en',
                products: [],
                disclosure: 'none',
                grownFrom: null,
                videoId: video.id,
                pictureIds: [],
                variantIds: [],
                publishedAt: new Date(),
              }
            : undefined,
        ),
      tiles: (ids: readonly string[]) =>
        wanted(ids, id => (posts.has(id) ? { id, author: person('per_author'), caption: '', state: 'live' } : undefined)),
    },
    media: {
      videos: (ids: readonly string[]) => wanted(ids, () => video),
      pictures: (ids: readonly string[]) => wanted(ids, () => undefined),
    },
    moderation: {
      hidden: (subjects: { kind: string; id: string }[]) =>
        Promise.resolve(new Set(subjects.map(s => `${s.kind}:${s.id}`).filter(k => hidden.has(k)))),
      decisionOn: () => Promise.resolve({ reason: 'spam', explanation: '' }),
    },
    search: { cards: () => Promise.resolve(new Map()) },
    social: {
      counts: () => Promise.resolve(new Map()),
      mine: () => Promise.resolve(new Map()),
      follows: () => Promise.resolve(new Set()),
      marksOf: (people: readonly string[]) => wanted(people, () => ({ liked: new Set(), saved: new Set(), follows: new Set() })),
      blocked: () => Promise.resolve(new Set()),
    },
    catalog: { list: () => Promise.resolve({ ids: [], next: null }) },
    prices: { productPrices: () => Promise.resolve(new Map()) },
    reviews: {},
  } as unknown as Parameters<typeof createFeed>[1]
}

async function publish(house: TestHouse, posts: FeedTown['posts'], count: number, tag: string): Promise<Id<'post'>[]> {
  const events: NewEvent<'post.published'>[] = []
  for (let i = 0; i < count; i++) {
    house.clock.advance(60_000)
    const author = authors[(posts.size + i) % authors.length] as Id<'person'>
    const id = newId('post', house.clock.now())
    const data: PostFacts = {
      author,
      shop: null,
      format: 'video',
      durationMs: 8000,
      tags: [tag],
      products: [],
      language: 'en',
      disclosure: 'none',
      grownFrom: null,
    }
    posts.set(id, { id, author, tags: [tag], state: 'live' })
    events.push({ name: 'post.published', at: house.clock.now(), person: author, subject: { kind: 'post', id }, data })
  }
  await house.log.append(house.db.tables(), events)
  await house.log.flush()
  return events.map(e => e.subject.id as Id<'post'>)
}
