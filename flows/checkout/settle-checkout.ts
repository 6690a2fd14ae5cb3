import { equal, type Id, minutes } from '#base/kernel'
import type { Checkout } from '#rooms/orders'
import type { Payment } from '#rooms/payments'
import { claimCrossing, newAttempt } from './crossing.ts'
import { type Context, letGo, stockOf } from './doors.ts'

/**
 * What follows when money is there: orders open, cart cleared, stock held → sold. Safe to run any number of times, from the
 * request, a job and the sweep at once: one conditional UPDATE of the checkout decides.
 *
 * The stock of a checkout that is open or being paid is surely held: it is released only after `orders.end` has taken the
 * checkout out of those states. So it is marked paid first and the held pieces are written as sold behind it (soldStock),
 * which changes nothing for anybody who buys. Money that comes after the end has to take stock again; if there is none, or
 * when the checkout was cancelled or is paid already, it goes back by itself.
 */
export async function settleCheckout(c: Context, checkout: Checkout, payment: Payment): Promise<Checkout> {
  if (checkout.state === 'paid' && checkout.payment === payment.id) return checkout
  if (checkout.state === 'paid' || checkout.state === 'cancelled' || checkout.refused || payment.surplus) {
    await giveBack(c, payment)
    return checkout
  }
  // Money of a try before the shopper changed what it costs: it pays for nothing that can be had now.
  if (!equal(payment.amount, checkout.total)) return turnDown(c, checkout, payment)
  const late = checkout.state === 'expired'
  if (late && !(await takeStock(c, checkout))) return turnDown(c, checkout, payment)
  const paid = await c.orders.markPaid(checkout, payment, { late })
  if (!paid) return lost(c, checkout, payment, late)
  await c.cart.clear(paid.person, [...new Set(paid.orders.flatMap(o => o.lines.map(l => l.variant)))])
  return paid
}

const linesOf = (checkout: Checkout) => stockOf(checkout.orders.flatMap(o => o.lines))

async function takeStock(c: Context, checkout: Checkout): Promise<boolean> {
  const expires = new Date(c.house.clock.now().getTime() + minutes(15))
  // Held still, though past its time: held longer before it counts on it, or a sweep in this moment would let it go.
  await c.catalog.extend(checkout.id, expires)
  const again = await c.catalog.reserve({ checkout: checkout.id, expires, lines: linesOf(checkout) })
  if (!again.ok) return false
  if (checkout.state === 'expired' && !(await takeRest(c, { ...checkout, expires }))) {
    await letGo(c, checkout.id)
    return false
  }
  return (await c.catalog.commit(checkout.id)).ok
}

/** Offers and quota went back with the end: what was frozen with them is sold with them, or not at all. */
const takeRest = async (c: Context, checkout: Checkout): Promise<boolean> =>
  (await c.offers?.claimAgain(checkout.id, checkout.expires))?.ok !== false && (await claimCrossing(c, checkout, newAttempt())).ok

/** Held becomes sold for a paid checkout; follows order.paid, and the sweep. Once, however often. */
export async function soldStock(c: Context, checkout: Id<'checkout'>): Promise<void> {
  const paid = await c.orders.checkout(checkout)
  await c.offers?.consume(checkout, paid?.orders.flatMap(o => o.offers) ?? [])
  await c.trade?.keep(checkout)
  if ((await c.catalog.commit(checkout)).ok) return
  if (paid && (await takeStock(c, paid))) return
  // Only when somebody released the stock of a paid checkout by another way than this flow.
  c.house.logger.error({ checkout }, 'a paid checkout has no stock')
}

/** No stock, or another total: the checkout is closed for good first, so that nobody can mark it paid while the money goes back. */
async function turnDown(c: Context, checkout: Checkout, payment: Payment): Promise<Checkout> {
  if (!(await c.orders.refuseMoney(checkout.id, payment.id))) return lost(c, checkout, payment, false)
  await letGo(c, checkout.id)
  await giveBack(c, payment)
  return (await c.orders.checkout(checkout.id)) ?? checkout
}

/**
 * Somebody or something was faster: the same payment in another request (all is well); a sweep that expired the checkout in
 * between (so this money is late); or an end that it must respect. Stock that was taken for it goes back, once.
 */
async function lost(c: Context, checkout: Checkout, payment: Payment, took: boolean): Promise<Checkout> {
  const now = (await c.orders.checkout(checkout.id)) ?? checkout
  if (now.state === 'paid' && now.payment === payment.id) return now
  if (!took && now.state === 'expired' && !now.refused) return settleCheckout(c, now, payment)
  if (took && now.state !== 'paid') {
    await c.catalog.restock(`late:${checkout.id}`, checkout.id, linesOf(checkout))
    await c.offers?.release(checkout.id)
    await c.trade?.release(checkout.id)
  }
  await giveBack(c, payment)
  return now
}

/** The refund's id comes from the payment's, so it is one refund however often this runs. */
async function giveBack(c: Context, payment: Payment): Promise<void> {
  if (payment.captured.minor === 0n) return
  const refund = `rfd_${payment.id.slice(4)}` as Id<'refund'>
  const done = await c.payments.refund({ payment: payment.id, refund, amount: payment.captured })
  if (!done.ok) c.house.logger.error({ payment: payment.id, code: done.code }, 'a late payment could not be given back')
}
