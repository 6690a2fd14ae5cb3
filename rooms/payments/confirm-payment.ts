import type { Caller } from '#base/http'
import { ok, type Result, refuse } from '#base/kernel'
import { type Context, providerOf, tables } from './context.ts'
import { isWaiting, type Payment } from './payment.ts'
import { giveUpPayment } from './poll-payment.ts'
import { askProvider, find, recordAnswer } from './record-answer.ts'
import { takeForAsking } from './store.ts'

/**
 * The shopper's yes or no to the provider's question; answering twice changes nothing. Where the provider asks on a page of its
 * own, only a no can be said here: the payment is ended there, so that another way can be chosen.
 */
export async function confirmPayment(
  c: Context,
  caller: Caller,
  id: string,
  approve: boolean,
): Promise<Result<Payment, 'not_found' | 'wrong_state'>> {
  const payment = await find(c, id)
  if (!payment || payment.person !== caller.person) return refuse('not_found', 'No such payment of yours')
  if (!isWaiting(payment)) return ok(payment)
  const provider = providerOf(c, payment.provider)
  if (!approve && !provider.confirm) return ok((await giveUpPayment(c, id)) ?? payment)
  if (payment.state !== 'needs_action' || !provider.confirm) {
    return refuse('wrong_state', 'This payment asks nothing', { state: payment.state, action: 'confirm' })
  }
  return ok(await recordAnswer(c, payment, await provider.confirm(payment.charge, approve)))
}

/** A payment, for the person who pays. */
export async function myPayment(c: Context, caller: Caller, id: string): Promise<Result<Payment, 'not_found'>> {
  const payment = await find(c, id)
  return payment && payment.person === caller.person ? ok(payment) : refuse('not_found', 'No such payment of yours')
}

/** The payer says that it is done: the provider is asked, unless that was a moment ago. Said or not, its webhook and the sweep tell too. */
export async function checkPayment(c: Context, caller: Caller, id: string): Promise<Result<Payment, 'not_found'>> {
  const own = await myPayment(c, caller, id)
  if (!own.ok || !isWaiting(own.value)) return own
  const now = c.house.clock.now()
  if (!(await takeForAsking(tables(c.house), id, new Date(now.getTime() - askAgainMs), now))) return own
  const payment = await find(c, id)
  return payment ? ok(await askProvider(c, payment)) : own
}
/** Two people or a page left open must not make us ask a provider every second. */
const askAgainMs = 2000
