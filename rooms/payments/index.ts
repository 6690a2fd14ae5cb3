/** Payments: one live payment a reference, provider calls outside transactions, refunds that never exceed what was settled. */
import type { FastifyInstance } from 'fastify'
import { migrationsIn } from '#base/db'
import type { House } from '#base/house'
import type { Caller } from '#base/http'
import type { Result } from '#base/kernel'
import { type CaptureWish, capturePayment, finishCaptures, voidPayment } from './capture-payment.ts'
import { configuredProviders } from './configured.ts'
import { checkPayment, confirmPayment, myPayment } from './confirm-payment.ts'
import { tables } from './context.ts'
import { hearWebhook } from './hear-webhook.ts'
import { defineJobs } from './jobs.ts'
import { type OfferedMethod, offeredMethods, type PayingWhere, readMarkets } from './offered.ts'
import type { Payment } from './payment.ts'
import { giveUpPayment, hearProvider, pollPayment, pollWaiting } from './poll-payment.ts'
import type { PaymentProvider, ProviderAnswer, SignedWebhook } from './provider.ts'
import { type RefundWish, refundPayment } from './refund-payment.ts'
import { type StartPayment, startPayment } from './start-payment.ts'
import { readByReferences, readKept, readWaiting } from './store.ts'
import { subscribe } from './subscribers.ts'
import { mountWebhooks } from './webhook-route.ts'

export type { CaptureWish } from './capture-payment.ts'
export {
  createLedger,
  type Ledger,
  type LedgerCheck,
  type LedgerProblem,
  ledgerRoutes,
  ledgerWire,
  type PayoutAnswer,
  type PayoutOrder,
  type PayoutProvider,
} from './ledger/index.ts'
export {
  isWaiting,
  type PayerAction,
  type PayerDevice,
  type Payment,
  type PaymentState,
  type PaymentWire,
  payerDevices,
  type TestOutcome,
  testOutcomes,
  wireOf as paymentToWire,
} from './payment.ts'
export type { Charge, PaymentProvider, ProviderAnswer, ProviderEvent, RefundAnswer, SignedWebhook } from './provider.ts'
export type { RefundWish } from './refund-payment.ts'
export { paymentsRoutes } from './routes.ts'
export type { StartPayment } from './start-payment.ts'
export { createTestProvider, type TestProvider } from './test-provider.ts'
export { paymentWire, wire as paymentsWire } from './wire.ts'

