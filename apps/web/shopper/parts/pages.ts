import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

interface PageOf<T> {
  readonly items: readonly T[]
  readonly next: string | null
}
/** A list that comes page by page; `sentinel` goes under the last item and fetches the next page before it is reached. */
export function usePages<T, P extends PageOf<T>>(key: QueryKey, fetchPage: (cursor: { cursor?: string }) => Promise<P & PageOf<T>>, enabled = true) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => fetchPage(pageParam ? { cursor: pageParam } : {}),
    initialPageParam: '',
    getNextPageParam: page => page.next ?? undefined,
    enabled,
  })
  const items = query.data?.pages.flatMap(page => page.items) ?? []
  return { ...query, items }
}

/** Calls `reached` when the element comes within a screen of the viewport. */
export function useReached<E extends HTMLElement>(reached: () => void) {
  const ref = useRef<E>(null)
  const latest = useRef(reached)
  latest.current = reached
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new IntersectionObserver(entries => entries.some(e => e.isIntersecting) && latest.current(), { rootMargin: '0px 0px 900px' })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return ref
}
