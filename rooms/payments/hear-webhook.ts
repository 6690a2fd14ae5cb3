import { ok, type Result, refuse } from '#base/kernel'
import { recordChargeback } from './chargeback.ts'
import { type Context, tables } from './context.ts'
import type { PaymentProvider, ProviderNews, SignedWebhook } from './provider.ts'
import { askProvider, find, recordAnswer } from './record-answer.ts'
import { returnRefund } from './refund-payment.ts'
import { readIdByRef, type StoredPayment } from './store.ts'

/**
 * A provider's webhook: signature over the raw bytes first, then once by the provider's id of the event, then what it tells.
 * All that follows is idempotent and knows no order, so an event whose handling broke off is simply handled again.
 */
export async function hearWebhook(
  c: Context,
  name: string,
  webhook: SignedWebhook,
): Promise<Result<'handled' | 'repeated', 'not_found' | 'webhook_forged'>> {
  const provider = c.providers.find(p => p.name === name)
  if (!provider) return refuse('not_found', 'No such provider of payments')
  const event = await provider.webhook(webhook)
  if (!event.ok) return event
  const db = tables(c.house)
  const { id, ref, news } = event.value
  const payment = event.value.payment ?? (ref && (await ownerOf(c, provider, ref)))
  const known = await db
    .insertInto('payments.inbox')
    .values({ provider: name, event: id, payment, received: c.house.clock.now() })
    .onConflict(conflict => conflict.columns(['provider', 'event']).doUpdateSet({ event: id }))
    .returning('handled')
    .executeTakeFirstOrThrow()
  if (known.handled !== null) return ok('repeated')
  await act(c, provider, payment, news)
  await db
    .updateTable('payments.inbox')
    .set({ handled: c.house.clock.now() })
    .where('provider', '=', name)
    .where('event', '=', id)
    .execute()
  return ok('handled')
}

/** The charge may be so new that we have not written down yet what the provider calls it. */
const ownerOf = async (c: Context, provider: PaymentProvider, ref: string): Promise<string | null> =>
  (await readIdByRef(tables(c.house), provider.name, ref)) ?? (await provider.paymentOf?.(ref)) ?? null

async function act(c: Context, provider: PaymentProvider, id: string | null, news: ProviderNews): Promise<void> {
  if (id === null || news.kind === 'nothing') return
  const payment = await find(c, id)
  // A provider speaks of its own payments only.
  if (!payment || payment.provider !== provider.name)
    return void c.house.logger.warn({ payment: id }, 'webhook about nothing of ours')
  if (news.kind === 'answer') {
    const { ref } = payment.charge
    // A start that was refused has no name there; should money come for it all the same, it is heard.
    if (ref !== null && !ref.startsWith('none_') && ref !== news.answer.ref)
      return void c.house.logger.error({ payment: id, ref, told: news.answer.ref }, 'webhook about another charge')
    await recordAnswer(c, payment, news.answer)
  } else if (news.kind === 'refund_failed') await returnRefund(c, payment, news.refund, news.reason)
  else await recordChargeback(c, await settledFirst(c, payment), news)
}

/** A dispute may be told before the money that it is about. */
const settledFirst = (c: Context, payment: StoredPayment): Promise<StoredPayment> =>
  payment.state === 'settled' ? Promise.resolve(payment) : askProvider(c, payment)

/** The test provider has no server that could send its webhooks: they are heard from here, signature and all. */
export async function hearDue(c: Context, id: string): Promise<void> {
  const payment = await find(c, id)
  const provider = c.providers.find(p => p.name === payment?.provider)
  for (const webhook of (payment && provider?.due?.(payment.charge)) ?? []) await hearWebhook(c, provider?.name ?? '', webhook)
}
