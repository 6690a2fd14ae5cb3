import { useState } from 'react'
import { useT } from '../../i18n/studio/index.ts'
import { useList } from '../../i18n/studio/list/index.ts'
import { X } from '../../ui/core/icons.tsx'
import { Button, SelectField } from '../../ui/core/index.ts'
import { SearchField, useGo } from '../../ui/desk/index.ts'
import { type ColumnChoice, Columns } from './Columns.tsx'
import { categories } from './draft.ts'
import { changedDays, lacks, searchOf, sortOf, states, stocks } from './list-data.ts'

type Words = Readonly<Record<string, string | undefined>>
/** Filters as selects, what is in force as chips that can be dropped; all of it in the address. */
export function FilterBar({ words, columns }: { words: Words; columns: ColumnChoice }) {
  const l = useList()
  const go = useGo()
  const [open, setOpen] = useState(false)
  const set = (part: Record<string, string>) =>
    void go({ to: '/products', search: searchOf({ ...words, ...part }), replace: true })
  const selects = useSelects()
  const on = selects.filter(s => words[s.key] && s.options.some(o => o.value === words[s.key]))
  const chips = [
    ...on.map(s => ({ key: s.key, label: `${s.label}: ${s.options.find(o => o.value === words[s.key])?.label ?? ''}` })),
    ...(words.waiting === '1' ? [{ key: 'waiting', label: l.views.waiting }] : []),
    ...(words.tag ? [{ key: 'tag', label: l.filters.tag(words.tag) }] : []),
  ]
  return (
    <div className="mb-3 grid gap-2">
      <div className="flex flex-wrap items-end gap-2">
        <SearchField words={words.q ?? ''} set={q => ({ to: '/products', search: searchOf({ ...words, q }) })} />
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {l.filters.show}
          {on.length > 0 && <span className="count">{on.length}</span>}
        </Button>
        <SelectField
          label={l.sort.label}
          className="min-w-[150px] flex-1 desk:flex-none [&>label]:sr-only"
          value={sortOf(words)}
          options={sortOptions(l)}
          onChange={sort => set({ sort })}
        />
        <div className="hidden desk:block">
          <Columns {...columns} />
        </div>
      </div>
      {open && (
        <fieldset aria-label={l.filters.title} className="m-0 grid grid-cols-2 gap-2 border-0 p-0 desk:grid-cols-5">
          {selects.map(s => (
            <SelectField
              key={s.key}
              label={s.label}
              value={words[s.key] ?? ''}
              options={[{ value: '', label: l.filters.any }, ...s.options]}
              onChange={v => set({ [s.key]: v })}
            />
          ))}
        </fieldset>
      )}
      {chips.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {chips.map(c => (
            <button
              key={c.key}
              type="button"
              className="chip"
              data-size="small"
              aria-label={l.filters.drop(c.label)}
              onClick={() => set({ [c.key]: '' })}
            >
              {c.label}
              <X size={14} />
            </button>
          ))}
          {chips.length > 1 && (
            <Button
              size="small"
              kind="quiet"
              onClick={() => void go({ to: '/products', search: { q: words.q || undefined }, replace: true })}
            >
              {l.filters.clear}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

const sortOptions = (l: ReturnType<typeof useList>) => [
  { value: 'created', label: l.sort.created },
  { value: 'changed', label: l.sort.changed },
  { value: 'name', label: l.sort.name },
  { value: 'price', label: l.sort.price },
  { value: '-price', label: l.sort.priceDown },
  { value: 'stock', label: l.sort.stock },
  { value: '-stock', label: l.sort.stockDown },
]

function useSelects() {
  const t = useT()
  const l = useList()
  return [
    { key: 'state', label: l.filters.state, options: states.map(s => ({ value: s as string, label: t.products.states[s] })) },
    {
      key: 'category',
      label: l.filters.category,
      options: categories.map(c => ({ value: c as string, label: t.products.categories[c] })),
    },
    { key: 'stock', label: l.filters.stock, options: stocks.map(s => ({ value: s as string, label: l.filters.stocks[s] })) },
    { key: 'lacks', label: l.filters.lacks, options: lacks.map(s => ({ value: s as string, label: l.filters.lack[s] })) },
    { key: 'days', label: l.filters.changed, options: changedDays.map(n => ({ value: String(n), label: l.filters.days(n) })) },
  ]
}
