import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import type { Product } from '../../client/types.ts'
import { useDesk } from '../../i18n/desk/index.ts'
import { money, number, textIn } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { Plus, Search, Store } from '../../ui/core/icons.tsx'
import { Empty, Skeleton, Thumb } from '../../ui/core/index.ts'
import {
  type Column,
  DataTable,
  Link,
  PageHead,
  State,
  TabLinks,
  type Tone,
  useDebounced,
  useGo,
  useWords,
} from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'
import { ExportMenu } from './import/ExportMenu.tsx'

const states = ['live', 'draft', 'archived', 'removed'] as const
export const stateTone: Readonly<Record<Product['state'], Tone>> = {
  draft: 'todo',
  live: 'ok',
  archived: 'quiet',
  removed: 'danger',
}

export function ProductsPage() {
  const t = useT()
  const { shop } = useMyShop()
  const asked = useWords()
  const state = states.find(s => s === asked.state)
  const words = asked.q ?? ''
  const products = useInfiniteQuery({
    queryKey: ['products', shop, state, words],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/shops/{shop}/products', {
          params: {
            path: { shop },
            query: { limit: 30, ...(state && { state }), ...(words && { words }), ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
  const tabs = [undefined, ...states].map(s => ({
    key: s ?? 'all',
    label: t.products.states[s ?? 'all'],
    search: { state: s, q: words || undefined },
  }))
  const add = (
    <Link to="/products/new" className="btn plain" data-kind="act">
      <Plus size={18} />
      {t.products.add}
    </Link>
  )
  return (
    <>
      <PageHead title={t.products.title}>
        <Words state={state} words={words} />
        <Link to="/products/import" className="btn plain">
          {t.imports.entry}
        </Link>
        <ExportMenu />
        {add}
      </PageHead>
      <TabLinks label={t.products.title} to="/products" tabs={tabs} now={state ?? 'all'} />
      <DataTable
        pages={products}
        label={t.products.title}
        columns={useColumns()}
        rowKey={p => p.id}
        card={p => <ProductCard product={p} />}
        empty={
          words ? (
            <Empty icon={<Search size={32} />} title={t.products.noneFound} />
          ) : (
            <Empty icon={<Store size={32} />} title={t.products.none} text={state ? undefined : t.products.noneText} />
          )
        }
      />
    </>
  )
}

/** The words stand in the address when typing pauses; an IME's half-typed words do not. */
function Words({ state, words }: { state: string | undefined; words: string }) {
  const d = useDesk()
  const go = useGo()
  const [typed, setTyped] = useState(words)
  const [composing, setComposing] = useState(false)
  const late = useDebounced(typed.trim())
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing moves the address
  useEffect(() => {
    if (!composing && late !== words) void go({ to: '/products', search: { state, q: late || undefined }, replace: true })
  }, [late, composing])
  return (
    <div className="field order-last min-w-0 basis-full desk:order-none desk:basis-auto desk:grow desk:max-w-[280px]">
      <input
        type="search"
        aria-label={d.search}
        placeholder={d.search}
        maxLength={100}
        value={typed}
        onChange={e => setTyped(e.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
      />
    </div>
  )
}

function useColumns(): Column<Product>[] {
  const t = useT()
  return [
    { key: 'name', head: t.products.name, cell: p => <Name product={p} /> },
    { key: 'state', head: t.orders.state, cell: p => <State tone={stateTone[p.state]}>{t.products.states[p.state]}</State> },
    { key: 'category', head: t.products.category, cell: p => t.products.categories[p.category] },
    { key: 'stock', head: t.products.stock, end: true, cell: p => <Available product={p} /> },
    { key: 'price', head: t.products.price, end: true, cell: p => <Price id={p.id} /> },
  ]
}

function Name({ product }: { product: Product }) {
  const t = useT()
  const { text, lang } = textIn(product.name)
  const cover = product.pictures[0]
  return (
    <span className="flex min-w-0 items-center gap-3">
      {cover ? (
        <Thumb src={cover.url} hash={cover.thumbhash} className="size-11 flex-none rounded-thumb" />
      ) : (
        <span className="size-11 flex-none rounded-thumb bg-sunk" />
      )}
      <span className="min-w-0">
        <Link to="/products/$product" params={{ product: product.id }} lang={lang} className="line-clamp-2 font-medium">
          {text || t.products.unnamed}
        </Link>
        <span className="num text-caption text-ink-3">{t.products.variants(product.variants.length)}</span>
      </span>
    </span>
  )
}

function Available({ product }: { product: Product }) {
  const t = useT()
  const n = product.variants.reduce((sum, v) => sum + v.available, 0)
  return n === 0 ? <State tone="warn">{t.products.out}</State> : <span className="num">{number(n)}</span>
}

function Price({ id }: { id: string }) {
  const t = useT()
  const offers = useQuery({
    queryKey: ['offers', id],
    queryFn: () => ask(api.GET('/v1/products/{id}/offers', { params: { path: { id } } })),
    retry: false,
    staleTime: 60_000,
  })
  if (offers.isPending) return <Skeleton className="ms-auto h-4 w-16" />
  const from = offers.data?.from
  if (!from) return <span className="text-ink-3">{t.products.noPrice}</span>
  const many = new Set(offers.data?.offers.map(o => o.price.minor)).size > 1
  return <span className="num whitespace-nowrap">{many ? t.products.from(money(from)) : money(from)}</span>
}

function ProductCard({ product }: { product: Product }) {
  const t = useT()
  return (
    <div className="grid gap-2">
      <Name product={product} />
      <div className="flex items-center justify-between gap-3">
        <State tone={stateTone[product.state]}>{t.products.states[product.state]}</State>
        <Available product={product} />
        <Price id={product.id} />
      </div>
    </div>
  )
}
