import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import { money, number } from '../../i18n/format.ts'
import { useFinance } from '../../i18n/studio/finance/index.ts'
import { ChartNoAxesColumn } from '../../ui/core/icons.tsx'
import { Empty } from '../../ui/core/index.ts'
import {
  type Column,
  DataTable,
  Link,
  PageHead,
  Panel,
  Problem,
  RowsLoading,
  TabLinks,
  Tip,
  useWords,
} from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'
import { addressOf, type Grain, grainOf, periodName, type Statement } from './finance-data.ts'
import { OwnerOnly } from './OwnerOnly.tsx'
import { Payouts } from './Payouts.tsx'

/** What the shop earned: how much is whose, by period, and what was paid out. */
export function FinancePage() {
  const t = useFinance()
  const { role } = useMyShop()
  if (role !== 'owner') return <OwnerOnly />
  return (
    <>
      <PageHead title={t.title} note={t.note} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <Balances />
        <Statements />
        <Payouts />
      </div>
    </>
  )
}

type Balance = Reply<'GET /v1/shops/{shop}/balance'>['items'][number]
function Balances() {
  const t = useFinance()
  const { shop } = useMyShop()
  const balances = useQuery({
    queryKey: ['balance', shop],
    queryFn: () => ask(api.GET('/v1/shops/{shop}/balance', { params: { path: { shop } } })),
  })
  const items = balances.data?.items ?? []
  return (
    <Panel title={t.balance}>
      {balances.isPending && <RowsLoading rows={2} />}
      {balances.error ? <Problem error={balances.error} retry={() => void balances.refetch()} /> : null}
      {balances.data && items.length === 0 && <Empty title={t.noMoney} text={t.noMoneyText} />}
      <div className="grid gap-4">
        {items.map(b => (
          <OneBalance key={b.currency} balance={b} />
        ))}
      </div>
    </Panel>
  )
}

function OneBalance({ balance }: { balance: Balance }) {
  const t = useFinance()
  const parts = [
    { name: t.pending, about: t.pendingDef, value: balance.pending },
    { name: t.payable, about: t.payableDef, value: balance.payable },
    { name: t.paying, about: t.payingDef, value: balance.paying },
    { name: t.paidOut, about: t.paidOutDef, value: balance.paidOut },
  ]
  return (
    <dl className="m-0 grid grid-cols-2 gap-4 desk:grid-cols-4">
      {parts.map(({ name, about, value }) => (
        <div key={name} className="min-w-0">
          <dt className="text-meta text-ink-2">
            <Tip text={about}>{name}</Tip>
          </dt>
          <dd className={`num m-0 text-heading font-semibold ${value.minor.startsWith('-') ? 'text-danger' : ''}`}>
            {money(value)}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Statements() {
  const t = useFinance()
  const { shop } = useMyShop()
  const grain = grainOf(useWords().grain)
  const statements = useInfiniteQuery({
    queryKey: ['statements', shop, grain],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/shops/{shop}/statements', {
          params: { path: { shop }, query: { grain, limit: 12, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
  const tabs = (['month', 'week'] as const).map(g => ({ key: g, label: t.grain[g], search: { grain: g } }))
  return (
    <section>
      <h2 className="panel-title mb-2">{t.statements}</h2>
      <TabLinks label={t.grainLabel} to="/finance" tabs={tabs} now={grain} />
      <DataTable
        pages={statements}
        label={t.statements}
        columns={columnsOf(t, grain)}
        rowKey={s => `${s.from} ${s.currency}`}
        card={s => <Card statement={s} grain={grain} />}
        empty={<Empty icon={<ChartNoAxesColumn size={32} />} title={t.noStatements} text={t.noStatementsText} />}
      />
      <p className="mt-2 mb-0 text-caption text-ink-3">{t.utc}</p>
    </section>
  )
}

function columnsOf(t: ReturnType<typeof useFinance>, grain: Grain): Column<Statement>[] {
  const amount = (key: 'opening' | 'net' | 'payouts' | 'closing', head: string): Column<Statement> => ({
    ...{ key, head, end: true, cell: s => <span className="num whitespace-nowrap">{money(s[key])}</span> },
  })
  return [
    { key: 'period', head: t.period, cell: s => <Period statement={s} grain={grain} /> },
    { key: 'orders', head: t.orders, end: true, cell: s => <span className="num">{number(s.orders)}</span> },
    amount('opening', t.opening),
    amount('net', t.net),
    amount('payouts', t.payoutsLine),
    amount('closing', t.closing),
  ]
}
const Period = ({ statement, grain }: { statement: Statement; grain: Grain }) => (
  <Link to="/finance/statement" search={addressOf(grain, statement)} className="font-semibold">
    {periodName(grain, statement)}
  </Link>
)
function Card({ statement: s, grain }: { statement: Statement; grain: Grain }) {
  const t = useFinance()
  return (
    <div className="grid gap-1">
      <div className="flex items-start justify-between gap-3">
        <Period statement={s} grain={grain} />
        <span className="num font-semibold whitespace-nowrap">{money(s.net)}</span>
      </div>
      <div className="flex flex-wrap justify-between gap-x-3 text-meta text-ink-2">
        <span>{t.ordersN(s.orders)}</span>
        <span className="num">
          {t.closing} {money(s.closing)}
        </span>
      </div>
    </div>
  )
}
