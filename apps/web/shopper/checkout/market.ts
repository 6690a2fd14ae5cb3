import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Checkout, Shop } from '../../client/types.ts'
import { shopQuery } from '../buy/use-product.ts'
import { beginAgain } from './begin-again.ts'

/** The country whose prices and taxes a checkout has. */
export const marketOf = (checkout: Checkout): string => checkout.orders[0]?.market ?? ''

const reach = (shop: Shop): readonly string[] => [shop.country, ...shop.delivery.flatMap(d => d.countries)]
/** Countries that every shop of the checkout sends to, its own first. */
export function useCountries(checkout: Checkout): readonly string[] {
  const ids = [...new Set(checkout.orders.map(o => o.shop.id))]
  const shops = useQueries({ queries: ids.map(shopQuery) }).flatMap(q => q.data ?? [])
  const market = marketOf(checkout)
  if (shops.length < ids.length) return [market]
  const [first = [], ...rest] = shops.map(reach)
  return [...new Set([market, ...first.filter(c => rest.every(r => r.includes(c)))])]
}

/** Another country is another checkout: the same pieces and codes, at the prices and taxes of there. */
export function useMove(checkout: Checkout) {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (market: string) => beginAgain(checkout, market),
    onSuccess: next => {
      client.setQueryData(['checkout', next.id], next)
      return navigate({ to: '/checkout/$checkout', params: { checkout: next.id }, replace: true })
    },
  })
}
