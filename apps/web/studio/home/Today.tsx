import { useQuery } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import { money, number, percent } from '../../i18n/format.ts'
import { useStudioDesk } from '../../i18n/studio/desk/index.ts'
import { Panel, Problem, RowsLoading, Tip } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'

type Day = Reply<'GET /v1/insights/today'>['days'][number]

/** Today beside yesterday and the same weekday, each up to this time of day; the amounts never go through a float. */
export function Today() {
  const t = useStudioDesk().today
  const { shop } = useMyShop()
  const today = useQuery({
    queryKey: ['today', shop],
    queryFn: () => ask(api.GET('/v1/insights/today', { params: { query: { shop } } })),
    refetchInterval: 30_000,
  })
  if (!today.data)
    return (
      <Panel className="mb-6" title={t.title}>
        {today.error ? <Problem error={today.error} retry={() => void today.refetch()} /> : <RowsLoading rows={1} />}
      </Panel>
    )
  const figures = [
    { name: t.revenue, define: t.revenueDef, of: (d: Day) => money(d.revenue) },
    { name: t.orders, define: t.ordersDef, of: (d: Day) => number(d.orders) },
    { name: t.visitors, define: t.visitorsDef, of: (d: Day) => number(d.visitors) },
    { name: t.conversion, define: t.conversionDef, of: (d: Day) => (d.visitors === 0 ? '–' : percent(d.buyers / d.visitors)) },
  ]
  const day = (back: number) => today.data.days.find(d => d.back === back)
  const [now, yesterday, week] = [day(0), day(1), day(7)]
  return (
    <Panel className="mb-6" title={t.title} aside={<span className="text-caption text-ink-3">{t.zone(today.data.zone)}</span>}>
      <dl className="m-0 grid grid-cols-2 gap-x-6 gap-y-3 desk:grid-cols-4">
        {now &&
          figures.map(f => (
            <div key={f.name} className="min-w-0">
              <dt className="text-meta text-ink-2">
                <Tip text={f.define}>{f.name}</Tip>
              </dt>
              <dd className="num m-0 text-heading font-semibold tracking-[-.01em]">{f.of(now)}</dd>
              {yesterday && <dd className="num m-0 text-caption text-ink-3">{t.was(f.of(yesterday), t.yesterday)}</dd>}
              {week && <dd className="num m-0 text-caption text-ink-3">{t.was(f.of(week), t.week)}</dd>}
            </div>
          ))}
      </dl>
    </Panel>
  )
}
