import { useQuery } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import type { Checkout } from '../../client/types.ts'

export type BuyerIdentity = Reply<'GET /v1/checkouts/{id}/buyer-identity'>

/** An order of this checkout is declared with its buyer's identity. */
export const identityAsked = (checkout: Checkout): boolean => checkout.orders.some(o => o.trade?.identityNeeded)

/** What of it the server keeps, masked, and which text is to be agreed to; not asked for where nothing is needed. */
export const useIdentity = (checkout: Checkout) =>
  useQuery({
    queryKey: ['buyer-identity', checkout.id],
    queryFn: () => ask(api.GET('/v1/checkouts/{id}/buyer-identity', { params: { path: { id: checkout.id } } })),
    enabled: identityAsked(checkout),
  })

/** The text of a version, which is never changed; null when there is none. */
export const useConsent = (version: string) =>
  useQuery({
    queryKey: ['consent', version],
    queryFn: async () => {
      const { items } = await ask(api.GET('/v1/trade/consents'))
      return items.find(i => i.version === version)?.text ?? null
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
