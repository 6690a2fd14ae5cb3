import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import type { Money, Product } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { money, said, textIn } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { usePromotions } from '../../i18n/studio/promotions/index.ts'
import { X } from '../../ui/core/icons.tsx'
import { Button, Field, IconButton } from '../../ui/core/index.ts'
import { MoneyField, Panel } from '../../ui/desk/index.ts'
import { digitsOf } from '../products/draft.ts'
import type { Row } from '../products/list-data.ts'
import type { Draft, DraftItem } from './draft.ts'
import { ProductChooser } from './ProductChooser.tsx'
import { type Offer, useProducts } from './promotions-data.ts'

interface FlashProps {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  readonly currency: string
  readonly wrong: string | null
  readonly offer: Offer | null
}
/** Today's ordinary prices by variant, to set a flash price beside them. */
function usePrices(products: readonly string[]): ReadonlyMap<string, Money> {
  return useQueries({
    queries: products.map(id => ({
      queryKey: ['offers', id],
      queryFn: () => ask(api.GET('/v1/products/{id}/offers', { params: { path: { id } } })),
      staleTime: 60_000,
      retry: false,
    })),
    combine: found => new Map(found.flatMap(q => (q.data?.offers ?? []).map(o => [o.variant, o.price] as const))),
  })
}

/** Variants with their flash price and how many pieces there are at it. */
export function FlashFields({ draft, change, currency, wrong, offer }: FlashProps) {
  const t = usePromotions()
  const [choosing, setChoosing] = useState(false)
  const ids = [...new Set(draft.items.map(i => i.product))]
  const [products, prices] = [useProducts(ids), usePrices(ids)]
  const set = (variant: string, part: Partial<DraftItem>) =>
    change({ items: draft.items.map(i => (i.variant === variant ? { ...i, ...part } : i)) })
  const toggle = (row: Row) =>
    change({
      items: ids.includes(row.id)
        ? draft.items.filter(i => i.product !== row.id)
        : [...draft.items, ...row.variants.map(v => ({ variant: v.id, product: row.id, price: '', limit: '' }))].slice(0, 100),
    })
  return (
    <Panel title={t.flashItems} aside={<span className="text-meta text-ink-2">{t.flashHint}</span>}>
      <div className="grid gap-4">
        {draft.items.map(i => (
          <Item
            key={i.variant}
            item={i}
            product={products.get(i.product)}
            now={prices.get(i.variant)}
            sold={offer?.items.find(x => x.variant === i.variant)?.sold ?? 0}
            currency={currency}
            set={part => set(i.variant, part)}
            out={() => change({ items: draft.items.filter(x => x.variant !== i.variant) })}
          />
        ))}
        {wrong && (
          <p role="alert" className="text-meta text-danger">
            {wrong}
          </p>
        )}
        <div>
          <Button onClick={() => setChoosing(true)}>{t.choose}</Button>
        </div>
        <Field
          label={t.perBuyer}
          hint={t.empty}
          className="max-w-[220px]"
          inputMode="numeric"
          maxLength={4}
          value={draft.perPerson}
          onChange={e => change({ perPerson: digitsOf(e.target.value) })}
        />
      </div>
      {choosing && <ProductChooser chosen={new Set(ids)} onToggle={toggle} onClose={() => setChoosing(false)} />}
    </Panel>
  )
}

interface ItemProps {
  readonly item: DraftItem
  readonly product: Product | undefined
  readonly now: Money | undefined
  readonly sold: number
  readonly currency: string
  readonly set: (part: Partial<DraftItem>) => void
  readonly out: () => void
}
function Item({ item, product, now, sold, currency, set, out }: ItemProps) {
  const t = usePromotions()
  const unnamed = useT().products.unnamed
  const { text, lang } = textIn(product?.name ?? {})
  const variant = product?.variants.find(v => v.id === item.variant)
  const choice = (variant?.choice ?? [])
    .map((key, i) => said(product?.options[i]?.values.find(v => v.key === key)?.name ?? {}))
    .filter(Boolean)
    .join(' · ')
  const name = product ? [text || unnamed, choice].filter(Boolean).join(' · ') : '…'
  return (
    <div className="grid items-start gap-3 border-b border-line pb-4 desk:grid-cols-[1fr_160px_120px_44px]">
      <div className="flex min-w-0 items-start justify-between gap-2 desk:pt-8">
        <span className="min-w-0">
          <span lang={langTag(lang)} className="block font-medium break-words">
            {name}
          </span>
          <span className="num block text-caption text-ink-2">
            {[...(now ? [t.priceNow(money(now))] : []), ...(sold > 0 ? [t.soldSo(sold)] : [])].join(' · ')}
          </span>
        </span>
        <Out name={name} sold={sold} out={out} className="desk:hidden" />
      </div>
      <div className="grid grid-cols-2 gap-3 desk:contents">
        <MoneyField label={t.flashPrice} currency={currency} value={item.price ?? ''} onChange={price => set({ price })} />
        <Field
          label={t.pieces}
          hint={t.empty}
          inputMode="numeric"
          maxLength={7}
          value={item.limit}
          onChange={e => set({ limit: digitsOf(e.target.value) })}
        />
      </div>
      <Out name={name} sold={sold} out={out} className="hidden desk:mt-7 desk:grid" />
    </div>
  )
}
function Out({ name, sold, out, className }: { name: string; sold: number; out: () => void; className: string }) {
  const t = usePromotions()
  if (sold > 0) return null
  return (
    <IconButton label={t.takeOut(name)} onClick={out} className={className}>
      <X size={18} />
    </IconButton>
  )
}
