import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'

const Chip = lazy(() => import('../compose/Chip.tsx').then(m => ({ default: m.OutgoingChip })))

/** Posts that were on their way when the page was left; the key is `outgoing.ts`'s. */
const anyLeft = (): boolean => /"key":/.test(localStorage.getItem('enishi.outgoing') ?? '')

/** The chip of posts on their way, over every page. Its code comes with the composer, or when something is still to be sent. */
export function OutgoingPosts() {
  const { pathname } = useLocation()
  const [wanted, setWanted] = useState(anyLeft)
  if (!wanted && pathname === '/create') setWanted(true)
  return wanted && pathname !== '/create/edit' ? (
    <Suspense>
      <Chip />
    </Suspense>
  ) : null
}
