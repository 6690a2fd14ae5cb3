import type { Context } from './context.ts'
import { pollPayment, pollWaiting } from './poll-payment.ts'

/** A late answer is there two seconds after the start; asked a moment later, once. What is missed, the sweep asks. */
const pollAfterSeconds = 3

export function defineJobs(c: Context): void {
  c.house.jobs.define<{ payment: string }>('payments.poll', { concurrency: 1, retries: 3 }, async ({ payment }) => {
    await pollPayment(c, payment)
  })
  c.house.jobs.every('payments.sweep', '* * * * *', async () => {
    await pollWaiting(c)
  })
}

export async function pollLater(c: Context, payment: string): Promise<void> {
  try {
    await c.house.jobs.send('payments.poll', { payment }, { key: payment, afterSeconds: pollAfterSeconds })
  } catch (error) {
    // The sweep will ask; a payment must not fail because a job could not be written.
    c.house.logger.warn({ err: error, payment }, 'payments.poll')
  }
}
