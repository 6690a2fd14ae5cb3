import { useMutation, useQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import { useHealth } from '../../i18n/console/health/index.ts'
import { Button } from '../../ui/core/index.ts'
import { Panel, Problem, RowsLoading, Time } from '../../ui/desk/index.ts'
import { duration } from './health-data.ts'

const hour = 3_600_000
const move = (advanceMs: number) => ask(api.POST('/v1/demo/clock', { body: { advanceMs } }))

/** Moves the clock of a demo; it is only there in demo mode. */
export function ClockPanel() {
  const h = useHealth()
  const t = h.clock
  const clock = useQuery({ queryKey: ['clock'], queryFn: () => move(0), refetchInterval: 10_000 })
  const moved = useMutation({
    mutationFn: move,
    onSuccess: now => {
      queryClient.setQueryData(['clock'], now)
      void queryClient.invalidateQueries({ predicate: q => q.queryKey[0] !== 'clock' && q.queryKey[0] !== 'me' })
    },
  })
  const steps = [
    { name: t.hour, ms: hour },
    { name: t.day, ms: 24 * hour },
    { name: t.week, ms: 168 * hour },
  ]
  return (
    <Panel title={t.title}>
      {clock.isPending && <RowsLoading rows={2} />}
      <Problem error={moved.error ?? clock.error} retry={() => void clock.refetch()} />
      {clock.data && (
        <>
          <p className="m-0 flex flex-wrap items-baseline gap-x-3">
            <span className="text-ink-2">{t.now}</span>
            <Time at={clock.data.now} className="num text-heading font-semibold" />
            <span className="text-meta text-ink-2">{difference(h, clock.data.offsetMs)}</span>
          </p>
          <div className="mt-3 flex flex-wrap gap-2">
            {steps.map(s => (
              <Button key={s.ms} size="small" disabled={moved.isPending} onClick={() => moved.mutate(s.ms)}>
                {s.name}
              </Button>
            ))}
            <Button
              size="small"
              disabled={moved.isPending || clock.data.offsetMs === 0}
              onClick={() => moved.mutate(-clock.data.offsetMs)}
            >
              {t.back}
            </Button>
          </div>
          <p className="mt-3 mb-0 text-meta text-ink-2">{t.note}</p>
        </>
      )}
    </Panel>
  )
}

function difference(h: ReturnType<typeof useHealth>, offsetMs: number): string {
  const by = duration(h, Math.abs(offsetMs) / 1000)
  return Math.abs(offsetMs) < 1000 ? h.clock.real : offsetMs > 0 ? h.clock.ahead(by) : h.clock.behind(by)
}
