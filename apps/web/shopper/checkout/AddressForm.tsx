import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { ApiError } from '../../client/error.ts'
import type { Address, Checkout } from '../../client/types.ts'
import { intlTag, useLanguage } from '../../i18n/core.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Button, Field, SelectField } from '../../ui/core/index.ts'
import { type AddressField, emptyAddress, orderFor, problems, tidy, tokens } from './address.ts'

const countries = ['JP', 'CN', 'TW', 'HK', 'KR', 'SG', 'US', 'GB', 'DE', 'FR', 'AU'] as const
const kept = 'enishi.address'

function remembered(fallback: Address): Address {
  try {
    return { ...fallback, ...(JSON.parse(sessionStorage.getItem(kept) ?? '{}') as Partial<Address>) }
  } catch {
    return fallback
  }
}

interface AddressFormProps {
  readonly checkout: Checkout
  readonly last: Address | null
  readonly onDone: (checkout: Checkout) => void
}
/** Eight fields, no more. What was typed survives a reload, Back and a refusal; mistakes stand beside their fields. */
export function AddressForm({ checkout, last, onDone }: AddressFormProps) {
  const t = useT().checkout
  const form = useRef<HTMLFormElement>(null)
  const [address, setAddress] = useState<Address>(() =>
    remembered(checkout.address ?? last ?? emptyAddress(checkout.orders[0]?.shop.country ?? 'JP')),
  )
  const [tried, setTried] = useState(false)
  useEffect(() => sessionStorage.setItem(kept, JSON.stringify(address)), [address])
  const save = useMutation({
    mutationFn: () => ask(api.PUT('/v1/checkouts/{id}/address', { params: { path: { id: checkout.id } }, body: tidy(address) })),
    onSuccess: onDone,
    onError: () => focusWrong(form.current),
  })
  const wrong = useWrongs(address, tried, save.error)
  const set = (field: AddressField, value: string) => {
    setAddress(a => ({ ...a, [field]: value }))
    if (save.error) save.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(problems(address)).length > 0) return focusWrong(form.current)
    save.mutate()
  }
  const fieldless = save.error && Object.keys(wrong).length === 0
  return (
    <form ref={form} onSubmit={submit} noValidate className="grid gap-4">
      <div>
        <h2 className="text-title">{t.whereTo}</h2>
        <p className="text-ink-2">{t.guest}</p>
      </div>
      <Fields address={address} wrong={wrong} set={set} />
      {fieldless && (
        <p role="alert" className="text-danger">
          {errorText(save.error)}
        </p>
      )}
      <Button type="submit" kind="act" size="big" busy={save.isPending}>
        {t.toFinal}
      </Button>
    </form>
  )
}

function Fields({
  address,
  wrong,
  set,
}: {
  address: Address
  wrong: Partial<Record<AddressField, string>>
  set: (field: AddressField, value: string) => void
}) {
  const t = useT().checkout
  const language = useLanguage()
  const names = new Intl.DisplayNames([intlTag()], { type: 'region' })
  const hints: Partial<Record<AddressField, string>> = { email: t.emailHint, phone: t.phoneHint }
  const half = (field: AddressField) => (['postcode', 'region', 'city', 'country'].includes(field) ? 'col-span-1' : 'col-span-2')
  return (
    <div className="grid grid-cols-2 gap-4">
      {orderFor(language).map(field =>
        field === 'country' ? (
          <SelectField
            key={field}
            label={t.country}
            name={field}
            autoComplete={tokens.country}
            className={half(field)}
            value={address.country}
            wrong={wrong.country}
            options={countries.map(c => ({ value: c, label: names.of(c) ?? c }))}
            onChange={value => set('country', value)}
          />
        ) : (
          <Field
            key={field}
            label={t[field]}
            name={field}
            className={half(field)}
            type={field === 'email' ? 'email' : field === 'phone' ? 'tel' : 'text'}
            inputMode={field === 'postcode' ? 'numeric' : undefined}
            autoComplete={tokens[field]}
            maxLength={200}
            value={address[field]}
            hint={hints[field]}
            wrong={wrong[field]}
            onChange={event => set(field, event.target.value)}
          />
        ),
      )}
    </div>
  )
}

/** Ours at once after the first try; the server's names of fields after its refusal. */
function useWrongs(address: Address, tried: boolean, error: unknown): Partial<Record<AddressField, string>> {
  const t = useT().checkout
  const wrong: Partial<Record<AddressField, string>> = {}
  if (tried)
    for (const [field, problem] of Object.entries(problems(address)) as [AddressField, string][])
      wrong[field] = problem === 'email' ? t.wrongEmail : t.missing
  const fields = error instanceof ApiError ? error.details.fields : null
  if (fields && typeof fields === 'object')
    for (const field of Object.keys(fields)) if (field in tokens) wrong[field as AddressField] ??= errorText(error)
  if (error instanceof ApiError && error.code === 'not_shippable') wrong.country ??= errorText(error)
  return wrong
}

const focusWrong = (form: HTMLFormElement | null) =>
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
