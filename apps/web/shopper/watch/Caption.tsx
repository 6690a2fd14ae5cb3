import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useShared } from '../../i18n/shared/index.ts'

const parts = /([#＃][\p{L}\p{N}_]+|[@＠][\p{L}\p{N}_.]+)/u

/** Two lines, and more on request; # leads to a search, @ to a person. */
export function Caption({ text, lang }: { text: string; lang: string }) {
  const t = useShared()
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const [cut, setCut] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew for another text
  useEffect(() => {
    const element = box.current
    if (element && !open) setCut(element.scrollHeight > element.clientHeight + 2)
  }, [text, open])
  if (!text) return null
  return (
    <div className="caption" lang={lang}>
      <div ref={box} className={open ? 'text open hide-scroll' : 'text'}>
        {text.split(parts).map((part, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
          <Part key={i} part={part} />
        ))}
      </div>
      {(cut || open) && (
        <button type="button" className="more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t.less : t.more}
        </button>
      )}
    </div>
  )
}

function Part({ part }: { part: string }) {
  if (/^[#＃]/.test(part))
    return (
      <Link to="/search" search={{ q: part.replace('＃', '#') }} className="tag">
        {part}
      </Link>
    )
  if (/^[@＠]/.test(part))
    return (
      <Link to="/u/$handle" params={{ handle: part.slice(1) }} className="tag">
        {part}
      </Link>
    )
  return part
}
