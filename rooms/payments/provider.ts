import type { Id, Money } from '#base/kernel'
import type { TestOutcome } from './payment.ts'

/** A payment as its provider is told of it. `id` is the idempotency key: the same id is the same charge, for ever. */
export interface Charge {
  readonly id: Id<'payment'>
  readonly amount: Money
  readonly method: string
  /** Only the test provider reads it. */
  readonly outcome: TestOutcome | null
  readonly created: Date
  /** What the provider called it in its first answer; null before that. */
  readonly ref: string | null
}

/** What the provider says of a charge. Saying it twice must change nothing. */
export type ProviderAnswer =
  | { readonly state: 'settled'; readonly ref: string; readonly amount: Money }
  | { readonly state: 'needs_action' | 'pending'; readonly ref: string }
  | { readonly state: 'failed'; readonly ref: string; readonly reason: string }

export type RefundAnswer = { readonly state: 'done' } | { readonly state: 'failed'; readonly reason: string }

/**
 * The port to a payment provider; every implementation passes testing/payment-conformance.ts. A call that throws has an
 * unknown end: it is asked again with the same id. No call is made while a database transaction is open.
 */
export interface PaymentProvider {
  readonly name: string
  /** Keys of the ways to pay that it offers. */
  readonly methods: readonly string[]
  readonly test: boolean
  start(charge: Charge): Promise<ProviderAnswer>
  /** The shopper's answer to `needs_action`, where the provider has no page of its own for it. */
  confirm?(charge: Charge, approve: boolean): Promise<ProviderAnswer>
  status(charge: Charge): Promise<ProviderAnswer>
  /** Ends a charge that has not settled. Answers `settled` when the money was faster. */
  cancel(charge: Charge): Promise<ProviderAnswer>
  /** Gives money back; the same refund id is the same refund. */
  refund(charge: Charge, refund: { readonly id: string; readonly amount: Money }): Promise<RefundAnswer>
}
