import pg from 'pg'
import { seeded } from '#base/kernel'
import { clip } from '#testing/shop-world'
import { Api } from '../apps/simulator/api.ts'

/**
 * A large world for load: few authors and media made through the public API, then posts and a history written straight into the tables, since
 * nobody uploads 100,000 clips to measure a page. Popularity is Zipf-like, people come in sessions of their own topics. Seeded.
 */
export interface WorldSize {
  readonly posts: number
  readonly people: number
  readonly events: number
}
const topics = 200
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
const id = (prefix: string, n: number) => `${prefix}_${n.toString(36).padStart(26, '0')}`
export const postId = (n: number): string => id('pst', n)

export async function makeAuthors(url: string, count: number): Promise<{ authors: string[]; media: string[] }> {
  const authors: string[] = []
  const media: string[] = []
  const bytes = await clip('teal', 3)
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

/** Answers with the position of the last event. */
export async function fillWorld(
  databaseUrl: string,
  size: WorldSize,
  made: { authors: readonly string[]; media: readonly string[]; guests: readonly string[] },
): Promise<string> {
  const db = new pg.Client(databaseUrl)
  await db.connect()
  const random = seeded(20_261_125)
  const start = Date.now() - 14 * 86_400_000
  const topicOf = Int32Array.from({ length: size.posts }, () => Math.floor(random() ** 1.6 * topics))
  const authorOf = (n: number) => made.authors[n % made.authors.length] as string
  await batches(size.posts, 5000, async (from, to) => {
    const rows = Array.from({ length: to - from }, (_, k) => {
      const n = from + k
      const at = new Date(start + (n / size.posts) * 13 * 86_400_000)
      const tags = [`t${topicOf[n]}`]
      return {
        id: postId(n),
        author: authorOf(n),
        video: made.media[n % made.media.length],
        tags,
        at,
        caption: `Clip ${n} #t${topicOf[n]}`,
      }
    })
    await db.query(
      `insert into content.posts (id, author, state, format, caption, language, tags, disclosure, video, created, published)
       select id, author, 'live', 'video', caption, 'en', tags, 'none', video, at, at
       from jsonb_to_recordset($1::jsonb) as r(id text, author text, video text, tags text[], at timestamptz, caption text)`,
      [JSON.stringify(rows)],
    )
    await append(
      db,
      rows.map(r => ({
        name: 'post.published',
        at: r.at,
        person: r.author,
        kind: 'post',
        id: r.id,
        data: {
          author: r.author,
          shop: null,
          format: 'video',
          durationMs: 3000,
          tags: r.tags,
          products: [],
          language: 'en',
          disclosure: 'none',
          grownFrom: null,
        },
      })),
    )
  })
  const byTopic: number[][] = Array.from({ length: topics }, () => [])
  for (let n = 0; n < size.posts; n++) byTopic[topicOf[n] as number]?.push(n)
  const taste = (p: number, k: number) => Math.floor(seeded(p * 4 + k)() ** 1.6 * topics)
  await batches(size.events, 5000, async (from, to) => {
    await append(
      db,
      Array.from({ length: to - from }, (_, k) => {
        const at = new Date(start + 13 * 86_400_000 + ((from + k) / size.events) * 86_000_000)
        const p = Math.floor(random() ** 1.3 * size.people)
        const own = byTopic[taste(p, Math.floor(random() * 4))] as number[]
        const n = own[Math.floor(random() ** 2 * own.length)] ?? 0
        const person = p < made.guests.length ? (made.guests[p] as string) : id('per', p)
        const liked = random() < 0.08
        return liked
          ? { name: 'post.liked', at, person, kind: 'post', id: postId(n), data: {} }
          : {
              name: 'post.viewed',
              at,
              person,
              kind: 'post',
              id: postId(n),
              data: { ms: Math.floor(random() * 3500), durationMs: 3000, exit: 'next' },
            }
      }),
    )
  })
  await db.query('analyze')
  const { rows } = await db.query<{ last: string }>('select max(position)::text as last from events.log')
  // Rooms that keep tables of their own have no need to read these posts: pages are measured, not their catching up.
  await db.query(
    'insert into events.cursor (name, position) select unnest($2::text[]), $1 on conflict (name) do update set position = $1',
    [rows[0]?.last, subscribers],
  )
  await db.end()
  return rows[0]?.last ?? '0'
}

async function batches(total: number, size: number, work: (from: number, to: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < total; from += size) await work(from, Math.min(total, from + size))
}

interface Row {
  readonly name: string
  readonly at: Date
  readonly person: string
  readonly kind: string
  readonly id: string
  readonly data: object
}
/** Straight into the log, behind what is there; only while no server runs. */
const append = (db: pg.Client, rows: readonly Row[]) =>
  db.query(
    `insert into events.log (position, id, name, at, person, subject_kind, subject_id, data)
     select (select coalesce(max(position), 0) from events.log) + row_number() over (), gen_random_uuid()::text, name, at, person, kind, id, data
     from jsonb_to_recordset($1::jsonb) as r(name text, at timestamptz, person text, kind text, id text, data jsonb)`,
    [JSON.stringify(rows)],
  )
