import { useAppeals } from '../../i18n/console/appeals/index.ts'
import { useT } from '../../i18n/console/index.ts'
import { Link } from '../../ui/desk/index.ts'

/** Reports, the appeals against what was decided on them, and the decisions. */
export function ModerationTabs() {
  const t = useT()
  const appeals = useAppeals()
  const tabs = [
    { to: '/reports', label: t.queue.title },
    { to: '/reports/appeals', label: appeals.title },
    { to: '/reports/decisions', label: t.decisions.title },
  ]
  return (
    <nav aria-label={t.nav.queue} className="flex flex-wrap gap-x-4 gap-y-1">
      {tabs.map(tab => (
        <Link
          key={tab.to}
          to={tab.to}
          activeOptions={{ exact: true, includeSearch: false }}
          className="plain inline-flex min-h-6 items-center text-ink-2 underline-offset-4 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:underline"
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}
