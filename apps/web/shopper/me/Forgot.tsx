import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Button, Field } from '../../ui/core/index.ts'
import { PageHead } from '../parts/PageHead.tsx'

/** The answer is the same whether the address is known: nobody learns who has an account. */
export function Forgot({ email: typed, onBack }: { email: string; onBack: () => void }) {
  const t = useMore().account
  const [email, setEmail] = useState(typed)
  const send = useMutation({ mutationFn: () => ask(api.POST('/v1/password-resets', { body: { email: email.trim() } })) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (email.trim()) send.mutate()
  }
  return (
    <>
      <PageHead title={t.forgotTitle} />
      <form noValidate onSubmit={submit} className="mx-auto grid w-full max-w-[420px] gap-4 px-4 pt-2 pb-10">
        {send.isSuccess ? (
          <p role="status">{t.forgotDone(email.trim())}</p>
        ) : (
          <>
            <p className="text-ink-2">{t.forgotText}</p>
            <Field
              label={t.email}
              type="email"
              name="email"
              autoComplete="username"
              value={email}
              onChange={event => setEmail(event.target.value)}
              wrong={send.error ? errorText(send.error) : null}
            />
            <Button type="submit" kind="act" size="big" busy={send.isPending}>
              {t.forgotDo}
            </Button>
          </>
        )}
        <Button kind="quiet" onClick={onBack}>
          {t.signInTitle}
        </Button>
      </form>
    </>
  )
}
