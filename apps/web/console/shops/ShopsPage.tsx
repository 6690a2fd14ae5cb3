import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, type Reply } from '../../client/api.ts'
import { useShops } from '../../i18n/console/shops/index.ts'
import { number, percent, said } from '../../i18n/format.ts'
import { Store } from '../../ui/core/icons.tsx'
import { Avatar, Empty } from '../../ui/core/index.ts'
import { type Column, DataTable, PageHead, SearchField, State, Time, useWords } from '../../ui/desk/index.ts'
import { ShopPanel } from './ShopPanel.tsx'

export type ListedShop = Reply<'GET /v1/shops'>['items'][number]
/** Paid orders of which money was given back; nothing is said of a shop without orders. */
const refundRate = (s: ListedShop): string => (s.orders === 0 ? '–' : percent(s.refunded / s.orders))

export function ShopsPage() {
  const t = useShops()
  const words = useWords().q ?? ''
  const [opened, setOpened] = useState<string | null>(null)
  const shops = useInfiniteQuery({
    queryKey: ['shops', words],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/shops', {
          params: { query: { limit: 40, ...(words && { words }), ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
  const shop = shops.data?.pages.flatMap(p => p.items).find(s => s.id === opened)
  const columns: Column<ListedShop>[] = [
    { key: 'name', head: t.name, cell: s => <Name shop={s} onOpen={() => setOpened(s.id)} /> },
    { key: 'owner', head: t.owner, cell: s => <Owner shop={s} /> },
    { key: 'state', head: t.state, cell: s => <Standing shop={s} /> },
    { key: 'products', head: t.products, end: true, cell: s => <span className="num">{number(s.products)}</span> },
    { key: 'orders', head: t.orders, end: true, cell: s => <span className="num">{number(s.orders)}</span> },
    { key: 'refunds', head: t.refunds, end: true, cell: s => <span className="num">{refundRate(s)}</span> },
    {
      key: 'opened',
      head: t.opened,
      end: true,
      cell: s => <Time at={s.opened} as="date" className="whitespace-nowrap" />,
    },
  ]
  return (
    <>
      <PageHead title={t.title}>
        <SearchField words={words} set={q => ({ to: '/shops', search: { q: q || undefined } })} />
      </PageHead>
      <DataTable
        pages={shops}
        label={t.title}
        columns={columns}
        rowKey={s => s.id}
        card={s => (
          <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
            <div className="flex items-start gap-2">
              <div className="min-w-0 flex-1">
                <Name shop={s} onOpen={() => setOpened(s.id)} />
              </div>
              <Standing shop={s} />
            </div>
            <Owner shop={s} />
            <span className="num flex flex-wrap gap-x-3 text-meta text-ink-2">
              <span>{t.productsOf(s.products)}</span>
              <span>{t.ordersOf(s.orders)}</span>
              {s.orders > 0 && <span>{t.refundsOf(refundRate(s))}</span>}
            </span>
          </div>
        )}
        empty={
          <Empty icon={<Store size={32} />} title={words ? t.noneFound : t.none} text={words ? t.noneFoundText : t.noneText} />
        }
      />
      {shop && <ShopPanel key={shop.id} shop={shop} refunds={refundRate(shop)} onClose={() => setOpened(null)} />}
    </>
  )
}

function Name({ shop, onOpen }: { shop: ListedShop; onOpen: () => void }) {
  const name = said(shop.name)
  return (
    <span className="flex min-w-0 items-center gap-3">
      <Avatar name={name} src={shop.picture} size={32} />
      <span className="min-w-0">
        <button
          type="button"
          className="block min-h-6 max-w-full truncate font-medium text-link hover:underline"
          onClick={onOpen}
        >
          {name}
        </button>
        <a href={`/shop/${shop.slug}`} target="_blank" rel="noreferrer" className="inline-block min-h-6 text-caption">
          /{shop.slug}
        </a>
      </span>
    </span>
  )
}

function Owner({ shop }: { shop: ListedShop }) {
  const t = useShops()
  const { name, handle } = shop.owner
  if (!handle) return <span className="text-ink-3">{t.gone}</span>
  return (
    <a href={`/u/${handle}`} target="_blank" rel="noreferrer">
      {name}
    </a>
  )
}

function Standing({ shop }: { shop: ListedShop }) {
  const t = useShops()
  return <State tone={shop.suspended ? 'danger' : 'ok'}>{shop.suspended ? t.suspended : t.open}</State>
}
