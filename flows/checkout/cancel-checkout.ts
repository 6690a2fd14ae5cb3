import type { Caller } from '#base/http'
import { ok, type Result, refuse } from '#base/kernel'
import type { Checkout } from '#rooms/orders'
import { type Context, letGo } from './doors.ts'
import type { CheckoutAndPayment } from './pay-checkout.ts'
import { finishCheckout, ownCheckout } from './view-checkout.ts'

/** The shopper leaves: the stock goes back. A payment under way is ended first; when its money was faster, there is an order. */
export async function cancelCheckout(
  c: Context,
  caller: Caller,
  id: string,
): Promise<Result<CheckoutAndPayment, 'not_found' | 'wrong_state'>> {
  const own = await ownCheckout(c, caller, id)
  if (!own.ok) return own
  let checkout: Checkout = own.value
  let payment = checkout.state === 'paying' ? await c.payments.byReference(id) : null
  if (payment) {
    payment = await c.payments.giveUp(payment.id)
    if (payment?.state === 'settled') checkout = await finishCheckout(c, checkout, payment)
  }
  if (checkout.state === 'paid')
    return refuse('wrong_state', 'This is paid; cancel the order instead', { state: 'paid', action: 'cancel' })
  if ((checkout.state === 'open' || checkout.state === 'paying') && (await c.orders.end(id, { action: 'cancel' })))
    await letGo(c, checkout.id)
  const now = await c.orders.checkout(id)
  return ok({ checkout: now ?? checkout, payment })
}
