import { type Id, type Money, machine, money, newId, toWire } from '#base/kernel'
import type { Context } from './context.ts'
import type { PaymentTables, StoredPayment } from './store.ts'

export type ChargebackState = 'opened' | 'won' | 'lost'
/** `opened`: the bank took the money back for now. `won`: it came back to us. `lost`: it is gone. */
const chargebackMachine = machine<ChargebackState, 'win' | 'lose'>('chargeback', 'opened', ['won', 'lost'], {
  opened: { win: 'won', lose: 'lost' },
  won: {},
  lost: {},
})
const actionOf = { opened: null, won: 'win', lost: 'lose' } as const

export interface Chargeback {
  readonly state: ChargebackState
  /** The provider's id of the dispute. */
  readonly ref: string
  readonly amount: Money
}

/**
 * A dispute as it stands now, told in any order and any number of times: the end may come before the beginning. What a
 * refund has given back is not lost twice, so it counts up to what is left of the captured money; the rest is told to the log.
 */
export async function recordChargeback(c: Context, payment: StoredPayment, told: Chargeback): Promise<void> {
  // Of a payment of nothing (an order that costs nothing) nothing can be disputed.
  if (told.amount.minor <= 0n) return
  const now = c.house.clock.now()
  await c.house.db.transaction<PaymentTables, void>(async trx => {
    const held = await trx
      .selectFrom('payments.payments')
      .select(['captured_minor', 'refunding_minor', 'charged_back_minor'])
      .where('id', '=', payment.id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const row = await trx
      .selectFrom('payments.chargebacks')
      .selectAll()
      .where('provider', '=', payment.provider)
      .where('provider_ref', '=', told.ref)
      .executeTakeFirst()
    const action = actionOf[told.state]
    if (row && (action === null || row.payment !== payment.id || !chargebackMachine.can(row.state, action))) return
    const counted = row?.counted_minor ?? 0n
    const left = held.captured_minor - held.refunding_minor - held.charged_back_minor + counted
    const counts = told.state === 'won' ? 0n : told.amount.minor < left ? told.amount.minor : left
    if (told.state !== 'won' && counts < told.amount.minor)
      c.house.logger.error({ payment: payment.id, dispute: told.ref, amount: toWire(told.amount) }, 'disputed after a refund')
    const id = row ? (row.id as Id<'chargeback'>) : newId('chargeback', now)
    const amount = told.amount.minor
    const stands = { state: told.state, amount_minor: amount, counted_minor: counts }
    if (row) await trx.updateTable('payments.chargebacks').set(stands).where('id', '=', id).execute()
    else
      await trx
        .insertInto('payments.chargebacks')
        .values({
          id,
          payment: payment.id,
          provider: payment.provider,
          provider_ref: told.ref,
          ...stands,
          created: now,
        })
        .execute()
    await trx
      .updateTable('payments.payments')
      .set({ charged_back_minor: held.charged_back_minor - counted + counts })
      .where('id', '=', payment.id)
      .execute()
    const data = {
      payment: payment.id,
      chargeback: id,
      state: told.state,
      amount: toWire(money(amount, payment.amount.currency)),
    }
    const subject = { kind: 'order' as const, id: payment.reference }
    await c.house.log.append(trx, [{ name: 'payment.chargeback', at: now, person: payment.person, subject, data }])
  })
}
