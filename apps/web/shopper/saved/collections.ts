import { useQuery } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'

export type Collection = Reply<'GET /v1/me/collections'>['items'][number]
const key = ['collections']

export const useCollections = () =>
  useQuery({ queryKey: key, queryFn: async () => (await ask(api.GET('/v1/me/collections'))).items, staleTime: 60_000 })

/** After a change: names, counts and covers, and what is in which. */
export async function afterChange<T>(change: Promise<T>): Promise<T> {
  const answer = await change
  await Promise.all([queryClient.invalidateQueries({ queryKey: key }), queryClient.invalidateQueries({ queryKey: ['saves'] })])
  return answer
}
const path = (id: string) => ({ params: { path: { id } } })
export const makeCollection = (name: string) => afterChange(ask(api.POST('/v1/me/collections', { body: { name } })))
export const changeCollection = (id: string, body: { name?: string; cover?: string }) =>
  afterChange(ask(api.PATCH('/v1/me/collections/{id}', { ...path(id), body })))
export const dropCollection = (id: string) => afterChange(ask(api.DELETE('/v1/me/collections/{id}', path(id))))
export const moveSave = (subject: string, collection: string | null) =>
  afterChange(ask(api.PUT('/v1/me/saves/{subject}/collection', { params: { path: { subject } }, body: { collection } })))
