import type { Static } from 'typebox'
import { type Currency, currencies, type Id, isCurrency, ok, type Result, refuse, type Texts } from '#base/kernel'
import { checkDelivery, type DeliveryOption, type DeliveryRow, deliveryOf } from './delivery.ts'
import { isInvoiceNumber } from './invoice-number.ts'
import { goneCard, type PersonCard, type ShopCard } from './person.ts'
import { coverOf, squareOf } from './rules.ts'
import type { Seller, ShopRow } from './tables.ts'
import type { shopWire, wire } from './wire.ts'

export type ShopWire = Static<typeof shopWire>
export type ShopDraft = Static<(typeof wire)['POST /v1/shops']['body']>
export type ShopChange = Partial<Omit<ShopDraft, 'slug'>>

/** A shop's facts as other rooms and flows use them. Fees are in minor units of `currency`. */
export interface Shop {
  readonly id: Id<'shop'>
  readonly slug: string
  readonly owner: Id<'person'>
  readonly name: Texts
  readonly about: Texts
  readonly picture: string | null
  readonly cover: string | null
  readonly country: string
  readonly currency: Currency
  readonly seller: Seller
  readonly taxRegistered: boolean
  readonly shippingFee: bigint
  /** Delivery is free from this sum of goods; null: never. */
  readonly freeShippingFrom: bigint | null
  readonly dispatchDays: number
  readonly deliveryDays: { readonly from: number; readonly to: number }
  /** Other ways to send, abroad above all; the shop's standard delivery within its country is always there. */
  readonly delivery: readonly DeliveryOption[]
  readonly returnDays: number
  /** So many days after a purchase a lower public price brings the difference back; 0: no promise. Orders keep the days of their own time. */
  readonly protectionDays: number
  readonly opened: Date
}

export const shopOf = (r: RowOf): Shop => ({
  id: r.shop,
  slug: r.slug,
  owner: r.owner,
  name: r.name,
  about: r.about,
  picture: squareOf(r.picture),
  cover: coverOf(r.cover),
  country: r.country,
  currency: r.currency as Currency,
  seller: r.seller,
  taxRegistered: r.seller.taxRegistered,
  shippingFee: r.shipping_fee_minor,
  freeShippingFrom: r.free_shipping_from_minor,
  dispatchDays: r.dispatch_days,
  deliveryDays: { from: r.delivery_from, to: r.delivery_to },
  delivery: deliveryOf(r.delivery),
  returnDays: r.return_days,
  protectionDays: r.protection_days,
  opened: r.opened,
})
/** A row as it is read: jsonb columns are their values. */
export type RowOf = Omit<ShopRow, 'name' | 'about' | 'seller' | 'delivery'> & {
  name: Texts
  about: Texts
  seller: Seller
  delivery: readonly DeliveryRow[]
}

export const shopToWire = (s: Shop, owner: PersonCard | undefined): ShopWire => ({
  id: s.id,
  slug: s.slug,
  name: s.name,
  about: s.about,
  picture: s.picture,
  cover: s.cover,
  country: s.country,
  currency: s.currency,
  owner: owner ?? goneCard(s.owner),
  seller: s.seller,
  opened: s.opened.toISOString(),
  shippingFee: s.shippingFee.toString(),
  freeShippingFrom: s.freeShippingFrom?.toString() ?? null,
  dispatchDays: s.dispatchDays,
  deliveryDays: s.deliveryDays,
  delivery: s.delivery.map(d => ({
    ...d,
    countries: [...d.countries],
    fee: d.fee.toString(),
    freeFrom: d.freeFrom?.toString() ?? null,
  })),
  returnDays: s.returnDays,
  protectionDays: s.protectionDays,
})
export const shopCardOf = (s: Pick<RowOf, 'shop' | 'slug' | 'name' | 'picture' | 'country' | 'owner'>): ShopCard => ({
  id: s.shop,
  slug: s.slug,
  name: s.name,
  picture: squareOf(s.picture),
  country: s.country,
  owner: s.owner,
})

