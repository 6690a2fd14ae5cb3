import type { ManualClock } from '#base/kernel'
import { checkObject } from './contract.ts'

/** What Stripe keeps of a payment, in Stripe's words. Only what the adapter may see of it is here. */
export interface Intent {
  readonly id: string
  readonly object: 'payment_intent'
  readonly amount: number
  amount_capturable: number
  amount_received: number
  readonly currency: string
  readonly capture_method: 'automatic' | 'manual'
  readonly created: number
  readonly livemode: false
  readonly metadata: Record<string, string>
  readonly payment_method: string | null
  readonly payment_method_types: readonly string[]
  readonly client_secret: string
  status: 'requires_payment_method' | 'requires_action' | 'processing' | 'requires_capture' | 'succeeded' | 'canceled'
  cancellation_reason: 'requested_by_customer' | null
  canceled_at: number | null
  last_payment_error: Fault | null
  latest_charge: string | null
  next_action: object | null
}
export interface Fault {
  readonly type: 'card_error' | 'invalid_request_error' | 'idempotency_error' | 'api_error'
  readonly code?: string
  readonly decline_code?: string
  readonly message: string
  readonly payment_intent?: Intent
}
export class Wrong extends Error {
  readonly status: number
  readonly fault: Fault
  constructor(status: number, fault: Fault) {
    super(fault.message)
    this.status = status
    this.fault = fault
  }
}
const invalid = (code: string, message: string) => new Wrong(400, { type: 'invalid_request_error', code, message })
const unexpected = (intent: Intent) => invalid('payment_intent_unexpected_state', `This PaymentIntent is ${intent.status}`)

/** Stripe's test cards, and two of our own that take two seconds. */
export const cards = {
  approve: 'pm_card_visa',
  decline: 'pm_card_visa_chargeDeclined',
  needs_action: 'pm_card_authenticationRequired',
  refund_refused: 'pm_card_refundRefused',
  late_success: 'pm_card_lateSuccess',
  late_failure: 'pm_card_lateFailure',
} as const
const lateMs = 2000

interface Dispute {
  readonly id: string
  readonly payment_intent: string
  status: 'needs_response' | 'won' | 'lost'
}

