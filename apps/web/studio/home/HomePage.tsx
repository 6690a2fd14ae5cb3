import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, ask } from '../../client/api.ts'
import { useDesk } from '../../i18n/desk/index.ts'
import { compact } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { Skeleton } from '../../ui/core/index.ts'
import { Link, LoopPanel, PageHead, Panel, Problem, type Search, useWords } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'
import { Lineage } from './Lineage.tsx'

const ranges = [7, 28, 90] as const

export function HomePage() {
  const t = useDesk()
  const shop = useMyShop()
  const asked = Number(useWords().days)
  const days = ranges.find(r => r === asked) ?? 28
  const loop = useQuery({
    queryKey: ['loop', shop.shop, days],
    queryFn: () => ask(api.GET('/v1/insights/loop', { params: { query: { shop: shop.shop, days } } })),
    refetchInterval: 5000,
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <Todo />
      <PageHead title={t.loop.title}>
        <Ranges days={days} />
      </PageHead>
      <LoopPanel
        reply={loop.data}
        error={loop.error}
        retry={() => void loop.refetch()}
        days={days}
        scope={`${shop.shop} ${loop.data?.days}`}
      />
      <Lineage />
    </>
  )
}

function Ranges({ days }: { days: number }) {
  const t = useDesk()
  return (
    <nav aria-label={t.range} className="flex gap-2">
      {ranges.map(r => (
        <Link
          key={r}
          to="/"
          search={{ days: r }}
          className="chip plain no-underline"
          data-size="small"
          data-on={r === days ? '' : undefined}
          aria-current={r === days ? 'page' : undefined}
        >
          {t.days(r)}
        </Link>
      ))}
    </nav>
  )
}

/** Counts that open the list they count. */
function Todo() {
  const t = useT()
  const { shop } = useMyShop()
  const counts = useQuery({
    queryKey: ['order-counts', shop],
    queryFn: () => ask(api.GET('/v1/shops/{shop}/order-counts', { params: { path: { shop } } })),
    refetchInterval: 15_000,
  })
  const reviews = useQuery({
    queryKey: ['review-count', shop],
    queryFn: async () => {
      const page = await ask(
        api.GET('/v1/shops/{shop}/reviews', { params: { path: { shop }, query: { unanswered: true, limit: 100 } } }),
      )
      return { n: page.items.length, more: page.next !== null }
    },
    refetchInterval: 60_000,
  })
  if (counts.error && !counts.data) return <Problem className="mb-6" error={counts.error} retry={() => void counts.refetch()} />
  const c = counts.data
  const items: {
    key: string
    n: number | undefined
    more?: boolean
    label: (n: number) => string
    to: string
    search: Search
  }[] = [
    { key: 'pack', n: c?.to_pack, label: t.todo.pack, to: '/orders', search: { view: 'to_pack' } },
    { key: 'ship', n: c?.to_ship, label: t.todo.ship, to: '/orders', search: { view: 'to_ship' } },
    { key: 'returns', n: c?.returns, label: t.todo.returns, to: '/orders', search: { view: 'returns' } },
    {
      key: 'reviews',
      n: reviews.data?.n,
      more: reviews.data?.more ?? false,
      label: t.todo.reviews,
      to: '/reviews',
      search: { view: 'open' },
    },
  ]
  return (
    <Panel className="mb-6" title={t.todo.title}>
      <ul className="grid grid-cols-2 gap-2 desk:grid-cols-4">
        {items.map(i => (
          <li key={i.key}>
            <TodoLink to={i.to} search={i.search} n={i.n} more={i.more ?? false}>
              {i.n === undefined ? '' : i.label(i.n)}
            </TodoLink>
          </li>
        ))}
      </ul>
      {items.every(i => i.n === 0) && <Idle shop={shop} />}
    </Panel>
  )
}

/** Nothing waits; a shop without products is told where it begins. */
function Idle({ shop }: { shop: string }) {
  const t = useT()
  const products = useQuery({
    queryKey: ['products', shop, 'any'],
    queryFn: () => ask(api.GET('/v1/shops/{shop}/products', { params: { path: { shop }, query: { limit: 1 } } })),
  }).data
  return (
    <p className="mt-2 text-ink-2">
      {products?.items.length === 0 ? <Link to="/products/new">{t.todo.first}</Link> : t.todo.none}
    </p>
  )
}

function TodoLink({
  to,
  search,
  n,
  more,
  children,
}: {
  to: string
  search: Search
  n: number | undefined
  more: boolean
  children: ReactNode
}) {
  if (n === undefined) return <Skeleton className="h-[54px]" />
  return (
    <Link to={to} search={search} className="plain block rounded-chip px-2 py-1 text-ink no-underline hover:bg-sunk">
      <span className={`num block text-heading font-semibold ${n === 0 ? 'text-ink-3' : ''}`}>
        {compact(n)}
        {more ? '+' : ''}
      </span>
      <span className="text-meta text-ink-2">{children}</span>
    </Link>
  )
}
