import type { Currency } from '#base/kernel'

/**
 * Whose money it is. Positive is what we owe the party, negative what it owes us or keeps for us, so all accounts of a
 * currency sum to zero. `shopper` is held by checkout: it names nobody and is zero when everything paid is ordered or given back.
 * `provider` is where money lies (a payment provider, the operator's bank); `fx` is open exchange.
 */
export type Party = 'shopper' | 'shop' | 'creator' | 'platform' | 'tax' | 'provider' | 'fx'
/** Of shops and creators: not yet theirs, theirs, on its way to them. Everybody else has one bucket. */
export type Bucket = 'main' | 'pending' | 'payable' | 'paying'
/** What a posting is for; statements have a column of each. */
export type What =
  | 'goods'
  | 'discount'
  | 'platform_discount'
  | 'shipping'
  | 'import_tax'
  | 'commission'
  | 'creator'
  | 'fee'
  | 'capture'
  | 'refund'
  | 'chargeback'
  | 'exchange'
  | 'release'
  | 'payout'
  | 'settlement'
  | 'unexplained'

export interface Posting {
  readonly party: Party
  readonly holder: string
  readonly bucket: Bucket
  readonly currency: Currency
  readonly minor: bigint
  readonly what: What
  /** Consumption tax contained in it; only on what a shop gets for goods and delivery. */
  readonly tax: bigint
  readonly subject: string
}
export type EntryKind =
  | 'capture'
  | 'sale'
  | 'refund'
  | 'protection'
  | 'refund_paid'
  | 'refund_back'
  | 'cancel'
  | 'release'
  | 'dispute_opened'
  | 'dispute_won'
  | 'dispute_lost'
  | 'payout_created'
  | 'payout_paid'
  | 'payout_failed'
  | 'settlement'
export interface Entry {
  readonly kind: EntryKind
  readonly reference: string
  readonly at: Date
  readonly postings: readonly Posting[]
}

/** Sums of what was posted about a subject, by account and purpose. */
export interface Sum extends Omit<Posting, 'subject'> {
  readonly subject: string
}

type Draft = Pick<Posting, 'party' | 'holder' | 'minor' | 'what'> & Partial<Pick<Posting, 'bucket' | 'tax'>>
/** Postings of one subject and currency; those of nothing are left out. */
export const post = (subject: string, currency: Currency, drafts: readonly Draft[]): Posting[] =>
  drafts.filter(d => d.minor !== 0n).map(d => ({ bucket: 'main', tax: 0n, ...d, currency, subject }))
