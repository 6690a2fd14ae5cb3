import type { Stripe } from 'stripe'
import type { PayerAction } from './payment.ts'
import type { ProviderAnswer, ProviderEvent, ProviderNews } from './provider.ts'
import { fromStripe } from './stripe-amounts.ts'

/** How a PaymentIntent stands, in our words. One intent is one attempt: when it asks for another way to pay, it has failed. */
export function answerOf(intent: Stripe.PaymentIntent): ProviderAnswer {
  const ref = intent.id
  const got = fromStripe(intent.amount_received, intent.currency)
  if (intent.amount_received > 0) return { state: 'settled', ref, amount: got }
  switch (intent.status) {
    case 'succeeded':
      return { state: 'settled', ref, amount: got }
    case 'requires_capture':
      return { state: 'authorised', ref, amount: fromStripe(intent.amount, intent.currency) }
    case 'requires_action':
    case 'requires_confirmation':
      return { state: 'needs_action', ref, action: actionOf(intent.next_action) }
    case 'processing':
      return { state: 'pending', ref }
    case 'requires_payment_method':
      return { state: 'failed', ref, reason: reasonOf(intent.last_payment_error) ?? 'declined' }
    default:
      return { state: 'failed', ref, reason: intent.cancellation_reason ?? 'canceled' }
  }
}

export const reasonOf = (error: { code?: string | null; decline_code?: string | null } | null | undefined): string | null =>
  (error?.decline_code ?? error?.code ?? null)?.slice(0, 80) ?? null

/** The page on which the payer goes on, or what the QR code for their phone says. */
function actionOf(next: Stripe.PaymentIntent.NextAction | null): PayerAction | null {
  const page = next?.alipay_handle_redirect?.url ?? next?.redirect_to_url?.url
  if (page) return { kind: 'redirect', url: page }
  const code = next?.wechat_pay_display_qr_code?.data
  return code ? { kind: 'qr', url: code } : null
}

/** Only these say how a payment stands; `payment_intent.created` comes before its first attempt. */
const intentEvents: ReadonlySet<string> = new Set([
  'payment_intent.succeeded',
  'payment_intent.processing',
  'payment_intent.requires_action',
  'payment_intent.payment_failed',
  'payment_intent.canceled',
  'payment_intent.amount_capturable_updated',
])
/** The bank's inquiries (`warning_…`) move no money yet. */
const disputes: Readonly<Record<string, 'opened' | 'won' | 'lost'>> = {
  needs_response: 'opened',
  under_review: 'opened',
  won: 'won',
  lost: 'lost',
}

const idOf = (value: string | { id: string } | null | undefined): string | null =>
  typeof value === 'string' ? value : (value?.id ?? null)

/** What a verified event says. The object in it is the one of that moment; the room knows no order of events. */
export function newsOf(event: Stripe.Event): ProviderEvent {
  const told = (payment: string | null | undefined, ref: string | null, news: ProviderNews): ProviderEvent => ({
    id: event.id,
    payment: payment ?? null,
    ref,
    news,
  })
  const { object } = event.data
  if (intentEvents.has(event.type) && object.object === 'payment_intent') {
    const intent = object as Stripe.PaymentIntent
    return told(intent.metadata.payment, intent.id, { kind: 'answer', answer: answerOf(intent) })
  }
  if (event.type.startsWith('charge.dispute.') && object.object === 'dispute') {
    const dispute = object as Stripe.Dispute
    const state = disputes[dispute.status]
    const amount = fromStripe(dispute.amount, dispute.currency)
    const news: ProviderNews = state ? { kind: 'chargeback', state, ref: dispute.id, amount } : { kind: 'nothing' }
    return told(null, idOf(dispute.payment_intent), news)
  }
  if (object.object === 'refund') {
    const refund = object as Stripe.Refund
    const ours = refund.metadata?.refund
    const failed = refund.status === 'failed' || refund.status === 'canceled'
    const reason = refund.failure_reason ?? refund.status ?? 'failed'
    const news: ProviderNews = failed && ours ? { kind: 'refund_failed', refund: ours, reason } : { kind: 'nothing' }
    return told(refund.metadata?.payment, idOf(refund.payment_intent), news)
  }
  return told(null, null, { kind: 'nothing' })
}
