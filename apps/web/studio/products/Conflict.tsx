import { useState } from 'react'
import { langTag, languages } from '../../i18n/core.ts'
import { useDesk } from '../../i18n/desk/index.ts'
import { useT } from '../../i18n/studio/index.ts'
import { useList } from '../../i18n/studio/list/index.ts'
import { Button, Thumb } from '../../ui/core/index.ts'
import { Modal } from '../../ui/desk/index.ts'
import { type Draft, differences } from './draft.ts'

interface ConflictProps {
  readonly mine: Draft
  readonly theirs: Draft
  readonly busy: boolean
  readonly onClose: () => void
  readonly onTheirs: () => void
  readonly onSave: (merged: Draft) => void
}
/** Both versions side by side; for each part that differs one is chosen. Nothing is decided for the person. */
export function Conflict({ mine, theirs, busy, onClose, onTheirs, onSave }: ConflictProps) {
  const t = useT()
  const l = useList()
  const parts = differences(mine, theirs)
  const [taken, setTaken] = useState<ReadonlySet<keyof Draft>>(new Set())
  const choose = (part: keyof Draft, them: boolean) => {
    const next = new Set(taken)
    if (them) next.add(part)
    else next.delete(part)
    setTaken(next)
  }
  const merged = (): Draft => ({ ...mine, ...Object.fromEntries([...taken].map(k => [k, theirs[k]])) })
  const words = {
    name: t.product.name,
    description: t.product.description,
    drafts: l.texts.waiting,
    category: t.product.category,
    tags: t.product.tags,
    pictures: t.product.pictures,
  }
  return (
    <Modal wide title={t.product.conflictTitle} text={t.product.conflictText} onClose={onClose}>
      <div className="grid gap-4">
        {parts.map(part => (
          <fieldset key={part} className="m-0 border-0 p-0">
            <legend className="mb-1 font-semibold">{words[part]}</legend>
            <div className="grid gap-2 desk:grid-cols-2">
              {[false, true].map(them => (
                <label
                  key={String(them)}
                  className="grid cursor-pointer grid-cols-[auto_1fr] gap-2 rounded-chip border border-line p-3 has-checked:border-ink"
                >
                  <input
                    type="radio"
                    name={part}
                    className="mt-1"
                    checked={taken.has(part) === them}
                    onChange={() => choose(part, them)}
                  />
                  <span className="min-w-0">
                    <span className="text-meta text-ink-2">{them ? t.product.theirs : t.product.yours}</span>
                    <Part draft={them ? theirs : mine} part={part} />
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onTheirs}>{t.product.takeTheirs}</Button>
          <Button kind="act" busy={busy} onClick={() => onSave(merged())}>
            {t.product.keepYours}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

function Part({ draft, part }: { draft: Draft; part: keyof Draft }) {
  const t = useT()
  const d = useDesk()
  if (part === 'category') return <span className="block">{t.products.categories[draft.category]}</span>
  if (part === 'tags') return <span className="block">{draft.tags.join(', ') || t.product.nothing}</span>
  if (part === 'pictures')
    return (
      <span className="mt-1 flex flex-wrap gap-1">
        {draft.pictures.map(p => (
          <Thumb key={p.id} src={p.url} hash={p.thumbhash} className="size-12 rounded-thumb" />
        ))}
        {draft.pictures.length === 0 && t.product.nothing}
      </span>
    )
  const texts =
    part === 'drafts'
      ? Object.fromEntries(
          languages.map(l => [l, [draft.drafts[l]?.name, draft.drafts[l]?.description].filter(Boolean).join('\n')]),
        )
      : draft[part]
  return (
    <span className="grid gap-1">
      {languages.map(l => (
        <span key={l} className="line-clamp-6 whitespace-pre-line" lang={langTag(l)}>
          <span className="text-caption text-ink-3" lang={langTag()}>
            {d.texts[l]}{' '}
          </span>
          {texts[l] || t.product.nothing}
        </span>
      ))}
    </span>
  )
}
