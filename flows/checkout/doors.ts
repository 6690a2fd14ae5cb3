import type { Source } from '#base/catalogue'
import type { House } from '#base/house'
import type { Currency, Id, Money, Result, Texts } from '#base/kernel'
import type { Accounts } from '#rooms/accounts'
import type { Variant } from '#rooms/catalog'
import type { FrozenOffer, FrozenRate, FrozenTrade, Orders, Way } from '#rooms/orders'
import type { Payments } from '#rooms/payments'

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
}
export interface StockLine {
  readonly variant: Id<'variant'>
  readonly quantity: number
}

/** What somebody means to buy of one shop, for its offers. The person is there to count uses, for nothing else. */
export interface OfferBasket {
  readonly shop: Id<'shop'>
  readonly market: string
  readonly currency: Currency
  readonly at: Date
  readonly person: Id<'person'>
  readonly codes: readonly string[]
  readonly lines: readonly {
    readonly variant: Id<'variant'>
    readonly product: Id<'product'>
    readonly category: string
    readonly quantity: number
    readonly unit: Money
  }[]
  readonly shipping: Money
}
export interface OfferPrice {
  readonly lines: readonly { readonly discount: Money }[]
  readonly shippingDiscount: Money
  readonly applied: readonly FrozenOffer[]
  readonly refusedCodes: readonly { readonly code: string; readonly reason: string }[]
}
export type TradeRefused = 'not_shippable' | 'trade_refused'
export interface TradeQuery {
  readonly shop: Id<'shop'>
  readonly from: string
  readonly to: string
  readonly way: Way
  readonly currency: Currency
  readonly at: Date
  readonly shipping: Money
  readonly lines: readonly {
    readonly product: Id<'product'>
    readonly variant: Id<'variant'>
    readonly quantity: number
    readonly unit: Money
    readonly discount: Money
  }[]
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
  readonly offers?: {
    price(basket: OfferBasket): Promise<OfferPrice>
    /** Takes the budget and uses that a price counts on, until then; takes the place of what this checkout had taken. */
    claim(
      checkout: Id<'checkout'>,
      person: Id<'person'>,
      priced: readonly OfferPrice[],
      expires: Date,
    ): Promise<Result<unknown, 'offer_used_up'>>
    release(checkout: Id<'checkout'>): Promise<unknown>
  }
  readonly trade?: {
    /** Duty and taxes by line, in the order's currency, and what the buyer must give or agree to. */
    quote(q: TradeQuery): Promise<Result<{ importTax: readonly Money[]; trade: FrozenTrade }, TradeRefused>>
  }
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
