import type { House } from '#base/house'
import type { Caller } from '#base/http'
import type { Id, Result, Texts } from '#base/kernel'
import type { PayoutProvider } from './payout.ts'
import type { LedgerTables } from './tables.ts'

/** What the ledger needs of the accounts door. */
export interface Accounts {
  may(
    caller: Caller,
    permission: 'finance.read' | 'operate',
    about?: { shop: Id<'shop'> },
  ): Result<true, 'forbidden' | 'sign_in_required'>
  /** Writes down what an operator did. */
  note(caller: Caller, action: string, about: string, detail: object): Promise<void>
  people(ids: readonly string[]): Promise<ReadonlyMap<string, { readonly name: string | null }>>
  shops(ids: readonly string[]): Promise<ReadonlyMap<string, { readonly name: Texts }>>
}
export interface Ledgers {
  readonly house: House
  readonly accounts: Accounts
  readonly payoutProvider: PayoutProvider
}
/** The ledger's own tables. */
export const ledgerTables = ({ house }: Pick<Ledgers, 'house'>) => house.db.tables<LedgerTables>()
