import { useEffect, useRef } from 'react'

/** Chooses a row, or all of them; `some` is neither. */
export function CheckBox({ label, on, some, set }: { label: string; on: boolean; some?: boolean; set: (on: boolean) => void }) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = some ?? false
  }, [some])
  return (
    <input
      ref={box}
      type="checkbox"
      className="desk-check"
      aria-label={label}
      checked={on}
      onChange={e => set(e.target.checked)}
    />
  )
}
