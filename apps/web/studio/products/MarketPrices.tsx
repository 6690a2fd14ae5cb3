import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ask, type Reply } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import type { Money, Product, Variant } from '../../client/types.ts'
import { intlTag } from '../../i18n/core.ts'
import { money } from '../../i18n/format.ts'
import { useBorders } from '../../i18n/studio/borders/index.ts'
import { Button, SelectField, toast } from '../../ui/core/index.ts'
import { Link, MoneyField, Panel, Problem, RowsLoading } from '../../ui/desk/index.ts'
import { marketCurrency } from '../markets.ts'
import { useMyShop } from '../shop-choice.ts'
import { exchanged } from './exchanged.ts'
import { variantName } from './VariantsPanel.tsx'

type Rates = Reply<'GET /v1/rates'>['items']
type Listed = Reply<'GET /v1/products/{id}/market-prices'>['items']
/** Columns that stand open at first; the others are asked for. */
const firstMarkets = 6

/** What each country pays for each variant; an empty field is the exchanged price, which stands beneath as a hint. */
export function MarketPrices({ product }: { product: Product }) {
  const t = useBorders()
  const { slug } = useMyShop()
  const path = { params: { path: { id: product.id } } }
  const shop = useQuery({
    queryKey: ['shop', slug],
    queryFn: () => ask(api.GET('/v1/shops/{slug}', { params: { path: { slug } } })),
    staleTime: 10 * 60_000,
  })
  const listed = useQuery({
    queryKey: ['market-prices', product.id],
    queryFn: () => ask(api.GET('/v1/products/{id}/market-prices', path)),
  })
  const offers = useQuery({
    queryKey: ['offers', product.id],
    queryFn: () => ask(api.GET('/v1/products/{id}/offers', path)),
    retry: false,
  })
  const rates = useQuery({ queryKey: ['rates'], queryFn: () => ask(api.GET('/v1/rates')), staleTime: 60_000 })
  const [more, setMore] = useState<readonly string[]>([])
  const failed = [shop, listed, rates].find(q => q.error && !q.data)
  if (failed)
    return (
      <Panel title={t.prices}>
        <Problem error={failed.error} retry={() => void failed.refetch()} />
      </Panel>
    )
  if (!shop.data || !listed.data || !rates.data || offers.isPending)
    return (
      <Panel title={t.prices}>
        <RowsLoading rows={2} />
      </Panel>
    )
  const reached = [...new Set(shop.data.delivery.flatMap(d => d.countries))].filter(c => c in marketCurrency)
  const set = listed.data.items.map(i => i.market)
  const all = [...new Set([...set, ...reached])]
  const open = [...new Set([...set, ...reached.slice(0, firstMarkets), ...more])]
  return (
    <Panel title={t.prices}>
      <p className="mb-3 text-ink-2">{all.length > 0 ? t.pricesNote : t.pricesNone}</p>
      {all.length === 0 && <Link to="/shop">{t.toShop}</Link>}
      {all.length > 0 && (
        <ul className="m-0 grid list-none p-0">
          {product.variants.map(v => (
            <li key={v.id} className="border-t border-line py-4 first:border-0 first:pt-0 last:pb-0">
              <Row
                product={product}
                variant={v}
                markets={open}
                listed={listed.data.items}
                base={offers.data?.offers.find(o => o.variant === v.id)?.price}
                rates={rates.data.items}
              />
            </li>
          ))}
        </ul>
      )}
      <More markets={all.filter(c => !open.includes(c))} onMore={c => setMore([...more, c])} />
    </Panel>
  )
}

function More({ markets, onMore }: { markets: readonly string[]; onMore: (market: string) => void }) {
  const t = useBorders()
  const names = new Intl.DisplayNames(intlTag(), { type: 'region' })
  if (markets.length === 0) return null
  return (
    <SelectField
      label={t.addMarket}
      className="mt-4 max-w-[280px]"
      value=""
      options={[{ value: '', label: '–' }, ...markets.map(c => ({ value: c, label: names.of(c) ?? c }))]}
      onChange={c => c && onMore(c)}
    />
  )
}

interface RowProps {
  readonly product: Product
  readonly variant: Variant
  readonly markets: readonly string[]
  readonly listed: Listed
  readonly base: Money | undefined
  readonly rates: Rates
}
function Row({ product, variant, markets, listed, base, rates }: RowProps) {
  const t = useBorders()
  const names = new Intl.DisplayNames(intlTag(), { type: 'region' })
  const now = (market: string) => listed.find(i => i.variant === variant.id && i.market === market)?.price.minor ?? ''
  /** Only what was touched; null while it is no amount. */
  const [typed, setTyped] = useState<Readonly<Record<string, string | null>>>({})
  const changed = markets.filter(m => m in typed && typed[m] !== now(m))
  const save = useMutation({
    mutationFn: async () => {
      let last: Reply<'PUT /v1/variants/{id}/market-prices/{market}'> | undefined
      for (const market of changed) {
        const minor = typed[market]
        const price = minor ? { minor, currency: marketCurrency[market] ?? '' } : null
        last = await ask(
          api.PUT('/v1/variants/{id}/market-prices/{market}', { params: { path: { id: variant.id, market } }, body: { price } }),
        )
      }
      return last
    },
    onSuccess: () => toast(t.saved),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['market-prices', product.id] }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (changed.length > 0 && changed.every(m => typed[m] !== null)) save.mutate()
  }
  return (
    <form onSubmit={submit} className="grid gap-3">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold">{variantName(product, variant) || t.only}</span>
        <span className="num text-caption text-ink-3">
          {t.sku} {variant.sku} · {base ? money(base) : t.noPrice}
        </span>
      </div>
      <div className="grid grid-cols-2 items-start gap-3 desk:grid-cols-4">
        {markets.map(m => (
          <MoneyField
            key={m}
            label={names.of(m) ?? m}
            currency={marketCurrency[m] ?? ''}
            value={(m in typed ? typed[m] : now(m)) ?? now(m)}
            hint={hintOf(t, base, marketCurrency[m] ?? '', rates)}
            onChange={minor => setTyped(all => ({ ...all, [m]: minor }))}
          />
        ))}
      </div>
      <Problem error={save.error} />
      {changed.length > 0 && (
        <div>
          <Button type="submit" kind="act" busy={save.isPending} disabled={changed.some(m => typed[m] === null)}>
            {t.save}
          </Button>
        </div>
      )}
    </form>
  )
}

function hintOf(t: ReturnType<typeof useBorders>, base: Money | undefined, currency: string, rates: Rates): string {
  if (!base) return t.noPrice
  if (base.currency === currency) return money(base)
  const there = exchanged(base, currency, rates)
  return there ? t.exchanged(money(there)) : t.noRate(base.currency)
}
