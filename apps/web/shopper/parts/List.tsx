import type { ReactNode } from 'react'
import { ErrorBox } from '../../ui/core/index.ts'
import { More } from './More.tsx'
import type { Listed } from './pages.ts'

/** The four states of a list: waiting (with sizes), failed (try again), empty, full. */
export function List({
  pages,
  waiting,
  empty,
  children,
}: {
  pages: Listed
  waiting: ReactNode
  empty: ReactNode
  children: ReactNode
}) {
  if (pages.items.length > 0)
    return (
      <>
        {children}
        <More of={pages} quiet={pages.items.length < 12} />
      </>
    )
  if (pages.isPending) return waiting
  if (pages.isError) return <ErrorBox error={pages.error} retry={() => void pages.refetch()} />
  return empty
}
