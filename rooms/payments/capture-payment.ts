import { type Id, type Money, ok, type Result, refuse } from '#base/kernel'
import { claimCapture, claimVoid, endCapture, endVoid, readCapture, readUnanswered } from './capture-store.ts'
import { type Context, isDuplicate, providerOf, tables } from './context.ts'
import type { Payment } from './payment.ts'
import { find, recordAnswer, tellVoided } from './record-answer.ts'
import type { PaymentTables, StoredPayment } from './store.ts'

export interface CaptureWish {
  readonly payment: Id<'payment'>
  /** Makes it idempotent: the same id is the same capture, also after a crash. */
  readonly capture: Id<'capture'>
  readonly amount: Money
}
type Refused = 'not_found' | 'capture_exceeds' | 'capture_failed'

/**
 * Takes a part of what is authorised. The amount is claimed first by one conditional UPDATE, so all captures together never
 * exceed what was authorised; the provider is asked outside any transaction and answers with its total, which is recorded as
 * a maximum: told by an answer, by a webhook or by both in any order, it is counted once. Throws when the provider cannot be
 * reached: the capture stays started, and calling again with the same id finishes it.
 */
export async function capturePayment(c: Context, wish: CaptureWish): Promise<Result<Payment, Refused>> {
  const payment = await find(c, wish.payment)
  if (!payment) return refuse('not_found', 'No such payment')
  const claim = await claimOrFind(c, payment, wish)
  if (!claim.ok) return claim
  if (claim.value === 'done') return ok(payment)
  const answer =
    claim.value === 'failed'
      ? { state: 'failed' as const, reason: 'refused' }
      : await providerOf(c, payment.provider).capture(payment.charge, { id: wish.capture, amount: wish.amount })
  if (answer.state === 'failed') {
    await endCapture(tables(c.house), wish.capture, answer.reason)
    return refuse('capture_failed', 'The provider refused this capture', { reason: answer.reason })
  }
  // The money first: were we killed in between, the started capture would be asked again and answered with the same total.
  await recordAnswer(c, payment, { state: 'settled', ref: payment.charge.ref ?? '', amount: answer.captured })
  await endCapture(tables(c.house), wish.capture, null)
  return ok((await find(c, wish.payment)) ?? payment)
}

async function claimOrFind(
  c: Context,
  payment: StoredPayment,
  wish: CaptureWish,
): Promise<Result<'started' | 'done' | 'failed', Refused>> {
  const db = tables(c.house)
  if (wish.amount.minor <= 0n) return refuse('capture_exceeds', 'A capture is of more than nothing')
  try {
    if (await claimCapture(db, wish.capture, payment.id, wish.amount, c.house.clock.now())) return ok('started')
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
  const known = await readCapture(db, wish.capture)
  if (known && known.payment === payment.id && known.amount_minor === wish.amount.minor) return ok(known.state)
  return refuse('capture_exceeds', 'More than what is left of this authorisation')
}

/** Lets go of all that is authorised and not captured. Throws when the provider cannot be reached; calling again finishes it. */
export async function voidPayment(c: Context, id: string): Promise<Result<Payment, 'not_found' | 'wrong_state' | 'void_failed'>> {
  const claimed = await claimVoid(tables(c.house), id)
  const payment = await find(c, id)
  if (!payment) return refuse('not_found', 'No such payment')
  if (payment.voided.minor === 0n)
    return refuse('wrong_state', 'Nothing of this payment can be let go', { state: payment.state, action: 'void' })
  if (!claimed && payment.voidDone) return ok(payment)
  const answer = await providerOf(c, payment.provider).void(payment.charge)
  const done = answer.state === 'done'
  const after = await c.house.db.transaction<PaymentTables, StoredPayment | null>(async trx => {
    const ended = await endVoid(trx, id, done, c.house.clock.now())
    if (ended && done) await tellVoided(c, trx, ended)
    return ended
  })
  if (!done) return refuse('void_failed', 'The provider refused to let it go', { reason: answer.reason })
  return ok(after ?? (await find(c, id)) ?? payment)
}

/** What a crash or a silent provider left without an end, asked again by the same ids. */
export async function finishCaptures(c: Context, before: Date): Promise<void> {
  const { captures, voids } = await readUnanswered(tables(c.house), before, 200)
  for (const { id, payment, amount_minor } of captures) {
    const known = await find(c, payment)
    if (!known) continue
    const wish = { payment: known.id, capture: id as Id<'capture'>, amount: { ...known.amount, minor: amount_minor } }
    await capturePayment(c, wish).catch(err => c.house.logger.warn({ err, capture: id }, 'sweep: capture'))
  }
  for (const id of voids) await voidPayment(c, id).catch(err => c.house.logger.warn({ err, payment: id }, 'sweep: void'))
}
