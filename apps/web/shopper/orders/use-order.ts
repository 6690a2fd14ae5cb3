import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { api, ask, keyed, newKey, type Reply } from '../../client/api.ts'
import type { operations } from '../../client/schema.d.ts'
import type { Address, Order } from '../../client/types.ts'
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

type Body<K extends keyof operations> = operations[K] extends { requestBody: { content: { 'application/json': infer T } } }
  ? T
  : never
export type ReturnAsk = Body<'POST /v1/orders/{id}/return-request'>
export type Deed =
  | { readonly kind: 'cancel'; readonly reason: string }
  | { readonly kind: 'cancel_lines'; readonly reason: string; readonly lines: { line: string; quantity: number }[] }
  | { readonly kind: 'receive' }
  | { readonly kind: 'protect' }
  | { readonly kind: 'receive_parcel'; readonly parcel: string }
  | { readonly kind: 'address'; readonly address: Address }
  | { readonly kind: 'return'; readonly ask: ReturnAsk }
  | { readonly kind: 'withdraw'; readonly returned: string }
  | { readonly kind: 'send_back'; readonly returned: string; readonly carrier: string; readonly tracking: string }

function send(which: Which, deed: Deed, key: string): Promise<Order> {
  const at = params(which)
  switch (deed.kind) {
    case 'cancel':
      return ask(api.POST('/v1/orders/{id}/cancel', { ...at, body: { reason: deed.reason }, ...keyed(key) }))
    case 'cancel_lines': {
      const body = { lines: deed.lines, reason: deed.reason }
      return ask(api.POST('/v1/orders/{id}/cancel-lines', { ...at, body, ...keyed(key) }))
    }
    case 'receive':
      return ask(api.POST('/v1/orders/{id}/receive', at))
    case 'protect':
      return ask(api.POST('/v1/orders/{id}/price-protection', { ...at, ...keyed(key) }))
    case 'receive_parcel':
      return ask(
        api.POST('/v1/orders/{id}/parcels/{parcel}/receive', {
          params: { ...at.params, path: { ...at.params.path, parcel: deed.parcel } },
        }),
      )
    case 'address':
      return ask(api.PUT('/v1/orders/{id}/address', { ...at, body: deed.address }))
    case 'return':
      return ask(api.POST('/v1/orders/{id}/return-request', { ...at, body: deed.ask }))
    case 'withdraw':
      return ask(
        api.POST('/v1/orders/{id}/returns/{returned}/withdraw', {
          params: { ...at.params, path: { ...at.params.path, returned: deed.returned } },
        }),
      )
    case 'send_back': {
      const { carrier, tracking } = deed
      return ask(
        api.POST('/v1/orders/{id}/returns/{returned}/send-back', {
          params: { ...at.params, path: { ...at.params.path, returned: deed.returned } },
          body: { ...(carrier && { carrier }), ...(tracking && { tracking }) },
        }),
      )
    }
  }
}
export function useDeed(which: Which, said: string) {
  const client = useQueryClient()
  const key = useRef({ about: '', key: newKey() })
  return useMutation({
    mutationFn: (deed: Deed) => {
      // Another wish is another intention; a retry of the same one keeps its key.
      const about = JSON.stringify(deed)
      if (key.current.about !== about) key.current = { about, key: newKey() }
      return send(which, deed, key.current.key)
    },
    onSuccess: order => {
      client.setQueryData(['order', which.id], order)
      void client.invalidateQueries({ queryKey: ['orders'] })
      void client.invalidateQueries({ queryKey: ['asks', which.id] })
      void client.invalidateQueries({ queryKey: ['protection', which.id] })
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

/** What the promise of price protection brings now. */
export const useProtection = (which: Which, enabled: boolean) =>
  useQuery({
    queryKey: ['protection', which.id],
    queryFn: () => ask(api.GET('/v1/orders/{id}/price-protection', params(which))),
    enabled,
  })

/** What cancelling these pieces would give back, as the server works it out; the amount of other pieces is never shown for these. */
export const useGivenBack = ({ id, linkKey }: Which, lines: { line: string; quantity: number }[]) =>
  useQuery({
    queryKey: ['given-back', id, lines],
    queryFn: () =>
      ask(api.POST('/v1/orders/{id}/refund-preview', { ...params({ id, linkKey }), body: { kind: 'cancel', lines } })),
    enabled: lines.length > 0,
    retry: false,
    staleTime: 0,
  })
