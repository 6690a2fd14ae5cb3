import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import { useHealth } from '../../i18n/console/health/index.ts'
import { AsOf, PageHead, Problem, RowsLoading } from '../../ui/desk/index.ts'
import { AuditPanel } from './AuditPanel.tsx'
import { ChecksPanel } from './ChecksPanel.tsx'
import { ClockPanel } from './ClockPanel.tsx'
import { MailPanel } from './MailPanel.tsx'
import { PlayerPanel } from './PlayerPanel.tsx'
import { QueuesPanel } from './QueuesPanel.tsx'
import { FollowersPanel, ServerPanel } from './ServerPanel.tsx'

/** How the platform is, and what to do about it. */
export function HealthPage() {
  const t = useHealth()
  const health = useQuery({
    queryKey: ['health'],
    queryFn: () => ask(api.GET('/v1/health')),
    refetchInterval: 10_000,
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <PageHead title={t.title} note={t.note} />
      <div className="grid gap-4">
        {health.isPending && <RowsLoading />}
        {health.error ? <Problem error={health.error} retry={() => void health.refetch()} /> : null}
        {health.data && (
          <>
            <ChecksPanel health={health.data} />
            <p className="m-0 text-caption text-ink-3">
              <AsOf at={health.data.at} />
            </p>
            <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_minmax(0,320px)]">
              <QueuesPanel queues={health.data.queues} />
              <MailPanel health={health.data} />
            </div>
            <div className="grid items-start gap-4 desk:grid-cols-2">
              <PlayerPanel player={health.data.player} />
              <div className="grid min-w-0 gap-4">
                <ServerPanel health={health.data} />
                {health.data.demo && <ClockPanel />}
                <FollowersPanel followers={health.data.followers} />
              </div>
            </div>
            <AuditPanel />
          </>
        )}
      </div>
    </>
  )
}
