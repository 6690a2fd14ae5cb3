import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { type EditList, lengthOf, limits } from '#engines/edit'
import { textIn } from '../../i18n/format.ts'
import { useEdit } from '../../i18n/shopper/edit/index.ts'
import { Plus, Trash2 } from '../../ui/core/icons.tsx'
import { Button } from '../../ui/core/index.ts'
import type { Tagged } from '../compose/draft.ts'
import { ProductPicker } from '../compose/ProductPicker.tsx'
import { change, editing, settle, useEditing } from './editing.ts'
import { NumberField, SpanFields } from './fields.tsx'

const share = { min: 0, max: 1, per: 0.01, unit: '%' } as const

/** Products, each pinned to its time. */
export function ProductPanel() {
  const t = useEdit()
  const { list, products } = useEditing(useShallow(s => ({ list: s.list, products: s.products })))
  const [open, setOpen] = useState(false)
  if (!list) return null
  const put = (product: string, by: Partial<EditList['tags'][number]>, key: string | null = null) =>
    change(l => ({ ...l, tags: l.tags.map(g => (g.product === product ? { ...g, ...by } : g)) }), key)
  const drop = (product: string) => change(l => ({ ...l, tags: l.tags.filter(g => g.product !== product) }))
  const chosen = list.tags.flatMap(g => products.find(p => p.id === g.product) ?? [])
  return (
    <>
      <p className="edit-hint">{t.productHint}</p>
      {list.tags.map(tag => {
        const card = products.find(p => p.id === tag.product)
        const name = card ? textIn(card.name).text : tag.product
        return (
          <fieldset key={tag.product} className="edit-part">
            <legend>{name}</legend>
            <SpanFields from={tag.from} to={tag.to} onChange={span => put(tag.product, span)} />
            <div className="edit-row">
              <NumberField label={t.acrossAt} value={tag.x} {...share} onChange={x => put(tag.product, { x })} />
              <NumberField label={t.downAt} value={tag.y} {...share} onChange={y => put(tag.product, { y })} />
              <Button size="small" aria-label={t.untag(name)} onClick={() => drop(tag.product)}>
                <Trash2 size={16} />
                {t.remove}
              </Button>
            </div>
          </fieldset>
        )
      })}
      {list.tags.length < limits.tags && (
        <Button className="justify-self-start" onClick={() => setOpen(true)}>
          <Plus size={18} />
          {t.addProduct}
        </Button>
      )}
      {open && (
        <ProductPicker
          chosen={chosen}
          onToggle={card => (list.tags.some(g => g.product === card.id) ? drop(card.id) : tagProduct(card))}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
/** Shown over the whole clip, until its time is narrowed. */
export function tagProduct(card: Tagged): void {
  const { products } = editing()
  if (products.every(p => p.id !== card.id)) useEditing.setState({ products: [...products, card] })
  settle()
  change(l =>
    l.tags.some(g => g.product === card.id) || l.tags.length >= limits.tags
      ? l
      : { ...l, tags: [...l.tags, { product: card.id, x: 0.44, y: 0.7, from: 0, to: lengthOf(l) }] },
  )
}
