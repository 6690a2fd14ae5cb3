import { useT } from '../../i18n/studio/index.ts'
import { Button } from '../../ui/core/index.ts'
import { TextsField } from '../../ui/desk/index.ts'
import type { DraftOption } from './draft.ts'

interface OptionsProps {
  readonly value: readonly DraftOption[]
  readonly onChange: (next: readonly DraftOption[]) => void
}
let lastOption = 0
let lastValue = 0
const newValue = () => ({ key: `v${++lastValue}`, name: {} })

/** Up to three options with their values; the combinations become variants. */
export function Options({ value, onChange }: OptionsProps) {
  const t = useT()
  const set = (at: number, option: DraftOption) => onChange(value.map((o, i) => (i === at ? option : o)))
  return (
    <div className="grid gap-4">
      <p className="text-ink-2">{t.product.optionsHint}</p>
      {value.map((o, i) => (
        <OptionForm
          key={o.id}
          n={i + 1}
          option={o}
          onChange={next => set(i, next)}
          remove={() => onChange(value.filter(x => x !== o))}
        />
      ))}
      {value.length < 3 && (
        <div>
          <Button
            size="small"
            onClick={() => onChange([...value, { id: ++lastOption, name: {}, values: [newValue(), newValue()] }])}
          >
            {t.product.addOption}
          </Button>
        </div>
      )}
    </div>
  )
}

interface OptionFormProps {
  readonly n: number
  readonly option: DraftOption
  readonly onChange: (next: DraftOption) => void
  readonly remove: () => void
}
function OptionForm({ n, option, onChange, remove }: OptionFormProps) {
  const t = useT()
  const { values } = option
  return (
    <div className="grid gap-3 rounded-chip border border-line p-3">
      <TextsField
        label={t.product.option(n)}
        maxLength={60}
        value={option.name}
        onChange={name => onChange({ ...option, name })}
      />
      {values.map((v, i) => (
        <div key={v.key} className="grid gap-1 ps-4">
          <TextsField
            label={t.product.value(i + 1)}
            maxLength={60}
            value={v.name}
            onChange={name => onChange({ ...option, values: values.map(x => (x.key === v.key ? { ...x, name } : x)) })}
          />
          {values.length > 1 && (
            <div>
              <Button
                kind="quiet"
                size="small"
                onClick={() => onChange({ ...option, values: values.filter(x => x.key !== v.key) })}
              >
                {t.product.removeValue}
              </Button>
            </div>
          )}
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          disabled={values.length >= 50}
          onClick={() => onChange({ ...option, values: [...values, newValue()] })}
        >
          {t.product.addValue}
        </Button>
        <Button kind="quiet" size="small" onClick={remove}>
          {t.product.removeOption}
        </Button>
      </div>
    </div>
  )
}
