import type { Caller } from '#base/http'
import { decodeCursor, isId, ok, pageOf, type Result, refuse } from '#base/kernel'
import { type CommentsPage, commentToWire } from './comment.ts'
import type { Room } from './room.ts'
import { listUnanswered } from './store-comments.ts'

/** Comments under the caller's live posts that the caller has not answered, newest first: two statements, authors from memory. */
export async function readUnanswered(
  room: Room,
  caller: Caller,
  query: { cursor?: string | undefined; limit?: number | undefined },
): Promise<Result<CommentsPage, 'sign_in_required' | 'forbidden' | 'invalid_cursor'>> {
  const allowed = room.accounts.may(caller, 'comment.write', { person: caller.person })
  if (!allowed.ok) return allowed
  const after = query.cursor === undefined ? null : (decodeCursor(query.cursor, 1)?.[0] ?? '')
  if (after !== null && !isId('comment', after)) return refuse('invalid_cursor', 'This cursor is not one of ours')
  const limit = query.limit ?? 20
  const rows = await listUnanswered(room.db, caller.person, after, limit + 1)
  const [authors, hidden] = await Promise.all([
    room.accounts.people(rows.map(r => r.author)),
    room.moderation.hidden(rows.map(r => ({ kind: 'comment', id: r.id }))),
  ])
  const page = pageOf(
    rows,
    limit,
    r => [r.id],
    r => r,
  )
  const shown = page.items.filter(r => !hidden.has(`comment:${r.id}`))
  return ok({ items: shown.map(r => commentToWire(r, authors.get(r.author), caller)), next: page.next })
}
