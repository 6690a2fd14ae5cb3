import type { House } from '#base/house'
import type { Accounts } from '#rooms/accounts'
import type { Orders } from '#rooms/orders'
import type { Payments } from '#rooms/payments'
import type { CustomsPort, keySigner, Trade } from '#rooms/trade'

export interface DeclareDoors {
  readonly accounts: Pick<Accounts, 'may' | 'shop'>
  readonly orders: Pick<Orders, 'order' | 'checkout'>
  readonly payments: Pick<Payments, 'byReference'>
  readonly trade: Pick<Trade, 'declarations'>
}
export type Signer = ReturnType<typeof keySigner>
export interface Context extends DeclareDoors {
  readonly house: House
  /** Null: nothing leaves the house; documents can be downloaded and receipts uploaded. */
  readonly port: CustomsPort | null
  readonly signer: Signer | null
}