/** The state of our double of Stripe: what each call does to a payment, and the events that follow. */
export function createWorld(clock: ManualClock, send: (event: object, about: string) => void) {
  const intents = new Map<string, Intent>()
  const disputes = new Map<string, Dispute>()
  const given = new Map<string, number>()
  let count = 0
  const id = (prefix: string) => `${prefix}_${String(++count).padStart(14, '0')}`
  const seconds = () => Math.floor(clock.now().getTime() / 1000)
  const tell = (type: string, object: { readonly object: string }, about: string): void => {
    checkObject(object.object as 'payment_intent', object)
    const data = { object: structuredClone(object) }
    const event = { id: id('evt'), object: 'event', created: seconds(), livemode: false, pending_webhooks: 1, type, data }
    checkObject('event', event)
    send(event, about)
  }
  const about = (intent: Intent, what: string) => tell(`payment_intent.${what}`, intent, intent.id)

  function succeed(intent: Intent): void {
    intent.next_action = null
    intent.latest_charge = id('ch')
    if (intent.capture_method === 'manual') {
      intent.status = 'requires_capture'
      intent.amount_capturable = intent.amount
      about(intent, 'amount_capturable_updated')
    } else {
      intent.status = 'succeeded'
      intent.amount_received = intent.amount
      about(intent, 'succeeded')
    }
  }
  function decline(intent: Intent, code: string): void {
    intent.next_action = null
    intent.status = 'requires_payment_method'
    intent.last_payment_error = { type: 'card_error', code, decline_code: 'generic_decline', message: 'The card was declined.' }
    about(intent, 'payment_failed')
  }
  function confirm(intent: Intent, returnUrl: string | null): void {
    const [way] = intent.payment_method_types
    if (way === 'alipay' || way === 'wechat_pay' || intent.payment_method === cards.needs_action) {
      intent.status = 'requires_action'
      intent.next_action = nextAction(intent, returnUrl)
      about(intent, 'requires_action')
    } else if (intent.payment_method === cards.decline) decline(intent, 'card_declined')
    else if (intent.payment_method === cards.late_success || intent.payment_method === cards.late_failure) {
      intent.status = 'processing'
      about(intent, 'processing')
    } else succeed(intent)
  }
  /** What has happened by now without anybody asking. */
  function settleLate(): void {
    for (const intent of intents.values()) {
      if (intent.status !== 'processing' || clock.now().getTime() < intent.created * 1000 + lateMs) continue
      if (intent.payment_method === cards.late_success) succeed(intent)
      else decline(intent, 'card_declined')
    }
  }
  function find(ref: string): Intent {
    settleLate()
    const intent = intents.get(ref)
    if (intent) return intent
    throw new Wrong(404, { type: 'invalid_request_error', code: 'resource_missing', message: `No such payment_intent: ${ref}` })
  }
  return {
    find,
    settleLate,
    newest: (): Intent => [...intents.values()].at(-1) as Intent,
    search: (payment: string) => [...intents.values()].filter(i => i.metadata.payment === payment),
    create(request: Record<string, unknown>): Intent {
      const wish = request as { amount: number; currency: string; metadata?: Record<string, string>; payment_method?: string }
      if (wish.amount < 1) throw invalid('parameter_invalid_integer', 'This value must be greater than or equal to 1.')
      if (['kwd', 'bhd', 'jod', 'omr', 'tnd'].includes(wish.currency) && wish.amount % 10 !== 0)
        throw invalid('invalid_charge_amount_no_decimal_compatible', 'The last digit must be 0.')
      const ref = id('pi')
      const intent: Intent = {
        id: ref,
        object: 'payment_intent',
        amount: wish.amount,
        amount_capturable: 0,
        amount_received: 0,
        currency: wish.currency,
        capture_method: request.capture_method === 'manual' ? 'manual' : 'automatic',
        created: seconds(),
        livemode: false,
        metadata: wish.metadata ?? {},
        payment_method: wish.payment_method ?? id('pm'),
        payment_method_types: (request.allowed_payment_method_types as string[] | undefined) ?? ['card'],
        client_secret: `${ref}_secret_x`,
        status: 'requires_payment_method',
        cancellation_reason: null,
        canceled_at: null,
        last_payment_error: null,
        latest_charge: null,
        next_action: null,
      }
      intents.set(ref, intent)
      about(intent, 'created')
      if (request.confirm !== true) return intent
      confirm(intent, (request.return_url as string | undefined) ?? null)
      if (intent.status !== 'requires_payment_method') return intent
      throw new Wrong(402, { ...(intent.last_payment_error as Fault), payment_intent: structuredClone(intent) })
    },
    cancel(ref: string): Intent {
      const intent = find(ref)
      if (['succeeded', 'canceled', 'processing'].includes(intent.status)) throw unexpected(intent)
      intent.status = 'canceled'
      intent.canceled_at = seconds()
      intent.cancellation_reason = 'requested_by_customer'
      intent.amount_capturable = 0
      intent.next_action = null
      about(intent, 'canceled')
      return intent
    },
    /** `final_capture: false` keeps the rest; without it, and with the last piece, the rest is let go. */
    capture(ref: string, request: { amount_to_capture?: number; final_capture?: boolean }): Intent {
      const intent = find(ref)
      if (intent.status !== 'requires_capture') throw unexpected(intent)
      const amount = request.amount_to_capture ?? intent.amount_capturable
      if (amount > intent.amount_capturable) throw invalid('amount_too_large', 'More than what can be captured.')
      intent.amount_received += amount
      intent.amount_capturable = request.final_capture === false ? intent.amount_capturable - amount : 0
      if (intent.amount_capturable > 0) about(intent, 'amount_capturable_updated')
      else {
        intent.status = 'succeeded'
        about(intent, 'succeeded')
      }
      return intent
    },
    refund(request: { payment_intent?: string; amount?: number; metadata?: Record<string, string> }) {
      const intent = find(request.payment_intent ?? '')
      const before = given.get(intent.id) ?? 0
      const amount = request.amount ?? intent.amount_received - before
      if (intent.amount_received === 0) throw unexpected(intent)
      if (amount > intent.amount_received - before) throw invalid('amount_too_large', 'More than what is left of this charge.')
      if ([...disputes.values()].some(d => d.payment_intent === intent.id && d.status !== 'won'))
        throw invalid('charge_disputed', 'The charge is disputed.')
      if (intent.payment_method === cards.refund_refused) throw invalid('insufficient_funds', 'The balance is too low.')
      given.set(intent.id, before + amount)
      const { metadata } = request
      const refund = {
        id: id('re'),
        object: 'refund',
        amount,
        created: seconds(),
        currency: intent.currency,
        payment_intent: intent.id,
      }
      return { ...refund, charge: intent.latest_charge, metadata: metadata ?? {}, status: 'succeeded' } as const
    },
    /** The payer's bank sends the refund back, some days later. */
    returnRefund(refund: {
      readonly id: string
      readonly payment_intent: string
      readonly amount: number
      readonly object: string
    }): void {
      given.set(refund.payment_intent, (given.get(refund.payment_intent) ?? 0) - refund.amount)
      tell(
        'refund.failed',
        { ...refund, status: 'failed', failure_reason: 'lost_or_stolen_card' } as never,
        refund.payment_intent,
      )
    },
    /** The payer on the provider's page. Answering twice changes nothing. */
    answer(ref: string, approve: boolean): void {
      const intent = find(ref)
      if (intent.status !== 'requires_action') return
      if (approve) succeed(intent)
      else decline(intent, 'payment_intent_authentication_failure')
    },
    dispute(ref: string, status: Dispute['status']): void {
      const intent = find(ref)
      const known = [...disputes.values()].find(d => d.payment_intent === ref) ?? { id: id('du'), payment_intent: ref, status }
      known.status = status
      disputes.set(known.id, known)
      const type = status === 'needs_response' ? 'charge.dispute.created' : 'charge.dispute.closed'
      tell(type, disputeOf(known, intent, seconds()), ref)
    },
  }
}

