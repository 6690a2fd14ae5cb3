import { type FormEvent, useState } from 'react'
import { useDesk } from '../../i18n/desk/index.ts'
import { Button, Field } from '../core/index.ts'
import { LoopMark } from '../loop/LoopMark.tsx'
import { Problem } from './layout.tsx'
import { Modal } from './Modal.tsx'
import { usePageTitle } from './title.ts'

interface FormProps {
  /** Whether somebody new may make an account, which happens in the shop front. */
  readonly join?: boolean
  readonly email?: string
  readonly onSignIn: (email: string, password: string) => Promise<unknown>
}

/** Signing in where the work is: the page that was asked for shows right after. */
export function SignIn({ title, note, ...form }: FormProps & { title: string; note?: string }) {
  const t = useDesk()
  usePageTitle(title)
  return (
    <main className="desk grid place-items-center p-4">
      <div className="panel grid w-full max-w-[380px] gap-4 !p-6">
        <LoopMark size={56} />
        <div>
          <h1 className="text-title">{title}</h1>
          <p className="text-ink-2">{note ?? t.signInText}</p>
        </div>
        <SignInForm {...form} />
      </div>
    </main>
  )
}

/** The session ended while somebody worked: they sign in over the page, which keeps what was typed. */
export function SignInAgain({ onClose, ...form }: FormProps & { onClose: () => void }) {
  const t = useDesk()
  return (
    <Modal title={t.signInAgain} text={t.signInAgainText} onClose={onClose}>
      <SignInForm {...form} />
    </Modal>
  )
}

function SignInForm({ join, email: known = '', onSignIn }: FormProps) {
  const t = useDesk()
  const [email, setEmail] = useState(known)
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
    <form onSubmit={submit} className="grid gap-4">
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
  )
}
