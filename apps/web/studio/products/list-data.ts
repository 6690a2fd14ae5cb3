import { api, ask, keyed, newKey, type Reply } from '../../client/api.ts'
import { ApiError } from '../../client/error.ts'
import { queryClient } from '../../client/query.ts'
import type { operations } from '../../client/schema.d.ts'
import type { Product } from '../../client/types.ts'
import { refusal } from '../../i18n/desk/index.ts'
import { list } from '../../i18n/studio/list/index.ts'
import { toast } from '../../ui/core/index.ts'
import type { Search, Tone } from '../../ui/desk/index.ts'
import { type Category, categories } from './draft.ts'

export type Page = Reply<'GET /v1/shops/{shop}/desk/products'>
export type Row = Page['items'][number]
export type RowVariant = Row['variants'][number]
export type Change = operations['POST /v1/shops/{shop}/desk/bulk']['requestBody']['content']['application/json']['change']
export type PriceChange = NonNullable<Change['price']>
type Filter = NonNullable<operations['GET /v1/shops/{shop}/desk/product-ids']['parameters']['query']>
type Query = NonNullable<operations['GET /v1/shops/{shop}/desk/products']['parameters']['query']>

export const states = ['live', 'draft', 'archived', 'removed'] as const
export const stocks = ['out', 'low', 'in'] as const
export const lacks = ['picture', 'text', 'price', 'anything'] as const
export const changedDays = [1, 7, 30] as const
export const sorts = ['created', 'changed', 'name', 'price', '-price', 'stock', '-stock'] as const
export type Sort = (typeof sorts)[number]
export const stateTone: Readonly<Record<Product['state'], Tone>> = {
  draft: 'todo',
  live: 'ok',
  archived: 'quiet',
  removed: 'danger',
}

type Words = Readonly<Record<string, string | undefined>>
const among = <T extends string>(values: readonly T[], word: string | undefined): T | undefined => values.find(v => v === word)

/** What the address says, as the server takes it; words that mean nothing are left out. */
export function filterOf(w: Words): Filter {
  const days = changedDays.find(d => String(d) === w.days)
  const parts: Filter = {
    state: among(states, w.state),
    category: among<Category>(categories, w.category),
    stock: among(stocks, w.stock),
    lacks: among(lacks, w.lacks),
    waiting: w.waiting === '1' ? true : undefined,
    changedDays: days,
    tag: w.tag || undefined,
    words: w.q || undefined,
  }
  return Object.fromEntries(Object.entries(parts).filter(([, v]) => v !== undefined))
}
export const sortOf = (w: Words): Sort => among(sorts, w.sort) ?? 'created'
/** The words of the address that mean something here. */
export const searchOf = (w: Words): Search =>
  Object.fromEntries(
    (['state', 'category', 'stock', 'lacks', 'waiting', 'days', 'tag', 'q', 'sort'] as const).flatMap(k =>
      w[k] && !(k === 'sort' && w[k] === 'created') ? [[k, w[k]]] : [],
    ),
  )

/** One page of the list; the rows stand in the cache by shop, filter and sort. */
export const listKey = (shop: string) => ['desk-products', shop] as const
export function askPage(shop: string, filter: Filter, sort: Sort, cursor: string): Promise<Page> {
  const order: Query['order'] = sort.startsWith('-') || sort === 'created' || sort === 'changed' ? 'desc' : 'asc'
  const query: Query = {
    ...filter,
    sort: sort.replace('-', '') as NonNullable<Query['sort']>,
    order,
    limit: 50,
    ...(cursor && { cursor }),
  }
  return ask(api.GET('/v1/shops/{shop}/desk/products', { params: { path: { shop }, query } }))
}
export const askIds = (shop: string, query: Filter) =>
  ask(api.GET('/v1/shops/{shop}/desk/product-ids', { params: { path: { shop }, query } }))
export const countsQuery = (shop: string) => ({
  queryKey: ['product-counts', shop],
  queryFn: () => ask(api.GET('/v1/shops/{shop}/desk/product-counts', { params: { path: { shop } } })),
  refetchInterval: 60_000,
})

interface Pages {
  readonly pages: readonly Page[]
  readonly pageParams: readonly unknown[]
}
/** Puts newer rows where the old ones stand, in every list that is in the cache. */
export function putRows(shop: string, next: (row: Row) => Row): void {
  queryClient.setQueriesData<Pages>({ queryKey: listKey(shop) }, old =>
    old ? { ...old, pages: old.pages.map(p => ({ ...p, items: p.items.map(next) })) } : old,
  )
}
const putVariant = (shop: string, variant: string, part: Partial<RowVariant>) =>
  putRows(shop, row =>
    row.variants.some(v => v.id === variant)
      ? { ...row, variants: row.variants.map(v => (v.id === variant ? { ...v, ...part } : v)) }
      : row,
  )

/** Shows the new value at once; when the server refuses, the old one comes back with the reason. */
async function optimistic<T>(
  shop: string,
  variant: RowVariant,
  part: Partial<RowVariant>,
  send: () => Promise<T>,
): Promise<T | null> {
  putVariant(shop, variant.id, part)
  try {
    return await send()
  } catch (error) {
    putVariant(shop, variant.id, Object.fromEntries(Object.keys(part).map(k => [k, variant[k as keyof RowVariant]])))
    toast(list().edit.failed(refusal(error)))
    return null
  }
}
/** The difference to what was seen is sent, so that a sale in between is not undone; the answer says what there is now. */
export async function saveStock(shop: string, variant: RowVariant, available: number): Promise<void> {
  const key = newKey()
  const body = { change: available - variant.available, reason: 'counted' as const }
  const params = { path: { id: variant.id } }
  const now = await optimistic(shop, variant, { available }, () =>
    ask(api.POST('/v1/variants/{id}/stock', { params, body, ...keyed(key) })),
  )
  if (!now) return
  putVariant(shop, variant.id, { available: now.available })
  queryClient.setQueryData(['stock', variant.id], now)
  void queryClient.invalidateQueries({ queryKey: ['product-counts', shop] })
}
export async function savePrice(
  shop: string,
  product: string,
  variant: RowVariant,
  price: { minor: string; currency: string },
): Promise<void> {
  const params = { path: { id: variant.id } }
  const now = await optimistic(shop, variant, { price }, () =>
    ask(api.PUT('/v1/variants/{id}/price', { params, body: { price } })),
  )
  if (!now) return
  putVariant(shop, variant.id, { price: now.price })
  putRows(shop, row =>
    row.id === product
      ? { ...row, lacks: row.variants.every(v => v.price) ? row.lacks.filter(l => l !== 'price') : row.lacks }
      : row,
  )
  void queryClient.invalidateQueries({ queryKey: ['offers', product] })
}

/** Why one product of many was left as it was. */
export function reasonOf(code: string): string {
  const table: Readonly<Record<string, string>> = list().bulk.reason
  return table[code] ?? refusal(new ApiError(code, 0))
}
