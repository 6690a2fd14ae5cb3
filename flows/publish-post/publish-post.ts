import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import type { PostWire } from '#rooms/content'
import { checkPost } from './check-post.ts'
import type { Doors } from './doors.ts'
import { settlePost } from './settle-post.ts'

/** A draft that keeps changing while it is checked is given up after this many looks. */
export const looks = 3

/** Publishes a draft of the caller's, now, whatever time it had: checked as it stands, then on its way, then live as soon as it can be watched. Twice is harmless. */
export async function publishPost(doors: Doors, caller: Caller, id: Id<'post'>): Promise<Result<PostWire, ErrorCode>> {
  const allowed = doors.accounts.may(caller, 'post.write', { person: caller.person })
  if (!allowed.ok) return allowed
  for (let look = 1; ; look++) {
    const post = await doors.content.get(id)
    if (post?.author !== caller.person || post.state === 'deleted') return refuse('not_found', 'You have no such post')
    if (post.state === 'removed') return refuse('wrong_state', 'This post was removed', { state: post.state })
    if (post.state === 'draft' || post.state === 'scheduled') {
      const checked = await checkPost(doors, caller, post)
      if (!checked.ok) return checked
      const marked = await doors.content.markProcessing(id, checked.value)
      if (!marked.ok && marked.code === 'version_conflict' && look < looks) continue
      if (!marked.ok) return marked
    }
    // Its clip may have become watchable before the post was on its way: that event has passed and will not come again.
    await settlePost(doors, id)
    return ok(await doors.content.show(id))
  }
}
