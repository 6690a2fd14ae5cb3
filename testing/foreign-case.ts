/** What there is in the world of foreign.test.ts, by name. */
export type Ids = Record<
  'shop' | 'product' | 'variant' | 'post' | 'draft' | 'removed' | 'media' | 'order' | 'line' | 'comment' | 'review',
  string
> &
  Record<
    | 'checkout'
    | 'payment'
    | 'person'
    | 'mine'
    | 'run'
    | 'schedule'
    | 'session'
    | 'collection'
    | 'notice'
    | 'waiting'
    | 'invitation'
    | 'offer',
    string
  >
export interface Case {
  /** Path below /v1 and query. */
  readonly at: (ids: Ids) => string
  readonly body?: (ids: Ids) => object
}
export const at = (path: (ids: Ids) => string, body?: (ids: Ids) => object): Case => ({ at: path, ...(body && { body }) })
/** Anybody may: it is public, or it is an act of the caller's own about something public. */
export const open = 'open'
/** Refused by role before any id is looked at; negative.test.ts holds that. */
export const operators = 'operators'
/** A secret in the address is the right itself; negative.test.ts asks with wrong ones. */
export const secret = 'secret'
export type Cases = Readonly<Record<string, Case[] | typeof open | typeof operators | typeof secret>>
