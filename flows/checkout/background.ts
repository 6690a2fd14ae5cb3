import { quotaBack } from './crossing.ts'
import type { Context } from './doors.ts'
import { soldStock } from './settle-checkout.ts'
import { sweepCheckouts } from './sweep.ts'
import { finishCheckout } from './view-checkout.ts'

interface FinishJob {
  readonly checkout: string
  readonly payment: string
}

/** Jobs: finish one checkout after its payment's end, and the sweep of every minute. */
export function defineJobs(c: Context): void {
  c.house.jobs.define<FinishJob>('checkout.finish', { concurrency: 2, retries: 5 }, job => finish(c, job))
  c.house.jobs.every('checkout.sweep', '* * * * *', () => sweepCheckouts(c, c.house.clock.now()))
}

async function finish(c: Context, job: FinishJob): Promise<void> {
  const [checkout, payment] = await Promise.all([c.orders.checkout(job.checkout), c.payments.poll(job.payment)])
  if (checkout && payment) await finishCheckout(c, checkout, payment)
}

/**
 * Payments that end while no request waits (late answers, a killed server). The event only adds a job: finishing may call a
 * provider, which must not happen inside the consumer's transaction. What a request has finished already needs no job.
 */
export async function subscribe(c: Context): Promise<void> {
  await c.house.log.subscribe('checkout.payments', {
    names: ['payment.settled', 'payment.failed'],
    async handle(_trx, events) {
      const ends = events.flatMap(e =>
        e.name === 'payment.settled' || e.name === 'payment.failed' ? [{ checkout: e.subject.id, payment: e.data.payment }] : [],
      )
      const done = await c.orders.payersAmong(ends.map(e => e.payment))
      for (const end of ends) if (!done.has(end.payment)) await c.house.jobs.send('checkout.finish', end, { key: end.payment })
    },
  })
  // Held becomes sold behind the request: to a buyer both are gone, and the shopper need not wait for it.
  await c.house.log.subscribe('checkout.sold', {
    names: ['order.paid'],
    async handle(_trx, events) {
      for (const id of await c.orders.checkoutsOf(events.map(e => e.subject.id))) await soldStock(c, id)
    },
  })
  const { trade } = c
  if (!trade) return
  // Cancelled, taken back or paid back: the buyer's year gets back what the order had used of it.
  await c.house.log.subscribe('checkout.quota', {
    names: ['order.cancelled', 'order.refunded'],
    async handle(_trx, events) {
      for (const id of new Set(events.map(e => e.subject.id))) {
        const order = await c.orders.order(id)
        if (order?.trade?.quota) await trade.restore(order.id, quotaBack(order))
      }
    },
  })
}
