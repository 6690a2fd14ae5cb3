import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { ApiError } from '../../client/error.ts'
import type { Address, Checkout } from '../../client/types.ts'
import { intlTag } from '../../i18n/core.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { usePaying } from '../../i18n/shopper/paying/index.ts'
import { Button } from '../../ui/core/index.ts'
import { AddressFields } from './AddressFields.tsx'
import {
  addressOf,
  type FormField,
  fieldsFor,
  keepAddress,
  keptAddress,
  type Problem,
  problems,
  type Typed,
  typedOf,
} from './address.ts'
import { wordFor } from './countries.ts'
import { marketOf, useMove } from './market.ts'

interface AddressFormProps {
  readonly checkout: Checkout
  readonly last: Address | null
  readonly onDone: (checkout: Checkout) => void
}
/**
 * The fields of the country, no more. What was typed survives a reload, Back, a refusal and another country; mistakes stand beside
 * their fields. Another country begins a new checkout: prices and taxes are those of one country.
 */
export function AddressForm({ checkout, last, onDone }: AddressFormProps) {
  const t = useT().checkout
  const p = usePaying()
  const form = useRef<HTMLFormElement>(null)
  const [typed, setTyped] = useState<Typed>(() => ({ ...typedOf(checkout.address ?? last), ...keptAddress() }))
  const [tried, setTried] = useState(false)
  const market = marketOf(checkout)
  const move = useMove(checkout)
  useEffect(() => keepAddress(typed), [typed])
  const save = useMutation({
    mutationFn: () =>
      ask(api.PUT('/v1/checkouts/{id}/address', { params: { path: { id: checkout.id } }, body: addressOf(typed, market) })),
    onSuccess: onDone,
    onError: () => focusWrong(form.current),
  })
  const wrong = useWrongs(typed, market, tried, save.error)
  const set = (part: Partial<Typed>) => {
    setTyped(a => ({ ...a, ...part }))
    if (save.error) save.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(problems(typed, market)).length > 0) return focusWrong(form.current)
    save.mutate()
  }
  const fieldless = save.error && Object.keys(wrong).length === 0
  const name = new Intl.DisplayNames([intlTag()], { type: 'region' }).of(market) ?? market
  return (
    <form ref={form} onSubmit={submit} noValidate className="grid gap-4" aria-busy={move.isPending}>
      <div>
        <h2 className="text-title">{t.whereTo}</h2>
        <p className="text-ink-2">{t.guest}</p>
      </div>
      <AddressFields
        checkout={checkout}
        country={move.isPending ? move.variables : market}
        typed={typed}
        wrong={move.error ? { ...wrong, country: errorText(move.error) } : wrong}
        moving={move.isPending}
        onCountry={country => move.mutate(country)}
        set={set}
      />
      <p role="status" className="sr-only">
        {move.isPending ? p.moving : move.isSuccess ? p.moved(name) : ''}
      </p>
      {fieldless && (
        <p role="alert" className="text-danger">
          {errorText(save.error)}
        </p>
      )}
      <Button type="submit" kind="act" size="big" busy={save.isPending} disabled={move.isPending}>
        {t.toFinal}
      </Button>
    </form>
  )
}

/** Ours at once after the first try; the server's names of fields after its refusal. */
function useWrongs(typed: Typed, market: string, tried: boolean, error: unknown): Partial<Record<FormField, string>> {
  const t = useT().checkout
  const p = usePaying()
  const words: Readonly<Record<Problem, string>> = {
    missing: t.missing,
    email: t.wrongEmail,
    phone: p.wrongPhone,
    postcode: wordFor(p.wrongPostcode, market),
  }
  const wrong: Partial<Record<FormField, string>> = {}
  if (tried)
    for (const [field, problem] of Object.entries(problems(typed, market)) as [FormField, Problem][])
      wrong[field] = words[problem]
  const fields = error instanceof ApiError ? error.details.fields : null
  if (fields && typeof fields === 'object')
    for (const field of fieldsFor(market))
      if (field in fields)
        wrong[field] ??= field === 'postcode' || field === 'phone' || field === 'email' ? words[field] : errorText(error)
  if (error instanceof ApiError && error.code === 'not_shippable') wrong.country ??= p.wrongCountry
  return wrong
}

const focusWrong = (form: HTMLFormElement | null) =>
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
