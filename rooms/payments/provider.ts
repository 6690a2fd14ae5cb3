import type { Id, Money, Result } from '#base/kernel'
import type { PayerAction, PayerDevice, TestOutcome } from './payment.ts'

/** A payment as its provider is told of it. `id` is the idempotency key: the same id is the same charge, for ever. */
export interface Charge {
  readonly id: Id<'payment'>
  /** What is paid for; the payer comes back to it from the provider's page. */
  readonly reference: string
  readonly amount: Money
  readonly method: string
  /** `now`: taken at once. `later`: only held (authorised), and taken by `capture`. */
  readonly capture: 'now' | 'later'
  /** What the payer's browser made at the provider in place of a card number; null where none is needed. */
  readonly token: string | null
  /** What the payer holds: a phone goes to the provider's app by a page, at a desk a code is scanned, an app calls the provider's. */
  readonly device: PayerDevice
  /** The payer's address, where a provider asks for it; forgotten when the payment ends. */
  readonly ip: string | null
  /** Only the test provider reads it. */
  readonly outcome: TestOutcome | null
  readonly created: Date
  /** What the provider called it in its first answer; null before that. */
  readonly ref: string | null
}

/** What the provider says of a charge. Saying it twice must change nothing. `settled`: `amount` is all that was taken so far. */
export type ProviderAnswer =
  | {
      readonly state: 'settled' | 'authorised'
      readonly ref: string
      readonly amount: Money
      /** Number of the payment in the provider's books, where that is another one than `ref`; customs asks for it. */
      readonly number?: string
    }
  | { readonly state: 'needs_action' | 'pending'; readonly ref: string; readonly action?: PayerAction | null }
  | { readonly state: 'failed'; readonly ref: string; readonly reason: string }

/** `done`: the provider has accepted it. A refund that comes back later is told by a webhook. */
export type RefundAnswer = { readonly state: 'done' } | { readonly state: 'failed'; readonly reason: string }
/** `captured`: all that was taken of this charge so far, this capture included. */
export type CaptureAnswer =
  | { readonly state: 'done'; readonly captured: Money }
  | { readonly state: 'failed'; readonly reason: string }

/** What a verified webhook tells. */
export type ProviderNews =
  | { readonly kind: 'answer'; readonly answer: ProviderAnswer }
  | { readonly kind: 'refund_failed'; readonly refund: string; readonly reason: string }
  | {
      readonly kind: 'chargeback'
      readonly state: 'opened' | 'won' | 'lost'
      /** The provider's id of the dispute. */
      readonly ref: string
      readonly amount: Money
    }
  | { readonly kind: 'nothing' }
export interface ProviderEvent {
  /** The provider's id of the event: the same id is the same event, however often it is sent. */
  readonly id: string
  /** Ours, where the event carries it; else the charge is found by what the provider calls it. */
  readonly payment: string | null
  readonly ref: string | null
  readonly news: ProviderNews
}
/** As it came over the wire: the signature covers these very bytes. Header names are in lower case. */
export interface SignedWebhook {
  readonly raw: Buffer
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

/** Where providers differ. testing/payment-conformance.ts tests what is said here; nothing is skipped. */
export interface ProviderTraits {
  /** Whether it takes this currency this way. */
  takes(method: string, currency: string): boolean
  /** It can hold money first and take it later, in parts. Without, `capture: 'later'` fails as `capture_unsupported` before anything is asked. */
  readonly authorises: boolean
  /** The payer always has to do something first: scan, or go to a page. No charge settles at once. */
  readonly alwaysAsks: boolean
  /** Banks' disputes are told by webhooks. */
  readonly disputes: boolean
  /** A payment that fails is told by a webhook; without, it is learned by asking. */
  readonly tellsFailures: boolean
  /** How old a webhook may be, in seconds: as long as the provider sends one again with its first time. */
  readonly webhookSeconds: number
  /** It asks for the payer's address; of others it is not kept. */
  readonly wantsAddress?: true
  /** What its webhooks are answered with; ours when it does not say. */
  readonly webhookReply?: string
}

/**
 * The port to a payment provider; every implementation passes testing/payment-conformance.ts. A call that throws has an
 * unknown end: it is asked again with the same id. No call is made while a database transaction is open.
 */
export interface PaymentProvider {
  readonly name: string
  /** Keys of the ways to pay that it offers. */
  readonly methods: readonly string[]
  readonly test: boolean
  readonly traits: ProviderTraits
  start(charge: Charge): Promise<ProviderAnswer>
  /** The shopper's answer to `needs_action`, where the provider has no page of its own for it. */
  confirm?(charge: Charge, approve: boolean): Promise<ProviderAnswer>
  status(charge: Charge): Promise<ProviderAnswer>
  /** Ends a charge that has not settled. Answers `settled` when the money was faster. */
  cancel(charge: Charge): Promise<ProviderAnswer>
  /** Takes a part of what is authorised; the same capture id is the same capture. What is not taken stays held. */
  capture(charge: Charge, capture: { readonly id: string; readonly amount: Money }): Promise<CaptureAnswer>
  /** Lets go of what is authorised and not captured; doing it twice is once. */
  void(charge: Charge): Promise<RefundAnswer>
  /** Gives money back; the same refund id is the same refund. */
  refund(charge: Charge, refund: { readonly id: string; readonly amount: Money }): Promise<RefundAnswer>
  /** Verifies the signature over the raw bytes first, then reads them. Refuses whatever is forged, old or unreadable. */
  webhook(webhook: SignedWebhook): Promise<Result<ProviderEvent, 'webhook_forged'>>
  /** Our payment of a charge that an event names by the provider's id only. */
  paymentOf?(ref: string): Promise<string | null>
  /** The test provider's own webhooks about a charge, as far as their time has come. */
  due?(charge: Charge): readonly SignedWebhook[]
}
