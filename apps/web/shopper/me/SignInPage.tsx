import { useMutation } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { isCode } from '../../client/error.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { more, useMore } from '../../i18n/shopper/more/index.ts'
import { Button, Field, toast } from '../../ui/core/index.ts'
import { LoopMark } from '../../ui/loop/LoopMark.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { enter, safePath } from './enter.ts'
import { Forgot } from './Forgot.tsx'
import { PasswordField } from './PasswordField.tsx'

interface Form {
  readonly email: string
  readonly password: string
  readonly name: string
}

export function SignInPage() {
  const t = useMore().account
  const { next, new: fresh, email = '' } = useSearch({ from: '/sign-in' })
  const navigate = useNavigate()
  const router = useRouter()
  const signUp = fresh === '1'
  const [form, setForm] = useState<Form>({ email, password: '', name: '' })
  const [tried, setTried] = useState(false)
  const [forgot, setForgot] = useState(false)
  const set = (by: Partial<Form>) => setForm(now => ({ ...now, ...by }))
  const send = useMutation({
    mutationFn: () => {
      const credentials = { email: form.email.trim(), password: form.password }
      return signUp
        ? ask(api.POST('/v1/sign-up', { body: { ...credentials, name: form.name.trim() } }))
        : ask(api.POST('/v1/sign-in', { body: credentials }))
    },
    onSuccess: me => {
      enter(me)
      toast(more().account.welcome(me.name ?? ''))
      router.history.replace(safePath(next))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (form.email.trim() && form.password && (!signUp || form.name.trim())) send.mutate()
  }
  const other = () => {
    send.reset()
    setTried(false)
    void navigate({
      to: '/sign-in',
      search: { ...(next && { next }), ...(email && { email }), ...(!signUp && { new: '1' }) },
      replace: true,
    })
  }
  if (forgot) return <Forgot email={form.email} onBack={() => setForgot(false)} />
  return (
    <>
      <PageHead title={signUp ? t.signUpTitle : t.signInTitle} back />
      <form noValidate onSubmit={submit} className="mx-auto grid w-full max-w-[420px] gap-4 px-4 pb-10">
        <span className="my-2">
          <LoopMark size={56} title="Enishi" />
        </span>
        <p className="text-ink-2">{next === '/create' ? t.nextCreate : t.keep}</p>
        <Credentials form={form} set={set} signUp={signUp} tried={tried} error={send.error} />
        <Button type="submit" kind="act" size="big" busy={send.isPending}>
          {signUp ? t.signUp : t.signIn}
        </Button>
        <div className="grid justify-items-center">
          <Button kind="quiet" onClick={other}>
            {signUp ? t.toSignIn : t.toSignUp}
          </Button>
          {!signUp && (
            <Button kind="quiet" onClick={() => setForgot(true)}>
              {t.forgot}
            </Button>
          )}
        </div>
      </form>
    </>
  )
}

interface CredentialsProps {
  readonly form: Form
  readonly set: (by: Partial<Form>) => void
  readonly signUp: boolean
  readonly tried: boolean
  readonly error: Error | null
}
/** A refusal stands at the field that it is about, or below all of them. */
function Credentials({ form, set, signUp, tried, error }: CredentialsProps) {
  const t = useMore().account
  const missing = (text: string) => (tried && !text.trim() ? t.missing : null)
  const aboutEmail = isCode(error, 'email_taken', 'email_invalid')
  const aboutPassword = isCode(error, 'password_too_short', 'password_too_long')
  return (
    <>
      {signUp && (
        <Field
          label={t.name}
          name="name"
          autoComplete="name"
          maxLength={80}
          value={form.name}
          onChange={event => set({ name: event.target.value })}
          wrong={missing(form.name)}
        />
      )}
      <Field
        label={t.email}
        type="email"
        name="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        maxLength={254}
        value={form.email}
        onChange={event => set({ email: event.target.value })}
        wrong={missing(form.email) ?? (aboutEmail ? errorText(error) : null)}
      />
      <PasswordField
        label={t.password}
        fresh={signUp}
        value={form.password}
        onChange={password => set({ password })}
        wrong={(tried && !form.password ? t.missing : null) ?? (aboutPassword ? errorText(error) : null)}
      />
      {error && !aboutEmail && !aboutPassword && (
        <p role="alert" className="text-danger">
          {errorText(error)}
        </p>
      )}
    </>
  )
}
