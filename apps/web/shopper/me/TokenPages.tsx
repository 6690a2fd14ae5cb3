import { useMutation } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { isCode } from '../../client/error.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Button, Field, toast } from '../../ui/core/index.ts'
import { PageHead } from '../parts/PageHead.tsx'
import { enter } from './enter.ts'
import { PasswordField } from './PasswordField.tsx'

const formClass = 'mx-auto grid w-full max-w-[420px] gap-4 px-4 pt-2 pb-10'
const badPassword = (error: unknown) => (isCode(error, 'password_too_short', 'password_too_long') ? errorText(error) : null)

/** /reset/{token}: from the letter. */
export function ResetPage() {
  const t = useMore().account
  const { token } = useParams({ from: '/reset/$token' })
  const navigate = useNavigate()
  const [password, setPassword] = useState('')
  const send = useMutation({
    mutationFn: () => ask(api.POST('/v1/password-resets/{token}', { params: { path: { token } }, body: { password } })),
    onSuccess: () => {
      toast(t.resetDone)
      void navigate({ to: '/sign-in', replace: true })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password) send.mutate()
  }
  return (
    <>
      <PageHead title={t.resetTitle} />
      <form noValidate onSubmit={submit} className={formClass}>
        <PasswordField
          label={t.passwordNew}
          fresh
          value={password}
          onChange={setPassword}
          wrong={send.error ? errorText(send.error) : null}
        />
        <Button type="submit" kind="act" size="big" busy={send.isPending} disabled={!password}>
          {t.resetDo}
        </Button>
        {isCode(send.error, 'reset_token_invalid') && (
          <Button onClick={() => void navigate({ to: '/sign-in' })}>{t.forgot}</Button>
        )}
      </form>
    </>
  )
}

/** /setup/{token}: the first operator of an empty installation. */
export function SetupPage() {
  const t = useMore().account
  const { token } = useParams({ from: '/setup/$token' })
  const [form, setForm] = useState({ email: '', password: '', name: '' })
  const [tried, setTried] = useState(false)
  const set = (by: Partial<typeof form>) => setForm(now => ({ ...now, ...by }))
  const send = useMutation({
    mutationFn: () => ask(api.POST('/v1/setup/{token}', { params: { path: { token } }, body: form })),
    onSuccess: me => {
      enter(me)
      location.assign('/console')
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (form.email.trim() && form.password && form.name.trim()) send.mutate()
  }
  const missing = (text: string) => (tried && !text.trim() ? t.missing : null)
  const wrongPassword = badPassword(send.error)
  return (
    <>
      <PageHead title={t.setupTitle} />
      <form noValidate onSubmit={submit} className={formClass}>
        <p className="text-ink-2">{t.setupText}</p>
        <Field
          label={t.name}
          name="name"
          autoComplete="name"
          maxLength={80}
          value={form.name}
          onChange={event => set({ name: event.target.value })}
          wrong={missing(form.name)}
        />
        <Field
          label={t.email}
          type="email"
          name="email"
          autoComplete="username"
          value={form.email}
          onChange={event => set({ email: event.target.value })}
          wrong={missing(form.email)}
        />
        <PasswordField
          label={t.password}
          fresh
          value={form.password}
          onChange={password => set({ password })}
          wrong={missing(form.password) ?? wrongPassword}
        />
        {send.error && !wrongPassword && (
          <p role="alert" className="text-danger">
            {errorText(send.error)}
          </p>
        )}
        <Button type="submit" kind="act" size="big" busy={send.isPending}>
          {t.setupDo}
        </Button>
      </form>
    </>
  )
}
