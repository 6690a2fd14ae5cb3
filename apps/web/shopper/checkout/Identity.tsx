import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { isCode } from '../../client/error.ts'
import type { Checkout } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { textIn } from '../../i18n/format.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { usePaying } from '../../i18n/shopper/paying/index.ts'
import { Button, ErrorBox, Field, Skeleton } from '../../ui/core/index.ts'
import { type BuyerIdentity, useConsent, useIdentity } from './identity.ts'
import { fieldOf, looksRight, plainId } from './resident-id.ts'

/** Who buys, for customs: real name, ID number and agreement. What the server keeps is shown masked; the number is nowhere on this device. */
export function Identity({ checkout }: { checkout: Checkout }) {
  const t = usePaying()
  const change = useT().checkout.change
  const identity = useIdentity(checkout)
  const [changing, setChanging] = useState(false)
  if (!identity.data)
    return identity.error ? (
      <ErrorBox error={identity.error} retry={() => void identity.refetch()} />
    ) : (
      <Skeleton className="h-[180px]" />
    )
  const { given, consent } = identity.data
  if (!given || changing) return <Form checkout={checkout} version={consent} onDone={() => setChanging(false)} />
  return (
    <div className="flex items-center gap-3">
      <p className="num min-w-0 flex-1">{t.identityKept(given.name, given.idNumber)}</p>
      <button type="button" className="min-h-11 text-meta font-semibold text-link" onClick={() => setChanging(true)}>
        {change}
      </button>
    </div>
  )
}

interface FormProps {
  readonly checkout: Checkout
  readonly version: string
  readonly onDone: () => void
}
function Form({ checkout, version, onDone }: FormProps) {
  const t = usePaying()
  const words = useT().checkout
  const client = useQueryClient()
  const key = ['buyer-identity', checkout.id]
  const [name, setName] = useState(checkout.address?.name ?? '')
  const [typed, setTyped] = useState('')
  const [agreed, setAgreed] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const id = plainId(typed)
  const save = useMutation({
    mutationFn: (idNumber: string) => {
      const body = { name: name.trim(), idNumber, consent: version }
      return ask(api.PUT('/v1/checkouts/{id}/buyer-identity', { params: { path: { id: checkout.id } }, body }))
    },
    onSuccess: next => {
      client.setQueryData<BuyerIdentity>(key, next)
      onDone()
    },
    // The text is another one by now: it is shown, to be agreed to.
    onError: error => void (isCode(error, 'consent_needed') && client.invalidateQueries({ queryKey: key })),
  })
  const refused = fieldOf(save.error)
  const wrongId = (tried || id.length >= 18) && !looksRight(id)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() && looksRight(id) && agreed === version) save.mutate(id)
  }
  const change = (set: (text: string) => void) => (event: { target: { value: string } }) => {
    set(event.target.value)
    if (save.error) save.reset()
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <p className="text-ink-2">{t.identityText}</p>
      <Field
        label={t.realName}
        autoComplete="name"
        maxLength={80}
        value={name}
        wrong={tried && !name.trim() ? words.missing : refused === 'name' ? errorText(save.error) : null}
        onChange={change(setName)}
      />
      <Field
        label={t.idNumber}
        hint={t.idHint}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={24}
        value={typed}
        wrong={wrongId || refused === 'idNumber' ? t.wrongId : null}
        onChange={change(setTyped)}
      />
      <Consent version={version} agreed={agreed === version} tried={tried} onAgree={on => setAgreed(on ? version : null)} />
      {save.error && !refused && (
        <p role="alert" className="text-danger">
          {errorText(save.error)}
        </p>
      )}
      <Button type="submit" size="big" busy={save.isPending}>
        {t.keep}
      </Button>
    </form>
  )
}

interface ConsentProps {
  readonly version: string
  readonly agreed: boolean
  readonly tried: boolean
  readonly onAgree: (on: boolean) => void
}
/** The server's text, since it is what the agreement is written down for; without it nobody can agree. */
function Consent({ version, agreed, tried, onAgree }: ConsentProps) {
  const t = usePaying()
  const consent = useConsent(version)
  if (consent.error) return <ErrorBox error={consent.error} retry={() => void consent.refetch()} />
  if (!consent.data) return <Skeleton className="h-[180px]" />
  const { text, lang } = textIn(consent.data)
  const wrong = tried && !agreed
  return (
    <fieldset className="m-0 rounded-button border border-line-strong p-4">
      <legend className="px-1 text-meta font-semibold">{t.consentTitle}</legend>
      <p lang={langTag(lang)} className="text-meta text-ink-2">
        {text}
      </p>
      <label className="mt-3 flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          className="size-5"
          checked={agreed}
          aria-invalid={wrong || undefined}
          onChange={event => onAgree(event.target.checked)}
        />
        <span>
          {t.agree} <span className="text-meta text-ink-2">({t.version(version)})</span>
        </span>
      </label>
      {wrong && (
        <p role="alert" className="text-meta text-danger">
          {t.mustAgree}
        </p>
      )}
    </fieldset>
  )
}
