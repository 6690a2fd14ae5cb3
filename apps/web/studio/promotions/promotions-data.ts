import { useInfiniteQuery, useQueries } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import type { Product } from '../../client/types.ts'
import type { Tone } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'

export type Offer = Reply<'GET /v1/offers/{id}'>
export type Standing = Offer['standing']
export const standings = ['running', 'planned', 'paused', 'used_up', 'ended'] as const satisfies readonly Standing[]
export const isStanding = (word: string | undefined): word is Standing => standings.some(s => s === word)
export const toneOf: Readonly<Record<Standing, Tone>> = {
  planned: 'todo',
  running: 'ok',
  paused: 'warn',
  used_up: 'warn',
  ended: 'quiet',
}

interface Only {
  readonly standing?: Standing | undefined
  /** ISO times: those that hold at some time between. */
  readonly from?: string
  readonly to?: string
}
export function useOffers(only: Only, limit = 24) {
  const { shop } = useMyShop()
  const query = Object.fromEntries(Object.entries(only).filter(([, v]) => v !== undefined)) as Only
  return useInfiniteQuery({
    queryKey: ['shop-offers', shop, query],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/shops/{shop}/offers', {
          params: { path: { shop }, query: { ...query, limit, ...(pageParam && { cursor: pageParam }) } as never },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
}
export const offerQuery = (id: string) => ({
  queryKey: ['offer', id],
  queryFn: () => ask(api.GET('/v1/offers/{id}', { params: { path: { id } } })),
})
/** Puts the newest offer where the old one stood; lists ask anew. */
export function keepOffer(offer: Offer): void {
  queryClient.setQueryData(['offer', offer.id], offer)
  void queryClient.invalidateQueries({ queryKey: ['shop-offers'] })
}

/** Products by id, those that are known so far; from the cache where they stand there. */
export function useProducts(ids: readonly string[]): ReadonlyMap<string, Product> {
  return useQueries({
    queries: ids.map(id => ({
      queryKey: ['product', id],
      queryFn: () => ask(api.GET('/v1/products/{id}', { params: { path: { id } } })),
      staleTime: 5 * 60_000,
      retry: false,
    })),
    combine: found => new Map(found.flatMap(q => (q.data ? [[q.data.id, q.data] as const] : []))),
  })
}
