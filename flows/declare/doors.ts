import type { House } from '#base/house'
import type { Accounts } from '#rooms/accounts'
import type { Orders } from '#rooms/orders'
import type { Payments } from '#rooms/payments'
import type { CustomsPort, Trade } from '#rooms/trade'

export interface DeclareDoors {
  readonly accounts: Pick<Accounts, 'may' | 'shop'>
  readonly orders: Pick<Orders, 'order' | 'checkout'>
  readonly payments: Pick<Payments, 'byReference'>
  readonly trade: Pick<Trade, 'declarations'>
}
export interface Signer {
  readonly certNo: string
  signText(text: string): Promise<string>
  signXml(xml: string): Promise<string>
}
export interface Context extends DeclareDoors {
  readonly house: House
  /** Null: nothing leaves the house; documents can be downloaded and receipts uploaded. */
  readonly port: CustomsPort | null
  readonly signer: Signer | null
}
