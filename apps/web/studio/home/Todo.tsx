import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, ask } from '../../client/api.ts'
import { compact } from '../../i18n/format.ts'
import { useStudioDesk } from '../../i18n/studio/desk/index.ts'
import { useFulfil } from '../../i18n/studio/fulfil/index.ts'
import { useT } from '../../i18n/studio/index.ts'
import { Skeleton } from '../../ui/core/index.ts'
import { Link, Panel, Problem, type Search } from '../../ui/desk/index.ts'
import { countsQuery as declarationCounts } from '../declarations/counts.ts'
import { countsQuery } from '../products/list-data.ts'
import { useMyShop } from '../shop-choice.ts'

/** Counts that open the list they count. */
export function Todo() {
  const t = useT()
  const m = useStudioDesk()
  const { shop } = useMyShop()
  const products = useQuery(countsQuery(shop))
  const p = products.data
  const f = useFulfil()
  const d = useQuery(declarationCounts(shop)).data?.todo
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
  const failed = [counts, products].find(q => q.error && !q.data)
  if (failed) return <Problem className="mb-6" error={failed.error} retry={() => void failed.refetch()} />
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
    // Only shops that sell to China meet this.
    ...(d ? [{ key: 'declare', n: d, label: f.toDeclare, to: '/declarations', search: { view: 'todo' } }] : []),
    { key: 'out', n: p?.out, label: m.todo.out, to: '/products', search: { state: 'live', stock: 'out' } },
    { key: 'low', n: p?.low, label: m.todo.low, to: '/products', search: { state: 'live', stock: 'low' } },
    { key: 'unready', n: p?.unready, label: m.todo.unready, to: '/products', search: { state: 'draft', lacks: 'anything' } },
    { key: 'waiting', n: p?.waiting, label: m.todo.waiting, to: '/products', search: { waiting: '1' } },
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
