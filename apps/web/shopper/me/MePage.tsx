import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '../../client/me.ts'
import { signOut } from '../../client/sign-out.ts'
import type { Me } from '../../client/types.ts'
import { said } from '../../i18n/format.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { useNoticeWords } from '../../i18n/shopper/notices/index.ts'
import { Bell as BellIcon, Bookmark, ChevronRight, House, ShieldCheck, ShoppingCart, Store } from '../../ui/core/icons.tsx'
import { Avatar, Button, Skeleton, toast } from '../../ui/core/index.ts'
import { Bell } from '../notices/Bell.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { Tabs } from '../parts/Tabs.tsx'
import { Saved } from '../saved/Saved.tsx'
import { DecisionsDoor } from './DecisionsPage.tsx'
import { EditProfile } from './EditProfile.tsx'
import { MyPosts } from './MyPosts.tsx'

export function MePage() {
  const t = useT().me
  const m = useMore()
  const me = useMe()
  const { tab } = useSearch({ from: '/me' })
  const navigate = useNavigate()
  return (
    <>
      <PageHead
        title={t.title}
        aside={
          <>
            <Bell />
            <Link to="/me/settings" className="btn" data-kind="quiet">
              {t.settings}
            </Link>
          </>
        }
      />
      <div className="page grid gap-6 pb-10">
        {me && <DecisionsDoor />}
        {!me ? (
          <Skeleton className="h-28 !rounded-card" />
        ) : me.member ? (
          <>
            <Member me={me} />
            <section>
              <Tabs
                label={t.title}
                tabs={[['posts', m.me.posts] as const, ['saved', m.me.savedTab] as const]}
                now={tab === 'saved' ? 'saved' : 'posts'}
                onPick={to => void navigate({ to: '/me', search: to === 'saved' ? { tab: to } : {}, replace: true })}
              >
                {tab === 'saved' ? <Saved /> : <MyPosts />}
              </Tabs>
            </section>
            <SignOut />
          </>
        ) : (
          <Guest />
        )}
      </div>
    </>
  )
}

function Guest() {
  const t = useT().me
  const m = useMore()
  return (
    <>
      <section className="grid gap-4 rounded-card border border-line bg-surface p-5">
        <div className="grid gap-1">
          <h2 className="text-lead font-semibold">{m.me.guestTitle}</h2>
          <p className="text-ink-2">{m.me.guestText}</p>
        </div>
        <div className="grid grid-cols-2 gap-2">
          <Link to="/sign-in" className="btn !whitespace-normal" data-kind="plain">
            {t.signIn}
          </Link>
          <Link to="/sign-in" search={{ new: '1' }} className="btn !whitespace-normal" data-kind="act">
            {t.signUp}
          </Link>
        </div>
      </section>
      <nav aria-label={t.title} className="divide-y divide-line border-y border-line">
        <Doors />
      </nav>
      <section>
        <h2 className="mb-3 flex items-center gap-2 text-lead font-semibold">
          <Bookmark size={20} />
          {m.me.savedTab}
        </h2>
        <Saved />
      </section>
    </>
  )
}

const door = 'flex min-h-13 items-center gap-3 font-medium'
/** What a guest has as well as a member. */
function Doors() {
  const t = useMore().cart
  const alerts = useNoticeWords().alerts
  return (
    <>
      <Link to="/cart" className={door}>
        <ShoppingCart size={20} />
        <span className="flex-1">{t.title}</span>
        <ChevronRight size={18} className="text-ink-3" />
      </Link>
      <Link to="/me/alerts" className={door}>
        <BellIcon size={20} />
        <span className="flex-1">{alerts.title}</span>
        <ChevronRight size={18} className="text-ink-3" />
      </Link>
    </>
  )
}

function Member({ me }: { me: Me }) {
  const t = useT().me
  const m = useMore()
  const [editing, setEditing] = useState(false)
  return (
    <section className="grid gap-4">
      <div className="flex items-center gap-4">
        <Avatar name={me.name ?? ''} src={me.picture} size={68} />
        <div className="min-w-0 flex-1">
          <b className="block truncate text-title font-semibold">{me.name}</b>
          <span className="block truncate text-ink-2">@{me.handle}</span>
        </div>
      </div>
      <div className="grid grid-cols-2 gap-2">
        <Button className="!whitespace-normal" onClick={() => setEditing(true)}>
          {m.me.edit}
        </Button>
        <Link to="/u/$handle" params={{ handle: me.handle ?? me.person }} className="btn !whitespace-normal" data-kind="plain">
          {m.me.public}
        </Link>
      </div>
      <nav aria-label={t.title} className="divide-y divide-line border-y border-line">
        <Doors />
        {me.shops.map(shop => (
          <a key={shop.shop} href="/studio" className={door}>
            <Store size={20} />
            <span className="min-w-0 flex-1 truncate">
              {t.studio} · {said(shop.name)}
            </span>
            <span className="text-meta font-normal text-ink-3">{shop.role === 'owner' ? m.me.owner : m.me.staff}</span>
            <ChevronRight size={18} className="text-ink-3" />
          </a>
        ))}
        {me.creator && me.shops.length === 0 && (
          <a href="/studio" className={door}>
            <House size={20} />
            <span className="flex-1">{t.studio}</span>
            <ChevronRight size={18} className="text-ink-3" />
          </a>
        )}
        {me.operator && (
          <a href="/console" className={door}>
            <ShieldCheck size={20} />
            <span className="flex-1">{t.console}</span>
            <ChevronRight size={18} className="text-ink-3" />
          </a>
        )}
      </nav>
      {editing && <EditProfile me={me} onClose={() => setEditing(false)} />}
    </section>
  )
}

function SignOut() {
  const t = useT().me
  const out = useMutation({
    mutationFn: signOut,
    onSuccess: () => location.assign('/me'),
    onError: error => toast(errorText(error)),
  })
  return (
    <Button busy={out.isPending} onClick={() => out.mutate()}>
      {t.signOut}
    </Button>
  )
}
