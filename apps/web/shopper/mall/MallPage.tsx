import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { api, ask } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { useNoticeWords } from '../../i18n/shopper/notices/index.ts'
import { RotateCcw, Search, ShoppingCart } from '../../ui/core/icons.tsx'
import { Button, Empty, IconButton } from '../../ui/core/index.ts'
import { useCartCount } from '../cart/use-cart.ts'
import { List } from '../parts/List.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { ProductGrid, ProductGridSkeleton } from '../parts/ProductCard.tsx'
import { usePages } from '../parts/pages.ts'
import { HomeShelves, useMallHome } from './HomeShelves.tsx'
import { Pull, usePull } from './Pull.tsx'
import { Shelves } from './Shelves.tsx'
import { isSort } from './sorts.ts'

export function MallPage() {
  const t = useMore().mall
  const { category, sort } = useSearch({ from: '/mall' })
  const navigate = useNavigate()
  const query = { ...(category && { category }), ...(isSort(sort) && { sort }) }
  const pages = usePages(['mall', query], cursor =>
    ask(api.GET('/v1/mall', { params: { query: { ...query, ...cursor, limit: 24 } } })),
  )
  const home = !category && !isSort(sort)
  // The grid comes when the shelves above it have their heights: nothing that is seen moves.
  const shelves = useMallHome(home)
  const refresh = () => Promise.all([pages.refetch(), queryClient.invalidateQueries({ queryKey: ['mall-home'] })])
  const pull = usePull(refresh)
  return (
    <>
      <PageHead title={t.title} wide aside={<HeadLinks onRefresh={() => void refresh()} />} />
      <div className="mx-auto w-full max-w-[1120px] px-4 pb-10">
        <Pull state={pull} />
        <Shelves category={category} sort={isSort(sort) ? sort : 'for_you'} />
        {home && <HomeShelves home={shelves} />}
        {!(home && shelves.isPending) && (
          <List
            pages={pages}
            waiting={<ProductGridSkeleton />}
            empty={
              <Empty
                title={t.empty}
                text={t.emptyText}
                action={<Button onClick={() => void navigate({ to: '/mall', search: {} })}>{t.everything}</Button>}
              />
            }
          >
            <ProductGrid cards={pages.items} />
          </List>
        )}
      </div>
    </>
  )
}

function HeadLinks({ onRefresh }: { onRefresh: () => void }) {
  const nav = useT().nav
  const t = useNoticeWords().shelves
  const count = useCartCount()
  return (
    <>
      <IconButton label={t.refresh} onClick={onRefresh}>
        <RotateCcw size={20} />
      </IconButton>
      <Link to="/search" className="icon-btn" aria-label={nav.search} title={nav.search}>
        <Search />
      </Link>
      <Link
        to="/cart"
        className="icon-btn relative -me-2.5"
        aria-label={count > 0 ? `${nav.cart} (${count})` : nav.cart}
        title={nav.cart}
      >
        <ShoppingCart />
        {count > 0 && (
          <span className="num absolute end-0.5 top-0.5 grid h-[18px] min-w-[18px] place-items-center rounded-full bg-ink px-1 text-[11px] leading-none font-bold text-bg">
            {count}
          </span>
        )}
      </Link>
    </>
  )
}
