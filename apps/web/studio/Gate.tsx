import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { api, ask } from '../client/api.ts'
import { changeMe, loadMe, setMe, useMe } from '../client/me.ts'
import { queryClient } from '../client/query.ts'
import { signOut } from '../client/sign-out.ts'
import { useSignedOut } from '../client/signed-out.ts'
import type { Me } from '../client/types.ts'
import { setLanguage } from '../i18n/core.ts'
import { said } from '../i18n/format.ts'
import { useStudioDesk } from '../i18n/studio/desk/index.ts'
import { useFulfil } from '../i18n/studio/fulfil/index.ts'
import { useT } from '../i18n/studio/index.ts'
import {
  Check,
  ChevronDown,
  CircleUserRound,
  Flag,
  Globe,
  LayoutGrid,
  Package,
  RotateCcw,
  ShieldCheck,
  SquarePlay,
  Star,
  Store,
  Tag,
  User,
  Wallet,
} from '../ui/core/icons.tsx'
import { Avatar } from '../ui/core/index.ts'
import { Menu, Problem, RowsLoading, Shell, SignIn, SignInAgain, useGo, useStored } from '../ui/desk/index.ts'
import { LoopMark } from '../ui/loop/LoopMark.tsx'
import { StudioCommand, useCommandKey } from './StudioCommand.tsx'
import { OpenShopPage } from './shop/OpenShopPage.tsx'
import { type MyShop, ShopChoice } from './shop-choice.ts'

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

/** Who may come in: a member with a shop. Everybody else is told here what is missing, and can do it here. */
export function Gate() {
  const t = useT()
  const me = useMe()
  const first = useQuery({ queryKey: ['me-first'], queryFn: loadMe, enabled: !me })
  if (!me)
    return (
      <main className="desk p-6">
        {first.error ? <Problem error={first.error} retry={() => void first.refetch()} /> : <RowsLoading />}
      </main>
    )
  if (!me.member) return <SignIn title={t.title} note={t.signInNote} join onSignIn={signIn} />
  return <Inside me={me} />
}

function Inside({ me }: { me: Me }) {
  const t = useT()
  const [slug, setSlug] = useStored('enishi.studio.shop', '')
  const { pathname } = useLocation()
  const shop = me.shops.find(s => s.slug === slug) ?? me.shops[0]
  const opening = !shop || pathname.endsWith('/open')
  const [out, back] = useSignedOut()
  const [searching, search] = useCommandKey()
  const words = useStudioDesk().command
  const links = useLinks(shop)
  return (
    <Shell
      name={t.title}
      person={me.name ?? me.handle ?? ''}
      picture={me.picture}
      themeKey="enishi.studio.theme"
      firstTheme="light"
      links={links}
      switcher={shop && <ShopMenu shops={me.shops} now={shop} choose={setSlug} />}
      onSearch={shop && { label: words.open, run: () => search(true) }}
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
      {opening ? (
        <OpenShopPage onOpened={setSlug} />
      ) : (
        <ShopChoice value={shop}>
          <div key={shop.shop}>
            <Outlet />
          </div>
          {searching && <StudioCommand onClose={() => search(false)} />}
        </ShopChoice>
      )}
    </Shell>
  )
}

/** Where the studio leads to; without a shop only to opening one. */
function useLinks(shop: MyShop | undefined) {
  const t = useT()
  const fulfil = useFulfil()
  return shop
    ? [
        { to: '/', label: t.nav.home, icon: <LoopMark size={20} mono />, exact: true },
        { to: '/orders', label: t.nav.orders, icon: <Package size={20} /> },
        { to: '/returns', label: fulfil.returns, icon: <RotateCcw size={20} />, late: true },
        { to: '/declarations', label: fulfil.declarations, icon: <Flag size={20} />, late: true },
        { to: '/products', label: t.nav.products, icon: <LayoutGrid size={20} /> },
        { to: '/promotions', label: t.nav.promotions, icon: <Tag size={20} />, late: true },
        { to: '/content', label: t.nav.content, icon: <SquarePlay size={20} /> },
        { to: '/customers', label: t.nav.customers, icon: <CircleUserRound size={20} />, late: true },
        ...(shop.role === 'owner' ? [{ to: '/finance', label: t.nav.finance, icon: <Wallet size={20} />, late: true }] : []),
        { to: '/reviews', label: t.nav.reviews, icon: <Star size={20} />, late: true },
        { to: '/staff', label: t.nav.staff, icon: <User size={20} />, late: true },
        { to: '/legal', label: t.nav.legal, icon: <ShieldCheck size={20} />, late: true },
        { to: '/trade', label: t.nav.trade, icon: <Globe size={20} />, late: true },
        { to: '/shop', label: t.nav.shop, icon: <Store size={20} />, late: true },
      ]
    : [{ to: '/open', label: t.open.title, icon: <SquarePlay size={20} /> }]
}

function ShopMenu({ shops, now, choose }: { shops: readonly MyShop[]; now: MyShop; choose: (slug: string) => void }) {
  const t = useT()
  const go = useGo()
  return (
    <Menu.Root>
      <Menu.Trigger
        className="flex min-h-10 w-full items-center gap-2 rounded-chip border border-line bg-transparent px-2 text-start font-semibold"
        title={t.shop}
      >
        <Avatar name={said(now.name)} src={now.picture} size={26} />
        <span className="min-w-0 flex-1 truncate">{said(now.name)}</span>
        <ChevronDown size={16} className="flex-none" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="z-60" sideOffset={6} align="start">
          <Menu.Popup className="desk-menu">
            {shops.map(s => (
              <Menu.Item
                key={s.shop}
                className="desk-item"
                onClick={() => {
                  choose(s.slug)
                  void go({ to: '/' })
                }}
              >
                <Avatar name={said(s.name)} src={s.picture} size={32} />
                <span className="flex-1">
                  {said(s.name)}
                  <span className="block text-caption text-ink-3">{t.roles[s.role]}</span>
                </span>
                {s.shop === now.shop && <Check size={16} />}
              </Menu.Item>
            ))}
            <div className="my-1 border-t border-line" />
            <Menu.Item className="desk-item" onClick={() => void go({ to: '/open' })}>
              {t.openAnother}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
