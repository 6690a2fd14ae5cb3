import type { Caller } from '#base/http'
import { decodeCursor, ok, pageOf, type Result, refuse } from '#base/kernel'
import type { SavesPage } from './comment.ts'
import type { Room } from './room.ts'
import { allMarksOf, countsOf, listSaves, marksOf } from './store-marks.ts'
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
export async function readSaves(
  room: Room,
  caller: Caller,
  query: { cursor?: string | undefined; limit?: number | undefined; kind?: 'post' | 'product' | undefined },
): Promise<Result<SavesPage, 'invalid_cursor'>> {
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, 2)
  if (query.cursor !== undefined && (!after || Number.isNaN(Date.parse(String(after[0])))))
    return refuse('invalid_cursor', 'This cursor is not one of ours')
  const limit = query.limit ?? 50
  const key = after && ([String(after[0]), String(after[1])] satisfies [string, string])
  const rows = await listSaves(room.db, caller.person, marksFor[query.kind ?? 'both'], key, limit + 1)
  const page = pageOf(
    rows,
    limit,
    r => [r.at.toISOString(), r.subject],
    r => ({ kind: r.mark === 'save' ? ('post' as const) : ('product' as const), id: r.subject, at: r.at.toISOString() }),
  )
  return ok({ items: [...page.items], next: page.next })
}
