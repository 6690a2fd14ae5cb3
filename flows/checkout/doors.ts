import type { Source } from '#base/catalogue'
import type { House } from '#base/house'
import type { Id, Money, Result, Texts } from '#base/kernel'
import type { Accounts } from '#rooms/accounts'
import type { Variant } from '#rooms/catalog'
import type { Offers } from '#rooms/offers'
import type { FrozenRate, Orders } from '#rooms/orders'
import type { Payments } from '#rooms/payments'
import type { Trade } from '#rooms/trade'

/** A variant as this flow needs it. */
export interface BuyableVariant {
  readonly id: Id<'variant'>
  readonly product: Id<'product'>
  readonly shop: Id<'shop'>
  readonly category: Variant['category']
  readonly sku: string
  readonly choiceNames: readonly Texts[]
  readonly productName: Texts
  readonly pictureUrl: string | null
  readonly productState: string
  /** Pieces that could be bought when it was read; nothing is held by that. */
  readonly available: number
}
export interface StockLine {
  readonly variant: Id<'variant'>
  readonly quantity: number
}

export type TradeRefused = 'not_shippable' | 'trade_refused'

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
    release(checkout: Id<'checkout'>, overdueAt?: Date): Promise<unknown>
    commit(checkout: Id<'checkout'>): Promise<Result<unknown, 'reservation_expired'>>
    extend(checkout: Id<'checkout'>, until: Date): Promise<Result<unknown, 'reservation_expired'>>
    restock(ref: string, checkout: Id<'checkout'>, lines: StockLine[]): Promise<unknown>
    expired(now: Date): Promise<readonly Id<'checkout'>[]>
  }
  readonly prices: {
    /** Prices in the market's currency; in the shop's own when no market is said. */
    inMarket(
      variants: readonly BuyableVariant[],
      market?: string,
    ): Promise<Map<string, { price: Money; taxPercent: bigint; base: Money | null; rate: FrozenRate | null }>>
  }
  readonly cart: {
    take(person: Id<'person'>): Promise<readonly { variant: Id<'variant'>; quantity: number; source: Source | null }[]>
    clear(person: Id<'person'>, variants: readonly Id<'variant'>[]): Promise<unknown>
  }
  readonly orders: Orders
  readonly offers?: Pick<Offers, 'price' | 'claim' | 'claimAgain' | 'release' | 'consume' | 'expired'>
  /** Without it nothing is sent abroad. */
  readonly trade?: Pick<
    Trade,
    'quote' | 'giveIdentity' | 'maskedIdentity' | 'claim' | 'attemptOf' | 'release' | 'keep' | 'expired' | 'restore'
  >
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

/**
 * What a checkout holds goes back: stock, what its offers had taken, and the quota of its buyer. Any number of times. With `overdueAt` what was
 * taken again meanwhile by money that came late stays with it.
 */
export async function letGo(c: Context, checkout: Id<'checkout'>, overdueAt?: Date): Promise<void> {
  await c.catalog.release(checkout, overdueAt)
  await c.offers?.release(checkout, overdueAt)
  await c.trade?.release(checkout, { overdueAt })
}
