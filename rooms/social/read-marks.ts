import type { Caller } from '#base/http'
import { decodeCursor, ok, type Page, pageOf, type Result, refuse } from '#base/kernel'
import type { SavesPage } from './comment.ts'
import type { Room } from './room.ts'
import { allMarksOf, countsOf, listMarks, marksOf } from './store-marks.ts'
import { followsOf } from './store-people.ts'
import type { MarkName } from './tables.ts'

export interface Counts {
  readonly likes: number
  readonly saves: number
  readonly comments: number
  readonly shares: number
}

export async function readCounts(room: Room, posts: readonly string[]): Promise<Map<string, Counts>> {
  if (posts.length === 0) return new Map()
  const rows = await countsOf(room.db, posts)
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

/** Every asked post has an answer. */
export async function readMine(
  room: Room,
  person: string,
  posts: readonly string[],
): Promise<Map<string, { liked: boolean; saved: boolean }>> {
  const mine = new Map(posts.map(p => [p, { liked: false, saved: false }]))
  if (posts.length === 0) return mine
  for (const { mark, subject } of await marksOf(room.db, person, posts)) {
    const entry = mine.get(subject)
    if (entry) entry[mark === 'like' ? 'liked' : 'saved'] = true
  }
  return mine
}

export interface PersonMarks {
  readonly liked: ReadonlySet<string>
  readonly saved: ReadonlySet<string>
  readonly follows: ReadonlySet<string>
}
export async function readAllMarks(
  room: Room,
  people: readonly string[],
  most: number,
): Promise<Map<string, PersonMarks | null>> {
  const [marks, follows] = await Promise.all([allMarksOf(room.db, people, most + 1), followsOf(room.db, people, most + 1)])
  const byPerson = new Map(
    people.map(p => [p, { liked: new Set<string>(), saved: new Set<string>(), follows: new Set<string>() }]),
  )
  for (const { person, mark, subject } of marks) byPerson.get(person)?.[mark === 'like' ? 'liked' : 'saved'].add(subject)
  for (const { person, target } of follows) byPerson.get(person)?.follows.add(target)
  const tooMany = (m: PersonMarks) => m.liked.size + m.saved.size > most || m.follows.size > most
  return new Map([...byPerson].map(([p, m]) => [p, tooMany(m) ? null : m]))
}

const marksFor: Readonly<Record<'post' | 'product' | 'both', readonly MarkName[]>> = {
  post: ['save'],
  product: ['product_save'],
  both: ['save', 'product_save'],
}
export interface MarksQuery {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
  readonly kind?: 'post' | 'product' | undefined
  readonly collection?: string | undefined
}
export async function readSaves(room: Room, caller: Caller, query: MarksQuery): Promise<Result<SavesPage, 'invalid_cursor'>> {
  const after = timeCursor(query.cursor)
  if (after === undefined) return notOurs
  const limit = query.limit ?? 50
  const { person } = caller
  const { collection } = query
  const rows = await listMarks(room.db, { person, marks: marksFor[query.kind ?? 'both'], collection, after, limit: limit + 1 })
  const page = pageOf(
    rows,
    limit,
    r => [r.at.toISOString(), r.subject],
    r => ({
      kind: r.mark === 'save' ? ('post' as const) : ('product' as const),
      id: r.subject,
      at: r.at.toISOString(),
      collection: r.collection,
    }),
  )
  return ok({ items: [...page.items], next: page.next })
}

export async function readLikes(
  room: Room,
  caller: Caller,
  query: MarksQuery,
): Promise<Result<Page<{ id: string; at: string }>, 'invalid_cursor'>> {
  const after = timeCursor(query.cursor)
  if (after === undefined) return notOurs
  const limit = query.limit ?? 50
  const rows = await listMarks(room.db, { person: caller.person, marks: ['like'], after, limit: limit + 1 })
  return ok(
    pageOf(
      rows,
      limit,
      r => [r.at.toISOString(), r.subject],
      r => ({ id: r.subject, at: r.at.toISOString() }),
    ),
  )
}

const notOurs = refuse('invalid_cursor', 'This cursor is not one of ours')
/** A cursor of (time, id); undefined when it is not one of ours. */
export function timeCursor(cursor: string | undefined): readonly [string, string] | null | undefined {
  if (cursor === undefined) return null
  const key = decodeCursor(cursor, 2)
  return key && !Number.isNaN(Date.parse(String(key[0]))) ? [String(key[0]), String(key[1])] : undefined
}
