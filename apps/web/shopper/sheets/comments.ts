import { useInfiniteQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'

/** Comments of a post, newest first; the replies of one with `parent`. */
export const useComments = (post: string, parent: string | null, enabled = true) =>
  useInfiniteQuery({
    queryKey: ['comments', post, parent],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/posts/{id}/comments', {
          params: {
            path: { id: post },
            query: { limit: 20, ...(parent && { parent }), ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
    enabled,
  })
