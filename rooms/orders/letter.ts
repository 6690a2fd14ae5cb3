import type { Id, Language, Money, Texts } from '#base/kernel'
import { deliverBetween, type Order } from './order.ts'

/** What a letter about an order needs, and nothing more. */
export interface OrderLetter {
  readonly order: Id<'order'>
  readonly number: string
  readonly to: string
  readonly name: string
  readonly language: Language
  readonly shop: Texts
  readonly items: readonly {
    readonly name: Texts
    readonly choice: readonly Texts[]
    readonly quantity: number
    readonly total: Money
  }[]
  readonly shipping: Money
  readonly total: Money
  readonly refunded: Money
  /** The buyer's page of this order; its key opens it without signing in. */
  readonly link: string
  readonly carrier: string | null
  readonly tracking: string | null
  readonly deliverBetween: { readonly from: Date; readonly to: Date } | null
}

/** With `parcel`: of that parcel alone who carries it. Null when there is nobody to write to any more. */
export function letterOf(o: Order, publicUrl: string, parcel: string | null = null): OrderLetter | null {
  if (!o.address?.email || !o.key) return null
  const { id, number, language, shipping, total, refunded } = o
  const { carrier, tracking } = o.parcels.find(p => p.id === parcel) ?? o
  return {
    order: id,
    number,
    to: o.address.email,
    name: o.address.name,
    language,
    shop: o.shop.name,
    shipping,
    total,
    refunded,
    carrier,
    tracking,
    items: o.lines.map(l => ({ name: l.name, choice: l.choice, quantity: l.quantity, total: l.total })),
    link: `${publicUrl}/orders/${id}?key=${o.key}`,
    deliverBetween: deliverBetween(o),
  }
}
