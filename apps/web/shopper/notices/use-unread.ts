import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'

const key = ['unread']
const fetchUnread = async () => (await ask(api.GET('/v1/me/notices/unread'))).unread

/** How many notices are unread; asked for once a minute, and not before the first clip has had the network. */
export function useUnread(waitMs = 0): number {
  const [ready, setReady] = useState(waitMs === 0)
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), waitMs)
    return () => clearTimeout(timer)
  }, [waitMs])
  const { data } = useQuery({
    queryKey: key,
    queryFn: fetchUnread,
    enabled: ready,
    staleTime: 30_000,
    refetchInterval: 60_000,
    retry: false,
  })
  return data ?? 0
}
export function setUnread(unread: number): void {
  queryClient.setQueryData(key, unread)
}
