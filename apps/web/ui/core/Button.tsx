import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { cx } from './cx.ts'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `act` is gold: at most one on a screen. */
  readonly kind?: 'act' | 'plain' | 'quiet' | 'danger'
  readonly size?: 'small' | 'normal' | 'big'
  /** Something is under way: the button is deaf and says so. */
  readonly busy?: boolean
}
export function Button({ kind = 'plain', size = 'normal', busy, className, children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      data-kind={kind}
      data-size={size}
      className={cx('btn', className)}
      disabled={disabled || busy}
      aria-busy={busy}
      {...rest}
    >
      {busy && <Spinner />}
      {children}
    </button>
  )
}

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What it does, for those who do not see the picture. */
  readonly label: string
  readonly children: ReactNode
}
export function IconButton({ label, className, children, ...rest }: IconButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} className={cx('icon-btn', className)} {...rest}>
      {children}
    </button>
  )
}

export function Spinner() {
  return (
    <svg className="size-4 animate-spin" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
      <circle cx="8" cy="8" r="6" opacity=".25" />
      <path d="M14 8a6 6 0 0 0-6-6" strokeLinecap="round" />
    </svg>
  )
}
