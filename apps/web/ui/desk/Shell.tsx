import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Language, langTag, languages, useLanguage } from '../../i18n/core.ts'
import { useDesk } from '../../i18n/desk/index.ts'
import { useShared } from '../../i18n/shared/index.ts'
import { Check, Ellipsis, Search } from '../core/icons.tsx'
import { Avatar, IconButton, Toasts } from '../core/index.ts'
import { LoopMark } from '../loop/LoopMark.tsx'
import { Menu } from './base.ts'
import { useStored } from './hooks.ts'
import { OfflineLine } from './layout.tsx'
import { Link, useGo } from './nav.tsx'
import { applyTheme, type Theme } from './theme.ts'
import { AppName } from './title.ts'

export interface ShellLink {
  readonly to: string
  readonly label: string
  readonly icon: ReactNode
  readonly exact?: boolean
  /** On the phone it stands in the menu at the end of the bar. */
  readonly late?: boolean
}
interface ShellProps {
  readonly name: string
  readonly person: string
  /** Of the person; without one their letter stands there. */
  readonly picture?: string | null | undefined
  readonly themeKey: string
  readonly firstTheme: Theme
  readonly links: readonly ShellLink[]
  /** Stands under the name: the shop switcher. */
  readonly switcher?: ReactNode
  /** Opens the command menu. */
  readonly onSearch?: { readonly label: string; readonly run: () => void } | undefined
  readonly onLanguage: (language: Language) => void
  readonly onSignOut: () => void
  readonly children: ReactNode
}

/** Left rail on the desktop, a bar of tabs on the phone. */
export function Shell(props: ShellProps) {
  const t = useDesk()
  const keys = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘K' : 'Ctrl K'
  return (
    <div className="desk">
      <a href="#main" className="skip">
        {t.skip}
      </a>
      <div className="desk-grid">
        <header className="desk-top">
          <LoopMark size={30} />
          <div className="min-w-0 flex-1">{props.switcher ?? <b className="font-semibold">{props.name}</b>}</div>
          {props.onSearch && (
            <IconButton label={props.onSearch.label} onClick={props.onSearch.run}>
              <Search size={20} />
            </IconButton>
          )}
          <Account {...props} />
        </header>
        <nav className="rail" aria-label={props.name}>
          <div className="rail-only mb-3 px-2">
            <div className="mb-3 flex items-center gap-2 font-semibold">
              <LoopMark size={30} />
              {props.name}
            </div>
            {props.switcher}
            {props.onSearch && (
              <button
                type="button"
                className="rail-link mt-2 w-full border border-line bg-transparent"
                onClick={props.onSearch.run}
              >
                <Search size={18} />
                <span className="flex-1 truncate text-start">{t.search}</span>
                <kbd className="text-caption text-ink-3">{keys}</kbd>
              </button>
            )}
          </div>
          {props.links.map(l => (
            <Link
              key={l.to}
              to={l.to}
              activeOptions={{ exact: l.exact ?? false, includeSearch: false }}
              className={l.late ? 'rail-link rail-only' : 'rail-link'}
            >
              {l.icon}
              {l.label}
            </Link>
          ))}
          <More links={props.links.filter(l => l.late)} />
          <div className="rail-only mt-auto">
            <Account {...props} wide />
          </div>
        </nav>
        <div className="min-w-0">
          <OfflineLine />
          <main id="main" tabIndex={-1} className="desk-main">
            <AppName value={props.name}>{props.children}</AppName>
          </main>
        </div>
      </div>
      <Toasts />
    </div>
  )
}

/** The pages that a phone's bar has no room for. */
function More({ links }: { links: readonly ShellLink[] }) {
  const t = useDesk()
  const go = useGo()
  const { pathname } = useLocation()
  if (links.length === 0) return null
  const here = links.some(l => pathname === l.to || pathname.startsWith(`${l.to}/`))
  return (
    <Menu.Root>
      <Menu.Trigger
        className={here ? 'rail-link border-0 desk:hidden' : 'rail-link border-0 bg-transparent desk:hidden'}
        aria-label={t.morePages}
        data-status={here ? 'active' : undefined}
      >
        <Ellipsis size={20} />
        {t.more}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="z-60" sideOffset={6} align="end">
          <Menu.Popup className="desk-menu">
            {links.map(l => (
              <Menu.Item key={l.to} className="desk-item" onClick={() => void go({ to: l.to })}>
                {l.icon}
                {l.label}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function Account({ person, picture, themeKey, firstTheme, onLanguage, onSignOut, wide }: ShellProps & { wide?: boolean }) {
  const t = useDesk()
  const now = useLanguage()
  const shared = useShared()
  const [theme, setTheme] = useStored(themeKey, firstTheme)
  const themes = ['light', 'dark', 'system'] as const
  return (
    <Menu.Root>
      <Menu.Trigger
        className={wide ? 'rail-link w-full border-0 bg-transparent' : 'icon-btn'}
        aria-label={wide ? undefined : t.menu}
        title={t.menu}
      >
        <Avatar name={person} src={picture ?? null} size={28} />
        {wide && <span className="truncate">{person}</span>}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="z-60" sideOffset={6} align={wide ? 'start' : 'end'}>
          <Menu.Popup className="desk-menu">
            <Menu.RadioGroup value={now} onValueChange={(l: Language) => onLanguage(l)}>
              <div className="desk-group">{t.language}</div>
              {languages.map(l => (
                <Menu.RadioItem key={l} value={l} className="desk-item" lang={langTag(l)}>
                  <span className="flex-1">{shared.languages[l]}</span>
                  <Menu.RadioItemIndicator>
                    <Check size={16} />
                  </Menu.RadioItemIndicator>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
            <Menu.RadioGroup
              value={theme}
              onValueChange={(wanted: Theme) => {
                setTheme(wanted)
                applyTheme(wanted)
              }}
            >
              <div className="desk-group">{t.theme}</div>
              {themes.map(x => (
                <Menu.RadioItem key={x} value={x} className="desk-item">
                  <span className="flex-1">{t.themes[x]}</span>
                  <Menu.RadioItemIndicator>
                    <Check size={16} />
                  </Menu.RadioItemIndicator>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
            <div className="my-1 border-t border-line" />
            <Menu.Item className="desk-item" onClick={() => location.assign('/')}>
              {t.toShopper}
            </Menu.Item>
            <Menu.Item className="desk-item" onClick={onSignOut}>
              {t.signOut}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
