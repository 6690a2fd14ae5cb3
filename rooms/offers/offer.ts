import type { Currency, Id, Money, Texts } from '#base/kernel'
import type { LayerName } from './stacking.ts'

export const offerKinds = ['percent', 'fixed', 'buy_get', 'free_shipping', 'flash'] as const
export type OfferKind = (typeof offerKinds)[number]
export const offerStates = ['active', 'paused', 'ended'] as const
export type OfferState = (typeof offerStates)[number]
/** What a merchant sees: by state, dates and what is left. */
export const standings = ['planned', 'running', 'paused', 'used_up', 'ended'] as const
export type Standing = (typeof standings)[number]

export interface BasketLine {
  readonly variant: Id<'variant'>
  readonly product: Id<'product'>
  readonly category: string
  readonly quantity: number
  readonly unit: Money
}
/** The goods of one shop on their way to one country. */
export interface Basket {
  readonly shop: Id<'shop'>
  /** ISO country of destination. */
  readonly market: string
  readonly currency: Currency
  readonly at: Date
  /** Only to count uses for per-person limits. */
  readonly person: Id<'person'>
  /** Checkouts that it takes the place of, itself when it is priced again: their claims do not count against it. */
  readonly replaces?: readonly Id<'checkout'>[] | undefined
  readonly codes: readonly string[]
  readonly lines: readonly BasketLine[]
  readonly shipping: Money
}
export interface Applied {
  readonly offer: Id<'offer'>
  readonly kind: OfferKind
  readonly name: Texts
  readonly code: string | null
  readonly amount: Money
  /** Who bears it. */
  readonly funding: 'merchant' | 'platform'
}
export interface Part {
  readonly offer: Id<'offer'>
  readonly amount: Money
  /** Pieces of the line that it made cheaper; of a flash price those that had it. */
  readonly pieces: number
}
export const refusals = [
  'unknown',
  'not_yet',
  'over',
  'used_up',
  'limit_reached',
  'minimum',
  'not_for_these',
  'not_combinable',
  'wrong_market',
] as const
export type CodeRefusal = (typeof refusals)[number]
/** Parts of a line sum to its discount; parts of an offer over all lines (and delivery) sum to its amount in `applied`. */
export interface Priced {
  readonly lines: readonly { readonly variant: Id<'variant'>; readonly discount: Money; readonly parts: readonly Part[] }[]
  readonly shippingDiscount: Money
  readonly applied: readonly Applied[]
  readonly refusedCodes: readonly { readonly code: string; readonly reason: CodeRefusal }[]
}

/** A flash price of a variant, with what of it is left; `mine` are pieces that this person has at it. */
export interface FlashItem {
  readonly price: bigint
  readonly left: number | null
  readonly mine: number
}
/** An offer as the rule needs it: of scope and items only what touches the basket, and what is left instead of what was used. */
export interface Offer {
  readonly id: Id<'offer'>
  readonly kind: OfferKind
  readonly layer: LayerName
  readonly name: Texts
  readonly code: string | null
  readonly funding: 'merchant' | 'platform'
  readonly state: OfferState
  readonly starts: Date
  readonly ends: Date | null
  readonly currency: Currency
  /** Empty: everywhere. */
  readonly markets: readonly string[]
  /** Null: everything; else products and categories of the basket that it is for. */
  readonly scope: { readonly products: ReadonlySet<string>; readonly categories: ReadonlySet<string> } | null
  readonly minimum: bigint | null
  /** Hundredths of a percent. */
  readonly percent: number | null
  readonly amount: bigint | null
  readonly buy: number | null
  readonly get: number | null
  readonly items: ReadonlyMap<string, FlashItem>
  /** Null: without a limit. */
  readonly usesLeft: number | null
  readonly budgetLeft: bigint | null
  /** At most so many orders of one person; of a flash price, pieces of each variant. */
  readonly perPerson: number | null
  /** Orders of this person that have it. */
  readonly mine: number
}

/** Codes are told apart without their case and width. */
export const codeKey = (typed: string): string => typed.normalize('NFKC').trim().toUpperCase()
