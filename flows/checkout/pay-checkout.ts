import type { Caller } from '#base/http'
import { type Id, type Money, ok, type Result, refuse } from '#base/kernel'
import type { Checkout, ClaimRefused } from '#rooms/orders'
import type { PayerDevice, Payment, TestOutcome } from '#rooms/payments'
import { type CrossingRefused, claimCrossing, newAttempt } from './crossing.ts'
import { type Context, stockOf } from './doors.ts'
import { settleCheckout } from './settle-checkout.ts'
import { runSteps, type Step } from './steps.ts'

export interface PayCheckout {
  readonly method: string
  readonly token?: string | undefined
  readonly device?: PayerDevice | undefined
  /** The payer's address, which one provider asks for. */
  readonly ip?: string | undefined
  readonly outcome?: TestOutcome | undefined
  /** The total of the final confirmation that the shopper saw. */
  readonly expectedTotal: Money
}
export interface CheckoutAndPayment {
  readonly checkout: Checkout
  readonly payment: Payment | null
}
export type PayRefused =
  | Exclude<ClaimRefused, 'already_paid'>
  | 'payment_method_unknown'
  | 'payment_pending'
  | 'payment_declined'
  | 'reservation_expired'
  | CrossingRefused

interface Paying {
  /** Names this try. */
  readonly attempt: string
  readonly caller: Caller
  readonly id: string
  readonly wish: PayCheckout
  readonly checkout: Checkout | null
  readonly extended: boolean
  readonly payment: Payment | null
}
type PayStep = Step<Paying, PayRefused | 'already_paid'>

/**
 * The last step: claim the checkout → identity, consent and quota where it crosses a border → hold its stock for long enough → pay → settle. Declined, it stays open and can be paid
 * again. Two clicks meet in the claim and in the one live payment, and both answer with the same order.
 */
export async function payCheckout(
  c: Context,
  caller: Caller,
  id: string,
  wish: PayCheckout,
): Promise<Result<CheckoutAndPayment, PayRefused>> {
  if (!c.payments.methods().some(m => m.key === wish.method))
    return refuse('payment_method_unknown', `No way to pay is called ${wish.method}`)
  const start: Paying = { attempt: newAttempt(), caller, id, wish, checkout: null, extended: false, payment: null }
  const done = await runSteps(start, [claim(c), cross(c), hold(c), charge(c), settle(c)], (step, err) =>
    c.house.logger.error({ err, step, checkout: id }, 'pay undo'),
  )
  if (done.ok) return ok({ checkout: done.value.checkout as Checkout, payment: done.value.payment })
  if (done.code !== 'already_paid') return done as Exclude<typeof done, { code: 'already_paid' }> & { code: PayRefused }
  const [checkout, payment] = await Promise.all([c.orders.checkout(id), c.payments.byReference(id)])
  return checkout ? ok({ checkout, payment }) : refuse('not_found', 'No such checkout of yours')
}

/**
 * A payment without an end keeps the checkout claimed; only when there is none is it opened again, and the quota of this try let go, or
 * where none is named of the one that holds it now.
 */
export async function reopenIfIdle(c: Context, id: string, own?: string): Promise<boolean> {
  const [payment, attempt] = await Promise.all([c.payments.byReference(id), own ?? c.trade?.attemptOf(id as Id<'checkout'>)])
  if (payment && payment.state !== 'failed') return false
  const reopened = await c.orders.reopen(id)
  // Of this attempt only: who has clicked again in the meantime holds it by another.
  if (reopened && attempt) await c.trade?.release(id as Id<'checkout'>, { attempt })
  return reopened
}

const claim = (c: Context): PayStep => ({
  name: 'claim',
  async run(p) {
    const claimed = await c.orders.claim(p.caller.person, p.id, p.wish.expectedTotal)
    return claimed.ok ? ok({ ...p, ...claimed.value }) : claimed
  },
  // Without a checkout the claim was refused: there is nothing of ours to open again.
  undo: async p => {
    if (p.checkout) await reopenIfIdle(c, p.id, p.attempt)
  },
})

/** After the claim, so that what is asked is what is frozen. Refused, the checkout opens again and what was held goes back. */
const cross = (c: Context): PayStep => ({
  name: 'cross',
  async run(p) {
    const claimed = await claimCrossing(c, p.checkout as Checkout, p.attempt)
    return claimed.ok ? ok(p) : claimed
  },
})

/** With little time left the stock is held longer; stock that went back in the meantime is taken again, or there is nothing to pay. */
const hold = (c: Context): PayStep => ({
  name: 'hold',
  async run(p) {
    if (!p.extended || !p.checkout) return ok(p)
    const { id, expires, orders } = p.checkout
    if ((await c.catalog.extend(id, expires)).ok) return ok(p)
    const again = await c.catalog.reserve({ checkout: id, expires, lines: stockOf(orders.flatMap(o => o.lines)) })
    if (again.ok) return ok(p)
    await c.orders.end(id, { action: 'expire' })
    return refuse('reservation_expired', 'The time to pay was over and the stock is gone')
  },
})

const charge = (c: Context): PayStep => ({
  name: 'charge',
  async run(p) {
    const { person, id, total, address, orders } = p.checkout as Checkout
    const { method } = p.wish
    const where = { currency: total.currency, country: address?.country ?? orders[0]?.market }
    if (!c.payments.methods(where).some(m => m.key === method))
      return refuse('payment_method_unknown', `${method} is not taken here`)
    const { token, device, ip, outcome } = p.wish
    const begun = await c.payments.begin({ reference: id, person, amount: total, method, token, device, ip, outcome })
    if (!begun.ok) return begun
    if (begun.value.state === 'failed')
      return refuse('payment_declined', 'The payment was declined; nothing was charged', { reason: begun.value.failure })
    return ok({ ...p, payment: begun.value })
  },
})

const settle = (c: Context): PayStep => ({
  name: 'settle',
  async run(p) {
    if (p.payment?.state !== 'settled') return ok(p)
    const checkout = await settleCheckout(c, p.checkout as Checkout, p.payment)
    if (checkout.state === 'paid') return ok({ ...p, checkout })
    return refuse('reservation_expired', 'The stock was gone before the payment came; the money goes back')
  },
})
