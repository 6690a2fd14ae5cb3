import type { Generated } from 'kysely'
import type { EventData, Source } from '#base/catalogue'
import { type Currency, type Id, type Language, money, type Texts } from '#base/kernel'
import { type FrozenRow, thaw } from './frozen.ts'
import type { Address, Checkout, FrozenShop, Order } from './order.ts'
import type { CheckoutState, FulfilmentState, OrderState, PayState } from './order-states.ts'
import { type ParcelJson, type ReturnJson, toParcel, toReturn } from './parcel-rows.ts'
import { openReturn } from './return.ts'

/** Rows as PostgreSQL gives them; money inside JSON is text, because a JSON number would lose digits. */
export interface OrderRow {
  id: string
  number: string
  checkout: string
  person: string
  shop: string
  shop_card: FrozenShop
  state: OrderState
  payment: PayState
  fulfilment: FulfilmentState
  currency: string
  market: string
  subtotal_minor: bigint
  discount_minor: bigint
  import_minor: bigint
  sheet: FrozenRow | null
  shipping_minor: bigint
  tax_minor: bigint
  total_minor: bigint
  refunded_minor: bigint
  key: string | null
  language: string
  address: Address | null
  erased: boolean
  carrier: string | null
  tracking: string | null
  /** Since when a return is open; null when none is. */
  return_at: Date | null
  unsent: Generated<number>
  replacing: Generated<boolean>
  dispatch_days: number
  delivery_from: number
  delivery_to: number
  return_days: number
  protection_days: number
  placed: Date
  paid_at: Date | null
  shipped_at: Date | null
  delivered_at: Date | null
  received_at: Date | null
  reviewed: Generated<boolean>
  passed_on: Generated<boolean>
}
interface LineJson {
  id: string
  product: string
  variant: string
  name: Texts
  choice: Texts[]
  sku: string
  picture: string | null
  quantity: number
  unit: string
  base_unit: string | null
  total: string
  discount: string
  import: string
  tax: string
  tax_percent: number
  source: Source | null
  cancelled: number
  returned: number
  refunded: number
  shipping_refunded: number
  protected: string
}
/** An order with its lines, timeline and what is being refunded, read in one statement. */
export interface FullRow extends OrderRow {
  refunding: bigint
  lines: LineJson[]
  parcels: ParcelJson[] | null
  returns: ReturnJson[] | null
  timeline: { what: string; at: string; note: string | null }[]
}
export interface CheckoutRow {
  id: string
  person: string
  state: CheckoutState
  key: string | null
  language: string
  currency: string
  total_minor: bigint
  codes: string[]
  address: Address | null
  expires: Date
  payment: string | null
  paying_since: Date | null
  refused: string | null
  started: Date
}
/** Which pieces a refund is of: of how many the part of the delivery goes back too, and how many come back to the shelf. */
export interface RefundedPieces {
  readonly line: Id<'line'>
  readonly quantity: number
  readonly shipping: number
  readonly restock: number
  /** What it changes of the line's `protected`, in minor units as text: more by a fall of the price, less by a refund of pieces. */
  readonly protection?: string
}
/** What a refund is for: goods less their offers, delivery, import taxes. They sum to its amount. */
export type RefundedParts = NonNullable<EventData['order.refunded']['parts']>
interface LineRow {
  id: string
  order_id: string
  position: number
  product: string
  variant: string
  quantity: number
  source: Source | null
}
interface TimelineRow {
  order_id: string
  what: string
  at: Date
  note: string | null
}
interface RefundRow {
  id: string
  order_id: string
  kind: 'cancel' | 'refund' | 'return' | 'protection'
  amount_minor: bigint
  state: 'started' | 'done' | 'failed'
  created: Date
  lines: RefundedPieces[] | null
  parts: RefundedParts | null
  replaces: string | null
}
export interface OrderTables {
  'orders.checkouts': CheckoutRow
  'orders.orders': OrderRow
  'orders.lines': LineRow
  'orders.timeline': TimelineRow
  'orders.refunds': RefundRow
}

export function toOrder(r: FullRow): Order {
  const m = (minor: bigint | string) => money(BigInt(minor), r.currency as Currency)
  const returns = (r.returns ?? []).map(toReturn)
  const asked = openReturn(returns)
  const sheet = r.sheet && thaw(r.sheet, r.currency as Currency)
  return {
    id: r.id as Id<'order'>,
    number: r.number,
    checkout: r.checkout as Id<'checkout'>,
    person: r.person as Id<'person'>,
    shop: r.shop_card,
    state: r.state,
    payment: r.payment,
    fulfilment: r.fulfilment,
    lines: r.lines.map(l => ({
      id: l.id as Id<'line'>,
      product: l.product as Id<'product'>,
      variant: l.variant as Id<'variant'>,
      name: l.name,
      choice: l.choice,
      sku: l.sku,
      picture: l.picture,
      quantity: l.quantity,
      unit: m(l.unit),
      total: m(l.total),
      discount: m(l.discount),
      importTax: m(l.import),
      baseUnit: l.base_unit === null || !sheet?.rate ? null : money(BigInt(l.base_unit), sheet.rate.from),
      tax: m(l.tax),
      taxPercent: l.tax_percent,
      source: l.source,
      cancelled: l.cancelled,
      returned: l.returned,
      refunded: l.refunded,
      shippingRefunded: l.shipping_refunded,
      protected: m(l.protected),
    })),
    parcels: (r.parcels ?? []).map(toParcel),
    returns,
    market: r.market,
    subtotal: m(r.subtotal_minor),
    discount: m(r.discount_minor),
    shipping: m(r.shipping_minor),
    importTax: m(r.import_minor),
    tax: m(r.tax_minor),
    delivery: sheet?.delivery ?? null,
    offers: sheet?.offers ?? [],
    trade: sheet?.trade ?? null,
    rate: sheet?.rate ?? null,
    total: m(r.total_minor),
    refunded: m(r.refunded_minor),
    refunding: m(r.refunding),
    key: r.key,
    language: r.language as Language,
    address: r.address,
    carrier: r.carrier,
    tracking: r.tracking,
    returnRequest: asked && { reason: asked.words ?? '', at: asked.asked },
    days: {
      dispatch: r.dispatch_days,
      from: r.delivery_from,
      to: r.delivery_to,
      returns: r.return_days,
      protection: r.protection_days,
    },
    placed: r.placed,
    paidAt: r.paid_at,
    shippedAt: r.shipped_at,
    deliveredAt: r.delivered_at,
    receivedAt: r.received_at,
    timeline: r.timeline.map(t => ({ what: t.what, at: new Date(t.at), note: t.note })),
  }
}

export const toCheckout = (r: CheckoutRow, orders: readonly Order[]): Checkout => ({
  id: r.id as Id<'checkout'>,
  person: r.person as Id<'person'>,
  state: r.state,
  key: r.key,
  total: money(r.total_minor, r.currency as Currency),
  codes: r.codes,
  address: r.address,
  expires: r.expires,
  payment: r.payment as Id<'payment'> | null,
  refused: r.refused,
  orders,
})
