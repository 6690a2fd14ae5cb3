import type { Static } from 'typebox'
import type { Caller } from '#base/http'
import { type Id, ok, type Result, refuse, toWire } from '#base/kernel'
import type { Checkout } from '#rooms/orders'
import { isWaiting, type Payment, paymentToWire } from '#rooms/payments'
import { type DeliveryChoice, deliveriesTo } from './delivery.ts'
import type { Context } from './doors.ts'
import { type CheckoutAndPayment, reopenIfIdle } from './pay-checkout.ts'
import { settleCheckout } from './settle-checkout.ts'
import type { checkoutWire } from './wire.ts'

export type CheckoutWire = Static<typeof checkoutWire>

export const show = (c: Context, caller: Caller, { checkout, payment }: CheckoutAndPayment): CheckoutWire => ({
  id: checkout.id,
  state: checkout.state,
  expires: checkout.expires.toISOString(),
  orders: checkout.orders.map(o => c.orders.show(o, caller)),
  total: toWire(checkout.total),
  codes: [...checkout.codes],
  address: checkout.address,
  payment: payment && paymentToWire(payment),
  key: checkout.key ?? '',
})

export interface OrderDeliveries {
  readonly order: Id<'order'>
  readonly choices: readonly DeliveryChoice[]
}
/** How each order can be sent to where it goes, with its fee. */
export async function deliveriesOf(c: Context, caller: Caller, id: string): Promise<Result<OrderDeliveries[], 'not_found'>> {
  const own = await ownCheckout(c, caller, id)
  if (!own.ok) return own
  return ok(
    await Promise.all(
      own.value.orders.map(async o => {
        const shop = await c.accounts.shop(o.shop.id)
        return { order: o.id, choices: shop ? deliveriesTo(shop, o.market, o.subtotal, o.rate) : [] }
      }),
    ),
  )
}

export async function ownCheckout(c: Context, caller: Caller, id: string): Promise<Result<Checkout, 'not_found'>> {
  const checkout = await c.orders.checkout(id)
  return checkout && checkout.person === caller.person ? ok(checkout) : refuse('not_found', 'No such checkout of yours')
}

/**
 * The checkout as it is, which after a confirmed question or a lost answer may first have to be finished: whoever looks does
 * not wait for the sweep.
 */
export async function viewCheckout(c: Context, caller: Caller, id: string): Promise<Result<CheckoutAndPayment, 'not_found'>> {
  const [own, payment] = await Promise.all([ownCheckout(c, caller, id), c.payments.byReference(id)])
  if (!own.ok) return own
  return ok({ checkout: payment ? await finishCheckout(c, own.value, payment) : own.value, payment })
}

/** Draws the conclusion from a payment's end, if it was not drawn yet. */
export async function finishCheckout(c: Context, checkout: Checkout, payment: Payment): Promise<Checkout> {
  const done = checkout.state === 'paid' && checkout.payment === payment.id
  if (done || isWaiting(payment)) return checkout
  if (payment.state === 'settled') return payment.refunded.minor > 0n ? checkout : settleCheckout(c, checkout, payment)
  if (checkout.state !== 'paying' || !(await reopenIfIdle(c, checkout.id))) return checkout
  return { ...checkout, state: 'open' }
}
