import type { Stripe } from 'stripe'
import { type Clock, ok, refuse } from '#base/kernel'
import type { CaptureAnswer, Charge, PaymentProvider, ProviderAnswer, RefundAnswer } from './provider.ts'
import { fromStripe, takesCurrency, toStripe } from './stripe-amounts.ts'
import { answerOf, newsOf, reasonOf } from './stripe-answers.ts'

/** The version of Stripe's API that testing/stripe/contract.json describes: what is tested is what is spoken. */
export const stripeVersion = '2026-08-26.dahlia'

export interface StripeOptions {
  readonly key: string
  readonly webhookSecret: string
  /** Of card, alipay, wechat_pay. A card needs a token that the payer's browser made at Stripe. */
  readonly methods: readonly string[]
  readonly clock: Clock
  /** Where the payer comes back from a page of the provider. */
  readonly returnUrl: (charge: Charge) => string
  /** Where Stripe's API is; its own address unless said. */
  readonly at?: { readonly host: string; readonly port: number; readonly protocol: 'http' | 'https' }
}

/** Stripe forgets idempotency keys after 24 hours; from here on an unanswered start is looked for instead of repeated. */
const keysLastMs = 23 * 3_600_000

/**
 * Cards, Alipay and WeChat Pay through PaymentIntents. Every write carries our own id as its idempotency key. The package is
 * loaded when the first call needs it: it takes 33 MB, and most houses have no key.
 */
export function createStripeProvider(options: StripeOptions): PaymentProvider {
  const s = clientOf(options)
  const charging = chargesOf(s, options)
  return {
    name: 'stripe',
    methods: options.methods,
    test: false,
    traits: {
      takes: takesCurrency,
      authorises: true,
      alwaysAsks: false,
      disputes: true,
      tellsFailures: true,
      webhookSeconds: 300,
    },
    ...charging,
    ...movesOf(s),
    async webhook({ raw, headers }) {
      const forged = refuse('webhook_forged', 'The signature of this webhook does not hold')
      const signature = headers['stripe-signature']
      if (typeof signature !== 'string') return forged
      const { stripe } = await s.client()
      try {
        const now = options.clock.now().getTime()
        return ok(newsOf(stripe.webhooks.constructEvent(raw, signature, options.webhookSecret, 300, undefined, now)))
      } catch {
        return forged
      }
    },
    paymentOf: async ref =>
      (await s.call(stripe => stripe.paymentIntents.retrieve(ref, {}, s.options()))).metadata.payment ?? null,
  }
}

function clientOf({ key, at }: StripeOptions) {
  let loading: Promise<{ stripe: Stripe; errors: typeof Stripe.errors }> | null = null
  const client = () =>
    (loading ??= import('stripe').then(({ default: Client }) => {
      const stripe = new Client(key, { telemetry: false, maxNetworkRetries: 1, timeout: 20_000, ...at })
      return { stripe, errors: Client.errors }
    }))
  return {
    client,
    options: (idempotencyKey?: string) => ({ apiVersion: stripeVersion, ...(idempotencyKey && { idempotencyKey }) }),
    /** Errors of Stripe hold whole payments; what goes up from here is only what may stand in a log. */
    async call<T>(work: (stripe: Stripe) => Promise<T>): Promise<T> {
      const { stripe, errors } = await client()
      try {
        return await work(stripe)
      } catch (error) {
        if (!(error instanceof errors.StripeError)) throw error
        throw new Refused(error)
      }
    },
  }
}
type Client = ReturnType<typeof clientOf>

/** A refusal or a failure of Stripe's, without anything secret in it. `intent`: the payment that it is about. */
class Refused extends Error {
  readonly type: string
  readonly reason: string
  /** Stripe has decided: asking again would be answered the same way. */
  readonly final: boolean
  readonly intent: Stripe.PaymentIntent | null
  constructor(error: Stripe.errors.StripeError) {
    super(`stripe: ${error.type} ${error.code ?? ''} ${error.requestId ?? ''}`)
    this.type = error.type
    this.reason = reasonOf(error) ?? 'refused'
    this.final = error.type === 'StripeInvalidRequestError' || error.type === 'StripeCardError'
    this.intent = error.payment_intent ?? null
    // Not to be printed by a logger: it holds the client secret.
    Object.defineProperty(this, 'intent', { enumerable: false })
  }
}

const settings = (charge: Charge, options: StripeOptions): Stripe.PaymentIntentCreateParams => ({
  amount: 0,
  currency: '',
  allowed_payment_method_types: [charge.method as 'card' | 'alipay' | 'wechat_pay'],
  metadata: { payment: charge.id, reference: charge.reference },
  ...(charge.capture === 'later' && { capture_method: 'manual' }),
  ...(charge.method === 'card'
    ? { payment_method: charge.token ?? '' }
    : { payment_method_data: { type: charge.method as 'alipay' | 'wechat_pay' } }),
  ...(charge.method === 'wechat_pay'
    ? { payment_method_options: { wechat_pay: { client: 'web' } } }
    : { return_url: options.returnUrl(charge) }),
  ...(charge.method === 'card' &&
    charge.capture === 'later' && { payment_method_options: { card: { request_multicapture: 'if_available' } } }),
})

