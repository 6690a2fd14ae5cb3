import { type ReactNode, useSyncExternalStore } from 'react'
import { isFinal, refusal, useDesk } from '../../i18n/desk/index.ts'
import { useShared } from '../../i18n/shared/index.ts'
import { Button, cx, Skeleton } from '../core/index.ts'
import { usePageTitle } from './title.ts'

/** Title of a page with its actions; the title is what the skip link and route changes lead to. */
export function PageHead({
  title,
  name,
  note,
  children,
}: {
  title: ReactNode
  /** The title as plain text, where it is more than that. */
  name?: string
  note?: ReactNode
  children?: ReactNode
}) {
  usePageTitle(typeof title === 'string' ? title : (name ?? ''))
  return (
    <header className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      {/* On a phone the note has the whole width, below the actions. */}
      <div className="min-w-[130px] flex-1 max-sm:contents">
        <h1 className="text-title max-sm:min-w-[130px] max-sm:flex-1">{title}</h1>
        {note && <p className="text-meta text-ink-2 max-sm:order-last max-sm:basis-full">{note}</p>}
      </div>
      {children}
    </header>
  )
}

export function Panel({
  title,
  aside,
  children,
  className,
}: {
  title?: ReactNode
  aside?: ReactNode
  children: ReactNode
  className?: string
}) {
  return (
    <section className={cx('panel', className)}>
      {title && (
        <div className="mb-3 flex flex-wrap items-baseline gap-x-3">
          <h2 className="panel-title flex-1">{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  )
}

/** What went wrong, where it went wrong, with the way on. */
export function Problem({ error, retry, className }: { error: unknown; retry?: () => void; className?: string }) {
  const t = useShared()
  useDesk()
  if (!error) return null
  return (
    <div
      role="alert"
      className={cx(
        'flex flex-wrap items-center gap-x-4 gap-y-2 rounded-chip border border-danger px-3 py-2 text-danger',
        className,
      )}
    >
      <span className="flex-1">{refusal(error)}</span>
      {retry && !isFinal(error) && (
        <Button size="small" onClick={retry}>
          {t.retry}
        </Button>
      )}
    </div>
  )
}

const eight = [1, 2, 3, 4, 5, 6, 7, 8] as const
export function RowsLoading({ rows = 6 }: { rows?: number }) {
  const t = useShared()
  return (
    <div role="status" aria-label={t.loading} className="grid gap-2 py-2">
      {eight.slice(0, rows).map(n => (
        <Skeleton key={n} className="h-11" />
      ))}
    </div>
  )
}

const subscribe = (changed: () => void) => {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}
export function OfflineLine() {
  const t = useDesk()
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  if (online) return null
  return (
    <p className="offline-line" role="status">
      {t.offline}
    </p>
  )
}

/** The kind of a thing, as a quiet label. */
export function KindSign({ children }: { children: ReactNode }) {
  return (
    <span className="rounded-[6px] bg-sunk px-[7px] py-[2px] text-caption font-semibold whitespace-nowrap text-ink-2">
      {children}
    </span>
  )
}
