import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import { useT } from '../../i18n/console/index.ts'
import { AsOf, PageHead, Problem, RowsLoading } from '../../ui/desk/index.ts'
import { DampedPanel } from './DampedPanel.tsx'
import { ExperimentsPanel } from './ExperimentsPanel.tsx'
import { ExplainPanel } from './ExplainPanel.tsx'
import { Figures } from './Figures.tsx'
import { HeadsPanel } from './HeadsPanel.tsx'
import { PoolsPanel } from './PoolsPanel.tsx'
import { SourcesPanel } from './SourcesPanel.tsx'
import { WeightsPanel } from './WeightsPanel.tsx'

/** How the recommender is: fresh, large, by what it weighs, what it served, and why. */
export function HeartPage() {
  const t = useT().heart
  const heart = useQuery({
    queryKey: ['heart'],
    queryFn: () => ask(api.GET('/v1/feed/heart')),
    refetchInterval: 5000,
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <PageHead title={t.title} note={t.note} />
      <div className="grid gap-4">
        {heart.isPending && <RowsLoading />}
        {heart.error ? <Problem error={heart.error} retry={() => void heart.refetch()} /> : null}
        {heart.data && (
          <>
            <div>
              <Figures heart={heart.data} />
              <p className="mt-2 text-caption text-ink-3">
                <AsOf at={heart.data.at} />
              </p>
            </div>
            <div className="grid items-start gap-4 desk:grid-cols-2">
              <div className="grid min-w-0 gap-4">
                <SourcesPanel served={heart.data.served} />
                <PoolsPanel pools={heart.data.pools} />
                <DampedPanel damped={heart.data.damped} />
              </div>
              <WeightsPanel weights={heart.data.weights} />
            </div>
            <div className="grid items-start gap-4 desk:grid-cols-2">
              <HeadsPanel heads={heart.data.heads} />
              <ExperimentsPanel />
            </div>
          </>
        )}
        {!heart.isPending && <ExplainPanel newest={heart.data?.newest ?? []} />}
      </div>
    </>
  )
}
