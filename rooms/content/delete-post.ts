import type { Caller } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import { shownWith } from './post.ts'
import type { Room } from './room.ts'
import { type ContentTables, lockPost, movePost, tombstone, usedElsewhere } from './store.ts'

/** Deletes a post of the caller's for ever: its words go, and its media unless another post of theirs shows them. Twice is harmless. */
export async function deletePost(room: Room, caller: Caller, id: Id<'post'>): Promise<Result<{ ok: true }, 'not_found'>> {
  const gone = await room.house.db.transaction<ContentTables, Result<Id<'media'>[], 'not_found'>>(async trx => {
    const post = await lockPost(trx, id)
    if (post?.author !== caller.person) return refuse('not_found', 'You have no such post')
    if (!(await movePost(trx, post, 'delete', tombstone))) return ok([])
    const at = room.house.clock.now()
    if (post.state === 'live')
      await room.house.log.append(trx, [
        { name: 'post.removed', at, person: caller.person, session: caller.session, subject: { kind: 'post', id }, data: {} },
      ])
    const kept = await usedElsewhere(trx, shownWith(post), id)
    return ok(shownWith(post).filter(m => !kept.has(m)))
  })
  if (!gone.ok) return gone
  for (const media of gone.value) await room.doors.media.remove(media)
  return ok({ ok: true })
}
