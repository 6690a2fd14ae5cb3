import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import { wish } from '../../client/outbox.ts'
import { errorText, shared } from '../../i18n/shared/index.ts'
import { more } from '../../i18n/shopper/more/index.ts'
import { toast } from '../../ui/core/index.ts'
import { useMarks } from '../marks.ts'

export type Profile = Reply<'GET /v1/people/{handle}'>
export type Standing = Reply<'GET /v1/people/{id}/standing'>
export const usePerson = (handle: string) =>
  useQuery({
    queryKey: ['person', handle],
    queryFn: () => ask(api.GET('/v1/people/{handle}', { params: { path: { handle } } })),
    staleTime: 60_000,
  })
export const useStanding = (id: string | undefined) =>
  useQuery({
    queryKey: ['standing', id],
    queryFn: () => ask(api.GET('/v1/people/{id}/standing', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
  })

/** Follow and block: shown at once, taken back when the server refuses. */
export function useDeeds(person: Profile) {
  const client = useQueryClient()
  const key = ['standing', person.id]
  const show = (change: (now: Standing) => Standing) => client.setQueryData<Standing>(key, now => now && change(now))
  const follow = async (on: boolean) => {
    const turn = (to: boolean) => {
      show(now => (now.iFollow === to ? now : { ...now, iFollow: to, followers: now.followers + (to ? 1 : -1) }))
      // The feed's button tells the same.
      useMarks.setState(s => ({ follows: { ...s.follows, [person.id]: to } }))
    }
    turn(on)
    try {
      await wish({
        about: `follows:${person.id}`,
        method: on ? 'PUT' : 'DELETE',
        path: `/v1/people/${person.id}/follow`,
        body: {},
      })
    } catch (error) {
      turn(!on)
      toast(errorText(error))
    }
  }
  const block = async (on: boolean): Promise<void> => {
    show(now => ({ ...now, iBlock: on, iFollow: on ? false : now.iFollow }))
    const path = { params: { path: { id: person.id } } }
    try {
      await ask(on ? api.PUT('/v1/people/{id}/block', path) : api.DELETE('/v1/people/{id}/block', path))
      toast(
        on ? more().people.blocked(person.name) : more().people.unblockedDone,
        on ? { label: shared().undo, run: () => void block(false) } : undefined,
      )
    } catch (error) {
      show(now => ({ ...now, iBlock: !on }))
      toast(errorText(error))
    }
  }
  return { follow, block }
}
