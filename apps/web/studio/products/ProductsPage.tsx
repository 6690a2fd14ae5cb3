import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useT } from '../../i18n/studio/index.ts'
import { useList } from '../../i18n/studio/list/index.ts'
import { Plus, Search, Store } from '../../ui/core/icons.tsx'
import { Empty, toast } from '../../ui/core/index.ts'
import { Link, MoreButton, PageHead, Problem, RowsLoading, useStored, useWords } from '../../ui/desk/index.ts'
import { spelled } from '../OwnViews.tsx'
import { useMyShop } from '../shop-choice.ts'
import { BulkBar } from './BulkBar.tsx'
import { FilterBar } from './FilterBar.tsx'
import { ExportMenu } from './import/ExportMenu.tsx'
import { askIds, askPage, filterOf, listKey, type Row, type Sort, searchOf, sortOf } from './list-data.ts'
import { ProductCards } from './ProductCards.tsx'
import { ProductTable } from './ProductTable.tsx'
import { ViewTabs } from './ViewTabs.tsx'

/** The shop's own list, however long: filters and sort stand in the address, what is chosen in this page alone. */
export function ProductsPage() {
  const t = useT()
  const l = useList()
  const { shop } = useMyShop()
  const words = useWords()
  const [filter, sort, search] = [filterOf(words), sortOf(words), searchOf(words)]
  const filtered = Object.keys(filter).length > 0
  const [shown, setShown] = useStored('enishi.studio.products.columns', 'state category stock price')
  const [density, setDensity] = useStored('enishi.studio.products.density', 'normal')
  const products = useProducts(filter, sort)
  const rows = products.data?.pages.flatMap(p => p.items) ?? []
  const total = products.data?.pages[0]?.total ?? null
  const choice = useChoice(spelled({ ...filter, shop } as never))
  const selectAll = async () => {
    const all = await askIds(shop, filter)
    choice.set(new Set(all.ids))
    if (all.more) toast(l.selectMore)
  }
  const table = { rows, chosen: choice.ids, choose: choice.toggle, label: t.products.title }
  return (
    <>
      <Head total={total} />
      <ViewTabs search={search} />
      <FilterBar words={words} columns={{ shown, setShown, density, setDensity }} />
      {products.isPending && <RowsLoading />}
      <Problem error={products.error} retry={() => void products.refetch()} className="mb-3" />
      {products.isSuccess && rows.length === 0 && <None filtered={filtered} />}
      {rows.length > 0 && (
        <div
          aria-busy={products.isPlaceholderData || undefined}
          className={products.isPlaceholderData ? 'opacity-60' : undefined}
        >
          <ProductTable
            {...table}
            setChosen={choice.set}
            columns={shown.split(' ')}
            compact={density === 'compact'}
            sort={sort}
            search={search}
          />
          <ProductCards {...table} />
          <MoreButton pages={products} />
        </div>
      )}
      <BulkBar
        ids={[...choice.ids]}
        names={namesOf(rows)}
        more={
          total !== null && total > rows.length && choice.ids.size >= rows.length && choice.ids.size < total
            ? l.selectAll(total)
            : null
        }
        selectAll={selectAll}
        choose={ids => choice.set(new Set(ids))}
        said={l.selected(choice.ids.size)}
      />
      <p className="mt-3 hidden text-caption text-ink-3 desk:block">{l.keys}</p>
    </>
  )
}
function None({ filtered }: { filtered: boolean }) {
  const t = useT()
  return (
    <Empty
      icon={filtered ? <Search size={32} /> : <Store size={32} />}
      title={filtered ? t.products.noneFound : t.products.none}
      text={filtered ? undefined : t.products.noneText}
    />
  )
}

function Head({ total }: { total: number | null }) {
  const t = useT()
  const l = useList()
  return (
    <PageHead title={t.products.title} note={total === null ? undefined : l.products(total)}>
      <Link to="/products/import" className="btn plain max-desk:hidden">
        {l.importing}
      </Link>
      <ExportMenu />
      <Link to="/products/new" className="btn plain" data-kind="act">
        <Plus size={18} />
        {t.products.add}
      </Link>
    </PageHead>
  )
}

/** The pages of one filter and sort; the rows of before stay until the new ones are there. */
function useProducts(filter: ReturnType<typeof filterOf>, sort: Sort) {
  const { shop } = useMyShop()
  return useInfiniteQuery({
    queryKey: [...listKey(shop), filter, sort],
    queryFn: ({ pageParam }) => askPage(shop, filter, sort, pageParam),
    initialPageParam: '',
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
  })
}

const namesOf = (rows: readonly Row[]) => new Map(rows.map(r => [r.id, r.name]))

/** What is chosen; another filter begins anew. */
function useChoice(scope: string) {
  const [state, setState] = useState<{ scope: string; ids: ReadonlySet<string> }>({ scope, ids: new Set() })
  const ids = state.scope === scope ? state.ids : new Set<string>()
  const set = (next: ReadonlySet<string>) => setState({ scope, ids: next })
  const toggle = (id: string, on: boolean) => {
    const next = new Set(ids)
    if (on) next.add(id)
    else next.delete(id)
    set(next)
  }
  return { ids, set, toggle }
}
