import { type ReactNode, useState } from 'react'
import type { Texts } from '../../client/types.ts'
import { useT } from '../../i18n/studio/index.ts'
import { useList } from '../../i18n/studio/list/index.ts'
import { Button, Field, SelectField } from '../../ui/core/index.ts'
import type { Action } from './BulkBar.tsx'
import { type Category, categories, digitsOf } from './draft.ts'
import type { Change, PriceChange } from './list-data.ts'
import { PriceForm } from './PriceForm.tsx'

interface BulkFormProps {
  readonly action: Action
  readonly ids: readonly string[]
  readonly names: ReadonlyMap<string, Texts>
  readonly onCancel: () => void
  readonly onRun: (change: Change) => void
}
/** What an action still needs to know; archiving asks once more, because it can't be taken back. */
export function BulkForm({ action, ids, names, onCancel, onRun }: BulkFormProps) {
  const t = useT()
  const l = useList()
  const [tag, setTag] = useState('')
  const [category, setCategory] = useState<Category>('other')
  const [stock, setStock] = useState('')
  const [price, setPrice] = useState<PriceChange | null>(null)
  const bodies: Readonly<Record<Action, { change: Change | null; form: ReactNode }>> = {
    publish: { change: { do: action }, form: <p className="text-ink-2">{l.bulk.publishText}</p> },
    archive: { change: { do: action }, form: <p className="text-ink-2">{l.bulk.archiveText}</p> },
    approve_texts: { change: { do: action }, form: <p className="text-ink-2">{l.bulk.approveText}</p> },
    ...(Object.fromEntries(
      (['add_tag', 'remove_tag'] as const).map(a => [
        a,
        {
          change: tag.trim() ? { do: a, tag: tag.trim() } : null,
          form: <Field label={l.bulk.word} value={tag} maxLength={60} required onChange={e => setTag(e.target.value)} />,
        },
      ]),
    ) as Record<'add_tag' | 'remove_tag', { change: Change | null; form: ReactNode }>),
    category: {
      change: { do: action, category },
      form: (
        <SelectField
          label={t.products.category}
          value={category}
          options={categories.map(c => ({ value: c, label: t.products.categories[c] }))}
          onChange={c => setCategory(c as Category)}
        />
      ),
    },
    stock: {
      change: stock === '' || Number(stock) > 1_000_000 ? null : { do: action, stock: Number(stock) },
      form: (
        <Field
          label={l.bulk.pieces}
          hint={l.bulk.stockText}
          inputMode="numeric"
          maxLength={7}
          required
          value={stock}
          onChange={e => setStock(digitsOf(e.target.value))}
        />
      ),
    },
    price: { change: price && { do: action, price }, form: <PriceForm ids={ids} names={names} onChange={setPrice} /> },
  }
  const { change, form } = bodies[action]
  return (
    <form
      className="grid gap-4"
      onSubmit={e => {
        e.preventDefault()
        if (change) onRun(change)
      }}
    >
      {form}
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{l.bulk.cancel}</Button>
        <Button kind={action === 'archive' ? 'danger' : 'act'} type="submit" disabled={!change}>
          {action === 'archive' ? l.bulk.actions.archive : l.bulk.run}
        </Button>
      </div>
    </form>
  )
}
