import type { Caller } from '#base/http'
import { decodeCursor, type Id, isId, ok, pageOf, type Result, refuse } from '#base/kernel'
import { type CommentsPage, commentToWire } from './comment.ts'
import type { Room } from './room.ts'
import { listUnanswered } from './store-comments.ts'

/** Comments under the live posts of a shop that nobody there has answered, newest first, for who may post there: two statements, authors from memory. */
export async function readUnanswered(
  room: Room,
  caller: Caller,
  shop: Id<'shop'>,
  query: { cursor?: string | undefined; limit?: number | undefined },
): Promise<Result<CommentsPage, 'sign_in_required' | 'forbidden' | 'invalid_cursor'>> {
  const allowed = room.accounts.may(caller, 'post.write', { shop })
  if (!allowed.ok) return allowed
  const after = query.cursor === undefined ? null : (decodeCursor(query.cursor, 1)?.[0] ?? '')
  if (after !== null && !isId('comment', after)) return refuse('invalid_cursor', 'This cursor is not one of ours')
  const limit = query.limit ?? 20
  const rows = await listUnanswered(room.db, { shop, viewer: caller.person, after, limit: limit + 1 })
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
