import type { Reply } from '../../client/api.ts'

export type Payout = Reply<'GET /v1/payouts'>['items'][number]
/** What stands on the transfer, so that bank and ledger can be compared: the end of its id. */
export const referenceOf = (p: Payout): string => p.id.slice(-8).toUpperCase()
