import { sql } from '#base/db'
import type { Caller } from '#base/http'
import { ok, type Page, pageOf, type Result, refuse } from '#base/kernel'
import type { PersonCard } from '#rooms/accounts'
import { type MarksQuery, timeCursor } from './read-marks.ts'
import type { Room } from './room.ts'

const notOurs = refuse('invalid_cursor', 'This cursor is not one of ours')

/** Whom the caller follows, newest first; the card is null when they have left. */
export async function readFollows(
  room: Room,
  caller: Caller,
  query: MarksQuery,
): Promise<Result<Page<{ id: string; person: PersonCard | null; at: string }>, 'invalid_cursor'>> {
  const after = timeCursor(query.cursor)
  if (after === undefined) return notOurs
  const limit = query.limit ?? 50
  const { rows } = await sql<{ target: string; at: Date }>`
    select target, at from social.follows where person = ${caller.person}
      and (${after?.[0] ?? null}::timestamptz is null or (at, target) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? ''}))
    order by at desc, target desc limit ${limit + 1}`.execute(room.db)
  const people = await room.accounts.people(rows.map(r => r.target))
  return ok(
    pageOf(
      rows,
      limit,
      r => [r.at.toISOString(), r.target],
      r => ({ id: r.target, person: people.get(r.target) ?? null, at: r.at.toISOString() }),
    ),
  )
}

export interface OwnComment {
  readonly id: string
  readonly post: string
  readonly parent: string | null
  readonly text: string
  readonly at: string
}
/** What the caller wrote and has not deleted, what moderation hides as well: it is theirs. */
export async function readMyComments(
  room: Room,
  caller: Caller,
  query: MarksQuery,
): Promise<Result<Page<OwnComment>, 'invalid_cursor'>> {
  const after = timeCursor(query.cursor)
  if (after === undefined) return notOurs
  const limit = query.limit ?? 50
  const { rows } = await sql<Omit<OwnComment, 'at'> & { at: Date }>`
    select id, post, parent, text, at from social.comments where author = ${caller.person} and not deleted
      and (${after?.[0] ?? null}::timestamptz is null or (at, id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? ''}))
    order by at desc, id desc limit ${limit + 1}`.execute(room.db)
  return ok(
    pageOf(
      rows,
      limit,
      r => [r.at.toISOString(), r.id],
      r => ({ ...r, at: r.at.toISOString() }),
    ),
  )
}
