import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { api, ask, type Reply } from '../../client/api.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Search, X } from '../../ui/core/icons.tsx'
import { cx, IconButton } from '../../ui/core/index.ts'

type Suggestion = Reply<'GET /v1/search/suggest'>['items'][number]

interface FieldProps {
  readonly words: string
  readonly onSearch: (words: string) => void
}
/** A combobox. While an input method composes, Enter belongs to it: nothing is searched and no suggestion is taken. */
export function SearchField({ words, onSearch }: FieldProps) {
  const t = useMore().search
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(words)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const composing = useRef(false)
  useEffect(() => setTyped(words), [words])
  const asked = useDeferredValue(typed.trim().slice(0, 60))
  const suggest = useQuery({
    queryKey: ['suggest', asked],
    queryFn: ({ signal }) => ask(api.GET('/v1/search/suggest', { params: { query: { words: asked } }, signal })),
    enabled: open && asked.length > 0 && !composing.current,
    staleTime: 60_000,
    placeholderData: before => before,
  })
  const items = open && asked ? (suggest.data?.items ?? []).slice(0, 8) : []
  const go = (wanted: string) => {
    const clean = wanted.trim()
    if (!clean) return
    setTyped(clean)
    setOpen(false)
    setAt(-1)
    input.current?.blur()
    onSearch(clean)
  }
  const keys = (event: KeyboardEvent) => {
    // 229: Safari tells the composing Enter only by its key code.
    if (event.nativeEvent.isComposing || composing.current || event.keyCode === 229) return
    if (event.key === 'Escape') setOpen(false)
    else if (event.key === 'Enter') {
      event.preventDefault()
      go(items[at]?.words ?? typed)
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && items.length > 0) {
      event.preventDefault()
      setAt(now => (event.key === 'ArrowDown' ? (now + 1) % items.length : (now <= 0 ? items.length : now) - 1))
    }
  }
  return (
    <form role="search" className="relative min-w-0 flex-1" onSubmit={event => event.preventDefault()}>
      <Search size={20} className="pointer-events-none absolute start-3.5 top-1/2 -translate-y-1/2 text-ink-3" />
      <input
        ref={input}
        type="search"
        enterKeyHint="search"
        role="combobox"
        aria-label={t.label}
        aria-expanded={items.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={at >= 0 && items[at] ? `${id}-${at}` : undefined}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: whoever opens the search page wants to type
        autoFocus={!words}
        maxLength={100}
        placeholder={t.label}
        value={typed}
        onChange={event => {
          setTyped(event.target.value)
          setOpen(true)
          setAt(-1)
        }}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={() => {
          composing.current = false
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={keys}
        className="h-12 w-full rounded-button border-0 bg-surface ps-11 pe-11 text-input shadow-[inset_0_0_0_1px_var(--line-strong)] [&::-webkit-search-cancel-button]:hidden"
      />
      {typed && (
        <IconButton
          label={t.clear}
          className="absolute end-0.5 top-0.5"
          onClick={() => {
            setTyped('')
            input.current?.focus()
          }}
        >
          <X size={18} />
        </IconButton>
      )}
      <Suggestions id={id} items={items} at={at} onTake={item => go(item.words)} />
    </form>
  )
}

interface SuggestionsProps {
  readonly id: string
  readonly items: readonly Suggestion[]
  readonly at: number
  readonly onTake: (item: Suggestion) => void
}
function Suggestions({ id, items, at, onTake }: SuggestionsProps) {
  const t = useMore().search
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label={t.suggestions}
      hidden={items.length === 0}
      className="absolute inset-x-0 top-13 z-20 overflow-hidden rounded-card bg-raised py-1 shadow-[var(--shadow)]"
    >
      {items.map((item, i) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the option (aria-activedescendant)
        // biome-ignore lint/a11y/useKeyWithClickEvents: as above, keys go to the field
        <div
          key={`${item.kind}${item.words}`}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === at}
          className={cx('flex min-h-11 cursor-pointer items-center gap-3 px-4', i === at && 'bg-sunk')}
          onPointerDown={event => event.preventDefault()}
          onClick={() => onTake(item)}
        >
          <span className="min-w-0 flex-1 truncate">
            {item.kind === 'tag' && !item.words.startsWith('#') ? `#${item.words}` : item.words}
          </span>
          <span className="text-meta text-ink-3">{t.kinds[item.kind]}</span>
        </div>
      ))}
    </div>
  )
}
