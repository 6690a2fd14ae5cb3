import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

interface PageOf<T> {
  readonly items: readonly T[]
  readonly next: string | null
}
/** What a list's frame needs to know of it. */
export interface Listed<T = unknown> {
  readonly items: readonly T[]
  readonly isPending: boolean
  readonly isError: boolean
  readonly error: unknown
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly isFetchNextPageError: boolean
  readonly refetch: () => unknown
  readonly fetchNextPage: () => unknown
}
/** A list that comes page by page; `More` goes under the last item and fetches the next page before it is reached. */
export function usePages<T>(
  key: QueryKey,
  fetchPage: (cursor: { cursor?: string }) => Promise<PageOf<T>>,
  enabled = true,
): Listed<T> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => fetchPage(pageParam ? { cursor: pageParam } : {}),
    initialPageParam: '',
    getNextPageParam: page => page.next ?? undefined,
    enabled,
  })
  return { ...query, items: query.data?.pages.flatMap(page => page.items) ?? [] }
}

/** Calls `reached` when the element comes within a screen of the viewport. */
export function useReached<E extends HTMLElement>(reached: () => unknown) {
  const ref = useRef<E>(null)
  const latest = useRef(reached)
  useEffect(() => {
    latest.current = reached
  })
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new IntersectionObserver(entries => entries.some(e => e.isIntersecting) && latest.current(), {
      rootMargin: '0px 0px 900px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return ref
}
