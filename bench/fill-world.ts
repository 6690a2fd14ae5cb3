import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { clip } from '#testing/shop-world'
import { Api } from '../apps/simulator/api.ts'
import { copyIn } from './copy-in.ts'
import { clipMs, personId, postId, type World } from './feed-world.ts'

/** Names of the durable consumers of the log. */
const subscribers = [
  'catalog.moderation',
  'catalog.prices',
  'social.known',
  'moderation.subjects',
  'orders.people',
  'reviews',
  'search',
  'media.people',
  'content.moderation',
  'content.people',
  'cart',
  'payments.people',
  'notices',
  'publish-post.media',
  'checkout.payments',
  'checkout.sold',
]

/** Few authors and media, made through the public API. */
export async function makeAuthors(url: string, count: number): Promise<{ authors: string[]; media: string[] }> {
  const authors: string[] = []
  const media: string[] = []
  const bytes = await clip('teal', clipMs / 1000)
  for (let a = 0; a < count; a++) {
    const api = await Api.join(url, `author${a}@example.org`, 'correct horse battery', `Author ${a}`, `author${a}`)
    authors.push(api.person)
    if (a < 8) {
      const medium = await api.upload(bytes, 'clip.mp4', 'video/mp4')
      await api.ready(medium)
      media.push(medium)
    }
  }
  return { authors, media }
}

interface Made {
  readonly authors: readonly string[]
  readonly media: readonly string[]
  /** They are the busiest people of the world. */
  readonly guests: readonly string[]
}

/**
 * Posts and a history straight into the tables, since nobody uploads 100,000 clips to measure a page; only while no server runs.
 * Answers with the position of the last event.
 */
export async function fillWorld(databaseUrl: string, world: World, { authors, media, guests }: Made): Promise<string> {
  const db = new pg.Client(databaseUrl)
  await db.connect()
  const { posts } = world.size
  const authorOf = (n: number) => authors[n % authors.length] as string
  const last = await db.query<{ last: string }>('select coalesce(max(position), 0)::text as last from events.log')
  let position = Number(last.rows[0]?.last)
  await copyIn(
    db,
    'content.posts (id, author, state, format, caption, language, tags, disclosure, video, created, published)',
    (function* () {
      for (let n = 0; n < posts; n++) {
        const at = world.publishedAt(n).toISOString()
        const tag = world.tagOf(n)
        const video = media[n % media.length]
        yield [postId(n), authorOf(n), 'live', 'video', `Clip ${n} #${tag}`, 'en', `{${tag}}`, 'none', video, at, at]
      }
    })(),
  )
  const row = (name: string, at: Date, person: string, post: number, data: object) => [
    ++position,
    randomUUID(),
    name,
    at.toISOString(),
    person,
    'post',
    postId(post),
    JSON.stringify(data),
  ]
  await copyIn(
    db,
    'events.log (position, id, name, at, person, subject_kind, subject_id, data)',
    (function* () {
      for (let n = 0; n < posts; n++)
        yield row('post.published', world.publishedAt(n), authorOf(n), n, {
          author: authorOf(n),
          shop: null,
          format: 'video',
          durationMs: clipMs,
          tags: [world.tagOf(n)],
          products: [],
          language: 'en',
          disclosure: 'none',
          grownFrom: null,
        })
      for (const { person, post, at, liked, ms } of world.deeds()) {
        const who = guests[person] ?? personId(person)
        if (liked) yield row('post.liked', at, who, post, {})
        else yield row('post.viewed', at, who, post, { ms, durationMs: clipMs, exit: 'next' })
      }
    })(),
  )
  // As in an installation that has lived for a while: the first vacuum of so many rows at once is not what is measured.
  await db.query('vacuum (analyze)')
  await db.query('checkpoint')
  // Rooms that keep tables of their own have no need to read these posts: pages are measured, not their catching up.
  await db.query(
    'insert into events.cursor (name, position) select unnest($2::text[]), $1 on conflict (name) do update set position = $1',
    [position, subscribers],
  )
  await db.end()
  return String(position)
}
