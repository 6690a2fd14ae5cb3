import type { House } from '#base/house'
import type { Id, Money, Texts } from '#base/kernel'
import type { Accounts } from '#rooms/accounts'
import type { OrderLetter } from './letters.ts'
import type { Db } from './store.ts'

export interface NoticeDoors {
  readonly accounts: Pick<Accounts, 'people' | 'contact' | 'staffOf'>
}
/** What the server passes from other rooms: this room imports none of their doors. */
export interface NoticePorts {
  /** Null when there is nobody to write to any more. */
  letterFor(order: Id<'order'>, parcel: string | null): Promise<OrderLetter | null>
  /** Name and picture of products that are on sale; others are missing. */
  products(ids: readonly Id<'product'>[]): Promise<Map<string, { name: Texts; picture: string | null }>>
  /** Caption and picture of live posts; others are missing. */
  posts(ids: readonly Id<'post'>[]): Promise<Map<string, { caption: string; poster: string }>>
  order(id: Id<'order'>): Promise<{ number: string; shop: Texts; picture: string | null } | null>
  /** Orders that were paid with a checkout. */
  ordersOf(checkout: string): Promise<readonly { order: Id<'order'>; shop: Id<'shop'> }[]>
  /** The lowest price of the product that everyone sees now; null while it has none. */
  price(product: Id<'product'>): Promise<Money | null>
  /** A variant of a product that is on sale, or null. */
  variant(id: Id<'variant'>): Promise<{ product: Id<'product'>; available: number; choice: readonly Texts[] } | null>
  /** From when on the review of a product is asked for that was delivered then. */
  askFrom(product: Id<'product'>, delivered: Date): Promise<Date>
}
export interface Room {
  readonly house: House
  readonly db: Db
  readonly doors: NoticeDoors
  readonly ports: NoticePorts
}
