import { useInfiniteQuery } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import { setMe } from '../../client/me.ts'
import { queryClient } from '../../client/query.ts'

export type Member = Reply<'GET /v1/shops/{slug}/staff'>['items'][number]
export type Role = Member['role']

export const useStaffPages = (slug: string) =>
  useInfiniteQuery({
    queryKey: ['staff', slug],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/shops/{slug}/staff', {
          params: { path: { slug }, query: { limit: 50, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })

const at = (slug: string, person: string) => ({ params: { path: { slug, person } } })
export const setRole = (slug: string, person: string, role: Role) =>
  ask(api.PATCH('/v1/shops/{slug}/staff/{person}', { ...at(slug, person), body: { role } }))
export const remove = (slug: string, person: string) => ask(api.DELETE('/v1/shops/{slug}/staff/{person}', at(slug, person)))
export const add = (slug: string, handle: string, role: Role) =>
  ask(api.POST('/v1/shops/{slug}/staff', { params: { path: { slug } }, body: { handle, role } }))

/** The list anew, and, where it was about the reader, what they may do. */
export async function refresh(slug: string, mine: boolean): Promise<void> {
  if (mine) setMe(await ask(api.GET('/v1/me')))
  await queryClient.invalidateQueries({ queryKey: ['staff', slug] })
}
