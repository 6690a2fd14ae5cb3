import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { api, ask } from '../../client/api.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Search, ShoppingCart } from '../../ui/core/icons.tsx'
import { Button, Empty } from '../../ui/core/index.ts'
import { useCartCount } from '../cart/use-cart.ts'
import { List } from '../parts/List.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { ProductGrid, ProductGridSkeleton } from '../parts/ProductCard.tsx'
import { usePages } from '../parts/pages.ts'
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
  return (
    <>
      <PageHead title={t.title} wide aside={<HeadLinks />} />
      <div className="mx-auto w-full max-w-[1120px] px-4 pb-10">
        <Shelves category={category} sort={isSort(sort) ? sort : 'for_you'} />
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
      </div>
    </>
  )
}

function HeadLinks() {
  const nav = useT().nav
  const count = useCartCount()
  return (
    <>
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
