import type { Caller, ErrorCode } from '#base/http'
import { newId, ok, type Result } from '#base/kernel'
import { checkDraft } from './check-draft.ts'
import type { PostDraft, PostWire } from './post.ts'
import type { Room } from './room.ts'
import { showPost } from './show-posts.ts'
import { type ContentTables, insertPost } from './store.ts'

/** Starts a draft. */
export async function createPost(room: Room, caller: Caller, draft: PostDraft): Promise<Result<PostWire, ErrorCode>> {
  const written = await checkDraft(room, caller, null, draft)
  if (!written.ok) return written
  const created = room.house.clock.now()
  const id = newId('post', created)
  await room.house.db.transaction<ContentTables, void>(trx =>
    insertPost(trx, { ...written.value, id, author: caller.person, created }),
  )
  return ok(await showPost(room, id))
}
