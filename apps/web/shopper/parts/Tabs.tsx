import type { KeyboardEvent } from 'react'
import { cx } from '../../ui/core/index.ts'

/** Tabs whose choice lives in the URL of the page; arrows go through them. */
export function Tabs<K extends string>({
  label,
  tabs,
  now,
  onPick,
  children,
}: {
  label: string
  tabs: readonly (readonly [K, string])[]
  now: K
  onPick: (key: K) => void
  children?: React.ReactNode
}) {
  const keys = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (!step) return
    const at = tabs.findIndex(([key]) => key === now)
    const next = tabs[(at + step + tabs.length) % tabs.length]
    if (!next) return
    event.preventDefault()
    onPick(next[0])
    event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[tabs.indexOf(next)]?.focus()
  }
  return (
    <>
      <div role="tablist" aria-label={label} onKeyDown={keys} className="flex gap-5 border-b border-line">
        {tabs.map(([key, text]) => (
          <button
            key={key}
            type="button"
            role="tab"
            aria-selected={key === now}
            tabIndex={key === now ? 0 : -1}
            onClick={() => onPick(key)}
            className={cx(
              '-mb-px min-h-11 border-b-2 font-semibold',
              key === now ? 'border-act text-ink' : 'border-transparent text-ink-2 hover:text-ink',
            )}
          >
            {text}
          </button>
        ))}
      </div>
      {children && (
        <div role="tabpanel" className="pt-4">
          {children}
        </div>
      )}
    </>
  )
}
