import { type FormEvent, useState } from 'react'
import { useDesk } from '../../i18n/desk/index.ts'
import { Button, Field } from '../core/index.ts'
import { LoopMark } from '../loop/LoopMark.tsx'
import { Problem } from './layout.tsx'
import { usePageTitle } from './title.ts'

/** Signing in where the work is: the page that was asked for shows right after. New accounts and new passwords are made in the shop front. */
export function SignIn({
  title,
  note,
  join,
  onSignIn,
}: {
  title: string
  note?: string
  /** Whether somebody new may make an account, which happens in the shop front. */
  join?: boolean
  onSignIn: (email: string, password: string) => Promise<unknown>
}) {
  const t = useDesk()
  usePageTitle(title)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    await onSignIn(email.trim(), password).catch(setError)
    setBusy(false)
  }
  return (
    <main className="desk grid place-items-center p-4">
      <form onSubmit={submit} className="panel grid w-full max-w-[380px] gap-4 !p-6">
        <LoopMark size={56} />
        <div>
          <h1 className="text-title">{title}</h1>
          <p className="text-ink-2">{note ?? t.signInText}</p>
        </div>
        <Problem error={error} />
        <Field
          label={t.email}
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={e => setEmail(e.target.value)}
        />
        <Field
          label={t.password}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={e => setPassword(e.target.value)}
        />
        <Button kind="act" type="submit" busy={busy}>
          {t.signIn}
        </Button>
        <p className="flex flex-wrap justify-between gap-x-4 gap-y-1 text-meta">
          <a href="/sign-in">{t.forgot}</a>
          {join && <a href="/sign-in?new=1">{t.join}</a>}
        </p>
      </form>
    </main>
  )
}
