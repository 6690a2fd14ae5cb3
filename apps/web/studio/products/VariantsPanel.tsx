import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import type { Product, Variant } from '../../client/types.ts'
import { number, said } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { useStock } from '../../i18n/studio/stock/index.ts'
import { Button, Skeleton, toast } from '../../ui/core/index.ts'
import { Link, MoneyField, Panel, Problem } from '../../ui/desk/index.ts'
import { StockForm } from './StockForm.tsx'
import { useCurrency } from './shop-currency.ts'

export const variantName = (product: Product, variant: Variant): string =>
  product.options
    .map((o, i) => said(o.values.find(v => v.key === variant.choice[i])?.name ?? {}))
    .filter(Boolean)
    .join(' · ')

/** Price and stock are changed one by one and at once: each has a history of its own. */
export function VariantsPanel({ product }: { product: Product }) {
  const t = useT()
  const m = useStock()
  const currency = useCurrency()
  const offers = useQuery({
    queryKey: ['offers', product.id],
    queryFn: () => ask(api.GET('/v1/products/{id}/offers', { params: { path: { id: product.id } } })),
    retry: false,
  })
  return (
    <Panel
      title={t.product.options}
      aside={
        <>
          {product.options.length > 0 && <span className="text-meta text-ink-2">{t.product.optionsFixed}</span>}
          <Link to="/products/$product/stock" params={{ product: product.id }}>
            {m.title}
          </Link>
        </>
      }
    >
      <ul className="grid">
        {product.variants.map(v => (
          <li
            key={v.id}
            className="grid items-start gap-x-4 gap-y-3 border-t border-line py-4 first:border-0 first:pt-0 last:pb-0 desk:grid-cols-[minmax(0,1fr)_280px_minmax(0,1fr)]"
          >
            <div className="min-w-0">
              <div className="font-semibold">{variantName(product, v) || t.product.only}</div>
              <div className="num text-caption text-ink-3">
                {t.product.sku} {v.sku}
                {v.gtin && ` · ${t.product.gtin} ${v.gtin}`}
                {v.weightGrams > 0 && ` · ${number(v.weightGrams)} g`}
              </div>
            </div>
            {currency && !offers.isPending ? (
              <PriceForm
                product={product.id}
                variant={v.id}
                currency={currency}
                now={offers.data?.offers.find(o => o.variant === v.id)?.price.minor ?? ''}
              />
            ) : (
              <Skeleton className="h-[58px]" />
            )}
            <Stock product={product} variant={v} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function PriceForm({ product, variant, currency, now }: { product: string; variant: string; currency: string; now: string }) {
  const t = useT()
  const [minor, setMinor] = useState<string | null>(now)
  const set = useMutation({
    mutationFn: (price: string) =>
      ask(api.PUT('/v1/variants/{id}/price', { params: { path: { id: variant } }, body: { price: { minor: price, currency } } })),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['offers', product] })
      toast(t.product.priceSet)
    },
  })
  const fits = minor !== null && minor !== ''
  return (
    <form
      className="grid gap-2"
      onSubmit={e => {
        e.preventDefault()
        if (fits) set.mutate(minor)
      }}
    >
      <div className="flex items-end gap-2">
        <MoneyField label={t.product.price} className="flex-1" currency={currency} value={minor ?? now} onChange={setMinor} />
        <Button type="submit" disabled={!fits || minor === now} busy={set.isPending}>
          {t.product.priceNow}
        </Button>
      </div>
      <Problem error={set.error} />
    </form>
  )
}

function Stock({ product, variant }: { product: Product; variant: Variant }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const stock = useQuery({
    queryKey: ['stock', variant.id],
    queryFn: () => ask(api.GET('/v1/variants/{id}/stock', { params: { path: { id: variant.id } } })),
  })
  if (stock.error && !stock.data) return <Problem error={stock.error} retry={() => void stock.refetch()} />
  const s = stock.data
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 desk:justify-end desk:pt-5">
      {s ? (
        <div className="num">
          <div className="font-semibold">{t.product.availableN(number(s.available))}</div>
          <div className="text-caption text-ink-3">
            {[t.product.onHandN(number(s.onHand)), t.product.reservedN(number(s.reserved)), t.product.soldN(number(s.sold))].join(
              ' · ',
            )}
          </div>
        </div>
      ) : (
        <Skeleton className="h-9 w-40" />
      )}
      {!s?.bundle && (
        <Button disabled={!s} onClick={() => setOpen(true)}>
          {t.product.change}
        </Button>
      )}
      {open && s && (
        <StockForm name={variantName(product, variant) || said(product.name)} stock={s} onClose={() => setOpen(false)} />
      )}
    </div>
  )
}
