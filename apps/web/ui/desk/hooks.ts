import { useEffect, useRef, useState } from 'react'
import { newKey } from '../../client/api.ts'

/** A value that waits until typing pauses. */
export function useDebounced<T>(value: T, ms = 300): T {
  const [late, setLate] = useState(value)
  useEffect(() => {
    const wait = setTimeout(() => setLate(value), ms)
    return () => clearTimeout(wait)
  }, [value, ms])
  return late
}

/** An Idempotency-Key that stays over retries of the same content and is new when the content changes. */
export function useIntentKey(): (content: unknown) => string {
  const known = useRef({ content: '', key: '' })
  return content => {
    const text = JSON.stringify(content)
    if (known.current.content !== text || known.current.key === '') known.current = { content: text, key: newKey() }
    return known.current.key
  }
}

/** What was remembered of a choice, else what it is at first. */
export function stored(name: string, first: string): string {
  try {
    return localStorage.getItem(name) ?? first
  } catch {
    return first
  }
}
/** A choice that is remembered on this device; without storage it lives as long as the page. */
export function useStored(name: string, first: string): readonly [string, (next: string) => void] {
  const [value, setValue] = useState(() => stored(name, first))
  const set = (next: string) => {
    setValue(next)
    try {
      localStorage.setItem(name, next)
    } catch {
      // Barred storage: nothing to remember.
    }
  }
  return [value, set]
}
