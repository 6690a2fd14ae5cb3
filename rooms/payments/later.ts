import type { Context } from './context.ts'
import type { StoredPayment } from './store.ts'

/** A late answer is there two seconds after the start; asked a moment later, once. What is missed, the sweep asks. */
const pollAfterSeconds = 3

export async function pollLater(c: Context, payment: string): Promise<void> {
  try {
    await c.house.jobs.send('payments.poll', { payment }, { key: payment, afterSeconds: pollAfterSeconds })
  } catch (error) {
    // The sweep will ask; a payment must not fail because a job could not be written.
    c.house.logger.warn({ err: error, payment }, 'payments.poll')
  }
}

/** Outcomes of the test provider that go on after its answer. */
const goesOn: readonly (string | null)[] = ['shuffled', 'refund_returned', 'chargeback']
export async function hearLater(c: Context, { id, charge }: StoredPayment): Promise<void> {
  if (goesOn.includes(charge.outcome)) await pollLater(c, id)
}
