import type { Caller } from '#base/http'
import { ok, type Result, refuse } from '#base/kernel'
import { type CommentWire, commentToWire } from './comment.ts'
import type { Room } from './room.ts'
import { findListed } from './store-comments.ts'

/** One comment as it was written, removed ones as well: who decides on it has to read it. Its author's deletion is final. */
export async function showComment(
  room: Room,
  caller: Caller,
  id: string,
): Promise<Result<CommentWire, 'sign_in_required' | 'forbidden' | 'not_found'>> {
  const allowed = room.accounts.may(caller, 'moderate')
  if (!allowed.ok) return allowed
  const comment = await findListed(room.db, id)
  if (!comment) return refuse('not_found', 'There is no such comment')
  return ok(commentToWire(comment, (await room.accounts.people([comment.author])).get(comment.author), caller))
}
