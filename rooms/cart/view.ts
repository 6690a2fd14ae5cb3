import { cmp, equal, type Id, type Money, money, plus, sum, type Texts, times, zero } from '#base/kernel'
import type { Shop, ShopCard } from '#rooms/accounts'
import type { Variant } from '#rooms/catalog'
import type { CartDoors } from './cart.ts'
import type { CartLine } from './store.ts'

export type NoticeCode = 'price_changed' | 'out_of_stock' | 'less_available' | 'unavailable'
export interface LineView {
  readonly variant: Id<'variant'>
  readonly product: Id<'product'>
  readonly name: Texts
  readonly choice: readonly Texts[]
  readonly picture: string | null
  readonly quantity: number
  readonly unit: Money
  readonly total: Money
  readonly available: number
  readonly notice: { readonly code: NoticeCode; readonly was: Money | null } | null
}
export interface CartView {
  readonly count: number
  readonly shops: readonly {
    readonly shop: ShopCard
    readonly lines: readonly LineView[]
    readonly subtotal: Money
    readonly shipping: Money
  }[]
  /** Null while the cart is empty or mixes currencies. */
  readonly total: Money | null
  readonly buyable: boolean
}

/** What delivery costs for goods of this sum. */
export const shippingOf = (shop: Pick<Shop, 'currency' | 'shippingFee' | 'freeShippingFrom'>, goods: Money): Money =>
  shop.freeShippingFrom !== null && cmp(goods, money(shop.freeShippingFrom, shop.currency)) >= 0
    ? zero(shop.currency)
    : money(shop.shippingFee, shop.currency)

/** What changed since it was put in; the gravest thing first. */
export function noticeOf(line: CartLine, variant: Variant | undefined, price: Money | undefined): LineView['notice'] {
  if (!variant || !price || variant.productState !== 'live') return { code: 'unavailable', was: null }
  if (variant.available === 0) return { code: 'out_of_stock', was: null }
  if (variant.available < line.quantity) return { code: 'less_available', was: null }
  return line.unit.currency === price.currency && equal(line.unit, price) ? null : { code: 'price_changed', was: line.unit }
}

/** Variants as they are now, with what is asked for each. */
export interface Seen {
  readonly ids: ReadonlySet<Id<'variant'>>
  readonly variants: Map<string, Variant>
  readonly prices: Map<string, Money>
}
export async function lookAt(doors: CartDoors, all: readonly Id<'variant'>[]): Promise<Seen> {
  const ids = [...new Set(all)]
  const [variants, prices] = await Promise.all([doors.catalog.variants(ids), doors.prices.latest(ids)])
  return { ids: new Set(ids), variants, prices }
}

/** The cart at today's prices, by shop; four reads, however many lines, or none where `seen` holds them all. */
export async function viewOf(doors: CartDoors, lines: readonly CartLine[], seen?: Seen): Promise<CartView> {
  const known = seen && lines.every(l => seen.ids.has(l.variant))
  const { variants, prices } = known
    ? seen
    : await lookAt(
        doors,
        lines.map(l => l.variant),
      )
  const shopIds = [...new Set([...variants.values()].map(v => v.shop))]
  const [cards, facts] = await Promise.all([
    doors.accounts.shops(shopIds),
    Promise.all(shopIds.map(id => doors.accounts.shop(id))),
  ])
  const shops = facts.flatMap(shop => {
    const card = shop && cards.get(shop.id)
    if (!shop || !card) return []
    const views = lines.flatMap(l =>
      variants.get(l.variant)?.shop === shop.id ? [lineView(l, variants.get(l.variant) as Variant, prices.get(l.variant))] : [],
    )
    const goods = sum(
      views.filter(v => v.unit.currency === shop.currency && v.notice?.code !== 'unavailable').map(v => v.total),
      shop.currency,
    )
    return [{ shop: card, lines: views, subtotal: goods, shipping: shippingOf(shop, goods) }]
  })
  const all = shops.flatMap(s => s.lines)
  const currencies = new Set(shops.map(s => s.subtotal.currency))
  const first = shops[0]?.subtotal.currency
  return {
    count: all.reduce((n, l) => n + l.quantity, 0),
    shops,
    total: first && currencies.size === 1 ? shops.reduce((t, s) => plus(plus(t, s.subtotal), s.shipping), zero(first)) : null,
    buyable: all.length > 0 && currencies.size === 1 && all.every(l => l.notice === null || l.notice.code === 'price_changed'),
  }
}

function lineView(line: CartLine, v: Variant, price: Money | undefined): LineView {
  const unit = price ?? line.unit
  return {
    variant: line.variant,
    product: line.product,
    name: v.productName,
    choice: v.choiceNames,
    picture: v.pictureUrl,
    quantity: line.quantity,
    unit,
    total: times(unit, line.quantity),
    available: Math.min(99, v.available),
    notice: noticeOf(line, v, price),
  }
}
