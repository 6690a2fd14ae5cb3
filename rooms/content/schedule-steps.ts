import { type Id, ok, type Result, refuse } from '#base/kernel'
import type { Room } from './room.ts'
import { type ContentTables, lockPost, movePost } from './store.ts'

type Moved = Result<true, 'not_found' | 'wrong_state' | 'version_conflict'>

/** A checked draft waits for its time; a post that waits already gets this one. `version_conflict`: it was changed since it was checked. */
export function schedule(room: Room, id: Id<'post'>, version: number, at: Date): Promise<Moved> {
  return room.house.db.transaction<ContentTables, Moved>(async trx => {
    const post = await lockPost(trx, id)
    if (!post || post.state === 'deleted') return refuse('not_found', 'There is no such post')
    if (post.version !== version) return refuse('version_conflict', 'The draft was changed at the same time')
    // What is counted up here makes a job that has checked the post for its old time look again.
    const more = { scheduled: at, version: post.version + 1, refusal_code: null, refusal_message: null }
    return (await movePost(trx, post, 'schedule', more))
      ? ok(true)
      : refuse('wrong_state', 'Only what is not published yet can wait for a time', { state: post.state })
  })
}

/** A post that waits is a draft again. A draft stays one. */
export function withdraw(room: Room, id: Id<'post'>): Promise<Moved> {
  return room.house.db.transaction<ContentTables, Moved>(async trx => {
    const post = await lockPost(trx, id)
    if (!post || post.state === 'deleted') return refuse('not_found', 'There is no such post')
    if (post.state === 'draft') return ok(true)
    return (await movePost(trx, post, 'withdraw', { version: post.version + 1 }))
      ? ok(true)
      : refuse('wrong_state', 'This post does not wait for a time any more', { state: post.state })
  })
}

/** Its time has come and it can't be published: a draft again, with the reason. Another version is another matter. */
export async function refuseScheduled(
  room: Room,
  id: Id<'post'>,
  version: number,
  refusal: { code: string; message: string },
): Promise<void> {
  await room.house.db.transaction<ContentTables, void>(async trx => {
    const post = await lockPost(trx, id)
    if (post?.state !== 'scheduled' || post.version !== version) return
    await movePost(trx, post, 'refuse', {
      version: version + 1,
      refusal_code: refusal.code.slice(0, 40),
      refusal_message: refusal.message.slice(0, 400),
    })
  })
}
