import { Link, type Search } from './nav.tsx'

interface Tab {
  readonly key: string
  readonly label: string
  readonly count?: number | undefined
  readonly search: Search
}
/** Saved views as tabs in the address: each one is a link. */
export function TabLinks({ label, to, tabs, now }: { label: string; to: string; tabs: readonly Tab[]; now: string }) {
  return (
    <nav aria-label={label} className="desk-tabs mb-4">
      {tabs.map(tab => (
        <Link key={tab.key} className="plain" to={to} search={tab.search} aria-current={tab.key === now ? 'page' : undefined}>
          {tab.label}
          {tab.count ? <span className="count">{tab.count}</span> : null}
        </Link>
      ))}
    </nav>
  )
}
