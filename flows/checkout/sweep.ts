import { hours, minutes } from '#base/kernel'
import { isWaiting } from '#rooms/payments'
import { type Context, letGo } from './doors.ts'
import { reopenIfIdle } from './pay-checkout.ts'
import { settleCheckout, soldStock } from './settle-checkout.ts'
import { finishCheckout } from './view-checkout.ts'

/** A request that is alive has gone on by then; what is still here was left behind by a crash, or waits for its provider. */
const leftBehind = minutes(1)
const batch = 200

/**
 * Finishes what was begun and ends what is over. Every part reads a list and goes through the same idempotent steps as the
 * requests; one that fails is told to the log and tried again in a minute. Two sweeps at once do no harm.
 */
export async function sweepCheckouts(c: Context, now: Date): Promise<void> {
  await finishPaying(c, now)
  await expireOverdue(c, now)
  await endHolds(c, now)
  await endStrayPayments(c, now)
  await findForgottenMoney(c, now)
}

async function each<T>(c: Context, what: string, items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (const item of items) await work(item).catch(err => c.house.logger.error({ err, item }, what))
}

/** Checkouts that are being paid: the provider is asked; when their time is over, the payment is given up. */
async function finishPaying(c: Context, now: Date): Promise<void> {
  const paying = await c.orders.paying(new Date(now.getTime() - leftBehind), batch)
  const payments = await c.payments.byReferences(paying.map(p => p.id))
  await each(c, 'sweep: paying', paying, async ({ id, expires }) => {
    let payment = payments.get(id) ?? null
    if (payment && isWaiting(payment)) payment = await c.payments.poll(payment.id)
    if (payment && isWaiting(payment) && expires <= now) payment = await c.payments.giveUp(payment.id)
    if (!payment) return void (await reopenIfIdle(c, id))
    const checkout = await c.orders.checkout(id)
    if (checkout) await finishCheckout(c, checkout, payment)
  })
}

async function expireOverdue(c: Context, now: Date): Promise<void> {
  await each(c, 'sweep: overdue', await c.orders.overdue(now, batch), async id => {
    if (await c.orders.end(id, { action: 'expire', from: ['open'], overdueAt: now })) await letGo(c, id, now)
  })
}

/** Holds past their time: sold, where the checkout is paid; given back, where it ended or was never written. */
async function endHolds(c: Context, now: Date): Promise<void> {
  const held = [
    ...(await c.catalog.expired(now)),
    ...((await c.offers?.expired(now, batch)) ?? []),
    ...((await c.trade?.expired(now, batch)) ?? []),
  ]
  const expired = [...new Set(held)]
  const states = await c.orders.statesOf(expired)
  await each(c, 'sweep: holds', expired, async id => {
    const state = states.get(id)
    if (state === 'paid') await soldStock(c, id)
    else if (state !== 'open' && state !== 'paying') await letGo(c, id, now)
  })
}

/** Payments that wait for an answer although their checkout is not being paid any more: it was cancelled while they began. */
async function endStrayPayments(c: Context, now: Date): Promise<void> {
  const waiting = await c.payments.waiting(new Date(now.getTime() - leftBehind), batch)
  const states = await c.orders.statesOf(waiting.map(p => p.reference))
  const stray = waiting.filter(p => states.get(p.reference) !== 'paying')
  await each(c, 'sweep: stray', stray, async p => {
    const [payment, checkout] = [await c.payments.giveUp(p.id), await c.orders.checkout(p.reference)]
    if (payment && checkout) await finishCheckout(c, checkout, payment)
  })
}

/**
 * Money that pays for nothing and was not given back: its event was lost on the way (looked for an hour long), or the provider was silent when it
 * was asked to give it back (looked for until it answers). It is settled here.
 */
async function findForgottenMoney(c: Context, now: Date): Promise<void> {
  const kept = await c.payments.kept(new Date(now.getTime() - hours(1)), new Date(now.getTime() - leftBehind), batch * 5)
  const payers = await c.orders.payersAmong(kept.map(p => p.id))
  await each(
    c,
    'sweep: money',
    kept.filter(p => !payers.has(p.id)),
    async payment => {
      const checkout = await c.orders.checkout(payment.reference)
      if (checkout) await settleCheckout(c, checkout, payment)
    },
  )
}
