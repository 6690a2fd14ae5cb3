import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { langTag } from '../../i18n/core.ts'
import { useDesk } from '../../i18n/desk/index.ts'
import { textIn } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { usePromotions } from '../../i18n/studio/promotions/index.ts'
import { Check, Plus } from '../../ui/core/icons.tsx'
import { Button, Field, Thumb } from '../../ui/core/index.ts'
import { Modal, Problem, RowsLoading, useDebounced } from '../../ui/desk/index.ts'
import { askPage, type Row } from '../products/list-data.ts'
import { useMyShop } from '../shop-choice.ts'

interface ChooserProps {
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (row: Row) => void
  readonly onClose: () => void
}
/** The shop's products on sale, found by words. */
export function ProductChooser({ chosen, onToggle, onClose }: ChooserProps) {
  const t = usePromotions()
  const d = useDesk()
  const { shop } = useMyShop()
  const [typed, setTyped] = useState('')
  const words = useDebounced(typed.trim())
  const found = useQuery({
    queryKey: ['choose-products', shop, words],
    queryFn: () => askPage(shop, { state: 'live', ...(words && { words }) }, 'created', ''),
    placeholderData: before => before,
  })
  return (
    <Modal wide title={t.choose} onClose={onClose}>
      <Field
        label={d.search}
        type="search"
        maxLength={100}
        value={typed}
        onChange={e => setTyped(e.target.value)}
        className="mb-3"
      />
      {found.isPending && <RowsLoading rows={4} />}
      {!found.data && <Problem error={found.error} retry={() => void found.refetch()} />}
      {found.data?.items.length === 0 && <p className="py-6 text-center text-ink-2">{t.noneFound}</p>}
      <ul className="m-0 grid max-h-[50dvh] list-none divide-y divide-line overflow-auto p-0">
        {found.data?.items.map(row => (
          <li key={row.id}>
            <Choice row={row} on={chosen.has(row.id)} onToggle={() => onToggle(row)} />
          </li>
        ))}
      </ul>
      <div className="mt-3 flex items-center justify-between gap-3">
        <span className="num text-meta text-ink-2">{t.chosen(chosen.size)}</span>
        <Button kind="act" onClick={onClose}>
          {t.done}
        </Button>
      </div>
    </Modal>
  )
}

function Choice({ row, on, onToggle }: { row: Row; on: boolean; onToggle: () => void }) {
  const t = useT()
  const { text, lang } = textIn(row.name)
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onToggle}
      className="flex min-h-14 w-full items-center gap-3 border-0 bg-transparent py-1.5 text-start"
    >
      {row.cover ? (
        <Thumb src={row.cover.url} hash={row.cover.thumbhash} className="size-11 flex-none rounded-thumb" />
      ) : (
        <span className="size-11 flex-none rounded-thumb bg-sunk" />
      )}
      <span lang={langTag(lang)} className="line-clamp-2 min-w-0 flex-1">
        {text || t.products.unnamed}
      </span>
      {on ? <Check className="flex-none text-ok" /> : <Plus className="flex-none text-ink-2" />}
    </button>
  )
}
