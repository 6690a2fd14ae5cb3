import { useInfiniteQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import { useAccounts } from '../../i18n/console/accounts/index.ts'
import { useShops } from '../../i18n/console/shops/index.ts'
import { number, said } from '../../i18n/format.ts'
import { KindSign, Link, MoreButton, Problem, RowsLoading, SidePanel, State } from '../../ui/desk/index.ts'
import { SuspendForm } from '../people/SuspendForm.tsx'
import type { ListedShop } from './ShopsPage.tsx'

interface ShopPanelProps {
  readonly shop: ListedShop
  readonly refunds: string
  readonly onClose: () => void
}
/** A shop beside the list: its public page, its counts, who works there, and whether it is suspended. */
export function ShopPanel({ shop, refunds, onClose }: ShopPanelProps) {
  const t = useShops()
  const counts = [
    { name: t.products, value: number(shop.products) },
    { name: t.orders, value: number(shop.orders) },
    { name: t.refunds, value: refunds },
  ]
  return (
    <SidePanel title={said(shop.name)} text={`/${shop.slug}`} onClose={onClose}>
      <div className="grid gap-4">
        <div className="flex flex-wrap items-center gap-3">
          <State tone={shop.suspended ? 'danger' : 'ok'}>{shop.suspended ? t.suspended : t.open}</State>
          <a href={`/shop/${shop.slug}`} target="_blank" rel="noreferrer">
            {t.page}
          </a>
        </div>
        <dl className="m-0 grid grid-cols-3 gap-3">
          {counts.map(c => (
            <div key={c.name}>
              <dt className="text-meta text-ink-2">{c.name}</dt>
              <dd className="num m-0 text-title font-semibold">{c.value}</dd>
            </div>
          ))}
        </dl>
        <p className="m-0 text-meta text-ink-2">{t.note}</p>
        <SuspendForm subject={{ kind: 'shop', id: shop.id }} suspended={shop.suspended} />
        <Staff slug={shop.slug} />
      </div>
    </SidePanel>
  )
}

function Staff({ slug }: { slug: string }) {
  const t = useShops()
  const a = useAccounts()
  const staff = useInfiniteQuery({
    queryKey: ['shop-staff', slug],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/shops/{slug}/staff', {
          params: { path: { slug }, query: { limit: 20, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
  const people = staff.data?.pages.flatMap(p => p.items) ?? []
  return (
    <section className="grid gap-2 border-t border-line pt-4">
      <h3 className="font-semibold">{t.people}</h3>
      {staff.isPending && <RowsLoading rows={2} />}
      {staff.error && people.length === 0 ? <Problem error={staff.error} retry={() => void staff.refetch()} /> : null}
      <ul className="m-0 grid list-none gap-2 p-0">
        {people.map(p => (
          <li key={p.person.id} className="flex flex-wrap items-baseline gap-x-3">
            <Link to="/people" search={{ q: p.person.handle }} className="min-w-0 flex-1 truncate">
              {p.person.name}
            </Link>
            <KindSign>{p.role === 'owner' ? a.owner : a.staff}</KindSign>
          </li>
        ))}
      </ul>
      {people.length > 0 && <MoreButton pages={staff} />}
    </section>
  )
}
