import { type FormEvent, useId, useRef, useState } from 'react'
import { ApiError } from '../../client/error.ts'
import type { Order } from '../../client/types.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { usePaying } from '../../i18n/shopper/paying/index.ts'
import { useReturns } from '../../i18n/shopper/returns/index.ts'
import { Button, Field, Sheet } from '../../ui/core/index.ts'
import { addressOf, type FormField, fieldsFor, problems, type Typed, tokens, typedOf } from '../checkout/address.ts'
import { shapeOf, wordFor } from '../checkout/countries.ts'
import { useDeed, type Which } from './use-order.ts'

/** Another address in the same country, until it is packed. */
export function AddressSheet({ order, which, onClose }: { order: Order; which: Which; onClose: () => void }) {
  const t = useReturns()
  const { labels, said } = useWords(order.market)
  const form = useRef<HTMLFormElement>(null)
  const lists = useId()
  const deed = useDeed(which, t.addressDone)
  const [typed, setTyped] = useState<Typed>(() => typedOf(order.address))
  const [tried, setTried] = useState(false)
  const ours = tried ? problems(typed, order.market) : {}
  const theirs = deed.error instanceof ApiError ? ((deed.error.details.fields ?? {}) as Record<string, unknown>) : {}
  const fields = fieldsFor(order.market).filter(f => f !== 'country')
  const wrong = (field: FormField) => said(ours[field]) ?? (field in theirs ? errorText(deed.error) : null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(problems(typed, order.market)).length === 0)
      deed.mutate({ kind: 'address', address: addressOf(typed, order.market) }, { onSuccess: onClose })
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  return (
    <Sheet
      title={t.address}
      onClose={onClose}
      small
      foot={
        <Button kind="act" size="big" className="flex-1" busy={deed.isPending} onClick={() => form.current?.requestSubmit()}>
          {t.addressSave}
        </Button>
      }
    >
      <form ref={form} onSubmit={submit} noValidate className="grid grid-cols-2 gap-4">
        <p className="col-span-2 text-ink-2">{t.addressText}</p>
        {fields.map(field => (
          <Field
            key={field}
            label={labels[field] ?? ''}
            name={field}
            className={['postcode', 'region', 'district'].includes(field) ? 'col-span-1' : 'col-span-2'}
            type={field === 'email' ? 'email' : field === 'phone' ? 'tel' : 'text'}
            autoComplete={tokens[field]}
            list={field === 'region' ? lists : undefined}
            maxLength={200}
            value={typed[field]}
            wrong={wrong(field)}
            onChange={event => setTyped(a => ({ ...a, [field]: event.target.value }))}
          />
        ))}
        <datalist id={lists}>
          {shapeOf(order.market).regions.map(r => (
            <option key={r} value={r} />
          ))}
        </datalist>
        {deed.error && !fields.some(f => f in theirs) && (
          <p role="alert" className="col-span-2 text-danger">
            {errorText(deed.error)}
          </p>
        )}
        {/* Enter in a field sends the form; the button stands in the sheet's foot. */}
        <button type="submit" hidden />
      </form>
    </Sheet>
  )
}

/** Names of the fields in a country, and what is said of a wrong one. */
function useWords(country: string) {
  const c = useT().checkout
  const p = usePaying()
  const labels: Partial<Record<FormField, string>> = {
    name: c.name,
    email: c.email,
    phone: c.phone,
    postcode: wordFor(p.postcode, country),
    region: wordFor(p.region, country),
    city: wordFor(p.city, country),
    district: p.district,
    line: wordFor(p.line, country),
  }
  const said = (problem: string | undefined) => (problem === undefined ? null : problem === 'email' ? c.wrongEmail : c.missing)
  return { labels, said }
}
