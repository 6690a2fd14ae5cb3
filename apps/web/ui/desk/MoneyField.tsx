import { useEffect, useId, useState } from 'react'
import { intlTag } from '../../i18n/core.ts'
import { digitsOf } from '../../i18n/format.ts'
import { cx } from '../core/index.ts'

const signOf = (currency: string): string =>
  new Intl.NumberFormat(intlTag(), { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(p => p.type === 'currency')?.value ?? currency

/** Minor units as a person types them: 1250 USD is 12.50, 1250 JPY is 1250. */
export function toMajor(minor: string, currency: string): string {
  const digits = digitsOf(currency)
  if (minor === '' || digits === 0) return minor
  const padded = minor.padStart(digits + 1, '0')
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`
}
/** What was typed as minor units; null when it is no amount of this currency. Full-width digits are accepted. */
export function fromMajor(typed: string, currency: string): string | null {
  const plain = typed.normalize('NFKC').replace(/[\s,，]/g, '')
  const digits = digitsOf(currency)
  const match = /^(\d{1,13})(?:\.(\d*))?$/.exec(plain)
  if (!match) return null
  const part = match[2] ?? ''
  if (part.length > digits) return null
  return BigInt(`${match[1]}${part.padEnd(digits, '0')}`).toString()
}

interface MoneyFieldProps {
  readonly label: string
  readonly currency: string
  /** Minor units; '' for nothing. */
  readonly value: string
  /** Minor units, '' when emptied, null while it is no amount. */
  readonly onChange: (minor: string | null) => void
  readonly wrong?: string | null
  readonly hint?: string
  readonly className?: string
  readonly required?: boolean
}
/** An amount in one currency; yen have no decimals. */
export function MoneyField({ label, currency, value, onChange, wrong, hint, className, required }: MoneyFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState(() => toMajor(value, currency))
  // A new value from outside (saved, discarded) replaces the typing; one that says the same leaves it alone.
  useEffect(() => setTyped(now => (fromMajor(now, currency) === value ? now : toMajor(value, currency))), [value, currency])
  const bad = typed !== '' && fromMajor(typed, currency) === null
  return (
    <div className={cx('field', className)}>
      <label htmlFor={id}>{label}</label>
      <div className="relative">
        <span className="pointer-events-none absolute inset-y-0 start-3 grid place-items-center text-ink-3" aria-hidden="true">
          {signOf(currency)}
        </span>
        <input
          id={id}
          inputMode={digitsOf(currency) === 0 ? 'numeric' : 'decimal'}
          autoComplete="off"
          className="num"
          style={{ paddingInlineStart: 14 + signOf(currency).length * 12 }}
          value={typed}
          required={required}
          aria-invalid={wrong || bad ? true : undefined}
          aria-describedby={wrong || hint ? `${id}-note` : undefined}
          onChange={event => {
            setTyped(event.target.value)
            onChange(event.target.value.trim() === '' ? '' : fromMajor(event.target.value, currency))
          }}
        />
      </div>
      {(wrong || hint) && (
        <span id={`${id}-note`} className={wrong ? 'wrong' : 'hint'}>
          {wrong ?? hint}
        </span>
      )}
    </div>
  )
}
