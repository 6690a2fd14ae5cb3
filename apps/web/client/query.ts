import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './error.ts'

/** Refusals are final; a lost network or a busy server is tried twice more. Last data shows at once, then fresh. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (failures, error) => failures < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 500),
    },
    mutations: { networkMode: 'always' },
  },
})
