import { cx } from '../../ui/core/index.ts'

/** A bar of 0 to 1. What it means stands beside it, or is said by `label`. */
export function Pull({ part, label, tone = 'bg-p2' }: { part: number; label: string; tone?: string }) {
  const width = `${Math.round(Math.min(1, Math.max(0, part)) * 100)}%`
  return (
    <div role="img" aria-label={label} className="h-1.5 overflow-hidden rounded-full bg-line">
      <div className={cx('h-full rounded-full', part > 0 && 'min-w-1.5', tone)} style={{ width }} />
    </div>
  )
}
