import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import type { Order } from '../../client/types.ts'
import { money, textIn } from '../../i18n/format.ts'
import { useCustomers } from '../../i18n/studio/customers/index.ts'
import { useStudioDesk } from '../../i18n/studio/desk/index.ts'
import { useT } from '../../i18n/studio/index.ts'
import { Package } from '../../ui/core/icons.tsx'
import { Empty, Thumb } from '../../ui/core/index.ts'
import { type Column, DataTable, Link, PageHead, SearchField, State, Time, useWords } from '../../ui/desk/index.ts'
import { OwnViews } from '../OwnViews.tsx'
import { useMyShop } from '../shop-choice.ts'
import { OrdersBar } from './OrdersBar.tsx'
import { isView, stateOf, type View, views } from './orders-data.ts'

export function OrdersPage() {
  const t = useT()
  const m = useStudioDesk()
  const { shop } = useMyShop()
  const { view: asked, q: words = '', of: buyerOf = '' } = useWords()
  const view = asked === 'all' || isView(asked) ? asked : words || buyerOf ? 'all' : 'to_pack'
  const counts = useQuery({
    queryKey: ['order-counts', shop],
    queryFn: () => ask(api.GET('/v1/shops/{shop}/order-counts', { params: { path: { shop } } })),
    refetchInterval: 15_000,
  }).data
  const orders = useOrders(view, words, buyerOf)
  const rows = orders.data?.pages.flatMap(p => p.items) ?? []
  const [choice, setChoice] = useState<{ scope: string; ids: ReadonlySet<string> }>({ scope: '', ids: new Set() })
  const scope = `${shop} ${view} ${words} ${buyerOf}`
  // Another list begins anew; and what has left this one is not chosen any more.
  const ids = new Set(choice.scope === scope ? rows.flatMap(o => (choice.ids.has(o.id) ? [o.id] : [])) : [])
  const set = (next: ReadonlySet<string>) => setChoice({ scope, ids: next })
  const tabs = [...views, 'all' as const].map(v => ({
    key: v,
    label: v === 'all' ? m.desk.all : t.orders.views[v],
    count: v === 'closed' || v === 'all' ? undefined : counts?.[v],
    search: { view: v },
  }))
  return (
    <>
      <PageHead title={t.orders.title}>
        <SearchField words={words} set={q => ({ to: '/orders', search: { view: q ? 'all' : view, q: q || undefined } })} />
      </PageHead>
      <OwnViews
        to="/orders"
        list="order-views"
        label={t.orders.title}
        builtIn={tabs}
        search={{ view, ...(words && { q: words }), ...(buyerOf && { of: buyerOf }) }}
      />
      {buyerOf && <OfOne />}
      <DataTable
        pages={orders}
        label={view === 'all' ? m.desk.all : t.orders.views[view]}
        columns={useColumns()}
        rowKey={o => o.id}
        card={o => <OrderCard order={o} />}
        choice={{ ids, set, label: o => m.desk.select(o.number), allLabel: m.desk.selectPage }}
        empty={
          <Empty
            icon={<Package size={32} />}
            title={words || view === 'all' ? m.desk.noneFound : t.orders.none[view]}
            text={view === 'to_pack' && !words ? t.orders.noneText : undefined}
          />
        }
      />
      <OrdersBar orders={rows.filter(o => ids.has(o.id))} clear={() => set(new Set())} />
    </>
  )
}

/** Says that the list is of one buyer, and leads back. */
function OfOne() {
  const c = useCustomers()
  return (
    <p className="mb-3 text-ink-2">
      {c.ofOne}{' '}
      <Link to="/orders" search={{ view: 'all' }}>
        {c.showAll}
      </Link>
    </p>
  )
}

function useOrders(view: View | 'all', words: string, buyerOf: string) {
  const { shop } = useMyShop()
  return useInfiniteQuery({
    queryKey: ['orders', shop, view, words, buyerOf],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/shops/{shop}/orders', {
          params: {
            path: { shop },
            query: {
              view,
              limit: 30,
              ...(words && { words }),
              ...(buyerOf && { buyerOf }),
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
    refetchInterval: 15_000,
  })
}

function useColumns(): Column<Order>[] {
  const t = useT()
  return [
    { key: 'number', head: t.orders.number, cell: o => <OrderLink order={o} /> },
    { key: 'placed', head: t.orders.placed, cell: o => <Time at={o.placed} className="whitespace-nowrap" /> },
    { key: 'goods', head: t.orders.goods, cell: o => <Goods order={o} /> },
    { key: 'buyer', head: t.orders.buyer, cell: o => (o.address ? `${o.address.name} · ${o.address.city}` : '') },
    { key: 'state', head: t.orders.state, cell: o => <OrderState order={o} /> },
    { key: 'total', head: t.orders.total, end: true, cell: o => <span className="num whitespace-nowrap">{money(o.total)}</span> },
  ]
}

const OrderLink = ({ order }: { order: Order }) => (
  <Link to="/orders/$order" params={{ order: order.id }} className="num font-semibold whitespace-nowrap">
    {order.number}
  </Link>
)

export function OrderState({ order }: { order: Order }) {
  const { word, tone } = stateOf(order)
  return <State tone={tone}>{word}</State>
}

function Goods({ order }: { order: Order }) {
  const t = useT()
  const first = order.lines[0]
  if (!first) return null
  const { text, lang } = textIn(first.name)
  const pieces = order.lines.reduce((n, l) => n + l.quantity, 0)
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Thumb src={first.picture ?? undefined} className="size-9 flex-none rounded-thumb" />
      <span className="min-w-0">
        <span lang={lang} className="line-clamp-1">
          {text}
        </span>
        <span className="num text-caption text-ink-3">
          {t.orders.pieces(pieces)}
          {order.lines.length > 1 && ` · ${t.orders.andMore(order.lines.length - 1)}`}
        </span>
      </span>
    </span>
  )
}

function OrderCard({ order }: { order: Order }) {
  return (
    <div className="grid gap-2">
      <div className="flex items-baseline gap-3">
        <span className="flex-1">
          <OrderLink order={order} />
        </span>
        <span className="num font-semibold">{money(order.total)}</span>
      </div>
      <Goods order={order} />
      <div className="flex flex-wrap items-center justify-between gap-x-3 text-meta text-ink-2">
        <OrderState order={order} />
        <Time at={order.placed} />
      </div>
    </div>
  )
}
