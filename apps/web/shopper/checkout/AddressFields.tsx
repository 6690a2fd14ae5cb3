import { Fragment, type ReactNode, useId } from 'react'
import { useT } from '../../i18n/shopper/index.ts'
import { usePaying } from '../../i18n/shopper/paying/index.ts'
import { Field } from '../../ui/core/index.ts'
import { type FormField, fieldsFor, type Typed, tokens } from './address.ts'
import { shapeOf, wordFor } from './countries.ts'
import { usePostcode } from './use-postcode.ts'
import type { Wrongs } from './use-wrongs.ts'

interface FieldsProps {
  readonly country: string
  readonly typed: Typed
  readonly wrong: Wrongs
  readonly set: (part: Partial<Typed>) => void
  /** How the country is chosen; nothing where it stays. */
  readonly children?: ReactNode
}
/** Two in a row, but for what would stand alone in its row. */
const isHalf = (field: FormField, country: string): boolean =>
  field === 'postcode' ||
  field === 'district' ||
  (field === 'region' && country !== 'CN') ||
  (field === 'city' && country !== 'JP')
const digitsOnly = ['JP', 'CN', 'SG']

/** The country first; the fields that addresses of there have follow it, in their order. */
export function AddressFields({ country, typed, wrong, set, children }: FieldsProps) {
  const t = useT().checkout
  const p = usePaying()
  const lists = useId()
  const postcode = usePostcode(country, typed, set)
  const labels: Partial<Record<FormField, string>> = {
    name: t.name,
    email: t.email,
    phone: t.phone,
    postcode: wordFor(p.postcode, country),
    region: wordFor(p.region, country),
    city: wordFor(p.city, country),
    district: p.district,
    line: wordFor(p.line, country),
  }
  const hints: Partial<Record<FormField, string | undefined>> = {
    email: t.emailHint,
    phone: t.phoneHint,
    postcode: postcode.hint,
  }
  const { regions } = shapeOf(country)
  return (
    <div className="grid grid-cols-2 gap-4">
      {fieldsFor(country).map(field =>
        field === 'country' ? (
          <Fragment key={field}>{children}</Fragment>
        ) : (
          <Field
            key={field}
            label={labels[field] ?? ''}
            name={field}
            className={isHalf(field, country) ? 'col-span-1' : 'col-span-2'}
            type={field === 'email' ? 'email' : field === 'phone' ? 'tel' : 'text'}
            inputMode={field === 'postcode' && digitsOnly.includes(country) ? 'numeric' : undefined}
            autoComplete={tokens[field]}
            list={field === 'region' && regions.length > 0 ? lists : undefined}
            maxLength={field === 'postcode' ? 16 : field === 'phone' ? 30 : field === 'region' || field === 'name' ? 80 : 200}
            value={typed[field]}
            hint={hints[field]}
            wrong={wrong[field] ?? null}
            onChange={event => set({ [field]: event.target.value })}
          />
        ),
      )}
      {regions.length > 0 && (
        <datalist id={lists}>
          {regions.map(r => (
            <option key={r} value={r} />
          ))}
        </datalist>
      )}
    </div>
  )
}
