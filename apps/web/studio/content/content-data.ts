import { useInfiniteQuery, useQueries } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import type { Tone } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'

export type Post = Reply<'GET /v1/shops/{shop}/posts'>['items'][number]
export type Numbers = Reply<'GET /v1/insights/posts'>['items'][number]
export const states = ['live', 'scheduled', 'processing', 'draft', 'removed'] as const
export type State = (typeof states)[number]
export const isState = (word: string | undefined): word is State => states.some(s => s === word)
export const toneOf: Readonly<Record<State, Tone>> = {
  draft: 'todo',
  scheduled: 'warn',
  processing: 'todo',
  live: 'ok',
  removed: 'danger',
}

export interface Only {
  readonly state?: State | undefined
  /** ISO times. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}
/** The shop's posts, page by page; what is on its way is looked at again by itself. */
export function usePosts(only: Only, limit = 24) {
  const { shop } = useMyShop()
  const query = Object.fromEntries(Object.entries(only).filter(([, v]) => v !== undefined)) as Only
  return useInfiniteQuery({
    queryKey: ['shop-posts', shop, query],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/shops/{shop}/posts', {
          params: { path: { shop }, query: { ...query, limit, ...(pageParam && { cursor: pageParam }) } as never },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
    refetchInterval: q =>
      q.state.data?.pages.some(p =>
        p.items.some(x => x.state === 'processing' || (x.scheduled && Date.parse(x.scheduled) < Date.now() + 60_000)),
      )
        ? 5000
        : false,
  })
}

/** Figures of the posts of each page: one request a page, so that a longer list asks for no page twice. */
export function useNumbers(pages: readonly { readonly items: readonly Post[] }[]): ReadonlyMap<string, Numbers> {
  const { shop } = useMyShop()
  return useQueries({
    queries: pages.map(p => {
      const posts = p.items.filter(x => x.published !== null).map(x => x.id)
      return {
        queryKey: ['post-numbers', shop, posts],
        enabled: posts.length > 0,
        queryFn: () => ask(api.GET('/v1/insights/posts', { params: { query: { shop, posts } } })),
        staleTime: 30_000,
      }
    }),
    combine: found => new Map(found.flatMap(q => q.data?.items ?? []).map(n => [n.post, n])),
  })
}

/** When it stands in the calendar. */
export const whenOf = (post: Post): string => post.published ?? post.scheduled ?? post.created
export const pictureOf = (post: Post): { src: string | undefined; hash: string | undefined } => ({
  src: post.video?.poster ?? post.pictures[0]?.url,
  hash: post.video?.thumbhash ?? post.pictures[0]?.thumbhash,
})
