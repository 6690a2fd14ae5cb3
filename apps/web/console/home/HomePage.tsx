import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import { useHealth } from '../../i18n/console/health/index.ts'
import { useOverview } from '../../i18n/console/overview/index.ts'
import { number } from '../../i18n/format.ts'
import { Link, LoopPanel, PageHead, Panel, Problem, RowsLoading, State } from '../../ui/desk/index.ts'
import { type Check, toneOf } from '../health/health-data.ts'

/** What waits, what is unwell, and how the loop turns. How far a demo is, the shell says on every page. */
export function HomePage() {
  const t = useOverview()
  return (
    <>
      <PageHead title={t.title} />
      <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,360px)_minmax(0,1fr)]">
        <div className="grid min-w-0 gap-4">
          <WaitingPanel />
          <WorstPanel />
        </div>
        <LoopOfAll />
      </div>
    </>
  )
}

function WaitingPanel() {
  const t = useOverview()
  const waiting = useQuery({
    queryKey: ['overview', 'waiting'],
    queryFn: () => ask(api.GET('/v1/moderation/waiting')),
    refetchInterval: 30_000,
  })
  const rows = waiting.data && [
    { to: '/reports', name: t.reports, n: waiting.data.reports },
    { to: '/reports/appeals', name: t.appeals, n: waiting.data.appeals },
  ]
  return (
    <Panel title={t.waiting}>
      {waiting.isPending && <RowsLoading rows={2} />}
      {waiting.error ? <Problem error={waiting.error} retry={() => void waiting.refetch()} /> : null}
      {rows && (
        <ul>
          {rows.map(r => (
            <li key={r.to} className="flex items-baseline gap-3 border-t border-line py-2 first:border-0">
              <Link to={r.to} className="min-w-0 flex-1">
                {r.name}
              </Link>
              <b className="num text-title font-semibold">{number(r.n)}</b>
            </li>
          ))}
        </ul>
      )}
      {rows?.every(r => r.n === 0) && <p className="text-meta text-ink-2">{t.nothing}</p>}
    </Panel>
  )
}

const badness: Readonly<Record<Check['state'], number>> = { bad: 0, warn: 1, unknown: 2, ok: 3 }
function WorstPanel() {
  const t = useOverview()
  const h = useHealth()
  const health = useQuery({
    queryKey: ['health'],
    queryFn: () => ask(api.GET('/v1/health')),
    refetchInterval: 10_000,
    placeholderData: keepPreviousData,
  })
  const worst = [...(health.data?.checks ?? [])].sort((a, b) => badness[a.state] - badness[b.state]).slice(0, 3)
  return (
    <Panel title={t.health} aside={<Link to="/health">{t.all}</Link>}>
      {health.isPending && <RowsLoading rows={3} />}
      {health.error ? <Problem error={health.error} retry={() => void health.refetch()} /> : null}
      {worst.length > 0 && <p className="mb-1 text-meta text-ink-2">{t.healthText}</p>}
      <ul>
        {worst.map(c => (
          <li key={c.check} className="flex flex-wrap items-baseline gap-x-3 border-t border-line py-2">
            <span className="min-w-0 flex-1">{h.checks[c.check]}</span>
            <State tone={toneOf[c.state]}>{h.states[c.state]}</State>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function LoopOfAll() {
  const t = useOverview()
  const loop = useQuery({
    queryKey: ['loop', 'platform', 28],
    queryFn: () => ask(api.GET('/v1/insights/loop', { params: { query: { days: 28 } } })),
    refetchInterval: 30_000,
    placeholderData: keepPreviousData,
  })
  return (
    <section className="grid min-w-0 gap-2" aria-label={t.loop}>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="panel-title flex-1">{t.loop}</h2>
        <Link to="/loop">{t.more}</Link>
      </div>
      <LoopPanel
        reply={loop.data}
        error={loop.error}
        retry={() => void loop.refetch()}
        days={28}
        scope={`platform ${loop.data?.days}`}
      />
    </section>
  )
}
