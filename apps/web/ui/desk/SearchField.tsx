import { useEffect, useRef, useState } from 'react'
import { useDesk } from '../../i18n/desk/index.ts'
import { useDebounced } from './hooks.ts'
import { type Search, useGo } from './nav.tsx'

interface SearchFieldProps {
  /** The words that stand in the address. */
  readonly words: string
  /** The address for these words. */
  readonly set: (words: string) => { to: string; search: Search }
}
/** The words stand in the address when typing pauses; an IME's half-typed words do not. */
export function SearchField({ words, set }: SearchFieldProps) {
  const d = useDesk()
  const go = useGo()
  const [typed, setTyped] = useState(words)
  const [composing, setComposing] = useState(false)
  const late = useDebounced(typed.trim())
  const sent = useRef(words)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing moves the address
  useEffect(() => {
    if (composing || late === sent.current) return
    sent.current = late
    void go({ ...set(late), replace: true })
  }, [late, composing])
  // The address was changed by something else: a tab, the command menu, the way back.
  useEffect(() => {
    if (words === sent.current) return
    sent.current = words
    setTyped(words)
  }, [words])
  return (
    <div className="field min-w-0 basis-full desk:max-w-[320px] desk:flex-1 desk:basis-auto">
      <input
        type="search"
        aria-label={d.search}
        placeholder={d.search}
        maxLength={100}
        value={typed}
        onChange={e => setTyped(e.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
      />
    </div>
  )
}
