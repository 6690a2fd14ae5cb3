import { lazy, Suspense } from 'react'
import { useRefused } from '../../client/refused.ts'

const Chip = lazy(() => import('../sheets/RefusedChip.tsx'))

/** What was written without a network and then refused, over every page. Its code comes when there is any. */
export function RefusedWords() {
  const any = useRefused(s => s.items.length > 0)
  return any ? (
    <Suspense>
      <Chip />
    </Suspense>
  ) : null
}
