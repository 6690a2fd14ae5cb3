import { useInfiniteQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import { money } from '../../i18n/format.ts'
import { useFinance } from '../../i18n/studio/finance/index.ts'
import { Empty } from '../../ui/core/index.ts'
import { type Column, DataTable, State, Time } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'
import { type Payout, toneOf } from './finance-data.ts'

/** What was paid out to the shop, newest first. */
export function Payouts() {
  const t = useFinance()
  const { shop } = useMyShop()
  const payouts = useInfiniteQuery({
    queryKey: ['payouts', shop],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/shops/{shop}/payouts', {
          params: { path: { shop }, query: { limit: 12, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
  const columns: Column<Payout>[] = [
    { key: 'made', head: t.made, cell: p => <Time at={p.created} className="whitespace-nowrap" /> },
    { key: 'state', head: t.state, cell: p => <Standing payout={p} /> },
    { key: 'amount', head: t.amount, end: true, cell: p => <span className="num whitespace-nowrap">{money(p.amount)}</span> },
  ]
  return (
    <section>
      <h2 className="panel-title mb-2">{t.payouts}</h2>
      <DataTable
        pages={payouts}
        label={t.payouts}
        columns={columns}
        rowKey={p => p.id}
        card={p => (
          <div className="grid gap-1">
            <div className="flex items-start justify-between gap-3">
              <span className="num font-semibold">{money(p.amount)}</span>
              <Standing payout={p} />
            </div>
            <Time at={p.created} className="text-meta text-ink-2" />
          </div>
        )}
        empty={<Empty title={t.noPayouts} text={t.noPayoutsText} />}
      />
    </section>
  )
}

/** The state, and the operator's own words where it failed. */
function Standing({ payout }: { payout: Payout }) {
  const t = useFinance()
  return (
    <span>
      <State tone={toneOf[payout.state]}>{t.states[payout.state]}</State>
      {payout.failure && <span className="block text-caption text-ink-3">{payout.failure}</span>}
    </span>
  )
}
