import { useState } from 'react'
import type { Product } from '../../client/types.ts'
import { useT } from '../../i18n/studio/index.ts'
import { Field, SelectField } from '../../ui/core/index.ts'
import { Panel, TextsField } from '../../ui/desk/index.ts'
import { type Category, categories, type Draft } from './draft.ts'
import { Pictures } from './Pictures.tsx'
import { TextsPanel } from './TextsPanel.tsx'

type Change = (part: Partial<Draft> | ((now: Draft) => Partial<Draft>)) => void
interface DraftFormProps {
  readonly draft: Draft
  readonly change: Change
  readonly wrongName?: string | null
  /** Pictures are on their way or not; stable. */
  readonly onBusy: (busy: boolean) => void
  /** Of a product that exists: its texts have states. */
  readonly written?: Product['written']
}
/** Texts, basics and pictures: the same in a new product and in one that exists. */
export function DraftForm({ draft, change, wrongName, onBusy, written }: DraftFormProps) {
  const t = useT()
  return (
    <>
      {written !== undefined ? (
        <TextsPanel draft={draft} change={part => change(part)} written={written} wrongName={wrongName ?? null} />
      ) : (
        <Panel title={t.product.texts} aside={<span className="text-meta text-ink-2">{t.product.textsHint}</span>}>
          <div className="grid gap-5">
            <TextsField
              label={t.product.name}
              maxLength={200}
              value={draft.name}
              onChange={name => change({ name })}
              wrong={wrongName}
            />
            <TextsField
              label={t.product.description}
              long
              maxLength={10_000}
              value={draft.description}
              onChange={description => change({ description })}
            />
          </div>
        </Panel>
      )}
      <Pictures value={draft.pictures} onBusy={onBusy} onChange={next => change(now => ({ pictures: next(now.pictures) }))} />
      <Panel title={t.product.basics}>
        <div className="grid gap-3 desk:grid-cols-2">
          <SelectField
            label={t.product.category}
            value={draft.category}
            options={categories.map(c => ({ value: c, label: t.products.categories[c] }))}
            onChange={value => change({ category: value as Category })}
          />
          <Tags value={draft.tags} onChange={tags => change({ tags })} />
        </div>
      </Panel>
    </>
  )
}

const split = (typed: string): string[] =>
  [
    ...new Set(
      typed
        .split(/[,、，]/)
        .map(x => x.trim().slice(0, 60))
        .filter(Boolean),
    ),
  ].slice(0, 20)

function Tags({ value, onChange }: { value: readonly string[]; onChange: (tags: string[]) => void }) {
  const t = useT()
  const [typed, setTyped] = useState(value.join(', '))
  const text = split(typed).join('\n') === value.join('\n') ? typed : value.join(', ')
  return (
    <Field
      label={t.product.tags}
      hint={t.product.tagsHint}
      value={text}
      onChange={e => {
        setTyped(e.target.value)
        onChange(split(e.target.value))
      }}
    />
  )
}