function chargesOf(s: Client, options: StripeOptions): Pick<PaymentProvider, 'start' | 'status' | 'cancel'> {
  const find = (ref: string) => s.call(stripe => stripe.paymentIntents.retrieve(ref, {}, s.options()))
  const status = async (charge: Charge): Promise<ProviderAnswer> =>
    charge.ref ? answerOf(await find(charge.ref)) : start(charge)
  const fail = (charge: Charge, reason: string): ProviderAnswer => ({
    state: 'failed',
    ref: charge.ref ?? `none_${charge.id}`,
    reason,
  })

  async function start(charge: Charge): Promise<ProviderAnswer> {
    if (charge.method === 'card' && charge.token === null) return fail(charge, 'token_missing')
    const money = toStripe(charge.amount)
    if (!money.ok) return fail(charge, money.code)
    const known = options.clock.now().getTime() - charge.created.getTime() > keysLastMs ? await search(charge) : null
    if (known) return answerOf(known)
    const params = { ...settings(charge, options), ...money.value, confirm: true }
    try {
      const made = await s.call(stripe => stripe.paymentIntents.create(params, s.options(charge.id)))
      // A repeated key is answered with what was true at first.
      return made.lastResponse.headers['idempotent-replayed'] ? answerOf(await find(made.id)) : answerOf(made)
    } catch (error) {
      if (!(error instanceof Refused) || !error.final) throw error
      return error.intent ? answerOf(await find(error.intent.id)) : fail(charge, error.reason)
    }
  }
  const search = async ({ id }: Charge) =>
    (await s.call(stripe => stripe.paymentIntents.search({ query: `metadata['payment']:'${id}'`, limit: 1 }, s.options())))
      .data[0] ?? null

  /**
   * A start whose answer never came may have charged, or may never have arrived. The same key with other words tells: either
   * Stripe knows the key and says so, or it is used up now and the charge can't happen any more.
   */
  async function refFor(charge: Charge): Promise<string> {
    const money = toStripe(charge.amount)
    const params = { ...settings(charge, options), ...(money.ok && money.value), confirm: false }
    delete params.return_url
    try {
      return (await s.call(stripe => stripe.paymentIntents.create(params, s.options(charge.id)))).id
    } catch (error) {
      if (!(error instanceof Refused) || error.type !== 'StripeIdempotencyError') throw error
      return (await start(charge)).ref
    }
  }
  return {
    start,
    status,
    async cancel(charge) {
      const ref = charge.ref ?? (await refFor(charge))
      if (ref.startsWith('none_')) return fail(charge, 'gave_up')
      try {
        return answerOf(await s.call(stripe => stripe.paymentIntents.cancel(ref, {}, s.options())))
      } catch (error) {
        if (!(error instanceof Refused) || !error.final) throw error
        return answerOf(await find(ref))
      }
    },
  }
}

/** What moves money of a charge that exists. A refusal of Stripe's is an answer; everything else has an unknown end and is thrown. */
function movesOf(s: Client): Pick<PaymentProvider, 'capture' | 'void' | 'refund'> {
  const refusedAs = (error: unknown): { state: 'failed'; reason: string } => {
    if (error instanceof Refused && error.final) return { state: 'failed', reason: error.reason }
    throw error
  }
  return {
    async capture(charge, { id, amount }): Promise<CaptureAnswer> {
      const money = toStripe(amount)
      if (!charge.ref || !money.ok) return { state: 'failed', reason: money.ok ? 'not_authorised' : money.code }
      // Only a capture in parts needs multicapture, which not every account has.
      const params = {
        amount_to_capture: money.value.amount,
        ...(amount.minor < charge.amount.minor && { final_capture: false }),
      }
      try {
        const intent = await s.call(stripe => stripe.paymentIntents.capture(charge.ref as string, params, s.options(id)))
        return { state: 'done', captured: fromStripe(intent.amount_received, intent.currency) }
      } catch (error) {
        return refusedAs(error)
      }
    },
    async void(charge): Promise<RefundAnswer> {
      const { ref } = charge
      if (!ref) return { state: 'failed', reason: 'not_authorised' }
      const intent = await s.call(stripe => stripe.paymentIntents.retrieve(ref, {}, s.options()))
      if (intent.status === 'canceled' || (intent.status === 'succeeded' && intent.amount_capturable === 0))
        return { state: 'done' }
      try {
        // Of what is captured in part, the last capture is of nothing and lets the rest go.
        const last = { amount_to_capture: 0, final_capture: true }
        if (intent.amount_received > 0)
          await s.call(stripe => stripe.paymentIntents.capture(ref, last, s.options(`void_${charge.id}`)))
        else await s.call(stripe => stripe.paymentIntents.cancel(ref, {}, s.options(`void_${charge.id}`)))
        return { state: 'done' }
      } catch (error) {
        return refusedAs(error)
      }
    },
    async refund(charge, { id, amount }): Promise<RefundAnswer> {
      const money = toStripe(amount)
      if (!charge.ref || !money.ok) return { state: 'failed', reason: money.ok ? 'not_settled' : money.code }
      const params = { payment_intent: charge.ref, amount: money.value.amount, metadata: { refund: id, payment: charge.id } }
      try {
        const refund = await s.call(stripe => stripe.refunds.create(params, s.options(id)))
        const refused = refund.status === 'failed' || refund.status === 'canceled'
        return refused ? { state: 'failed', reason: refund.failure_reason ?? 'refused' } : { state: 'done' }
      } catch (error) {
        return refusedAs(error)
      }
    },
  }
}
