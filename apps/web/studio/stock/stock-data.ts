import { queryOptions } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'

export type ProductStock = Reply<'GET /v1/products/{id}/stock'>
export type VariantStock = ProductStock['variants'][number]
export type Location = ProductStock['locations'][number]

export const stockQuery = (product: string) =>
  queryOptions({
    queryKey: ['product-stock', product],
    queryFn: () => ask(api.GET('/v1/products/{id}/stock', { params: { path: { id: product } } })),
  })

/** After any change of stock: the pages that show it ask again. */
export const stockChanged = () =>
  Promise.all(
    ['product-stock', 'movements', 'stock', 'desk-products', 'product', 'locations'].map(key =>
      queryClient.invalidateQueries({ queryKey: [key] }),
    ),
  )
export const wholeOf = (typed: string): string | null =>
  /^\d{1,7}$/.test(typed) && Number(typed) <= 1_000_000 ? String(Number(typed)) : null
