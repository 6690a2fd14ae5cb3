import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import { checkDraft } from './check-draft.ts'
import type { PostChange, PostState, PostWire } from './post.ts'
import type { Room } from './room.ts'
import { showPost } from './show-posts.ts'
import { type ContentTables, lockPost, readPost, rewritePost } from './store.ts'

const open: ReadonlySet<PostState> = new Set(['draft', 'scheduled'])

/** Changes a draft of the caller's, or what waits for its time, which stays. What is published or on its way stays as it was checked. */
export async function changePost(
  room: Room,
  caller: Caller,
  id: Id<'post'>,
  change: PostChange,
): Promise<Result<PostWire, ErrorCode>> {
  const before = await readPost(room.db, id)
  if (!before || before.author !== caller.person || before.state === 'deleted')
    return refuse('not_found', 'You have no such post')
  if (!open.has(before.state)) return refuse('wrong_state', 'Only a draft can be changed', { state: before.state })
  const written = await checkDraft(room, caller, before, change)
  if (!written.ok) return written
  const changed = await room.house.db.transaction<ContentTables, Result<true, 'wrong_state' | 'version_conflict'>>(async trx => {
    const now = await lockPost(trx, id)
    if (!now || !open.has(now.state)) return refuse('wrong_state', 'Only a draft can be changed')
    if (now.version !== before.version) return refuse('version_conflict', 'The draft was changed at the same time')
    await rewritePost(trx, id, written.value)
    return ok(true)
  })
  return changed.ok ? ok(await showPost(room, id)) : changed
}