function nextAction(intent: Intent, returnUrl: string | null): object {
  const page = `https://pay.example/${intent.id}`
  const [way] = intent.payment_method_types
  if (way === 'alipay')
    return {
      type: 'alipay_handle_redirect',
      alipay_handle_redirect: { url: page, native_data: null, native_url: null, return_url: returnUrl },
    }
  if (way === 'card') return { type: 'redirect_to_url', redirect_to_url: { url: page, return_url: returnUrl } }
  const picture = `${page}.png`
  const code = {
    data: `weixin://wxpay/bizpayurl?pr=${intent.id}`,
    image_data_url: 'data:,',
    image_url_png: picture,
    image_url_svg: picture,
  }
  return { type: 'wechat_pay_display_qr_code', wechat_pay_display_qr_code: { ...code, hosted_instructions_url: page } }
}

const disputeOf = (d: Dispute, intent: Intent, created: number) => ({
  id: d.id,
  object: 'dispute',
  amount: intent.amount_received,
  currency: intent.currency,
  balance_transactions: [],
  charge: intent.latest_charge,
  created,
  enhanced_eligibility_types: [],
  evidence: { enhanced_evidence: {} },
  evidence_details: { due_by: null, enhanced_eligibility: {}, has_evidence: false, past_due: false, submission_count: 0 },
  is_charge_refundable: false,
  livemode: false,
  metadata: {},
  payment_intent: intent.id,
  reason: 'general',
  status: d.status,
})
export type World = ReturnType<typeof createWorld>
