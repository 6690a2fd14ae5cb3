import { langTag, languages, useLanguage } from '../../i18n/core.ts'
import { useDesk } from '../../i18n/desk/index.ts'
import { Field, TextArea } from '../core/index.ts'

export interface Texts {
  readonly en?: string | undefined
  readonly ja?: string | undefined
  readonly zh?: string | undefined
}
interface TextsFieldProps {
  readonly label: string
  readonly value: Texts
  readonly onChange: (next: Texts) => void
  readonly long?: boolean
  readonly maxLength: number
  readonly wrong?: string | null
  readonly hint?: string
}
/** The same text in three languages, side by side, the reader's own first; one is enough, an empty one is left out. */
export function TextsField({ label, value, onChange, long, maxLength, wrong, hint }: TextsFieldProps) {
  const t = useDesk()
  const now = useLanguage()
  return (
    <fieldset className="m-0 border-0 p-0">
      <legend className="mb-1 font-semibold">{label}</legend>
      {hint && <p className="mb-2 text-meta text-ink-3">{hint}</p>}
      <div className="grid gap-3 desk:grid-cols-3">
        {[now, ...languages.filter(l => l !== now)].map(l => {
          const props = {
            label: t.texts[l],
            value: value[l] ?? '',
            maxLength,
            lang: langTag(l),
            'aria-label': `${label}, ${t.texts[l]}`,
            'aria-invalid': wrong ? true : undefined,
          }
          const set = (text: string) => onChange({ ...value, [l]: text === '' ? undefined : text })
          return long ? (
            <TextArea key={l} {...props} rows={5} onChange={event => set(event.target.value)} />
          ) : (
            <Field key={l} {...props} onChange={event => set(event.target.value)} />
          )
        })}
      </div>
      {wrong && (
        <p role="alert" className="mt-1 text-meta text-danger">
          {wrong}
        </p>
      )}
    </fieldset>
  )
}
