import { useQueries } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import { useUploads } from '../upload/uploads.ts'
import type { Draft } from './draft.ts'

export type Media = Reply<'GET /v1/media/{id}'>
const mediaQuery = (id: string) =>
  ({
    queryKey: ['media', id],
    queryFn: () => ask(api.GET('/v1/media/{id}', { params: { path: { id } } })),
    refetchInterval: (query: { state: { data?: Media } }) =>
      query.state.data && ['ready', 'refused'].includes(query.state.data.state) ? false : 1500,
  }) as const

/** What the server has made of the finished uploads so far, by the draft's file. */
export function useMedia(draft: Pick<Draft, 'files'>): Readonly<Record<string, Media>> {
  const sent = draft.files.flatMap(f => (f.media ? [{ id: f.id, media: f.media }] : []))
  const answers = useQueries({ queries: sent.map(f => mediaQuery(f.media)) })
  return Object.fromEntries(sent.flatMap((f, i) => (answers[i]?.data ? [[f.id, answers[i].data] as const] : [])))
}

/** Everything uploaded? Anything that can't be used? */
export function useReady(draft: Draft): { readonly ready: boolean; readonly refused: boolean } {
  const media = useMedia(draft)
  const uploads = useUploads()
  return {
    ready: draft.files.every(f => f.media !== null),
    refused: draft.files.some(
      f => media[f.id]?.state === 'refused' || uploads[f.id]?.state === 'failed' || uploads[f.id]?.state === 'lost',
    ),
  }
}
