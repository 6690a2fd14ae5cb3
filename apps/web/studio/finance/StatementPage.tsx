import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import { addMoney, money } from '../../i18n/format.ts'
import { useFinance } from '../../i18n/studio/finance/index.ts'
import { Empty } from '../../ui/core/index.ts'
import { type Column, DataTable, Link, PageHead, Panel, Problem, RowsLoading, Time, Tip, useWords } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'
import { csvOf, grainOf, type Line, periodName, type Statement } from './finance-data.ts'
import { OwnerOnly } from './OwnerOnly.tsx'

/** One statement: how the opening balance became the closing one, and by which orders. */
export function StatementPage() {
  const t = useFinance()
  const { shop, role } = useMyShop()
  const { grain: asked, from = '', currency = '' } = useWords()
  const grain = grainOf(asked)
  const query = { grain, from: `${from}T00:00:00Z`, currency: currency as Statement['currency'] }
  const statement = useQuery({
    queryKey: ['statement', shop, grain, from, currency],
    queryFn: () => ask(api.GET('/v1/shops/{shop}/statement', { params: { path: { shop }, query } })),
    enabled: role === 'owner',
  })
  if (role !== 'owner') return <OwnerOnly />
  const name = statement.data ? periodName(grain, statement.data) : t.statements
  return (
    <>
      <PageHead
        title={name}
        note={
          <Link to="/finance" search={{ grain }}>
            {t.allStatements}
          </Link>
        }
      >
        {statement.data && (
          <a className="btn plain" data-kind="plain" data-size="small" href={csvOf(shop, { grain, from, currency })} download>
            {t.download}
          </a>
        )}
      </PageHead>
      {statement.isPending && <RowsLoading />}
      {statement.error ? <Problem error={statement.error} retry={() => void statement.refetch()} /> : null}
      {statement.data && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <Sums statement={statement.data} />
          <Lines query={query} />
        </div>
      )}
    </>
  )
}

const columns = [
  ...([
    'goods',
    'discount',
    'platformDiscount',
    'shipping',
    'commission',
    'creator',
    'fee',
    'refunds',
    'protection',
    'chargebacks',
  ] as const),
] as const

function Sums({ statement: s }: { statement: Statement }) {
  const t = useFinance()
  const rows = [
    { key: 'opening', name: t.opening, value: s.opening, strong: true },
    ...columns.filter(c => c === 'goods' || s[c].minor !== '0').map(c => ({ key: c, name: t[c], value: s[c], strong: false })),
    { key: 'net', name: t.net, value: s.net, strong: true },
    { key: 'payouts', name: t.payoutsLine, value: s.payouts, strong: false },
    { key: 'closing', name: t.closing, value: s.closing, strong: true },
  ]
  return (
    <Panel>
      <dl className="m-0 grid gap-0">
        {rows.map(r => (
          <div key={r.key} className={`flex flex-wrap gap-x-3 border-b border-line py-2 ${r.strong ? 'font-semibold' : ''}`}>
            <dt className="min-w-0 flex-1">{r.name}</dt>
            <dd className="num m-0 text-end whitespace-nowrap">{money(r.value)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 mb-0 flex flex-wrap gap-x-3 text-meta text-ink-2">
        <span className="flex-1">
          <Tip text={t.taxDef}>{t.tax}</Tip>
        </span>
        <span className="num">{money(s.tax)}</span>
      </p>
    </Panel>
  )
}

function Lines({ query }: { query: { grain: 'month' | 'week'; from: string; currency: Statement['currency'] } }) {
  const t = useFinance()
  const { shop } = useMyShop()
  const lines = useInfiniteQuery({
    queryKey: ['statement-lines', shop, query],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/shops/{shop}/statement/lines', {
          params: { path: { shop }, query: { ...query, limit: 30, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
  return (
    <section>
      <h2 className="panel-title mb-2">{t.lines}</h2>
      <DataTable
        pages={lines}
        label={t.lines}
        columns={columnsOf(t)}
        rowKey={l => l.order}
        card={l => <Card line={l} />}
        empty={<Empty title={t.noLines} />}
      />
    </section>
  )
}

/** The parts of a line in four groups, so that a table holds them; the CSV has every column. */
const groups = {
  goodsAndDelivery: (l: Line) => addMoney(l.goods, l.shipping),
  discounts: (l: Line) => addMoney(l.discount, l.platformDiscount),
  commissions: (l: Line) => addMoney(addMoney(l.commission, l.creator), l.fee),
  back: (l: Line) => addMoney(addMoney(l.refunds, l.protection), l.chargebacks),
} as const
const names = Object.keys(groups) as (keyof typeof groups)[]

function columnsOf(t: ReturnType<typeof useFinance>): Column<Line>[] {
  return [
    { key: 'order', head: t.order, cell: l => <OrderLink line={l} /> },
    { key: 'paid', head: t.paidAt, cell: l => <Time at={l.paidAt} as="date" className="whitespace-nowrap" /> },
    ...names.map(g => ({
      ...{ key: g, head: t[g], end: true },
      cell: (l: Line) => <span className="num whitespace-nowrap">{money(groups[g](l))}</span>,
    })),
    {
      key: 'net',
      head: t.net,
      end: true,
      cell: l => <span className="num font-semibold whitespace-nowrap">{money(l.net)}</span>,
    },
  ]
}
const OrderLink = ({ line }: { line: Line }) => (
  <Link to="/orders/$order" params={{ order: line.order }} className="num font-semibold whitespace-nowrap">
    {line.number}
  </Link>
)
function Card({ line }: { line: Line }) {
  const t = useFinance()
  return (
    <div className="grid gap-1">
      <div className="flex items-start justify-between gap-3">
        <OrderLink line={line} />
        <span className="num font-semibold whitespace-nowrap">{money(line.net)}</span>
      </div>
      {names
        .filter(g => groups[g](line).minor !== '0')
        .map(g => (
          <div key={g} className="flex justify-between gap-3 text-meta text-ink-2">
            <span>{t[g]}</span>
            <span className="num">{money(groups[g](line))}</span>
          </div>
        ))}
      <Time at={line.paidAt} as="date" className="text-caption text-ink-3" />
    </div>
  )
}
