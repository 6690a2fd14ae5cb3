import type { Caller } from '#base/http'
import { ok, type Result, refuse } from '#base/kernel'
import type { Room } from './room.ts'
import { deleteComment, holdPost, readComment, recount } from './store-comments.ts'
import type { Tables } from './tables.ts'

type Refused = 'sign_in_required' | 'forbidden' | 'not_found'

/** Its author may, and whoever wrote the post. Its replies go out of sight with it. Done twice it is done once. */
export async function removeComment(room: Room, caller: Caller, id: string): Promise<Result<{ ok: true }, Refused>> {
  if (!caller.member) return refuse('sign_in_required', 'Sign in first')
  const comment = await readComment(room.db, id)
  if (!comment) return refuse('not_found', 'There is no such comment')
  if (comment.author !== caller.person && comment.postAuthor !== caller.person)
    return refuse('forbidden', 'This comment is neither yours nor under your post')
  const { post } = comment
  await room.house.db.transaction<Tables, void>(async trx => {
    await holdPost(trx, post)
    if (!(await deleteComment(trx, id))) return
    await recount(trx, post)
    await room.house.log.append(trx, [
      {
        name: 'comment.removed',
        at: room.house.clock.now(),
        person: caller.person,
        session: caller.session,
        subject: { kind: 'comment', id },
        data: { post },
      },
    ])
  })
  return ok({ ok: true })
}
