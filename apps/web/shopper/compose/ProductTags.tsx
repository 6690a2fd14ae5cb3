import { useState } from 'react'
import { langTag } from '../../i18n/core.ts'
import { textIn } from '../../i18n/format.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Plus, X } from '../../ui/core/icons.tsx'
import { Button, IconButton, Money, Thumb } from '../../ui/core/index.ts'
import { type Draft, setDraft, type Tagged } from './draft.ts'
import { ProductPicker } from './ProductPicker.tsx'

export function ProductTags({ draft }: { draft: Draft }) {
  const t = useMore().compose
  const [open, setOpen] = useState(false)
  const { products } = draft
  const toggle = (card: Tagged) =>
    setDraft({
      products: products.some(p => p.id === card.id) ? products.filter(p => p.id !== card.id) : [...products, card].slice(0, 10),
    })
  return (
    <section className="grid gap-2">
      <h2 className="text-lead font-semibold">{t.products}</h2>
      <p className="text-meta text-ink-2">{draft.grownFrom ? t.fromOrder : t.productsHint}</p>
      {products.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {products.map(p => {
            const name = textIn(p.name)
            return (
              <li key={p.id} className="flex items-center gap-3 py-2">
                <Thumb src={p.picture ?? undefined} width={52} height={52} className="size-[52px] rounded-thumb" />
                <span className="min-w-0 flex-1">
                  <span lang={langTag(name.lang)} className="line-clamp-1 font-medium">
                    {name.text}
                  </span>
                  {p.price && <Money of={p.price} className="text-meta text-ink-2" />}
                </span>
                <IconButton label={t.untag(name.text)} className="-me-2 text-ink-2" onClick={() => toggle(p)}>
                  <X size={18} />
                </IconButton>
              </li>
            )
          })}
        </ul>
      )}
      {products.length < 10 && (
        <Button className="justify-self-start" onClick={() => setOpen(true)}>
          <Plus size={18} />
          {t.addProduct}
        </Button>
      )}
      {open && <ProductPicker chosen={products} onToggle={toggle} onClose={() => setOpen(false)} />}
    </section>
  )
}
