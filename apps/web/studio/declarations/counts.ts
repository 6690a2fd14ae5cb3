import { api, ask } from '../../client/api.ts'

/** How many declarations there are in each view; the home page counts the ones to do. */
export const countsQuery = (shop: string) => ({
  queryKey: ['declaration-counts', shop],
  queryFn: () => ask(api.GET('/v1/shops/{shop}/declaration-counts', { params: { path: { shop } } })),
  refetchInterval: 30_000,
})
