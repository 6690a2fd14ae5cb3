import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import type { Address, Checkout } from '../../client/types.ts'
import { intlTag } from '../../i18n/core.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { usePaying } from '../../i18n/shopper/paying/index.ts'
import { Button } from '../../ui/core/index.ts'
import { AddressFields } from './AddressFields.tsx'
import { addressOf, keepAddress, keptAddress, problems, type Typed, typedOf } from './address.ts'
import { Country } from './Country.tsx'
import { marketOf, useMove } from './market.ts'
import { focusWrong, useWrongs } from './use-wrongs.ts'

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
  const country = move.isPending ? move.variables : market
  const fieldless = save.error && Object.keys(wrong).length === 0
  const name = new Intl.DisplayNames([intlTag()], { type: 'region' }).of(market) ?? market
  return (
    <form ref={form} onSubmit={submit} noValidate className="grid gap-4" aria-busy={move.isPending}>
      <div>
        <h2 className="text-title">{t.whereTo}</h2>
        <p className="text-ink-2">{t.guest}</p>
      </div>
      <AddressFields country={country} typed={typed} wrong={wrong} set={set}>
        <Country
          checkout={checkout}
          country={country}
          moving={move.isPending}
          wrong={move.error ? errorText(move.error) : wrong.country}
          onCountry={next => move.mutate(next)}
        />
      </AddressFields>
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
