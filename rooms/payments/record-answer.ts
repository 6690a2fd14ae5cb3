import { createHash } from 'node:crypto'
import { cmp, equal, type Money, money, toWire } from '#base/kernel'
import { raiseCaptured } from './capture-store.ts'
import { type Context, isDuplicate, providerOf, tables } from './context.ts'
import type { ProviderAnswer } from './provider.ts'
import { type Db, movePayment, type PaymentTables, readPayment, type StoredPayment } from './store.ts'

/**
 * Writes down what the provider said, with its event, in one transaction. Said twice, or too late to matter, it changes
 * nothing: the machine's table decides. Money that is not what we asked for goes straight back.
 */
export async function recordAnswer(c: Context, payment: StoredPayment, answer: ProviderAnswer): Promise<StoredPayment> {
  const money = answer.state === 'settled' || answer.state === 'authorised'
  if (money && !asAsked(payment, answer.state, answer.amount)) return sendBack(c, payment, answer)
  // We had given up, and now money is held after all: nothing is taken, it is let go.
  if (answer.state === 'authorised' && (payment.state === 'failed' || payment.state === 'voided')) {
    await providerOf(c, payment.provider).void({ ...payment.charge, ref: answer.ref })
    return payment
  }
  try {
    return await write(c, payment, answer)
  } catch (error) {
    // Another payment of the same reference became live in between: now this one is seen as surplus.
    if (isDuplicate(error)) return write(c, payment, answer)
    throw error
  }
}

/** All that was asked for; of what is captured later, a part will do. */
const asAsked = ({ amount, charge }: StoredPayment, state: 'settled' | 'authorised', got: Money): boolean =>
  state === 'settled' && charge.capture === 'later'
    ? got.currency === amount.currency && cmp(got, amount) <= 0
    : equal(got, amount)

/** One for each transfer, the same however often it is told of; never that of the right amount, which may come after it and go back too. */
const backOf = (payment: StoredPayment, { ref, amount }: { ref: string; amount: Money }): string =>
  `rfd_${payment.id.slice(4)}_${createHash('sha256').update(`${ref} ${amount.minor} ${amount.currency}`).digest('hex').slice(0, 8)}`

async function sendBack(
  c: Context,
  payment: StoredPayment,
  answer: Extract<ProviderAnswer, { amount: Money }>,
): Promise<StoredPayment> {
  const asked = toWire(payment.amount)
  c.house.logger.error({ payment: payment.id, asked, got: toWire(answer.amount) }, 'amount mismatch')
  // What is paid rightly stays so, whatever is said about it afterwards.
  if (payment.state === 'settled') return payment
  const charge = { ...payment.charge, ref: answer.ref }
  const provider = providerOf(c, payment.provider)
  const back =
    answer.state === 'authorised'
      ? await provider.void(charge)
      : await provider.refund(charge, { id: backOf(payment, answer), amount: answer.amount })
  if (back.state === 'failed')
    c.house.logger.error({ payment: payment.id, reason: back.reason }, 'a wrong amount could not be given back')
  const reason = back.state === 'done' ? 'amount_mismatch' : 'amount_mismatch_kept'
  return recordAnswer(c, payment, { state: 'failed', ref: answer.ref, reason })
}

function write(c: Context, payment: StoredPayment, answer: ProviderAnswer): Promise<StoredPayment> {
  const now = c.house.clock.now()
  return c.house.db.transaction<PaymentTables, StoredPayment>(async trx => {
    const moved = await movePayment(trx, payment.id, {
      said: answer.state,
      ref: answer.ref,
      number: ('number' in answer && answer.number) || null,
      failure: answer.state === 'failed' ? answer.reason : null,
      captured: answer.state === 'settled' ? answer.amount.minor : 0n,
      action: ('action' in answer && answer.action) || null,
      now,
    })
    if (moved) {
      await tell(c, trx, moved.payment, answer)
      return moved.payment
    }
    const more = answer.state === 'settled' ? await raiseCaptured(trx, payment.id, answer.amount.minor) : null
    if (more) await tellCaptured(c, trx, more.payment, more.payment.captured.minor - more.had)
    return more?.payment ?? (await readPayment(trx, payment.id)) ?? payment
  })
}

const about = (c: Context, payment: StoredPayment) => ({
  at: c.house.clock.now(),
  person: payment.person,
  subject: { kind: 'order' as const, id: payment.reference },
})

async function tell(c: Context, trx: Db, payment: StoredPayment, answer: ProviderAnswer): Promise<void> {
  const event = about(c, payment)
  const amount = toWire(payment.amount)
  const { id } = payment
  if (payment.state === 'authorised')
    await c.house.log.append(trx, [{ ...event, name: 'payment.authorised', data: { payment: id, amount } }])
  else if (payment.state === 'voided') await tellVoided(c, trx, payment)
  else if (payment.state === 'settled' && payment.charge.capture === 'later')
    await tellCaptured(c, trx, payment, payment.captured.minor)
  else if (payment.state === 'settled')
    await c.house.log.append(trx, [{ ...event, name: 'payment.settled', data: { payment: id, amount, late: payment.late } }])
  else if (answer.state === 'failed')
    await c.house.log.append(trx, [{ ...event, name: 'payment.failed', data: { payment: id, reason: answer.reason } }])
}

const tellCaptured = (c: Context, trx: Db, payment: StoredPayment, taken: bigint): Promise<void> => {
  const amount = toWire(money(taken, payment.amount.currency))
  const data = { payment: payment.id, amount, captured: toWire(payment.captured) }
  return c.house.log.append(trx, [{ ...about(c, payment), name: 'payment.captured', data }])
}
export const tellVoided = (c: Context, trx: Db, payment: StoredPayment): Promise<void> => {
  const data = { payment: payment.id, amount: toWire(payment.voided) }
  return c.house.log.append(trx, [{ ...about(c, payment), name: 'payment.voided', data }])
}

/** Answers from before the restart of an unanswered start: the payment is still `started`, and asking again is harmless. */
export async function askProvider(c: Context, payment: StoredPayment): Promise<StoredPayment> {
  const provider = providerOf(c, payment.provider)
  const answer = payment.state === 'started' ? await provider.start(payment.charge) : await provider.status(payment.charge)
  return recordAnswer(c, payment, answer)
}

export const find = (c: Context, id: string): Promise<StoredPayment | null> => readPayment(tables(c.house), id)
