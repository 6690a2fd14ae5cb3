/** What the feed did with a post, for who made it: tries, what came of them, the rule that decides and why not more. */
import { bind, type RouteSet } from '#base/http'
import type { Id } from '#base/kernel'
import { type LedgerDoors, readLedger } from './read-ledger.ts'
import { wire } from './wire.ts'

export type { LedgerDoors } from './read-ledger.ts'
export { wire as postLedgerWire } from './wire.ts'

export const postLedgerRoutes = (doors: LedgerDoors): RouteSet =>
  bind('post-ledger', wire, {
    'GET /v1/posts/{id}/ledger': ({ caller, params }) => readLedger(doors, caller, params.id as Id<'post'>),
  })
