import { type Id, type Money, ok, type Result, refuse, toWire } from '#base/kernel'
import { type Context, isDuplicate, providerOf, tables } from './context.ts'
import { hearLater } from './later.ts'
import type { Payment } from './payment.ts'
import { find } from './record-answer.ts'
import { claimRefund, endRefund, readRefund, takeBackRefund } from './refund-store.ts'
import type { PaymentTables, StoredPayment } from './store.ts'

export interface RefundWish {
  readonly payment: Id<'payment'>
  /** Makes it idempotent: the same id is the same refund, also after a crash. */
  readonly refund: Id<'refund'>
  readonly amount: Money
}
type Refused = 'not_found' | 'refund_exceeds' | 'refund_failed'

/**
 * Gives money back. The amount is claimed first by one conditional UPDATE (so all refunds together never exceed what was
 * settled), the provider is asked outside any transaction, and its word is recorded with the event. Throws when the
 * provider cannot be reached: the refund stays started, and calling again with the same id finishes it.
 */
export async function refundPayment(c: Context, wish: RefundWish): Promise<Result<Payment, Refused>> {
  const payment = await find(c, wish.payment)
  if (!payment) return refuse('not_found', 'No such payment')
  const claim = await claimOrFind(c, payment, wish)
  if (!claim.ok) return claim
  if (claim.value === 'done') return ok(payment)
  if (claim.value === 'failed') return refuse('refund_failed', 'The provider refused this refund')
  const answer = await providerOf(c, payment.provider).refund(payment.charge, { id: wish.refund, amount: wish.amount })
  await end(c, payment, wish, answer.state === 'done' ? null : answer.reason)
  if (answer.state === 'failed') return refuse('refund_failed', 'The provider refused this refund', { reason: answer.reason })
  await hearLater(c, payment)
  return ok((await find(c, wish.payment)) ?? payment)
}

async function claimOrFind(
  c: Context,
  payment: StoredPayment,
  wish: RefundWish,
): Promise<Result<'started' | 'done' | 'failed', Refused>> {
  const db = tables(c.house)
  try {
    const claimed = await claimRefund(db, wish.refund, payment.id, wish.amount, c.house.clock.now())
    if (claimed) return ok('started')
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
  const known = await readRefund(db, wish.refund)
  if (known && known.payment === payment.id && known.amount_minor === wish.amount.minor) return ok(known.state)
  return refuse('refund_exceeds', 'More than what is left of this payment')
}

function end(c: Context, payment: StoredPayment, wish: RefundWish, failure: string | null): Promise<void> {
  return c.house.db.transaction<PaymentTables, void>(async trx => {
    const ended = await endRefund(trx, wish.refund, failure)
    if (!ended || failure !== null) return
    const data = { payment: payment.id, refund: wish.refund, amount: toWire(wish.amount) }
    const subject = { kind: 'order' as const, id: payment.reference }
    await c.house.log.append(trx, [{ name: 'payment.refunded', at: c.house.clock.now(), person: payment.person, subject, data }])
  })
}

/** A refund that the provider had accepted came back to us, or was refused before its answer reached us: the money is ours again. */
export async function returnRefund(c: Context, payment: StoredPayment, refund: string, reason: string): Promise<void> {
  const known = await readRefund(tables(c.house), refund)
  if (!known || known.payment !== payment.id) return
  const amount = { ...payment.amount, minor: known.amount_minor }
  const wish = { payment: payment.id, refund: refund as Id<'refund'>, amount }
  if (known.state === 'started') await end(c, payment, wish, reason)
  await c.house.db.transaction<PaymentTables, void>(async trx => {
    if (!(await takeBackRefund(trx, refund, reason))) return
    c.house.logger.error({ payment: payment.id, refund, reason }, 'a refund came back')
    const data = { payment: payment.id, refund: wish.refund, amount: toWire(amount) }
    const subject = { kind: 'order' as const, id: payment.reference }
    const at = c.house.clock.now()
    await c.house.log.append(trx, [{ name: 'payment.refund_failed', at, person: payment.person, subject, data }])
  })
}
