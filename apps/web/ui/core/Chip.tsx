import type { ButtonHTMLAttributes } from 'react'
import { cx } from './cx.ts'

export interface ChipProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly on?: boolean
  readonly size?: 'small' | 'normal'
}
/** A choice among several; `on` is the chosen one. */
export function Chip({ on = false, size = 'normal', className, children, ...rest }: ChipProps) {
  return (
    <button type="button" aria-pressed={on} data-size={size} className={cx('chip', className)} {...rest}>
      {children}
    </button>
  )
}

/** A small label on media or beside a name: not a button. */
export function Badge({ tone = 'plain', children }: { tone?: 'plain' | 'ok' | 'video'; children: React.ReactNode }) {
  const look = {
    plain: 'shadow-[inset_0_0_0_1px_var(--line-strong)] text-ink-2',
    ok: 'text-ok shadow-[inset_0_0_0_1px_currentColor]',
    video: 'bg-[oklch(.12_.02_258/.72)] text-white',
  }[tone]
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1 rounded-[6px] px-[7px] py-[2px] text-caption font-semibold whitespace-nowrap',
        look,
      )}
    >
      {children}
    </span>
  )
}
