import { type Context, providerOf, tables } from './context.ts'
import { isWaiting, type Payment } from './payment.ts'
import type { ProviderAnswer } from './provider.ts'
import { askProvider, find, recordAnswer } from './record-answer.ts'
import { takeWaiting } from './store.ts'

/** Asks the provider how a payment that has no end yet stands, and writes it down. */
export async function pollPayment(c: Context, id: string): Promise<Payment | null> {
  const payment = await find(c, id)
  return payment && isWaiting(payment) ? askProvider(c, payment) : payment
}

/** Ends a payment that takes too long: the provider cancels it, or says that the money was faster. Its word counts. */
export async function giveUpPayment(c: Context, id: string): Promise<Payment | null> {
  const payment = await find(c, id)
  if (!payment || !isWaiting(payment)) return payment
  return recordAnswer(c, payment, await providerOf(c, payment.provider).cancel(payment.charge))
}

/** What a provider says unasked. It may speak of a payment that we had given up: money that came is never ignored. */
export async function hearProvider(c: Context, id: string, answer: ProviderAnswer): Promise<Payment | null> {
  const payment = await find(c, id)
  return payment && recordAnswer(c, payment, answer)
}

/** Asks about every payment that waits longer than the poll job should have taken: after a crash, or when a job was lost. */
export async function pollWaiting(c: Context, waitedMs = 5000): Promise<number> {
  const now = c.house.clock.now()
  const ids = await takeWaiting(tables(c.house), new Date(now.getTime() - waitedMs), now, 200)
  for (const id of ids) {
    await pollPayment(c, id).catch(error => c.house.logger.warn({ err: error, payment: id }, 'payment poll'))
  }
  return ids.length
}
