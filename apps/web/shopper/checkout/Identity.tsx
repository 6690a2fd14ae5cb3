import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ask } from '../../client/api.ts'
import { ApiError } from '../../client/error.ts'
import type { Checkout } from '../../client/types.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { usePaying } from '../../i18n/shopper/paying/index.ts'
import { Button, Field } from '../../ui/core/index.ts'
import { type IdentityWish, type KeptIdentity, keepIdentity, keptIdentity, putIdentity } from './identity.ts'
import { looksRight, maskId, maskName, plainId } from './resident-id.ts'

/** Who buys, for customs: real name, ID number and agreement. After saving only a mask is shown; the number is nowhere on this device. */
export function Identity({ checkout, consent, onKept }: { checkout: Checkout; consent: string | null; onKept: () => void }) {
  const t = usePaying()
  const change = useT().checkout.change
  const [kept, setKept] = useState<KeptIdentity | null>(() => keptIdentity(checkout.id))
  if (kept)
    return (
      <div className="flex items-center gap-3">
        <p className="num min-w-0 flex-1">{t.identityKept(kept.name, kept.id)}</p>
        <button type="button" className="min-h-11 text-meta font-semibold text-link" onClick={() => setKept(null)}>
          {change}
        </button>
      </div>
    )
  return (
    <Form
      checkout={checkout}
      consent={consent}
      onDone={next => {
        setKept(next)
        onKept()
      }}
    />
  )
}

interface FormProps {
  readonly checkout: Checkout
  readonly consent: string | null
  readonly onDone: (kept: KeptIdentity) => void
}
function Form({ checkout, consent, onDone }: FormProps) {
  const t = usePaying()
  const words = useT().checkout
  const client = useQueryClient()
  const [name, setName] = useState(checkout.address?.name ?? '')
  const [typed, setTyped] = useState('')
  const [agreed, setAgreed] = useState(false)
  const [tried, setTried] = useState(false)
  const id = plainId(typed)
  const save = useMutation({
    mutationFn: (wish: IdentityWish) => ask(putIdentity(checkout.id, wish)),
    onSuccess: (_, wish) => {
      const next = { name: maskName(wish.name), id: maskId(wish.idNumber) }
      keepIdentity(checkout.id, next)
      void client.invalidateQueries({ queryKey: ['checkout', checkout.id] })
      onDone(next)
    },
  })
  const said = save.error instanceof ApiError ? Object.keys((save.error.details.fields as object | undefined) ?? {}) : []
  const wrongId = (tried || id.length >= 18) && !looksRight(id)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() && looksRight(id) && (agreed || consent === null)) save.mutate({ name: name.trim(), idNumber: id, consent })
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <p className="text-ink-2">{t.identityText}</p>
      <Field
        label={t.realName}
        autoComplete="name"
        maxLength={80}
        value={name}
        wrong={tried && !name.trim() ? words.missing : said.includes('name') ? errorText(save.error) : null}
        onChange={event => setName(event.target.value)}
      />
      <Field
        label={t.idNumber}
        hint={t.idHint}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={24}
        value={typed}
        wrong={wrongId || said.includes('idNumber') ? t.wrongId : null}
        onChange={event => {
          setTyped(event.target.value)
          if (save.error) save.reset()
        }}
      />
      {consent !== null && <Consent version={consent} agreed={agreed} wrong={tried && !agreed} onAgree={setAgreed} />}
      {save.error && said.length === 0 && (
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

function Consent({
  version,
  agreed,
  wrong,
  onAgree,
}: {
  version: string
  agreed: boolean
  wrong: boolean
  onAgree: (on: boolean) => void
}) {
  const t = usePaying()
  return (
    <fieldset className="m-0 rounded-button border border-line-strong p-4">
      <legend className="px-1 text-meta font-semibold">{t.consentTitle}</legend>
      <ul className="m-0 grid list-disc gap-1 ps-5 text-meta text-ink-2">
        {Object.values(t.consent).map(text => (
          <li key={text}>{text}</li>
        ))}
      </ul>
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
