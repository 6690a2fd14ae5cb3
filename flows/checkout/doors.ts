import type { Source } from '#base/catalogue'
import type { House } from '#base/house'
import type { Id, Money, Result, Texts } from '#base/kernel'
import type { Accounts } from '#rooms/accounts'
import type { Orders } from '#rooms/orders'
import type { Payments } from '#rooms/payments'

/** A variant as this flow needs it. */
export interface BuyableVariant {
  readonly id: Id<'variant'>
  readonly product: Id<'product'>
  readonly shop: Id<'shop'>
  readonly sku: string
  readonly choiceNames: readonly Texts[]
  readonly productName: Texts
  readonly pictureUrl: string | null
  readonly productState: string
}
export interface StockLine {
  readonly variant: Id<'variant'>
  readonly quantity: number
}

/** What the flow needs of each door. */
export interface Doors {
  readonly accounts: Pick<Accounts, 'shop'>
  readonly catalog: {
    variants(ids: readonly string[]): Promise<Map<string, BuyableVariant>>
    reserve(wish: {
      checkout: Id<'checkout'>
      expires: Date
      lines: StockLine[]
    }): Promise<Result<unknown, 'out_of_stock' | 'variant_unavailable'>>
    release(checkout: Id<'checkout'>): Promise<unknown>
    commit(checkout: Id<'checkout'>): Promise<Result<unknown, 'reservation_expired'>>
    extend(checkout: Id<'checkout'>, until: Date): Promise<Result<unknown, 'reservation_expired'>>
    restock(ref: string, lines: StockLine[]): Promise<unknown>
    expired(now: Date): Promise<readonly Id<'checkout'>[]>
  }
  readonly prices: { current(variants: readonly string[]): Promise<Map<string, { price: Money; taxPercent: bigint }>> }
  readonly cart: {
    take(person: Id<'person'>): Promise<readonly { variant: Id<'variant'>; quantity: number; source: Source | null }[]>
    clear(person: Id<'person'>, variants: readonly Id<'variant'>[]): Promise<unknown>
  }
  readonly orders: Orders
  readonly payments: Pick<
    Payments,
    'methods' | 'begin' | 'byReference' | 'byReferences' | 'poll' | 'giveUp' | 'refund' | 'kept' | 'waiting'
  >
}
export interface Context extends Doors {
  readonly house: House
}
export const stockOf = (lines: readonly { variant: Id<'variant'>; quantity: number }[]): StockLine[] =>
  lines.map(({ variant, quantity }) => ({ variant, quantity }))
