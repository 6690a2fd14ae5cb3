import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { api, ask } from '../client/api.ts'
import { changeMe, loadMe, setMe, useMe } from '../client/me.ts'
import { queryClient } from '../client/query.ts'
import { signOut } from '../client/sign-out.ts'
import { useSignedOut } from '../client/signed-out.ts'
import { useT } from '../i18n/console/index.ts'
import { setLanguage } from '../i18n/core.ts'
import { useDesk } from '../i18n/desk/index.ts'
import { ChartNoAxesColumn, Coins, Flag, Globe, Heart, House, Percent, Store, User, Volume2, Wallet } from '../ui/core/icons.tsx'
import { Button, Empty } from '../ui/core/index.ts'
import { Problem, RowsLoading, Shell, SignIn, SignInAgain } from '../ui/desk/index.ts'
import { LoopMark } from '../ui/loop/LoopMark.tsx'
import { DemoLine } from './DemoLine.tsx'

async function signIn(email: string, password: string): Promise<void> {
  const me = await ask(api.POST('/v1/sign-in', { body: { email, password } }))
  // What the guest saw goes; the answer about who is here stays watched.
  queryClient.removeQueries({ predicate: q => q.queryKey[0] !== 'me' })
  setMe(me)
  await setLanguage(me.language)
}
/** Over the page that is open: nothing on it is thrown away, and what failed is asked again. */
async function signInAgain(email: string, password: string): Promise<void> {
  setMe(await ask(api.POST('/v1/sign-in', { body: { email, password } })))
  void queryClient.invalidateQueries({ predicate: q => q.queryKey[0] !== 'me' })
}
const leave = () =>
  signOut()
    .catch(() => undefined)
    .then(() => location.reload())

/** Operators only. The server refuses everybody else anyway; the gate says it in words. */
export function Gate() {
  const t = useT()
  const d = useDesk()
  const me = useMe()
  const first = useQuery({ queryKey: ['me-first'], queryFn: loadMe, enabled: !me })
  const [out, back] = useSignedOut()
  if (!me)
    return (
      <main className="desk p-6">
        {first.error ? <Problem error={first.error} retry={() => void first.refetch()} /> : <RowsLoading />}
      </main>
    )
  if (!me.member) return <SignIn title={t.title} note={t.signInNote} onSignIn={signIn} />
  if (!me.operator)
    return (
      <main className="desk grid place-items-center">
        <Empty
          title={t.notOperator}
          text={t.notOperatorText}
          action={<Button onClick={() => void leave()}>{d.otherAccount}</Button>}
        />
      </main>
    )
  const links = [
    { to: '/', label: t.nav.home, icon: <House size={20} />, exact: true },
    { to: '/reports', label: t.nav.queue, icon: <Flag size={20} /> },
    { to: '/people', label: t.nav.people, icon: <User size={20} /> },
    { to: '/shops', label: t.nav.shops, icon: <Store size={20} />, late: true },
    { to: '/rates', label: t.nav.rates, icon: <Coins size={20} />, late: true },
    { to: '/rules', label: t.nav.rules, icon: <Globe size={20} />, late: true },
    { to: '/payouts', label: t.nav.payouts, icon: <Wallet size={20} />, late: true },
    { to: '/fees', label: t.nav.fees, icon: <Percent size={20} />, late: true },
    { to: '/music', label: t.nav.music, icon: <Volume2 size={20} />, late: true },
    { to: '/loop', label: t.nav.loop, icon: <LoopMark size={20} mono /> },
    { to: '/heart', label: t.nav.heart, icon: <Heart size={20} />, late: true },
    { to: '/health', label: t.nav.health, icon: <ChartNoAxesColumn size={20} /> },
  ]
  return (
    <Shell
      name={t.title}
      person={me.name ?? me.handle ?? ''}
      picture={me.picture}
      themeKey="enishi.console.theme"
      firstTheme="dark"
      links={links}
      onLanguage={l => {
        void setLanguage(l)
        void changeMe({ language: l }).catch(() => undefined)
      }}
      onSignOut={() => void leave()}
    >
      {out && (
        <SignInAgain
          email={me.email ?? ''}
          onClose={back}
          onSignIn={(email, password) => signInAgain(email, password).then(back)}
        />
      )}
      <DemoLine />
      <Outlet />
    </Shell>
  )
}
