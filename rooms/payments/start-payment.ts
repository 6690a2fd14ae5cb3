import { equal, type Id, type Money, newId, ok, type Result, refuse } from '#base/kernel'
import { type Context, providerFor, tables } from './context.ts'
import { hearLater, pollLater } from './later.ts'
import { isLive, type PayerDevice, type Payment, type TestOutcome } from './payment.ts'
import { askProvider } from './record-answer.ts'
import { insertPayment, readByReferences, type StoredPayment } from './store.ts'

export interface StartPayment {
  /** The checkout's id. */
  readonly reference: string
  readonly person: Id<'person'>
  readonly amount: Money
  readonly method: string
  /** `later`: only authorise; `capture` and `void` do the rest. Default: the money is taken at once. */
  readonly capture?: 'now' | 'later' | undefined
  /** What the payer's browser made at the provider in place of a card number. */
  readonly token?: string | undefined
  /** What the payer holds, and their address; a desktop, and unknown, unless said. */
  readonly device?: PayerDevice | undefined
  readonly ip?: string | undefined
  readonly outcome?: TestOutcome | undefined
}

/**
 * Starts the payment of a reference, or goes on with the one that is live: two clicks are one charge. The intent is written
 * before the provider is asked, and the provider is asked by the payment's id, so a crash in between charges nobody twice.
 */
export async function startPayment(
  c: Context,
  wish: StartPayment,
): Promise<Result<Payment, 'payment_method_unknown' | 'payment_pending'>> {
  const provider = providerFor(c, wish.method, wish.amount.currency)
  if (!provider) return refuse('payment_method_unknown', `No way to pay is called ${wish.method}`)
  const db = tables(c.house)
  const now = c.house.clock.now()
  const outcome = provider.test ? (wish.outcome ?? 'approve') : null
  const { reference, person, amount, method, capture = 'now', token = null, device = 'desktop' } = wish
  const ip = (provider.traits.wantsAddress && wish.ip) || null
  const draft = {
    id: newId('payment', now),
    reference,
    person,
    provider: provider.name,
    method,
    outcome,
    amount,
    capture,
    token,
    device,
    ip,
    now,
  }
  let payment: StoredPayment | null = null
  // The live payment may fail between the two statements, and then there is room for a new one.
  for (let i = 0; i < 5 && !payment; i++) {
    payment = await insertPayment(db, draft)
    if (payment) break
    const other = (await readByReferences(db, [reference])).get(reference)
    if (other && isLive(other)) payment = other
  }
  if (!payment) return refuse('payment_pending', 'Another payment for this is being worked on')
  if (!equal(payment.amount, amount)) return refuse('payment_pending', 'Another amount is being paid for this')
  return ok(payment.state === 'started' ? await ask(c, payment) : payment)
}

/** A provider that cannot be reached leaves the payment `started`: the sweep asks again, by the same id. */
async function ask(c: Context, payment: StoredPayment): Promise<StoredPayment> {
  let asked = payment
  try {
    asked = await askProvider(c, payment)
  } catch (error) {
    c.house.logger.warn({ err: error, payment: payment.id }, 'payment provider')
  }
  if (asked.state === 'pending' || asked.state === 'started') await pollLater(c, asked.id)
  else await hearLater(c, asked)
  return asked
}
