import { type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes, useId } from 'react'
import { cx } from './cx.ts'

interface Common {
  readonly label: string
  readonly hint?: ReactNode
  /** What is wrong with what was typed; the text stays. */
  readonly wrong?: string | null
  readonly className?: string
}
export function Field({ label, hint, wrong, className, ...rest }: Common & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId()
  return (
    <div className={cx('field', className)}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong || hint ? `${id}-note` : undefined}
        {...rest}
      />
      <Note id={`${id}-note`} hint={hint} wrong={wrong} />
    </div>
  )
}

export function TextArea({ label, hint, wrong, className, ...rest }: Common & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId()
  return (
    <div className={cx('field', className)}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong || hint ? `${id}-note` : undefined}
        {...rest}
      />
      <Note id={`${id}-note`} hint={hint} wrong={wrong} />
    </div>
  )
}

export interface SelectProps extends Common {
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
  readonly autoComplete?: string
  readonly name?: string
}
export function SelectField({ label, hint, wrong, className, options, onChange, ...rest }: SelectProps) {
  const id = useId()
  return (
    <div className={cx('field', className)}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong || hint ? `${id}-note` : undefined}
        onChange={event => onChange(event.target.value)}
        {...rest}
      >
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Note id={`${id}-note`} hint={hint} wrong={wrong} />
    </div>
  )
}

function Note({ id, hint, wrong }: { id: string; hint?: ReactNode; wrong?: string | null | undefined }) {
  if (wrong)
    return (
      <span id={id} className="wrong" role="alert">
        {wrong}
      </span>
    )
  return hint ? (
    <span id={id} className="hint">
      {hint}
    </span>
  ) : null
}

/** A setting that is on or off. */
export function Switch({
  label,
  hint,
  on,
  onChange,
}: {
  label: string
  hint?: string
  on: boolean
  onChange: (on: boolean) => void
}) {
  return (
    <label className="flex min-h-[52px] items-center gap-4 py-2">
      <span className="flex-1">
        <span className="block font-medium">{label}</span>
        {hint && <span className="block text-meta text-ink-2">{hint}</span>}
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={on}
        className="switch"
        checked={on}
        onChange={event => onChange(event.target.checked)}
      />
    </label>
  )
}
