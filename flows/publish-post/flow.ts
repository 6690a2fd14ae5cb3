import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import type { Id, Result } from '#base/kernel'
import type { PostWire } from '#rooms/content'
import type { Doors } from './doors.ts'
import { publishPost } from './publish-post.ts'
import { settlePost } from './settle-post.ts'

export interface PublishPost {
  publish(caller: Caller, id: Id<'post'>): Promise<Result<PostWire, ErrorCode>>
  /** Looks at every post that waits: after a crash between two steps, or when its upload is gone. A job does it every minute. */
  sweep(): Promise<void>
  start(): Promise<void>
}

export function createPublishPost(house: House, doors: Doors): PublishPost {
  const settle = async (ids: readonly Id<'post'>[]) => {
    for (const id of ids) await settlePost(doors, id)
  }
  const flow: PublishPost = {
    publish: (caller, id) => publishPost(doors, caller, id),
    sweep: async () => settle(await doors.content.waitingSince(house.clock.now(), 1000)),
    async start() {
      await house.log.subscribe('publish-post.media', {
        names: ['media.watchable', 'media.refused'],
        // The steps have transactions of their own and are harmless when an event comes again.
        handle: async (_trx, events) => settle(await doors.content.waitingFor(events.map(e => e.subject.id))),
      })
    },
  }
  house.jobs.every('publish-post.sweep', '* * * * *', flow.sweep)
  return flow
}
