import { useEffect, useState } from 'react'
import { isCode } from './error.ts'
import { queryClient } from './query.ts'

/** Whether the server has said that nobody is signed in any more, and the way to take that back after signing in. */
export function useSignedOut(): readonly [boolean, () => void] {
  const [out, setOut] = useState(false)
  useEffect(() => {
    const look = (event: { type: string; action?: object }) => {
      const action = event.action as { type?: string; error?: unknown } | undefined
      if (event.type === 'updated' && action?.type === 'error' && isCode(action.error, 'sign_in_required')) setOut(true)
    }
    const offs = [queryClient.getQueryCache().subscribe(look), queryClient.getMutationCache().subscribe(look)]
    return () => offs.forEach(off => void off())
  }, [])
  return [out, () => setOut(false)]
}
