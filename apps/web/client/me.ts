import { useQuery } from '@tanstack/react-query'
import { api, ask } from './api.ts'
import { island } from './island.ts'
import { queryClient } from './query.ts'
import type { Me } from './types.ts'

const options = { queryKey: ['me'], queryFn: () => ask(api.GET('/v1/me')), staleTime: 5 * 60_000 } as const

/** Who is here: a guest or a member. Undefined only until the first answer when the page came without its data island. */
export function useMe(): Me | undefined {
  return useQuery({ ...options, ...(island.me && { initialData: island.me }) }).data
}
export const loadMe = (): Promise<Me> => queryClient.fetchQuery({ ...options, ...(island.me && { initialData: island.me }) })
/** After sign-in, sign-out or a change of settings. */
export function setMe(me: Me): void {
  queryClient.setQueryData(['me'], me)
}

export async function changeMe(change: { language?: Me['language']; personalised?: boolean; name?: string }): Promise<Me> {
  const me = await ask(api.PATCH('/v1/me', { body: change }))
  setMe(me)
  return me
}
