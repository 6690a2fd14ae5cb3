import type { Generated, Selectable } from 'kysely'
import type { Bucket, Party, What } from './account.ts'
import type { PayoutState } from './payout.ts'

export interface LedgerTables {
  'payments.entries': { id: Generated<bigint>; kind: string; reference: string; at: Date }
  'payments.postings': {
    entry: bigint
    line: number
    party: Party
    holder: string
    bucket: Bucket
    currency: string
    minor: bigint
    what: What
    tax_minor: bigint
    subject: string
    at: Date
  }
  'payments.balances': { party: Party; holder: string; bucket: Bucket; currency: string; minor: bigint }
  'payments.rates': { kind: RateKind; holder: string; bps: number; since: Date }
  'payments.sales': SaleTable
  'payments.post_authors': { post: string; author: string; shop: string | null }
  'payments.payouts': PayoutRow
  'payments.ledger_checks': { one: Generated<boolean>; position: bigint; at: Date; problems: string }
  /** The room's own, read to compare. */
  'payments.payments': { id: string; reference: string; provider: string }
}
/** What the platform keeps, what a creator gets, what taking a payment costs a shop, and what it costs us. */
export const rateKinds = ['commission', 'creator', 'fee', 'provider'] as const
export type RateKind = (typeof rateKinds)[number]
export type SaleRow = Selectable<SaleTable>
interface SaleTable {
  order_id: string
  number: string
  checkout: string
  shop: string
  paid_at: Date
  return_days: number
  due: Date | null
  announced: Generated<boolean>
  released: Generated<boolean>
}
export interface PayoutRow {
  id: string
  party: 'shop' | 'creator'
  holder: string
  currency: string
  minor: bigint
  provider: string
  state: PayoutState
  provider_ref: string | null
  failure: string | null
  created: Date
  changed: Date
}
