import { useEffect, useRef, useState } from 'react'
import type { Picture } from '../../client/types.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { ChevronLeft, ChevronRight } from '../../ui/core/icons.tsx'
import { Thumb } from '../../ui/core/index.ts'

/** Up to ten pictures side by side; swiped, or by the arrows on a desktop and the ← → keys. */
export function Pictures({ pictures, active }: { pictures: readonly Picture[]; active: boolean }) {
  const t = useT().watch
  const row = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const go = (to: number) => row.current?.scrollTo({ left: to * row.current.clientWidth, behavior: 'smooth' })
  useEffect(() => {
    if (!active) return
    const onKey = (event: KeyboardEvent) => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
      const box = row.current
      if (by && box && !document.querySelector('dialog[open]'))
        box.scrollTo({ left: (Math.round(box.scrollLeft / box.clientWidth) + by) * box.clientWidth, behavior: 'smooth' })
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [active])
  return (
    <div className="pictures">
      <div
        ref={row}
        className="row hide-scroll"
        onScroll={event => setAt(Math.round(event.currentTarget.scrollLeft / event.currentTarget.clientWidth))}
      >
        {pictures.map((picture, i) => (
          <Thumb
            key={picture.id}
            src={picture.url}
            hash={picture.thumbhash}
            alt={t.picture(i + 1, pictures.length)}
            loading={i < 2 ? 'eager' : 'lazy'}
            width={picture.width}
            height={picture.height}
            draggable={false}
          />
        ))}
      </div>
      {pictures.length > 1 && (
        <>
          <span className="count num" aria-live="polite">
            {at + 1}/{pictures.length}
          </span>
          <div className="dots" aria-hidden="true">
            {pictures.map((picture, i) => (
              <i key={picture.id} data-on={i === at ? '' : undefined} />
            ))}
          </div>
          <button
            type="button"
            className="arrow start-3"
            aria-label={t.picture(at, pictures.length)}
            disabled={at === 0}
            onClick={() => go(at - 1)}
          >
            <ChevronLeft />
          </button>
          <button
            type="button"
            className="arrow end-3"
            aria-label={t.picture(at + 2, pictures.length)}
            disabled={at === pictures.length - 1}
            onClick={() => go(at + 1)}
          >
            <ChevronRight />
          </button>
        </>
      )}
    </div>
  )
}