export interface Payments {
  /** Ways to pay here; `test: yes` moves no money. */
  methods(where?: PayingWhere): readonly OfferedMethod[]
  /** What the payer's browser tells Stripe who it pays with; null where cards are not taken by our screens. */
  readonly cardKey: string | null
  /**
   * Starts paying `amount` for `reference`, or goes on with the live payment of it (a double click). Answers with the
   * payment in whatever state the provider left it, `failed` (declined) included.
   */
  begin(wish: StartPayment): Promise<Result<Payment, 'payment_method_unknown' | 'payment_pending'>>
  /** The payer's yes or no to the provider's question. */
  confirm(caller: Caller, id: string, approve: boolean): Promise<Result<Payment, 'not_found' | 'wrong_state'>>
  /** Asks the provider about the caller's payment, at most every two seconds. */
  check(caller: Caller, id: string): Promise<Result<Payment, 'not_found'>>
  mine(caller: Caller, id: string): Promise<Result<Payment, 'not_found'>>
  /** The payment that counts for a reference: the live one, else the newest; null when none was started. */
  byReference(reference: string): Promise<Payment | null>
  byReferences(references: readonly string[]): Promise<Map<string, Payment>>
  /** Asks the provider how a waiting payment stands; the payment as it is then. */
  poll(id: string): Promise<Payment | null>
  /** A provider's own word about a payment, as a webhook brings it: late, twice or out of order is all harmless. */
  hear(id: string, answer: ProviderAnswer): Promise<Payment | null>
  /**
   * Takes a part of an authorised payment (begun with `capture: 'later'`), once per capture id; all captures together never
   * exceed what was authorised. Throws when the provider is unreachable; the same id again finishes it.
   */
  capture(wish: CaptureWish): Promise<Result<Payment, 'not_found' | 'capture_exceeds' | 'capture_failed'>>
  /** Lets go of all that is authorised and not captured. */
  void(id: string): Promise<Result<Payment, 'not_found' | 'wrong_state' | 'void_failed'>>
  /** The sweep of captures and voids that have no end after more than `waitedMs` (a minute). */
  finishCaptures(waitedMs?: number): Promise<void>
  /** A webhook as it came: verified over its raw bytes, heard once by the provider's id of the event, in any order. */
  hearWebhook(provider: string, webhook: SignedWebhook): Promise<Result<'handled' | 'repeated', 'not_found' | 'webhook_forged'>>
  /** Adds POST /v1/payments/webhooks/{provider}. */
  mount(app: FastifyInstance): Promise<void>
  /** The sweep of late answers: asks about every payment that waits for more than `waitedMs` (5 s). */
  pollWaiting(waitedMs?: number): Promise<number>
  /** Ends a payment that takes too long; it may turn out to have settled. */
  giveUp(id: string): Promise<Payment | null>
  /** Begun before the time and still without an end, oldest first. */
  waiting(before: Date, limit: number): Promise<Payment[]>
  /** Gives money back, once per refund id; all refunds together never exceed what was settled. Throws when unreachable. */
  refund(wish: RefundWish): Promise<Result<Payment, 'not_found' | 'refund_exceeds' | 'refund_failed'>>
  /**
   * What a sweep compares with the paid orders: settled between the two times with no money given or promised back, and, however long ago,
   * with a refund that the provider has not answered.
   */
  kept(since: Date, before: Date, limit: number): Promise<Payment[]>
  /** Opens the subscriptions; the server calls it once. */
  start(): Promise<void>
}

/** `providers` replaces those of the settings, for a test that plays with one. */
export function createPayments(house: House, doors: { providers?: readonly PaymentProvider[] } = {}): Payments {
  const providers = doors.providers ?? configuredProviders(house)
  const c = { house, providers }
  const markets = readMarkets(house.config.paymentMarkets)
  defineJobs(c)
  const byReferences = (references: readonly string[]) => readByReferences(tables(house), references)
  return {
    methods: (where = {}) => offeredMethods(providers, markets, where),
    cardKey: providers.some(p => p.name === 'stripe' && p.methods.includes('card')) ? house.config.stripePublishableKey : null,
    begin: wish => startPayment(c, wish),
    confirm: (caller, id, approve) => confirmPayment(c, caller, id, approve),
    mine: (caller, id) => myPayment(c, caller, id),
    byReference: async reference => (await byReferences([reference])).get(reference) ?? null,
    byReferences,
    check: (caller, id) => checkPayment(c, caller, id),
    poll: id => pollPayment(c, id),
    pollWaiting: waitedMs => pollWaiting(c, waitedMs),
    giveUp: id => giveUpPayment(c, id),
    capture: wish => capturePayment(c, wish),
    void: id => voidPayment(c, id),
    finishCaptures: (waitedMs = 60_000) => finishCaptures(c, new Date(house.clock.now().getTime() - waitedMs)),
    hearWebhook: (provider, webhook) => hearWebhook(c, provider, webhook),
    mount: app => mountWebhooks(c, app),
    hear: (id, answer) => hearProvider(c, id, answer),
    waiting: (before, limit) => readWaiting(tables(house), before, limit),
    refund: wish => refundPayment(c, wish),
    kept: (since, before, limit) => readKept(tables(house), since, before, limit),
    start: () => subscribe(c),
  }
}

export const paymentsMigrations = [
  ...migrationsIn('payments', new URL('./migrations/', import.meta.url)),
  ...migrationsIn('ledger', new URL('./ledger/migrations/', import.meta.url)),
]
