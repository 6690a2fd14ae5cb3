import type { Caller } from '#base/http'
import { decodeCursor, type Id, isId, ok, pageOf, type Result, refuse } from '#base/kernel'
import { type CommentsPage, commentToWire } from './comment.ts'
import type { Room } from './room.ts'
import { listComments } from './store-comments.ts'
import { isLive } from './store-known.ts'

export interface CommentsQuery {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
  readonly parent?: string | undefined
}

/** A page of comments, or of the replies to one: two statements, authors from memory. */
export async function readComments(
  room: Room,
  caller: Caller,
  post: Id<'post'>,
  query: CommentsQuery,
): Promise<Result<CommentsPage, 'not_found' | 'invalid_cursor'>> {
  const after = query.cursor === undefined ? null : (decodeCursor(query.cursor, 1)?.[0] ?? '')
  if (after !== null && !isId('comment', after)) return refuse('invalid_cursor', 'This cursor is not one of ours')
  const gone = refuse('not_found', 'There is no such post')
  if ((await room.moderation.hidden([{ kind: 'post', id: post }])).size > 0) return gone
  if (!(await isLive(room.db, post))) {
    await room.caughtUp()
    if (!(await isLive(room.db, post))) return gone
  }
  const limit = query.limit ?? 20
  const rows = await listComments(room.db, { post, parent: query.parent ?? null, viewer: caller.person, after, limit: limit + 1 })
  const [authors, hidden] = await Promise.all([
    room.accounts.people(rows.map(r => r.author)),
    room.moderation.hidden(rows.flatMap(r => [r.id, ...(r.parent ? [r.parent] : [])]).map(id => ({ kind: 'comment', id }))),
  ])
  const page = pageOf(
    rows,
    limit,
    r => [r.id],
    r => r,
  )
  // The rows already leave out what moderation removed, a moment after the decision; this is for that moment.
  const shown = page.items.filter(r => !hidden.has(`comment:${r.id}`) && !hidden.has(`comment:${r.parent}`))
  return ok({ items: shown.map(r => commentToWire(r, authors.get(r.author), caller)), next: page.next })
}
