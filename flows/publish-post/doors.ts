import type { Caller } from '#base/http'
import type { Id, Result } from '#base/kernel'
import type { Content } from '#rooms/content'
import type { Media } from '#rooms/media'
import type { Moderation } from '#rooms/moderation'

/** What the flow needs of the rooms. */
export interface Doors {
  readonly accounts: {
    may(
      caller: Caller,
      permission: 'post.write',
      about: { shop?: Id<'shop'>; person?: Id<'person'> },
    ): Result<true, 'forbidden' | 'sign_in_required'>
    /** Who the author is when their time comes and they are not there. */
    callerFor(person: Id<'person'>): Promise<Caller>
  }
  readonly content: Pick<
    Content,
    | 'get'
    | 'show'
    | 'shopsOf'
    | 'markProcessing'
    | 'goLive'
    | 'failProcessing'
    | 'waitingFor'
    | 'waitingSince'
    | 'schedule'
    | 'withdraw'
    | 'refuseScheduled'
    | 'due'
  >
  readonly media: Pick<Media, 'state'>
  readonly moderation: Pick<Moderation, 'hidden'>
  /** Whose paid line this is; null for unknown lines and cancelled orders. */
  readonly orders: { lineOwner(line: string): Promise<{ readonly person: Id<'person'>; readonly product: Id<'product'> } | null> }
}
