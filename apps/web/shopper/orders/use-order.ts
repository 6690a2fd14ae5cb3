import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { api, ask, keyed, newKey, type Reply } from '../../client/api.ts'
import type { Order } from '../../client/types.ts'
import { toast } from '../../ui/core/index.ts'

export interface Which {
  readonly id: string
  /** Of the guest's link. */
  readonly linkKey: string | undefined
}
const params = ({ id, linkKey }: Which) => ({ params: { path: { id }, query: linkKey ? { key: linkKey } : {} } })

export const useOrder = (which: Which) =>
  useQuery({
    queryKey: ['order', which.id],
    queryFn: () => ask(api.GET('/v1/orders/{id}', params(which))),
    // A payment that is still being decided, or a parcel on its way: look again by itself.
    refetchInterval: query =>
      query.state.data?.state === 'pending' ? 4000 : query.state.data?.state === 'open' ? 60_000 : false,
  })

export type Deed =
  | { readonly kind: 'cancel'; readonly reason: string }
  | { readonly kind: 'receive' }
  | { readonly kind: 'return'; readonly reason: string }
export function useDeed(which: Which, said: string) {
  const client = useQueryClient()
  const key = useRef(newKey())
  return useMutation({
    mutationFn: (deed: Deed): Promise<Order> =>
      deed.kind === 'cancel'
        ? ask(api.POST('/v1/orders/{id}/cancel', { ...params(which), body: { reason: deed.reason }, ...keyed(key.current) }))
        : deed.kind === 'receive'
          ? ask(api.POST('/v1/orders/{id}/receive', params(which)))
          : ask(api.POST('/v1/orders/{id}/return-request', { ...params(which), body: { reason: deed.reason } })),
    onSuccess: order => {
      client.setQueryData(['order', which.id], order)
      void client.invalidateQueries({ queryKey: ['orders'] })
      void client.invalidateQueries({ queryKey: ['asks', which.id] })
      toast(said)
    },
  })
}

export type Ask = Reply<'GET /v1/me/review-asks'>['items'][number]
export const useAsks = (order: string, enabled: boolean) =>
  useQuery({
    queryKey: ['asks', order],
    queryFn: () => ask(api.GET('/v1/me/review-asks', { params: { query: { order, limit: 50 } } })).then(page => page.items),
    enabled,
  })