export type ShopRefused = 'invalid_request' | 'text_missing' | 'price_invalid' | 'shop_slug_taken'
const wrong = (field: string, why: string) => refuse('invalid_request', `${field}: ${why}`, { fields: { [field]: [why] } })
const someText = (texts: Texts) => Object.values(texts).some(t => t !== undefined && t.trim() !== '')
const isAmount = (text: string) => /^[0-9]{1,15}$/.test(text)

/** What a shop must say of itself before anybody may buy there. Checks the fields that are given. */
export function checkShop(d: ShopChange & { slug?: string }, country: string): Result<true, ShopRefused> {
  if (d.slug !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(d.slug))
    return wrong('slug', 'small letters a-z, digits and single hyphens')
  if (d.country !== undefined && !/^[A-Z]{2}$/.test(d.country)) return wrong('country', 'two capital letters (ISO 3166-1)')
  if (d.currency !== undefined && !isCurrency(d.currency))
    return wrong('currency', `one of ${Object.keys(currencies).join(', ')}`)
  if (d.name !== undefined && !someText(d.name))
    return refuse('text_missing', 'A shop needs a name in one language at least', { field: 'name' })
  if (d.deliveryDays !== undefined && d.deliveryDays.from > d.deliveryDays.to) return wrong('deliveryDays', 'from is after to')
  for (const amount of [d.shippingFee, d.freeShippingFrom])
    if (amount !== undefined && amount !== null && !isAmount(amount))
      return refuse('price_invalid', 'A fee is a whole number of the smallest unit', { amount })
  const seller = d.seller === undefined ? ok(true as const) : checkSeller(d.seller)
  return seller.ok && d.delivery !== undefined ? checkDelivery(d.delivery, country) : seller
}

/** Name, address and a way to reach the seller stand on every shop page (Specified Commercial Transactions Act, Art. 11; CRD Art. 6). */
function checkSeller(seller: Seller): Result<true, 'text_missing' | 'invalid_request'> {
  for (const field of ['legalName', 'address', 'email'] as const)
    if (seller[field].trim() === '')
      return refuse('text_missing', `The law asks a seller for: ${field}`, { field: `seller.${field}` })
  const { invoiceNumber } = seller
  if (invoiceNumber && !isInvoiceNumber(invoiceNumber))
    return refuse('invalid_request', 'This is no registration number of an invoice issuer', {
      fields: { 'seller.invoiceNumber': ['T and 13 digits, with the right check digit'] },
    })
  return ok(true)
}

/** The columns that a draft or a change sets. */
export function columnsOf(d: ShopChange): Partial<Omit<RowOf, 'shop' | 'slug' | 'owner' | 'opened'>> {
  const set = <K extends keyof RowOf, V>(key: K, value: V | undefined, as: (value: V) => RowOf[K]) =>
    value === undefined ? {} : { [key]: as(value) }
  return {
    ...set('name', d.name, v => v),
    ...set('about', d.about, v => v),
    ...set('picture', d.picture, v => v),
    ...set('cover', d.cover, v => v),
    ...set('country', d.country, v => v),
    ...set('currency', d.currency, v => v),
    ...set('seller', d.seller, v => v),
    ...set('shipping_fee_minor', d.shippingFee, v => BigInt(v)),
    ...set('free_shipping_from_minor', d.freeShippingFrom, v => (v === null ? null : BigInt(v))),
    ...set('dispatch_days', d.dispatchDays, v => v),
    ...set('delivery_from', d.deliveryDays, v => v.from),
    ...set('delivery_to', d.deliveryDays, v => v.to),
    ...set('return_days', d.returnDays, v => v),
    ...set('protection_days', d.protectionDays, v => v),
    ...set('delivery', d.delivery, v => v),
  }
}
