import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api, ask } from '../../client/api.ts'
import { changeMe, useMe } from '../../client/me.ts'
import type { Me } from '../../client/types.ts'
import { languages, setLanguage, useLanguage } from '../../i18n/core.ts'
import { errorText, useShared } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Avatar, Chip, Skeleton, Switch, toast } from '../../ui/core/index.ts'
import { ChevronRight } from '../../ui/core/icons.tsx'
import { setPref, usePrefs } from '../prefs.ts'

export function MePage() {
  const t = useT().me
  const me = useMe()
  return (
    <div className="page pt-[calc(var(--safe-t)+16px)] pb-8">
      <h1 className="mb-4 text-heading">{t.title}</h1>
      {me ? <Who me={me} /> : <Skeleton className="h-20 !rounded-card" />}
      <Settings me={me} />
    </div>
  )
}

function Who({ me }: { me: Me }) {
  const t = useT().me
  if (!me.member)
    return (
      <section className="grid gap-4 rounded-card border border-line bg-surface p-5">
        <div>
          <b className="text-lead font-semibold">{t.guest}</b>
          <p className="text-ink-2">{t.guestText}</p>
        </div>
        <Link to="/sign-in" className="btn" data-kind="act">
          {t.signIn}
        </Link>
      </section>
    )
  return (
    <section className="rounded-card border border-line bg-surface">
      <Link to="/u/$handle" params={{ handle: me.handle ?? me.person }} className="flex items-center gap-4 p-5">
        <Avatar name={me.name ?? ''} src={me.picture} size={52} />
        <span className="min-w-0 flex-1">
          <b className="block truncate text-lead font-semibold">{me.name}</b>
          <span className="block truncate text-ink-2">@{me.handle}</span>
        </span>
        <ChevronRight className="text-ink-3" />
      </Link>
      {me.shops.length > 0 && <Door href="/studio" label={t.studio} />}
      {me.operator && <Door href="/console" label={t.console} />}
    </section>
  )
}
const Door = ({ href, label }: { href: string; label: string }) => (
  <a href={href} className="flex min-h-[48px] items-center justify-between border-t border-line px-5 font-medium">
    {label}
    <ChevronRight className="text-ink-3" />
  </a>
)

function Settings({ me }: { me: Me | undefined }) {
  const t = useT().me
  const shared = useShared()
  const language = useLanguage()
  const prefs = usePrefs()
  const change = useMutation({ mutationFn: changeMe, onError: error => toast(errorText(error)) })
  return (
    <section className="mt-8">
      <h2 className="mb-2 text-title">{t.settings}</h2>
      <Choice label={t.language}>
        {languages.map(l => (
          <Chip
            key={l}
            size="small"
            lang={l === 'zh' ? 'zh-Hans' : l}
            on={l === language}
            onClick={() => {
              void setLanguage(l)
              change.mutate({ language: l })
            }}
          >
            {shared.languages[l]}
          </Chip>
        ))}
      </Choice>
      <Choice label={t.theme}>
        {(['system', 'dark', 'light'] as const).map(theme => (
          <Chip key={theme} size="small" on={prefs.theme === theme} onClick={() => setPref({ theme })}>
            {t.themes[theme]}
          </Chip>
        ))}
      </Choice>
      <Choice label={t.captions}>
        {(['muted', 'always', 'never'] as const).map(mode => (
          <Chip key={mode} size="small" on={prefs.captions === mode} onClick={() => setPref({ captions: mode })}>
            {t.captionModes[mode]}
          </Chip>
        ))}
      </Choice>
      <div className="divide-y divide-line border-t border-line">
        <Switch label={t.personalised} hint={t.personalisedHint} on={me?.personalised ?? true} onChange={personalised => change.mutate({ personalised })} />
        <Switch label={t.dataSaver} hint={t.dataSaverHint} on={prefs.dataSaver} onChange={dataSaver => setPref({ dataSaver })} />
        <Switch label={t.tapToPlay} hint={t.tapToPlayHint} on={prefs.tapToPlay} onChange={tapToPlay => setPref({ tapToPlay })} />
        <Switch label={t.keys} hint={t.keysHint} on={prefs.keys} onChange={keys => setPref({ keys })} />
      </div>
      {me?.member && <SignOut />}
      <p className="mt-6 text-meta text-ink-3">{t.privacy}</p>
    </section>
  )
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-2 border-t border-line py-3">
      <legend className="float-left font-medium">{label}</legend>
      <div className="flex flex-wrap gap-2">{children}</div>
    </fieldset>
  )
}

function SignOut() {
  const t = useT().me
  const out = useMutation({ mutationFn: () => ask(api.POST('/v1/sign-out')), onSuccess: () => location.assign('/'), onError: error => toast(errorText(error)) })
  return (
    <button type="button" className="btn mt-6 w-full" data-kind="plain" disabled={out.isPending} onClick={() => out.mutate()}>
      {t.signOut}
    </button>
  )
}
