import type { Db } from './journal.ts'
import type { Rates } from './rules.ts'
import type { LedgerTables, RateKind } from './tables.ts'

export type RateRow = LedgerTables['payments.rates']

/** Every rate of these holders, and those for all. */
export const readRates = (db: Db, holders: readonly string[]): Promise<RateRow[]> =>
  db
    .selectFrom('payments.rates')
    .selectAll()
    .where('holder', 'in', ['*', ...holders])
    .execute()

/** Hundredths of a percent on a day: of the holder, else of all; 0 when nothing is said. */
export function rateAt(rows: readonly RateRow[], kind: RateKind, holder: string, at: Date): bigint {
  const newest = (of: string) =>
    rows
      .filter(r => r.kind === kind && r.holder === of && r.since <= at)
      .reduce<RateRow | null>((a, b) => (a && a.since > b.since ? a : b), null)
  return BigInt((newest(holder) ?? newest('*'))?.bps ?? 0)
}

/** What a sale of this shop costs on this day. */
export const ratesAt = (rows: readonly RateRow[], shop: string, at: Date): Rates => ({
  ...{ commission: rateAt(rows, 'commission', shop, at), creator: rateAt(rows, 'creator', shop, at) },
  fee: rateAt(rows, 'fee', shop, at),
})
