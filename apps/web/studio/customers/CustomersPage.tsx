import { useInfiniteQuery } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import { money, number } from '../../i18n/format.ts'
import { useCustomers } from '../../i18n/studio/customers/index.ts'
import { User } from '../../ui/core/icons.tsx'
import { Empty } from '../../ui/core/index.ts'
import { type Column, DataTable, Link, PageHead, SearchField, TabLinks, Time, Tip, useWords } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'

type Customer = Reply<'GET /v1/shops/{shop}/customers'>['items'][number]
const phases = ['purchase', 'confirmation', 'sharing'] as const
type Phase = (typeof phases)[number]

/** Who ordered here, the last to order first; each leads to their orders. */
export function CustomersPage() {
  const t = useCustomers()
  const { q: words = '', phase: asked } = useWords()
  const phase = phases.find(p => p === asked)
  const customers = useCustomerPages(words, phase)
  const tabs = [undefined, ...phases].map(p => ({
    key: p ?? 'all',
    label: p ? t.phases[p] : t.all,
    search: { phase: p, q: words || undefined },
  }))
  return (
    <>
      <PageHead title={t.title} note={t.note}>
        <SearchField words={words} set={q => ({ to: '/customers', search: { phase, q: q || undefined } })} />
      </PageHead>
      <TabLinks label={t.phase} to="/customers" tabs={tabs} now={phase ?? 'all'} />
      <DataTable
        pages={customers}
        label={t.title}
        columns={columnsOf(t)}
        rowKey={c => c.lastOrder}
        card={c => <Card customer={c} />}
        empty={
          <Empty
            icon={<User size={32} />}
            title={words || phase ? t.noneFound : t.none}
            text={words || phase ? undefined : t.noneText}
          />
        }
      />
    </>
  )
}

function useCustomerPages(words: string, phase: Phase | undefined) {
  const { shop } = useMyShop()
  return useInfiniteQuery({
    queryKey: ['customers', shop, words, phase],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/shops/{shop}/customers', {
          params: {
            path: { shop },
            query: { limit: 30, ...(words && { words }), ...(phase && { phase }), ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
}

function columnsOf(t: ReturnType<typeof useCustomers>): Column<Customer>[] {
  return [
    { key: 'name', head: t.name, cell: c => <Name customer={c} /> },
    { key: 'phase', head: <Tip text={t.phaseDef}>{t.phase}</Tip>, cell: c => t.phases[c.phase] },
    { key: 'reviewed', head: t.reviewed, cell: c => (c.reviewed ? t.yes : t.no) },
    { key: 'last', head: t.last, cell: c => <Time at={c.last} className="whitespace-nowrap" /> },
    { key: 'orders', head: t.orders, end: true, cell: c => <span className="num">{number(c.orders)}</span> },
    {
      key: 'spent',
      head: <Tip text={t.spentDef}>{t.spent}</Tip>,
      end: true,
      cell: c => <span className="num whitespace-nowrap">{money(c.spent)}</span>,
    },
  ]
}

function Name({ customer }: { customer: Customer }) {
  const t = useCustomers()
  const name = customer.name ?? t.unnamed
  return (
    <span>
      <Link to="/orders" search={{ view: 'all', of: customer.lastOrder }} className="font-semibold" aria-label={t.ordersOf(name)}>
        {name}
      </Link>
      {customer.city && <span className="block text-caption text-ink-2">{customer.city}</span>}
    </span>
  )
}

function Card({ customer }: { customer: Customer }) {
  const t = useCustomers()
  return (
    <div className="grid gap-2">
      <div className="flex items-start justify-between gap-3">
        <Name customer={customer} />
        <span className="num font-semibold">{money(customer.spent)}</span>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-3 text-meta text-ink-2">
        <span>
          {t.ordersN(customer.orders)} · {t.phases[customer.phase]}
          {customer.reviewed && ` · ${t.reviewed}`}
        </span>
        <Time at={customer.last} as="date" />
      </div>
    </div>
  )
}
