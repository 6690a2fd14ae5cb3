import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'

interface InlineEditProps {
  /** What it is and of which thing, for those who do not see the row. */
  readonly label: string
  /** What the field begins with. */
  readonly value: string
  /** What stands there while it is not edited. */
  readonly children: ReactNode
  readonly numeric: 'numeric' | 'decimal'
  /** The typed text as it would be saved; null while it can't be. */
  readonly read: (typed: string) => string | null
  readonly save: (next: string) => void
  readonly wrong: string
}
/**
 * A value that is changed where it stands: a button that becomes a field. Enter saves and stays, Tab saves and moves on, Esc takes
 * back; leaving the field saves what can be saved. An IME's Enter ends its word and nothing else.
 */
export function InlineEdit({ label, value, children, numeric, read, save, wrong }: InlineEditProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const over = useRef(false)
  const plain = (typed ?? '').normalize('NFKC').replace(/[,，\s]/g, '')
  const next = typed === null ? null : read(plain)
  const end = (keep: boolean, focus: boolean) => {
    if (over.current) return
    over.current = true
    if (keep && next !== null && next !== read(value)) save(next)
    setTyped(null)
    if (focus) requestAnimationFrame(() => button.current?.focus())
  }
  const onKey = (e: KeyboardEvent) => {
    if (e.nativeEvent.isComposing) return
    e.stopPropagation()
    if (e.key === 'Escape') end(false, true)
    if (e.key === 'Enter' && (next !== null || plain === '')) end(next !== null, true)
    if (e.key === 'Enter') e.preventDefault()
  }
  if (typed === null)
    return (
      <button
        ref={button}
        type="button"
        data-edit=""
        className="cell-edit num"
        onClick={() => {
          over.current = false
          setTyped(value)
        }}
      >
        {children}
        <span className="sr-only">{label}</span>
      </button>
    )
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
      autoFocus
      className="cell-input num"
      aria-label={label}
      aria-invalid={next === null ? true : undefined}
      title={next === null ? wrong : undefined}
      inputMode={numeric}
      autoComplete="off"
      maxLength={16}
      value={typed}
      onFocus={e => e.target.select()}
      onChange={e => setTyped(e.target.value)}
      onKeyDown={onKey}
      onBlur={() => end(true, false)}
    />
  )
}
