import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { api, ask } from '../../client/api.ts'
import type { Offers, PriceHistory, Product, Shop, Source } from '../../client/types.ts'
import { money, shortDate } from '../../i18n/format.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Badge, Money, Skeleton } from '../../ui/core/index.ts'
import { shippingOf } from '../buy/use-product.ts'
import { PriceAlertButton } from '../notices/AlertButton.tsx'
import { useViewed } from '../use-viewed.ts'
import { Sparkline } from './Sparkline.tsx'

export const usePriceHistory = (product: string) =>
  useQuery({
    queryKey: ['price-history', product],
    queryFn: () => ask(api.GET('/v1/products/{id}/price-history', { params: { path: { id: product } } })),
  })

interface PriceBlockProps {
  readonly product: Product
  readonly shop: Shop
  readonly offer: Offers['offers'][number] | undefined
  /** The lowest price of all choices, which an alert waits to fall. */
  readonly from: Offers['from']
  readonly source: Source | undefined
}
/** The price with tax and delivery, and what it was in the last 90 days. */
export function PriceBlock({ product, shop, offer, from, source }: PriceBlockProps) {
  const t = useT().buy
  const history = usePriceHistory(product.id)
  const fee = offer && shippingOf(shop, offer.price)
  return (
    <div className="mb-5 border-b border-line pb-5">
      {offer && (
        <p className="mt-2 flex flex-wrap items-baseline gap-x-3">
          <Money of={offer.price} className="text-number font-semibold tracking-[-.02em]" />
          {offer.struck && <Money of={offer.struck} struck />}
          <span className="text-meta text-ink-2">
            {offer.taxIncluded ? t.taxIncluded : t.taxExcluded} ·{' '}
            {fee?.minor === '0' ? t.freeShipping : fee && t.shipping(money(fee))}
          </span>
        </p>
      )}
      {history.isPending && <Skeleton className="mt-3 h-[76px]" />}
      {offer && <PriceAlertButton product={product.id} price={from} className="mt-3" />}
      {history.data && offer && <History history={history.data} offer={offer} product={product.id} source={source} />}
    </div>
  )
}

function History({
  history,
  offer,
  product,
  source,
}: {
  history: PriceHistory
  offer: Offers['offers'][number]
  product: string
  source: Source | undefined
}) {
  const t = useT().product
  const box = useRef<HTMLDivElement>(null)
  useViewed(box, { name: 'price_history.viewed', id: product, source }, true)
  const points = history.points.filter(p => p.variant === offer.variant)
  // Of the chosen variant: what another one cost says nothing about this price.
  const mine = history.variants.find(v => v.variant === offer.variant)
  if (!mine) return null
  const age = Math.ceil((Date.parse(history.asOf) - Date.parse(mine.since)) / 86_400_000)
  // A product of a week has no lowest price of 90 days, and one of a month at least may call its price low at all.
  const days = Math.min(90, Math.max(1, age))
  const moved = new Set(points.map(p => p.price.minor)).size > 1
  return (
    <div ref={box} className="mt-3 grid gap-2">
      {moved && days >= 30 && BigInt(offer.price.minor) <= BigInt(mine.low90.minor) && (
        <span>
          <Badge tone="ok">{t.isLow(days)}</Badge>
        </span>
      )}
      {moved ? (
        <>
          <Sparkline points={points} since={mine.since} asOf={history.asOf} now={offer.price} label={t.history(days)} />
          <dl className="num flex flex-wrap gap-x-6 gap-y-1 text-meta">
            {days > 30 && <Low label={t.lowOf(30)} value={money(mine.low30)} />}
            <Low label={t.lowOf(days)} value={money(mine.low90)} note={shortDate(mine.low90At)} />
          </dl>
        </>
      ) : (
        <p className="text-meta text-ink-2">{days < 90 ? t.steadySince(shortDate(mine.since)) : t.steady}</p>
      )}
    </div>
  )
}

function Low({ label, value, note }: { label: string; value: string; note?: string }) {
  return (
    <div className="flex gap-2">
      <dt className="text-ink-2">{label}</dt>
      <dd className="font-semibold">
        {value} {note && <span className="font-normal text-ink-2">{note}</span>}
      </dd>
    </div>
  )
}
