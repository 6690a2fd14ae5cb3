import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import type { Id, Result } from '#base/kernel'
import type { PostWire } from '#rooms/content'
import type { Doors } from './doors.ts'
import { publishPost } from './publish-post.ts'
import { publishDue, schedulePost, withdrawPost } from './schedule-post.ts'
import { settlePost } from './settle-post.ts'

export interface PublishPost {
  publish(caller: Caller, id: Id<'post'>): Promise<Result<PostWire, ErrorCode>>
  /** Gives a draft the time at which it publishes itself, or another time. `time_past` by the server's clock. */
  schedule(caller: Caller, id: Id<'post'>, at: Date): Promise<Result<PostWire, ErrorCode>>
  /** A post that waits for its time is a draft again. */
  withdraw(caller: Caller, id: Id<'post'>): Promise<Result<PostWire, ErrorCode>>
  /**
   * Publishes what is due, and looks at every post on its way: after a crash between two steps, or when its upload is gone. A job does
   * it every minute.
   */
  sweep(): Promise<void>
  start(): Promise<void>
}

export function createPublishPost(house: House, doors: Doors): PublishPost {
  const settle = async (ids: readonly Id<'post'>[]) => {
    for (const id of ids) await settlePost(doors, id)
  }
  const flow: PublishPost = {
    publish: (caller, id) => publishPost(doors, caller, id),
    schedule: (caller, id, at) => schedulePost(doors, house.clock, caller, { id, at }),
    withdraw: (caller, id) => withdrawPost(doors, caller, id),
    async sweep() {
      // One that can't be worked on now holds up none of the others; it is tried again in a minute.
      for (const id of await doors.content.due(house.clock.now(), 1000))
        await publishDue(doors, house.clock, id).catch(error => house.logger.error({ err: error, post: id }, 'scheduled post'))
      await settle(await doors.content.waitingSince(house.clock.now(), 1000))
    },
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
