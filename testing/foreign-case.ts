/** What a stranger may ask with ids of others: one row an operation that takes an id. Data of foreign.test.ts. */
export type Ids = Record<
  'shop' | 'product' | 'variant' | 'post' | 'draft' | 'removed' | 'media' | 'order' | 'line' | 'comment' | 'review',
  string
> &
  Record<'checkout' | 'payment' | 'person' | 'mine' | 'run' | 'schedule' | 'session' | 'collection' | 'notice', string>
export interface Case {
  /** Path below /v1 and query. */
  readonly at: (ids: Ids) => string
  readonly body?: (ids: Ids) => object
}
export const at = (path: (ids: Ids) => string, body?: (ids: Ids) => object): Case => ({ at: path, ...(body && { body }) })
