import { useState } from 'react'
import { langTag } from '../../i18n/core.ts'
import { textIn } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { usePromotions } from '../../i18n/studio/promotions/index.ts'
import { X } from '../../ui/core/icons.tsx'
import { Button, IconButton, SelectField } from '../../ui/core/index.ts'
import { CheckBox, Panel } from '../../ui/desk/index.ts'
import { categories } from '../products/draft.ts'
import type { Draft, Scope } from './draft.ts'
import { ProductChooser } from './ProductChooser.tsx'
import { useProducts } from './promotions-data.ts'

interface PartProps {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  readonly wrong: string | null
}
/** What it is for: everything, some products or some categories. */
export function ScopeFields({ draft, change, wrong }: PartProps) {
  const t = usePromotions()
  const p = useT().products
  const scopes: readonly Scope[] = ['all', 'products', 'categories']
  const toggle = (category: Draft['categories'][number], on: boolean) =>
    change({ categories: on ? [...draft.categories, category] : draft.categories.filter(c => c !== category) })
  return (
    <Panel title={t.forWhat}>
      <div className="grid gap-3">
        <SelectField
          label={t.forWhat}
          className="max-w-[320px] [&>label]:sr-only"
          value={draft.scope}
          options={scopes.map(s => ({ value: s, label: t.scopes[s] }))}
          onChange={s => change({ scope: s as Scope })}
        />
        {draft.scope === 'products' && <Chosen draft={draft} change={change} />}
        {draft.scope === 'categories' && (
          <ul className="m-0 flex list-none flex-wrap gap-x-5 gap-y-1 p-0">
            {categories.map(c => (
              <li key={c} className="flex min-h-11 items-center gap-2">
                <CheckBox label={p.categories[c]} on={draft.categories.includes(c)} set={on => toggle(c, on)} />
                <span aria-hidden="true">{p.categories[c]}</span>
              </li>
            ))}
          </ul>
        )}
        {wrong && (
          <p role="alert" className="text-meta text-danger">
            {wrong}
          </p>
        )}
      </div>
    </Panel>
  )
}

const named = 30
function Chosen({ draft, change }: Omit<PartProps, 'wrong'>) {
  const t = usePromotions()
  const unnamed = useT().products.unnamed
  const [choosing, setChoosing] = useState(false)
  const products = useProducts(draft.products.slice(0, named))
  const out = (id: string) => change({ products: draft.products.filter(x => x !== id) })
  return (
    <>
      <ul className="m-0 flex list-none flex-wrap gap-2 p-0">
        {draft.products.slice(0, named).map(id => {
          const { text, lang } = textIn(products.get(id)?.name ?? {})
          return (
            <li key={id} className="flex max-w-full items-center gap-1 rounded-chip border border-line ps-3">
              <span lang={langTag(lang)} className="truncate">
                {products.has(id) ? text || unnamed : '…'}
              </span>
              <IconButton label={t.takeOut(text || unnamed)} onClick={() => out(id)}>
                <X size={16} />
              </IconButton>
            </li>
          )
        })}
        {draft.products.length > named && <li className="self-center text-ink-2">{t.more(draft.products.length - named)}</li>}
      </ul>
      <div>
        <Button onClick={() => setChoosing(true)}>{t.choose}</Button>
      </div>
      {choosing && (
        <ProductChooser
          chosen={new Set(draft.products)}
          onToggle={row =>
            draft.products.includes(row.id) ? out(row.id) : change({ products: [...draft.products, row.id].slice(0, 200) })
          }
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  )
}
