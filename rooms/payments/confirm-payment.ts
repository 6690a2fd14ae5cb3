import type { Caller } from '#base/http'
import { ok, type Result, refuse } from '#base/kernel'
import { type Context, providerOf } from './context.ts'
import { isWaiting, type Payment } from './payment.ts'
import { find, recordAnswer } from './record-answer.ts'

/** The shopper's yes or no to the provider's question; answering twice changes nothing. */
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
