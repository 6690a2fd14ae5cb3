import type { Money as Amount, Shop } from '../../client/types.ts'
import { dateRange, money, said } from '../../i18n/format.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { arrival, shippingOf } from './use-product.ts'

/** Delivery and returns, in words and dates. */
export function Terms({ shop, subtotal }: { shop: Shop; subtotal: Amount }) {
  const t = useT().buy
  const [from, to] = arrival(shop)
  const fee = shippingOf(shop, subtotal)
  const free = fee.minor === '0'
  const row = 'grid grid-cols-[88px_1fr] gap-3'
  return (
    <dl className="grid gap-3 py-4">
      <div className={row}>
        <dt className="text-ink-2">{t.delivery}</dt>
        <dd>
          <span className="num">{dateRange(from, to)}</span>
          <span className="block text-meta text-ink-2">
            {free ? t.freeShipping : t.shipping(money(fee))}
            {!free &&
              shop.freeShippingFrom !== null &&
              ` · ${t.freeFrom(money({ minor: shop.freeShippingFrom, currency: shop.currency }))}`}
          </span>
        </dd>
      </div>
      <div className={row}>
        <dt className="text-ink-2">{t.returns}</dt>
        <dd>
          {shop.returnDays > 0 ? t.returnsWithin(shop.returnDays) : t.noReturns}
          <span className="block text-meta text-ink-2">{said(shop.seller.returns)}</span>
        </dd>
      </div>
      {shop.protectionDays > 0 && (
        <div className={row}>
          <dt className="text-ink-2">{t.protection}</dt>
          <dd>{t.protectedFor(shop.protectionDays)}</dd>
        </div>
      )}
    </dl>
  )
}
