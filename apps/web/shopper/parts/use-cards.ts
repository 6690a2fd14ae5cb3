import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'

/** Cards of these products, fifty a request; those that are not on sale any more are missing. */
export const useCards = (ids: readonly string[]) =>
  useQuery({
    queryKey: ['cards', ids],
    queryFn: async () => {
      const chunks = Array.from({ length: Math.ceil(ids.length / 50) }, (_, i) => ids.slice(i * 50, i * 50 + 50))
      const found = await Promise.all(
        chunks.map(c => ask(api.GET('/v1/product-cards', { params: { query: { ids: c.join(',') } } }))),
      )
      return found.flatMap(f => f.items)
    },
    enabled: ids.length > 0,
    placeholderData: before => before,
  })
