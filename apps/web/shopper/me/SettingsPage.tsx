import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { changeMe, useMe } from '../../client/me.ts'
import { langTag, languages, setLanguage, useLanguage } from '../../i18n/core.ts'
import { errorText, useShared } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { useNoticeWords } from '../../i18n/shopper/notices/index.ts'
import { ChevronRight } from '../../ui/core/icons.tsx'
import { Chip, Switch, toast } from '../../ui/core/index.ts'
import { PageHead } from '../parts/PageHead.tsx'
import { setPref, usePrefs } from '../prefs.ts'
import { chooseAnew } from '../watch/feed-store.ts'
import { Sessions } from './Sessions.tsx'
import { YourData } from './YourData.tsx'

export function SettingsPage() {
  const t = useT().me
  const m = useMore().me
  const me = useMe()
  return (
    <>
      <PageHead title={t.settings} back />
      <div className="page grid gap-8 pt-2 pb-10">
        <Person personalised={me?.personalised ?? true} />
        <Device />
        {me?.member && <Sessions />}
        <section>
          <h2 className="mb-2 text-lead font-semibold">{m.data}</h2>
          {me?.member && <YourData />}
          <p className="mt-3 text-meta text-ink-3">{t.privacy}</p>
        </section>
      </div>
    </>
  )
}

function Person({ personalised }: { personalised: boolean }) {
  const t = useT().me
  const { me: m, taste } = useMore()
  const notices = useNoticeWords()
  const shared = useShared()
  const language = useLanguage()
  const change = useMutation({ mutationFn: changeMe, onError: error => toast(errorText(error)) })
  return (
    <section>
      <h2 className="mb-1 text-lead font-semibold">{m.person}</h2>
      <div className="divide-y divide-line">
        <Choice label={t.language}>
          {languages.map(l => (
            <Chip
              key={l}
              lang={langTag(l)}
              style={{ minHeight: 44 }}
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
        <Switch
          label={t.personalised}
          hint={personalised ? m.personalisedOn : m.personalisedOff}
          on={change.isPending ? (change.variables.personalised ?? personalised) : personalised}
          onChange={on => change.mutate({ personalised: on }, { onSuccess: chooseAnew })}
        />
        <Link to="/me/notices/settings" className="flex min-h-14 items-center gap-3 py-3">
          <span className="flex-1 font-medium">{notices.settings}</span>
          <ChevronRight size={18} className="flex-none text-ink-3" />
        </Link>
        <Link to="/me/taste" className="flex min-h-14 items-center gap-3 py-3">
          <span className="grid flex-1">
            <span className="font-medium">{taste.door}</span>
            <span className="text-meta text-ink-2">{taste.doorHint}</span>
          </span>
          <ChevronRight size={18} className="flex-none text-ink-3" />
        </Link>
      </div>
    </section>
  )
}

function Device() {
  const t = useT().me
  const m = useMore().me
  const prefs = usePrefs()
  return (
    <section>
      <h2 className="mb-1 text-lead font-semibold">{m.app}</h2>
      <div className="divide-y divide-line">
        <Choice label={t.theme}>
          {(['system', 'dark', 'light'] as const).map(theme => (
            <Chip key={theme} style={{ minHeight: 44 }} on={prefs.theme === theme} onClick={() => setPref({ theme })}>
              {t.themes[theme]}
            </Chip>
          ))}
        </Choice>
        <Choice label={t.captions}>
          {(['muted', 'always', 'never'] as const).map(mode => (
            <Chip key={mode} style={{ minHeight: 44 }} on={prefs.captions === mode} onClick={() => setPref({ captions: mode })}>
              {t.captionModes[mode]}
            </Chip>
          ))}
        </Choice>
        <Switch label={t.dataSaver} hint={t.dataSaverHint} on={prefs.dataSaver} onChange={dataSaver => setPref({ dataSaver })} />
        <Switch label={t.tapToPlay} hint={t.tapToPlayHint} on={prefs.tapToPlay} onChange={tapToPlay => setPref({ tapToPlay })} />
        <Switch label={t.keys} hint={t.keysHint} on={prefs.keys} onChange={keys => setPref({ keys })} />
      </div>
    </section>
  )
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className="grid gap-2 py-3">
      <span className="font-medium">{label}</span>
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  )
}
