import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Search } from '../core/icons.tsx'
import { Dialog } from './base.ts'

export interface CommandItem {
  readonly key: string
  readonly label: string
  readonly note?: string
  readonly icon?: ReactNode
  readonly lang?: string
  readonly run: () => void
}
export interface CommandGroup {
  readonly name: string
  readonly items: readonly CommandItem[]
}
interface CommandProps {
  readonly title: string
  readonly placeholder: string
  readonly hint: string
  readonly none: string
  /** What a screen reader hears when the results changed. */
  readonly said: (n: number) => string
  readonly busy: string | null
  readonly groups: readonly CommandGroup[]
  readonly words: string
  readonly onWords: (words: string) => void
  readonly onClose: () => void
}
/**
 * A combobox with a list box over the page (WAI-ARIA combobox pattern): focus stays in the field, the arrows move the active
 * option, Enter runs it. While an IME composes, its keys are its own.
 */
export function Command(p: CommandProps) {
  const id = useId()
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const items = p.groups.flatMap(g => g.items)
  const now = Math.min(at, Math.max(0, items.length - 1))
  // biome-ignore lint/correctness/useExhaustiveDependencies: another active option is another place in the list
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [now])
  const run = (item: CommandItem | undefined) => {
    if (!item) return
    p.onClose()
    item.run()
  }
  const onKey = (e: KeyboardEvent) => {
    if (e.nativeEvent.isComposing || items.length === 0) return
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: (now + 1) % items.length,
      ArrowUp: (now + items.length - 1) % items.length,
      Home: 0,
      End: items.length - 1,
    }
    const next = moves[e.key]
    if (next !== undefined && !((e.key === 'Home' || e.key === 'End') && p.words !== '')) setAt(next)
    else if (e.key === 'Enter') run(items[now])
    else return
    e.preventDefault()
  }
  return (
    <Dialog.Root open onOpenChange={open => !open && p.onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="desk-backdrop" />
        <Dialog.Popup className="desk desk-command !min-h-0">
          <Dialog.Title className="sr-only">{p.title}</Dialog.Title>
          <div className="flex items-center gap-3 border-b border-line px-4">
            <Search size={18} className="flex-none text-ink-3" />
            <input
              className="min-h-13 w-full border-0 bg-transparent text-lead text-ink outline-none"
              role="combobox"
              aria-label={p.placeholder}
              aria-expanded="true"
              aria-controls={`${id}-list`}
              aria-activedescendant={items.length > 0 ? `${id}-${now}` : undefined}
              aria-autocomplete="list"
              autoComplete="off"
              spellCheck={false}
              maxLength={100}
              placeholder={p.placeholder}
              value={p.words}
              onChange={e => {
                setAt(0)
                p.onWords(e.target.value)
              }}
              onKeyDown={onKey}
            />
          </div>
          <Results id={id} groups={p.groups} now={now} run={run} setAt={setAt} list={list} title={p.title} />
          {items.length === 0 && !p.busy && <p className="px-4 py-6 text-center text-ink-2">{p.none}</p>}
          <p className="flex justify-between gap-4 border-t border-line px-4 py-2 text-caption text-ink-3">
            <span className="max-desk:hidden">{p.hint}</span>
            <span role="status">{p.busy ?? p.said(items.length)}</span>
          </p>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

interface ResultsProps {
  readonly id: string
  readonly groups: readonly CommandGroup[]
  readonly now: number
  readonly run: (item: CommandItem) => void
  readonly setAt: (at: number) => void
  readonly list: React.RefObject<HTMLDivElement | null>
  readonly title: string
}
function Results({ id, groups, now, run, setAt, list, title }: ResultsProps) {
  let n = -1
  return (
    <div ref={list} id={`${id}-list`} role="listbox" aria-label={title} className="max-h-[min(52dvh,420px)] overflow-auto p-2">
      {groups
        .filter(g => g.items.length > 0)
        .map(g => (
          <div key={g.name} role="group" aria-label={g.name}>
            <div className="desk-group" aria-hidden="true">
              {g.name}
            </div>
            {g.items.map(item => {
              n++
              const place = n
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are handled by the field, which keeps the focus
                <div
                  key={item.key}
                  id={`${id}-${place}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={place === now}
                  className="desk-item"
                  data-highlighted={place === now ? '' : undefined}
                  onMouseMove={() => place !== now && setAt(place)}
                  onClick={() => run(item)}
                >
                  {item.icon}
                  <span className="min-w-0 flex-1 truncate" lang={item.lang}>
                    {item.label}
                  </span>
                  {item.note && <span className="num flex-none text-caption text-ink-3">{item.note}</span>}
                </div>
              )
            })}
          </div>
        ))}
    </div>
  )
}
