import { type Currency, type Id, type Money, minus, ok, type Result, refuse, sum, times, zero } from '#base/kernel'
import type { Shop } from '#rooms/accounts'
import type { Priced } from '#rooms/offers'
import type { FrozenRate, Sheet } from '#rooms/orders'
import { deliveriesTo } from './delivery.ts'
import type { Context, TradeRefused } from './doors.ts'

export interface SheetWish {
  readonly shop: Shop
  readonly market: string
  readonly person: Id<'person'>
  readonly rate: FrozenRate | null
  readonly lines: readonly {
    readonly product: Id<'product'>
    readonly variant: Id<'variant'>
    readonly category: string
    readonly quantity: number
    readonly unit: Money
  }[]
  readonly codes: readonly string[]
  /** When it is counted again. */
  readonly checkout?: Id<'checkout'>
  /** Checkouts that it takes the place of, itself when it is counted again: what they have claimed does not count against it. */
  readonly replaces: readonly Id<'checkout'>[]
  /** Which way to send; the shop's first one to that market when it is missing. */
  readonly delivery: string | null
}
export interface SheetDone {
  readonly sheet: Sheet
  /** What the offers count, to claim them; null where there are none. */
  readonly priced: Priced | null
}
export type SheetRefused = 'not_shippable' | TradeRefused

/**
 * All that an order costs beside its goods' prices, in this order: offers on goods → delivery → offers on delivery → duty and
 * taxes on what is really paid. Nothing here knows the person but the counted limit of an offer: the price never depends on who asks.
 */
export async function sheetFor(c: Context, wish: SheetWish): Promise<Result<SheetDone, SheetRefused>> {
  const { shop, market, lines, rate } = wish
  const currency = (lines[0] as SheetWish['lines'][number]).unit.currency
  const goods = sum(
    lines.map(l => times(l.unit, l.quantity)),
    currency,
  )
  const choices = deliveriesTo(shop, market, goods, rate)
  const way = choices.find(d => d.key === wish.delivery) ?? choices[0]
  if (!way) return refuse('not_shippable', 'A shop of this order does not deliver there', { shop: shop.id, country: market })
  const { fee, ...delivery } = way
  const basket = {
    shop: shop.id,
    market,
    currency,
    at: c.house.clock.now(),
    person: wish.person,
    replaces: wish.replaces,
    codes: wish.codes,
    lines,
  }
  const priced = c.offers ? await c.offers.price({ ...basket, shipping: fee }) : null
  const discounts = lines.map((_, i) => priced?.lines[i]?.discount ?? zero(currency))
  const shipping = priced ? minus(fee, priced.shippingDiscount) : fee
  const taxed = await importTaxes(c, wish, { way: delivery.way, shipping, discounts, currency })
  if (!taxed.ok) return taxed
  const sheet = {
    lines: discounts.map((discount, i) => ({ discount, importTax: taxed.value?.importTax[i] ?? zero(currency) })),
    shipping,
    delivery,
    offers: priced?.applied ?? [],
    trade: taxed.value?.trade ?? null,
    rate,
  }
  return ok({ sheet, priced })
}

interface Parts {
  readonly way: Sheet['delivery']['way']
  readonly shipping: Money
  readonly discounts: readonly Money[]
  readonly currency: Currency
}
/** Nothing crosses a border: nothing is asked. */
async function importTaxes(
  c: Context,
  { shop, market, lines, checkout }: SheetWish,
  { way, shipping, discounts, currency }: Parts,
) {
  if (market === shop.country) return ok(null)
  if (!c.trade) return refuse('not_shippable' as const, 'Nothing is sent abroad from here', { shop: shop.id, country: market })
  return c.trade.quote({
    shop: shop.id,
    from: shop.country,
    to: market,
    way,
    currency,
    at: c.house.clock.now(),
    shipping,
    checkout,
    lines: lines.map((l, i) => ({ ...l, discount: discounts[i] as Money })),
  })
}
