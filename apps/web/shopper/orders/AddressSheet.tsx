import { type FormEvent, useRef, useState } from 'react'
import { ApiError } from '../../client/error.ts'
import type { Address, Order } from '../../client/types.ts'
import { useLanguage } from '../../i18n/core.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { useReturns } from '../../i18n/shopper/returns/index.ts'
import { Button, Field, Sheet } from '../../ui/core/index.ts'
import { type AddressField, emptyAddress, orderFor, problems, tidy, tokens } from '../checkout/address.ts'
import { useDeed, type Which } from './use-order.ts'

/** Another address in the same country, until it is packed. */
export function AddressSheet({ order, which, onClose }: { order: Order; which: Which; onClose: () => void }) {
  const t = useReturns()
  const c = useT().checkout
  const language = useLanguage()
  const form = useRef<HTMLFormElement>(null)
  const deed = useDeed(which, t.addressDone)
  const [address, setAddress] = useState<Address>(order.address ?? emptyAddress(order.market))
  const [tried, setTried] = useState(false)
  const ours = tried ? problems(address) : {}
  const theirs = deed.error instanceof ApiError ? ((deed.error.details.fields ?? {}) as Record<string, unknown>) : {}
  const wrong = (field: AddressField) =>
    ours[field] ? (ours[field] === 'email' ? c.wrongEmail : c.missing) : field in theirs ? errorText(deed.error) : null
  const fields = orderFor(language).filter(f => f !== 'country')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(problems(address)).length === 0)
      deed.mutate({ kind: 'address', address: tidy(address) }, { onSuccess: onClose })
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
            label={c[field]}
            name={field}
            className={['postcode', 'region'].includes(field) ? 'col-span-1' : 'col-span-2'}
            type={field === 'email' ? 'email' : field === 'phone' ? 'tel' : 'text'}
            autoComplete={tokens[field]}
            maxLength={200}
            value={address[field]}
            wrong={wrong(field)}
            onChange={event => setAddress(a => ({ ...a, [field]: event.target.value }))}
          />
        ))}
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
