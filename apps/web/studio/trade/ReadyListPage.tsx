import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import { langTag } from '../../i18n/core.ts'
import { textIn } from '../../i18n/format.ts'
import { useTrade } from '../../i18n/studio/trade/index.ts'
import { useSums } from '../../i18n/sums/index.ts'
import { ArrowLeft, Search, Store } from '../../ui/core/icons.tsx'
import { Empty, SelectField } from '../../ui/core/index.ts'
import {
  type Column,
  DataTable,
  Link,
  MoreButton,
  PageHead,
  SearchField,
  type Search as SearchWords,
  State,
  useGo,
  useWords,
} from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'
import { askShop, countryOf, isEu, nameOf, type ProductRow, tabsOf, type Way, ways } from './trade-data.ts'
import { Needs } from './verdict.tsx'

const shows = ['all', 'not_ready', 'ready'] as const
type Show = (typeof shows)[number]

/** Products by market and way, with what each one needs. Everything that was chosen stands in the address. */
export function ReadyListPage() {
  const t = useTrade()
  const { shop, slug } = useMyShop()
  const words = useWords()
  const mine = useQuery(askShop(slug))
  const delivery = mine.data?.delivery ?? []
  const sentTo = delivery.flatMap(d => d.countries)
  const market =
    words.market && /^[A-Z]{2}$/.test(words.market) ? words.market : (sentTo.find(c => c !== mine.data?.country) ?? 'CN')
  const offered = delivery.filter(d => d.countries.includes(market)).map(d => d.way as Way)
  const way = ways.find(w => w === words.way) ?? offered[0] ?? (market === 'CN' ? '9610' : 'import')
  const show: Show = shows.find(s => s === words.show) ?? 'all'
  const search: SearchWords = { market, way, show, q: words.q }
  const filter = { market, way, ...(show !== 'all' && { only: show }), ...(words.q && { words: words.q }) }
  const pages = useInfiniteQuery({
    queryKey: ['trade-products', shop, filter],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/shops/{shop}/trade/readiness/products', {
          params: { path: { shop }, query: { ...filter, limit: 24, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
    enabled: mine.data !== undefined,
  })
  const failed = mine.error && !mine.data ? { ...pages, error: mine.error, isPending: false, refetch: mine.refetch } : pages
  const markets = tabsOf(mine.data?.country ?? '', sentTo).map(m => countryOf(m, sentTo))
  return (
    <>
      <Link to="/trade" search={{ market }} className="mb-3 inline-flex items-center gap-1">
        <ArrowLeft size={16} />
        {t.title}
      </Link>
      <PageHead title={t.list.title} note={t.list.note} />
      <Filters search={search} markets={markets} />
      <div aria-busy={pages.isPlaceholderData || undefined} className={pages.isPlaceholderData ? 'opacity-60' : undefined}>
        <Rows pages={failed} filtered={show !== 'all' || Boolean(words.q)} />
      </div>
    </>
  )
}

function Filters({ search, markets }: { search: SearchWords; markets: readonly string[] }) {
  const t = useTrade()
  const sums = useSums()
  const go = useGo()
  const set = (part: SearchWords) => void go({ to: '/trade/products', search: { ...search, ...part }, replace: true })
  const market = String(search.market)
  return (
    <div className="mb-4 flex flex-wrap items-end gap-3">
      <SelectField
        label={t.market}
        className="min-w-[140px] flex-1 desk:max-w-[220px]"
        value={market}
        options={[...new Set([...markets, market])].map(m => ({ value: m, label: isEu(m) ? `${nameOf(m)} (EU)` : nameOf(m) }))}
        onChange={m => set({ market: m, way: undefined })}
      />
      <SelectField
        label={t.list.show}
        className="min-w-[140px] flex-1 desk:max-w-[180px]"
        value={String(search.show)}
        options={shows.map(s => ({ value: s, label: t.list[s] }))}
        onChange={show => set({ show })}
      />
      <SelectField
        label={t.list.way}
        className="min-w-0 basis-full desk:max-w-[380px] desk:flex-1 desk:basis-auto"
        value={String(search.way)}
        options={ways.map(w => ({ value: w, label: sums.ways[w] }))}
        onChange={way => set({ way })}
      />
      <SearchField
        words={search.q === undefined ? '' : String(search.q)}
        set={q => ({ to: '/trade/products', search: { ...search, q: q || undefined } })}
      />
    </div>
  )
}

type Pages = Parameters<typeof DataTable<ProductRow>>[0]['pages']
function Rows({ pages, filtered }: { pages: Pages; filtered: boolean }) {
  const t = useTrade()
  const name = (r: ProductRow) => {
    const { text, lang } = textIn(r.name)
    return (
      <Link to="/products/$product/trade" params={{ product: r.product }} lang={langTag(lang)} className="font-semibold">
        {text}
      </Link>
    )
  }
  const state = (r: ProductRow) => <State tone={r.ready ? 'ok' : 'todo'}>{r.ready ? t.ready : t.notReady}</State>
  const columns: readonly Column<ProductRow>[] = [
    { key: 'product', head: t.list.product, cell: name },
    { key: 'state', head: t.list.state, cell: state },
    { key: 'needs', head: t.list.needs, cell: r => <Needs missing={r.missing} reason={r.reason} /> },
  ]
  // A page with none of those that are wanted can have a next one: the older products were not looked at yet.
  const empty = pages.hasNextPage ? (
    <div className="grid justify-items-center">
      <Empty icon={<Search size={32} />} title={t.list.noneHere} text={t.list.lookOn} />
      <MoreButton pages={pages} />
    </div>
  ) : (
    <Empty
      icon={filtered ? <Search size={32} /> : <Store size={32} />}
      title={filtered ? t.list.noneFound : t.list.none}
      {...(!filtered && { text: t.list.noneText })}
    />
  )
  return (
    <DataTable
      pages={pages}
      label={t.list.title}
      columns={columns}
      rowKey={r => r.product}
      card={r => (
        <div className="grid gap-1">
          <div className="flex items-start gap-2">
            <span className="min-w-0 flex-1">{name(r)}</span>
            {state(r)}
          </div>
          {!r.ready && <Needs missing={r.missing} reason={r.reason} />}
        </div>
      )}
      empty={empty}
    />
  )
}
