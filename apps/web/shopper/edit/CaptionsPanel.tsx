import { type EditList, limits } from '#engines/edit'
import { type Language, languages } from '../../i18n/core.ts'
import { useEdit } from '../../i18n/shopper/edit/index.ts'
import { Plus, Trash2 } from '../../ui/core/icons.tsx'
import { Button, Field, IconButton, SelectField } from '../../ui/core/index.ts'
import { useCaptionLanguage } from './caption-language.ts'
import { change, editing, spanHere, useEditing } from './editing.ts'
import { SpanFields } from './fields.tsx'
import { player } from './player.ts'

const tongues: Readonly<Record<Language, string>> = { en: 'English', ja: '日本語', zh: '中文' }
export function CaptionsPanel() {
  const t = useEdit()
  const list = useEditing(s => s.list)
  const language = useCaptionLanguage()
  if (!list) return null
  const put = (i: number, by: Partial<EditList['cues'][number]>) =>
    change(l => ({ ...l, cues: l.cues.map((c, k) => (k === i ? { ...c, ...by } : c)) }), `cue:${i}:${Object.keys(by).join()}`)
  const add = () => change(l => ({ ...l, cues: [...l.cues, { words: '', ...spanHere(l, editing().t, 2500) }] }))
  return (
    <>
      <p className="edit-hint">{t.captionsHint}</p>
      {list.cues.map((cue, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: captions have no name but their place
        <fieldset key={i} className="edit-part">
          <legend>{t.cue(i + 1)}</legend>
          <div className="flex items-end gap-2">
            <Field
              className="flex-1"
              label={t.words}
              value={cue.words}
              maxLength={200}
              onChange={event => put(i, { words: event.target.value })}
              onFocus={() => player.seek(cue.from)}
            />
            <IconButton label={t.remove} onClick={() => change(l => ({ ...l, cues: l.cues.filter((_, k) => k !== i) }))}>
              <Trash2 size={18} />
            </IconButton>
          </div>
          <SpanFields from={cue.from} to={cue.to} onChange={span => put(i, span)} />
        </fieldset>
      ))}
      <Button className="justify-self-start" disabled={list.cues.length >= limits.cues} onClick={add}>
        <Plus size={18} />
        {t.addCue}
      </Button>
      {list.cues.length > 0 && (
        <SelectField
          label={t.captionsLanguage}
          value={language}
          options={languages.map(value => ({ value, label: tongues[value] }))}
          onChange={value => useCaptionLanguage.setState(value as Language, true)}
        />
      )}
    </>
  )
}
