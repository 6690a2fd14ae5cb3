import { useInfiniteQuery } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import { useHealth } from '../../i18n/console/health/index.ts'
import { useDesk } from '../../i18n/desk/index.ts'
import { Button } from '../../ui/core/index.ts'
import { Panel, Problem, RowsLoading, Time } from '../../ui/desk/index.ts'

type Line = Reply<'GET /v1/audit'>['items'][number]

/** What operators did, newest first. */
export function AuditPanel() {
  const t = useHealth().audit
  const d = useDesk()
  const audit = useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: ({ pageParam }) =>
      ask(api.GET('/v1/audit', { params: { query: { limit: 10, ...(pageParam && { cursor: pageParam }) } } })),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
  const lines = audit.data?.pages.flatMap(p => p.items) ?? []
  return (
    <Panel title={t.title}>
      {audit.isPending && <RowsLoading rows={2} />}
      {audit.error ? <Problem error={audit.error} retry={() => void audit.refetch()} /> : null}
      {audit.data && lines.length === 0 && <p className="m-0 text-ink-2">{t.none}</p>}
      <ul className="m-0 grid list-none gap-2 p-0">
        {lines.map(line => (
          <li key={`${line.at} ${line.about} ${line.action}`} className="flex flex-wrap items-baseline gap-x-3">
            <span className="min-w-0 flex-1">
              <b className="font-medium">{line.by?.name ?? t.gone}</b> <What line={line} />
            </span>
            <Time at={line.at} className="text-caption whitespace-nowrap text-ink-3" />
          </li>
        ))}
      </ul>
      {audit.hasNextPage && (
        <div className="mt-3">
          <Button size="small" busy={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
            {d.loadMore}
          </Button>
        </div>
      )}
    </Panel>
  )
}

/** Of an id the last letters are enough to tell two apart. */
const shortened = (about: string): string => (/^[a-z]{3}_/.test(about) ? about.slice(-6).toUpperCase() : about)

function What({ line }: { line: Line }) {
  const t = useHealth().audit
  const { retried } = JSON.parse(line.detail) as { retried?: number }
  const actions: Readonly<Record<string, string>> = t.actions
  return (
    <>
      {actions[line.action] ?? <code>{line.action}</code>} <code className="text-meta text-ink-2">{shortened(line.about)}</code>
      {retried !== undefined && <span className="text-ink-2"> ({t.retried(retried)})</span>}
    </>
  )
}
