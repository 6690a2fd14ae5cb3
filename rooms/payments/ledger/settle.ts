import type { Caller } from '#base/http'
import { type Money, ok, type Result, refuse, toWire } from '#base/kernel'
import type { Ledgers } from './context.ts'
import type { LedgerTables } from './tables.ts'

export interface Settlement {
  readonly provider: string
  /** The provider's own reference of the transfer; the same one is counted once. */
  readonly reference: string
  /** What the provider kept for us, and what came into the bank, maybe in another currency. */
  readonly given: Money
  readonly received: Money
}

/** Tells the log that a provider paid into the operator's bank; the journal learns it from there. */
export async function settle(
  c: Ledgers,
  caller: Caller,
  w: Settlement,
): Promise<Result<true, 'forbidden' | 'sign_in_required' | 'invalid_request'>> {
  const may = c.accounts.may(caller, 'operate')
  if (!may.ok) return may
  if (w.given.minor <= 0n || w.received.minor <= 0n)
    return refuse('invalid_request', 'A settlement is of more than nothing', { fields: { given: ['must be positive'] } })
  await c.house.db.transaction<LedgerTables, void>(trx => {
    const data = {
      ...{ provider: w.provider, reference: w.reference, bank: c.payoutProvider.name },
      ...{ given: toWire(w.given), received: toWire(w.received) },
    }
    const subject = { kind: 'order' as const, id: `${w.provider} ${w.reference}` }
    return c.house.log.append(trx, [{ name: 'payment.paid_out', at: c.house.clock.now(), person: null, subject, data }])
  })
  return ok(true)
}
