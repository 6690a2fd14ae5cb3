import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../client/api.ts'

/** A post as a slide: from the feed it came in with, or asked for after a reload. */
export const useSlide = (post: string) =>
  useQuery({
    queryKey: ['post', post],
    queryFn: () => ask(api.GET('/v1/posts/{id}', { params: { path: { id: post } } })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60 * 60_000,
  })
