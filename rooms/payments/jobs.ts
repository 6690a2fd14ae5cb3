import { days, minutes } from '#base/kernel'
import { finishCaptures } from './capture-payment.ts'
import { type Context, tables } from './context.ts'
import { hearDue } from './hear-webhook.ts'
import { pollPayment, pollWaiting } from './poll-payment.ts'

/** Longer than any provider sends an event again. */
const keepWebhooksDays = 90

export function defineJobs(c: Context): void {
  c.house.jobs.define<{ payment: string }>('payments.poll', { concurrency: 1, retries: 3 }, async ({ payment }) => {
    await pollPayment(c, payment)
    await hearDue(c, payment)
  })
  c.house.jobs.every('payments.sweep', '* * * * *', async () => {
    await pollWaiting(c)
    await finishCaptures(c, new Date(c.house.clock.now().getTime() - minutes(1)))
  })
  c.house.jobs.every('payments.inbox-sweep', '41 3 * * *', async () => {
    const old = new Date(c.house.clock.now().getTime() - days(keepWebhooksDays))
    await tables(c.house).deleteFrom('payments.inbox').where('received', '<', old).execute()
  })
}
