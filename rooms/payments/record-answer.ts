import { equal, toWire } from '#base/kernel'
import { type Context, isDuplicate, providerOf, tables } from './context.ts'
import type { PaymentAction } from './payment.ts'
import type { ProviderAnswer } from './provider.ts'
import { movePayment, type PaymentTables, readPayment, type StoredPayment } from './store.ts'

const actionOf = { settled: 'settle', needs_action: 'ask', pending: 'wait', failed: 'fail' } as const satisfies Record<
  string,
  PaymentAction
>

/**
 * Writes down what the provider said, with its event, in one transaction. Said twice, or too late to matter, it changes
 * nothing: the machine's table decides. Money that is not the amount we asked for goes straight back.
 */
export async function recordAnswer(c: Context, payment: StoredPayment, answer: ProviderAnswer): Promise<StoredPayment> {
  if (answer.state === 'settled' && !equal(answer.amount, payment.amount)) {
    c.house.logger.error(
      { payment: payment.id, asked: String(payment.amount.minor), got: String(answer.amount.minor) },
      'amount mismatch',
    )
    const charge = { ...payment.charge, ref: answer.ref }
    await providerOf(c, payment.provider).refund(charge, { id: `rfd_${payment.id.slice(4)}`, amount: answer.amount })
    return recordAnswer(c, payment, { state: 'failed', ref: answer.ref, reason: 'amount_mismatch' })
  }
  try {
    return await write(c, payment, answer)
  } catch (error) {
    // Another payment of the same reference became live in between: now this one is seen as surplus.
    if (isDuplicate(error)) return write(c, payment, answer)
    throw error
  }
}

function write(c: Context, payment: StoredPayment, answer: ProviderAnswer): Promise<StoredPayment> {
  const now = c.house.clock.now()
  const failure = answer.state === 'failed' ? answer.reason : null
  return c.house.db.transaction<PaymentTables, StoredPayment>(async trx => {
    const moved = await movePayment(trx, payment.id, { action: actionOf[answer.state], ref: answer.ref, failure, now })
    if (!moved) return (await readPayment(trx, payment.id)) ?? payment
    const event = { at: now, person: payment.person, subject: { kind: 'order' as const, id: payment.reference } }
    if (answer.state === 'settled') {
      const data = { payment: payment.id, amount: toWire(payment.amount), late: moved.payment.late }
      await c.house.log.append(trx, [{ ...event, name: 'payment.settled', data }])
    } else if (failure !== null) {
      await c.house.log.append(trx, [{ ...event, name: 'payment.failed', data: { payment: payment.id, reason: failure } }])
    }
    return moved.payment
  })
}

/** Answers from before the restart of an unanswered start: the payment is still `started`, and asking again is harmless. */
export async function askProvider(c: Context, payment: StoredPayment): Promise<StoredPayment> {
  const provider = providerOf(c, payment.provider)
  const answer = payment.state === 'started' ? await provider.start(payment.charge) : await provider.status(payment.charge)
  return recordAnswer(c, payment, answer)
}

export const find = (c: Context, id: string): Promise<StoredPayment | null> => readPayment(tables(c.house), id)
