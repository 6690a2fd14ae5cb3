import type { Source } from '#base/catalogue'
import type { Id, Language, Money, Texts } from '#base/kernel'
import type { CheckoutState, FulfilmentState, OrderState, PayState } from './order-states.ts'
import type { Parcel } from './parcels.ts'
import type { Return } from './return.ts'
import type { FrozenDelivery, FrozenOffer, FrozenRate, FrozenTrade } from './sheet.ts'

export interface Address {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly country: string
  readonly postcode: string
  readonly region: string
  readonly city: string
  readonly line: string
}

/** Who sells, as an invoice has to say. */
export interface FrozenSeller {
  readonly legalName: string
  readonly address: string
  readonly phone: string
  /** T and thirteen digits, of an issuer of qualified invoices in Japan. */
  readonly invoiceNumber: string | null
}
/** The seller as shown when the order was placed. */
export interface FrozenShop {
  readonly id: Id<'shop'>
  readonly slug: string
  readonly name: Texts
  readonly picture: string | null
  readonly country: string
  readonly owner: Id<'person'>
  /** Missing in orders from before invoices. */
  readonly seller?: FrozenSeller
}

/** What was bought, frozen: later changes of the product change nothing here. */
export interface OrderLine {
  readonly id: Id<'line'>
  readonly product: Id<'product'>
  readonly variant: Id<'variant'>
  readonly name: Texts
  readonly choice: readonly Texts[]
  readonly sku: string
  readonly picture: string | null
  readonly quantity: number
  readonly unit: Money
  readonly total: Money
  /** Its part of the offers that count. */
  readonly discount: Money
  /** Tax contained in what is paid for it, rounded once, here. */
  readonly tax: Money
  /** Duty and taxes of import that the buyer pays with the order. */
  readonly importTax: Money
  /** Unit price in the shop's own currency, where the order is in another. */
  readonly baseUnit: Money | null
  readonly taxPercent: number
  /** The content that led here. */
  readonly source: Source | null
  /** Pieces that are not sent and never will be. */
  readonly cancelled: number
  /** Pieces that were sent and are back in the shop. */
  readonly returned: number
  /** Pieces whose money was promised or given back, and those of which the part of the delivery was too. */
  readonly refunded: number
  readonly shippingRefunded: number
  /** Promised or given back because the price fell, for the pieces that are not refunded: a later refund of those is so much less. */
  readonly protected: Money
}

export interface TimelineEntry {
  readonly what: string
  readonly at: Date
  readonly note: string | null
}

export interface Order {
  readonly id: Id<'order'>
  readonly number: string
  readonly checkout: Id<'checkout'>
  readonly person: Id<'person'>
  readonly shop: FrozenShop
  readonly state: OrderState
  readonly payment: PayState
  readonly fulfilment: FulfilmentState
  readonly lines: readonly OrderLine[]
  readonly parcels: readonly Parcel[]
  /** What the buyer asked to give back, the first first. */
  readonly returns: readonly Return[]
  /** Country of destination. */
  readonly market: string
  readonly subtotal: Money
  readonly discount: Money
  readonly shipping: Money
  readonly importTax: Money
  readonly tax: Money
  /** subtotal − discount + shipping + importTax */
  readonly total: Money
  readonly delivery: FrozenDelivery | null
  readonly offers: readonly FrozenOffer[]
  readonly trade: FrozenTrade | null
  readonly rate: FrozenRate | null
  readonly refunded: Money
  /** Promised back and not yet recorded: refunds that are under way. */
  readonly refunding: Money
  readonly key: string | null
  readonly language: Language
  readonly address: Address | null
  readonly carrier: string | null
  readonly tracking: string | null
  readonly returnRequest: { readonly reason: string; readonly at: Date } | null
  /** `protection`: so many days after the purchase a lower public price brings the difference back, as the shop promised then; 0: never. */
  readonly days: {
    readonly dispatch: number
    readonly from: number
    readonly to: number
    readonly returns: number
    readonly protection: number
  }
  readonly placed: Date
  readonly paidAt: Date | null
  readonly shippedAt: Date | null
  readonly deliveredAt: Date | null
  /** The buyer said so, or the days of `received-policy.ts` went by. */
  readonly receivedAt: Date | null
  readonly timeline: readonly TimelineEntry[]
}

/** A shopper's attempt to buy: one payment, one order a shop. */
export interface Checkout {
  readonly id: Id<'checkout'>
  readonly person: Id<'person'>
  readonly state: CheckoutState
  readonly key: string | null
  readonly total: Money
  /** Codes that the shopper typed and that count. */
  readonly codes: readonly string[]
  readonly address: Address | null
  readonly expires: Date
  /** The payment that paid for it. */
  readonly payment: Id<'payment'> | null
  /** A payment that came too late for its stock and goes back; nothing can pay for this checkout any more. */
  readonly refused: string | null
  readonly orders: readonly Order[]
}

const day = 86_400_000

/** Until when the buyer may ask to return it; null before it is delivered. */
export const returnBy = (o: Order): Date | null =>
  o.deliveredAt ? new Date(o.deliveredAt.getTime() + o.days.returns * day) : null

/** Until when a lower price brings the difference back; null without a promise, or before it is paid. */
export const protectedUntil = (o: Pick<Order, 'days' | 'paidAt'>): Date | null =>
  o.paidAt && o.days.protection > 0 ? new Date(o.paidAt.getTime() + o.days.protection * day) : null

/** When the parcel should be there, by the shop's own days; null when it is there or won't come. */
export function deliverBetween(o: Order): { from: Date; to: Date } | null {
  if (o.deliveredAt || o.state === 'cancelled' || o.state === 'expired' || o.fulfilment === 'returned') return null
  const sent = o.shippedAt?.getTime() ?? (o.paidAt ?? o.placed).getTime() + o.days.dispatch * day
  return { from: new Date(sent + o.days.from * day), to: new Date(sent + o.days.to * day) }
}

/** Money of this order that can still be given back. */
export const leftToRefund = (o: Order): bigint => (o.paidAt ? o.total.minor - o.refunded.minor - o.refunding.minor : 0n)
