import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import type { Money, Offers, Product, Shop, Variant } from '../../client/types.ts'
import { addMoney, inDays, timesMoney } from '../../i18n/format.ts'

const path = (id: string) => ({ params: { path: { id } } })
export const useProduct = (id: string) =>
  useQuery({ queryKey: ['product', id], queryFn: () => ask(api.GET('/v1/products/{id}', path(id))) })
/** Prices are never truth from a cache: asked for on every opening. */
export const useOffers = (id: string) =>
  useQuery({ queryKey: ['offers', id], queryFn: () => ask(api.GET('/v1/products/{id}/offers', path(id))), staleTime: 0 })
export const shopQuery = (id: string) => ({
  queryKey: ['shop', id],
  queryFn: () => ask(api.GET('/v1/shops/{slug}', { params: { path: { slug: id } } })),
  staleTime: 60_000,
})
export const useShop = (id: string | undefined) => useQuery({ ...shopQuery(id ?? ''), enabled: id !== undefined })

export const offerOf = (offers: Offers | undefined, variant: Variant | undefined) =>
  offers?.offers.find(o => o.variant === variant?.id)

/** The picture of a choice: its own, else the product's first. */
export function pictureOf(product: Product, variant: Variant | undefined) {
  return product.pictures.find(p => p.id === variant?.picture) ?? product.pictures[0]
}

/** Delivery of a sum within the shop's country. */
export function shippingOf(shop: Shop, subtotal: Money): Money {
  const free = shop.freeShippingFrom !== null && BigInt(subtotal.minor) >= BigInt(shop.freeShippingFrom)
  return { minor: free ? '0' : shop.shippingFee, currency: shop.currency }
}
export function totalsOf(shop: Shop, unit: Money, quantity: number): { subtotal: Money; shipping: Money; total: Money } {
  const subtotal = timesMoney(unit, quantity)
  const shipping = shippingOf(shop, subtotal)
  return { subtotal, shipping, total: addMoney(subtotal, shipping) }
}
/** Between which days a parcel ordered now arrives. */
export const arrival = (shop: Shop): readonly [Date, Date] => [
  inDays(shop.dispatchDays + shop.deliveryDays.from),
  inDays(shop.dispatchDays + shop.deliveryDays.to),
]
