import { cmp, exchange, type Money, money, type Rate, zero } from '#base/kernel'
import type { Shop } from '#rooms/accounts'
import type { FrozenDelivery } from '#rooms/orders'

/** A way of a shop to send to a market, with what it costs there for goods of this sum. */
export interface DeliveryChoice extends FrozenDelivery {
  readonly fee: Money
}

const standard = { en: 'Standard delivery', ja: '通常配送', zh: '标准配送' }

/** How this shop sends to that country, the first one first; empty when it doesn't. Fees are the shop's own, exchanged at the order's rate. */
export function deliveriesTo(shop: Shop, market: string, goods: Money, rate: Rate | null): DeliveryChoice[] {
  const own = [
    {
      key: 'standard',
      name: standard,
      countries: [shop.country],
      fee: shop.shippingFee,
      freeFrom: shop.freeShippingFrom,
      days: shop.deliveryDays,
      way: 'domestic' as const,
    },
  ]
  const there = (minor: bigint): Money => {
    const fee = money(minor, shop.currency)
    return rate ? exchange(fee, rate) : fee
  }
  return [...own, ...shop.delivery]
    .filter(o => o.countries.includes(market))
    .map(({ key, name, way, days, fee, freeFrom }) => ({
      key,
      name,
      way,
      days,
      fee: freeFrom !== null && cmp(goods, there(freeFrom)) >= 0 ? zero(goods.currency) : there(fee),
    }))
}
