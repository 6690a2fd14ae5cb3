import { useInfiniteQuery } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import type { Returned } from '../../client/pieces.ts'
import { useFulfil } from '../../i18n/studio/fulfil/index.ts'
import { PackageCheck } from '../../ui/core/icons.tsx'
import { Empty } from '../../ui/core/index.ts'
import { type Column, DataTable, Link, PageHead, State, TabLinks, Time, type Tone, useWords } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'

type Row = Reply<'GET /v1/shops/{shop}/returns'>['items'][number]
const states = ['requested', 'approved', 'sent_back', 'received', 'settled', 'refused', 'withdrawn'] as const
export const tones: Readonly<Record<Returned['state'], Tone>> = {
  requested: 'warn',
  approved: 'todo',
  sent_back: 'todo',
  received: 'warn',
  settled: 'ok',
  refused: 'quiet',
  withdrawn: 'quiet',
}

/** The returns desk: by state, those who wait the longest first. */
export function ReturnsPage() {
  const t = useFulfil()
  const { shop } = useMyShop()
  const asked = useWords().state
  const state = states.find(s => s === asked) ?? (asked === 'all' ? undefined : 'requested')
  const returns = useInfiniteQuery({
    queryKey: ['returns', shop, state],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/shops/{shop}/returns', {
          params: { path: { shop }, query: { limit: 30, ...(state && { state }), ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
    refetchInterval: 30_000,
  })
  const tabs = [...states, 'all' as const].map(s => ({
    key: s,
    label: s === 'all' ? t.all : t.returnStates[s],
    search: { state: s },
  }))
  return (
    <>
      <PageHead title={t.returns} note={t.returnsNote} />
      <TabLinks label={t.returns} to="/returns" tabs={tabs} now={state ?? 'all'} />
      <DataTable
        pages={returns}
        label={t.returns}
        columns={useColumns()}
        rowKey={r => r.returned.id}
        card={r => <Card row={r} />}
        empty={<Empty icon={<PackageCheck size={32} />} title={t.none} text={t.noneText} />}
      />
    </>
  )
}

const OrderNumber = ({ row }: { row: Row }) => (
  <Link to="/returns/$order" params={{ order: row.order }} className="num font-semibold whitespace-nowrap">
    {row.number}
  </Link>
)
function useColumns(): Column<Row>[] {
  const t = useFulfil()
  return [
    { key: 'number', head: t.order, cell: r => <OrderNumber row={r} /> },
    { key: 'asked', head: t.asked, cell: r => <Time at={r.returned.asked} className="whitespace-nowrap" /> },
    { key: 'what', head: t.what, cell: r => t.kinds[r.returned.kind] },
    { key: 'reason', head: t.reason, cell: r => t.reasons[r.returned.reason] },
    { key: 'buyer', head: t.buyer, cell: r => r.buyer ?? '' },
    { key: 'state', head: t.state, cell: r => <State tone={tones[r.returned.state]}>{t.returnStates[r.returned.state]}</State> },
  ]
}
function Card({ row }: { row: Row }) {
  const t = useFulfil()
  const r = row.returned
  return (
    <div className="grid gap-1">
      <div className="flex items-baseline gap-3">
        <span className="flex-1">
          <OrderNumber row={row} />
        </span>
        <State tone={tones[r.state]}>{t.returnStates[r.state]}</State>
      </div>
      <span>{[t.kinds[r.kind], t.reasons[r.reason]].join(' · ')}</span>
      <span className="flex justify-between gap-3 text-meta text-ink-2">
        <span>{row.buyer}</span>
        <Time at={r.asked} />
      </span>
    </div>
  )
}
