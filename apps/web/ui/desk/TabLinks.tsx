import { useEffect, useRef } from 'react'
import { compact } from '../../i18n/format.ts'
import { Link, type Search } from './nav.tsx'

interface Tab {
  readonly key: string
  readonly label: string
  readonly count?: number | undefined
  readonly search: Search
}
/** Saved views as tabs in the address: each one is a link. */
export function TabLinks({ label, to, tabs, now }: { label: string; to: string; tabs: readonly Tab[]; now: string }) {
  const bar = useRef<HTMLElement>(null)
  // On a phone the bar is wider than the page: the tab in force is brought into it.
  const counted = tabs.some(tab => tab.count !== undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is another place in the bar, and counts move them all
  useEffect(() => {
    const tab = bar.current?.querySelector<HTMLElement>('[aria-current]')
    if (bar.current && tab) bar.current.scrollLeft = tab.offsetLeft - bar.current.offsetLeft - 40
  }, [now, counted])
  return (
    <nav ref={bar} aria-label={label} className="desk-tabs mb-4">
      {tabs.map(tab => (
        <Link
          key={tab.key}
          className="plain"
          to={to}
          search={tab.search}
          // Without it the router marks a tab with fewer search words as current too: "all" beside the real one.
          activeOptions={{ exact: true }}
          aria-current={tab.key === now ? 'page' : undefined}
        >
          {tab.label}
          {tab.count ? <span className="count">{compact(tab.count)}</span> : null}
        </Link>
      ))}
    </nav>
  )
}
