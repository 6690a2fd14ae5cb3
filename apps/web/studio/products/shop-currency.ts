import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import { useMyShop } from '../shop-choice.ts'

/** The currency of the shop that the studio shows; undefined until it is known. */
export function useCurrency(): string | undefined {
  const { slug } = useMyShop()
  return useQuery({
    queryKey: ['shop', slug],
    queryFn: () => ask(api.GET('/v1/shops/{slug}', { params: { path: { slug } } })),
    staleTime: 10 * 60_000,
  }).data?.currency
}
