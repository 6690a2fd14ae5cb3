import { useShared } from '../../i18n/shared/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Button } from '../../ui/core/index.ts'
import { type Listed, useReached } from './pages.ts'

/** Under a list: fetches on by itself, and is a button for when it does not (keyboard, lost network). */
export function More({ of, quiet }: { of: Listed; quiet?: boolean }) {
  const t = useShared()
  const m = useMore()
  const ref = useReached<HTMLDivElement>(
    () => of.hasNextPage && !of.isFetchingNextPage && !of.isFetchNextPageError && of.fetchNextPage(),
  )
  return (
    <div ref={ref} className="grid min-h-16 place-items-center py-4 text-meta text-ink-3">
      {of.hasNextPage ? (
        <Button kind="quiet" busy={of.isFetchingNextPage} onClick={() => of.fetchNextPage()}>
          {of.isFetchingNextPage ? m.loadingMore : of.isFetchNextPageError ? t.retry : t.showMore}
        </Button>
      ) : (
        !quiet && m.end
      )}
    </div>
  )
}
