import { useMutation, useQuery } from '@tanstack/react-query'
import { api, ask, keyed } from '../../client/api.ts'
import { isCode } from '../../client/error.ts'
import { queryClient } from '../../client/query.ts'
import type { Order } from '../../client/types.ts'
import { fulfil } from '../../i18n/studio/fulfil/index.ts'
import { toast } from '../../ui/core/index.ts'

export type Pieces = { line: string; quantity: number }[]
export type Refusal = NonNullable<Order['returns'][number]['refusal']>['reason']
/** A step of a parcel or a return. What moves money has a key. */
export type Step =
  | { readonly what: 'pack'; readonly lines: Pieces }
  | { readonly what: 'pack_replacement' | 'unpack' | 'deliver'; readonly parcel: string }
  | { readonly what: 'ship'; readonly parcel: string; readonly carrier: string; readonly tracking: string }
  | { readonly what: 'back'; readonly parcel: string; readonly restock: boolean; readonly key: string }
  | { readonly what: 'approve' | 'receive'; readonly returned: string }
  | { readonly what: 'refuse'; readonly returned: string; readonly reason: Refusal; readonly note: string }
  | {
      readonly what: 'settle'
      readonly returned: string
      readonly outcome: 'refund' | 'replacement'
      readonly restock: boolean
      readonly shipping: boolean
      readonly key: string
    }
  | { readonly what: 'refund'; readonly lines: Pieces; readonly shipping: boolean; readonly reason: string; readonly key: string }

function send(id: string, s: Step): Promise<Order> {
  switch (s.what) {
    case 'pack':
      return ask(api.POST('/v1/orders/{id}/parcels', { params: { path: { id } }, body: { lines: s.lines } }))
    case 'refund': {
      const { lines, shipping, reason } = s
      return ask(
        api.POST('/v1/orders/{id}/refund', { params: { path: { id } }, body: { lines, shipping, reason }, ...keyed(s.key) }),
      )
    }
    case 'approve':
    case 'receive':
    case 'refuse':
    case 'settle':
      return answer(id, s)
    default:
      return move(id, s)
  }
}
function move(id: string, s: Extract<Step, { parcel: string }>): Promise<Order> {
  const params = { path: { id, parcel: s.parcel } }
  switch (s.what) {
    case 'pack_replacement':
      return ask(api.POST('/v1/orders/{id}/parcels/{parcel}/pack', { params }))
    case 'unpack':
      return ask(api.POST('/v1/orders/{id}/parcels/{parcel}/unpack', { params }))
    case 'deliver':
      return ask(api.POST('/v1/orders/{id}/parcels/{parcel}/deliver', { params }))
    case 'ship': {
      const body = { carrier: s.carrier, ...(s.tracking && { tracking: s.tracking }) }
      return ask(api.POST('/v1/orders/{id}/parcels/{parcel}/ship', { params, body }))
    }
    case 'back':
      return ask(api.POST('/v1/orders/{id}/parcels/{parcel}/return', { params, body: { restock: s.restock }, ...keyed(s.key) }))
  }
}
function answer(id: string, s: Extract<Step, { returned: string }>): Promise<Order> {
  const params = { path: { id, returned: s.returned } }
  switch (s.what) {
    case 'approve':
      return ask(api.POST('/v1/orders/{id}/returns/{returned}/approve', { params }))
    case 'receive':
      return ask(api.POST('/v1/orders/{id}/returns/{returned}/receive', { params }))
    case 'refuse': {
      const body = { reason: s.reason, ...(s.note && { note: s.note }) }
      return ask(api.POST('/v1/orders/{id}/returns/{returned}/refuse', { params, body }))
    }
    case 'settle': {
      const { outcome, restock, shipping } = s
      const body = { outcome, restock, shipping }
      return ask(api.POST('/v1/orders/{id}/returns/{returned}/settle', { params, body, ...keyed(s.key) }))
    }
  }
}

/** Never optimistic, as `useAct`. */
export function useStep(id: string) {
  return useMutation({
    mutationFn: (step: Step) => send(id, step),
    onSuccess: (order, step) => {
      queryClient.setQueryData(['order', id], order)
      for (const key of ['orders', 'order-counts', 'returns']) void queryClient.invalidateQueries({ queryKey: [key] })
      toast(fulfil().done[step.what === 'pack_replacement' ? 'pack' : step.what])
    },
    onError: error => {
      if (isCode(error, 'wrong_state')) void queryClient.invalidateQueries({ queryKey: ['order', id] })
    },
  })
}

type Wish =
  | { readonly kind: 'refund'; readonly lines: Pieces; readonly shipping: boolean }
  | { readonly kind: 'return'; readonly returned: string; readonly shipping: boolean }
/** The amount before it is given back, as the server works it out; none while another wish is worked out. */
export const useAmount = (id: string, wish: Wish, enabled: boolean) =>
  useQuery({
    queryKey: ['refund-preview', id, wish],
    queryFn: () => ask(api.POST('/v1/orders/{id}/refund-preview', { params: { path: { id } }, body: { ...wish } })),
    enabled,
    retry: false,
    staleTime: 0,
  })
