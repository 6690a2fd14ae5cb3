import { api, ask, type Reply } from '../../client/api.ts'
import { setMe } from '../../client/me.ts'
import { queryClient } from '../../client/query.ts'

export type Shop = Reply<'GET /v1/shops/{slug}'>

/** Keeps what the server answered, here and where the shop's name stands. */
export async function keepShop(next: Shop): Promise<void> {
  queryClient.setQueryData(['shop', next.slug], next)
  setMe(await ask(api.GET('/v1/me')))
}
