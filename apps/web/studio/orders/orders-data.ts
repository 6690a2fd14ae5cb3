import { useMutation } from '@tanstack/react-query'
import { api, ask, keyed } from '../../client/api.ts'
import { isCode } from '../../client/error.ts'
import { queryClient } from '../../client/query.ts'
import type { Order } from '../../client/types.ts'
import { t } from '../../i18n/studio/index.ts'
import { toast } from '../../ui/core/index.ts'
import type { Tone } from '../../ui/desk/index.ts'

export const views = ['to_pack', 'to_ship', 'shipped', 'delivered', 'returns', 'closed'] as const
export type View = (typeof views)[number]
export const isView = (word: string | undefined): word is View => views.some(v => v === word)

/** The one state that matters now, in a word with a tone. */
export function stateOf(order: Order): { word: string; tone: Tone } {
  const o = t().orders
  if (order.returnRequest && order.can.includes('accept_return')) return { word: t().order.asked, tone: 'warn' }
  if (order.state === 'cancelled' || order.state === 'expired' || order.state === 'pending')
    return { word: o.states[order.state], tone: 'quiet' }
  const tones = {
    none: 'todo',
    packed: 'todo',
    partially_shipped: 'todo',
    shipped: 'ok',
    partially_delivered: 'ok',
    delivered: 'ok',
    returned: 'quiet',
  } as const
  return { word: o.fulfilment[order.fulfilment], tone: tones[order.fulfilment] }
}

export const orderQuery = (id: string) => ({
  queryKey: ['order', id],
  queryFn: () => ask(api.GET('/v1/orders/{id}', { params: { path: { id } } })),
})

export type Act =
  | { readonly what: 'pack' | 'deliver' }
  | { readonly what: 'ship'; readonly carrier: string; readonly tracking: string }
  | { readonly what: 'cancel'; readonly reason: string; readonly key: string }
  | { readonly what: 'refund'; readonly reason: string; readonly amount: Order['total'] | null; readonly key: string }
  | { readonly what: 'accept_return'; readonly key: string }

function send(id: string, act: Act): Promise<Order> {
  const params = { path: { id } }
  switch (act.what) {
    case 'pack':
      return ask(api.POST('/v1/orders/{id}/pack', { params }))
    case 'deliver':
      return ask(api.POST('/v1/orders/{id}/deliver', { params }))
    case 'ship':
      return ask(
        api.POST('/v1/orders/{id}/ship', {
          params,
          body: { carrier: act.carrier, ...(act.tracking && { tracking: act.tracking }) },
        }),
      )
    case 'cancel':
      return ask(api.POST('/v1/orders/{id}/cancel', { params, body: { reason: act.reason }, ...keyed(act.key) }))
    case 'refund':
      return ask(
        api.POST('/v1/orders/{id}/refund', {
          params,
          body: { reason: act.reason, ...(act.amount && { amount: act.amount }) },
          ...keyed(act.key),
        }),
      )
    case 'accept_return':
      return ask(api.POST('/v1/orders/{id}/return', { params, ...keyed(act.key) }))
  }
}

/** Never optimistic: the page shows a new state when the server has said so. A stale state is fetched anew. */
export function useAct(id: string) {
  return useMutation({
    mutationFn: (act: Act) => send(id, act),
    onSuccess: (order, act) => {
      queryClient.setQueryData(['order', id], order)
      void queryClient.invalidateQueries({ queryKey: ['orders'] })
      void queryClient.invalidateQueries({ queryKey: ['order-counts'] })
      toast(t().order.done[act.what])
    },
    onError: error => {
      if (isCode(error, 'wrong_state')) void queryClient.invalidateQueries({ queryKey: ['order', id] })
    },
  })
}
