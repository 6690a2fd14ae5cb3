import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import { useT } from '../../i18n/console/index.ts'
import { useDesk } from '../../i18n/desk/index.ts'
import { Link, LoopPanel, PageHead, useWords } from '../../ui/desk/index.ts'

const ranges = [7, 28, 90] as const

/** The loop of all shops together, from the log alone. */
export function PlatformLoopPage() {
  const t = useT()
  const d = useDesk()
  const asked = Number(useWords().days)
  const days = ranges.find(r => r === asked) ?? 28
  const loop = useQuery({
    queryKey: ['loop', 'platform', days],
    queryFn: () => ask(api.GET('/v1/insights/loop', { params: { query: { days } } })),
    refetchInterval: 5000,
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <PageHead title={t.loop.title}>
        <nav aria-label={d.range} className="flex gap-2">
          {ranges.map(r => (
            <Link
              key={r}
              to="/loop"
              search={{ days: r }}
              className="chip plain no-underline"
              data-size="small"
              data-on={r === days ? '' : undefined}
              aria-current={r === days ? 'page' : undefined}
            >
              {d.days(r)}
            </Link>
          ))}
        </nav>
      </PageHead>
      <LoopPanel
        reply={loop.data}
        error={loop.error}
        retry={() => void loop.refetch()}
        days={days}
        scope={`platform ${loop.data?.days}`}
      />
    </>
  )
}
