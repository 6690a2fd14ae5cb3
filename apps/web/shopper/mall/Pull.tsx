import { useEffect, useRef, useState } from 'react'
import { useNoticeWords } from '../../i18n/shopper/notices/index.ts'
import { Spinner } from '../../ui/core/Button.tsx'

/** So far, in CSS pixels, a finger has to pull until letting go refreshes. */
const enough = 72
interface PullState {
  readonly by: number
  readonly busy: boolean
}

/** Pulling the top of the page down asks anew. The button in the head does the same. */
export function usePull(refresh: () => Promise<unknown>): PullState {
  const [state, setState] = useState<PullState>({ by: 0, busy: false })
  const latest = useRef(refresh)
  useEffect(() => {
    latest.current = refresh
  })
  useEffect(() => {
    let from = 0
    let by = 0
    const start = (event: TouchEvent) => {
      from = window.scrollY <= 0 && event.touches.length === 1 ? (event.touches[0]?.clientY ?? 0) : 0
      by = 0
    }
    const move = (event: TouchEvent) => {
      if (from === 0) return
      by = Math.max(0, Math.min(enough * 1.4, ((event.touches[0]?.clientY ?? from) - from) / 2))
      if (window.scrollY > 0) by = 0
      setState(s => (s.busy ? s : { by, busy: false }))
    }
    const end = () => {
      if (from === 0) return
      from = 0
      if (by < enough) return setState(s => (s.busy ? s : { by: 0, busy: false }))
      setState({ by: enough, busy: true })
      void latest.current().finally(() => setState({ by: 0, busy: false }))
    }
    const passive = { passive: true }
    addEventListener('touchstart', start, passive)
    addEventListener('touchmove', move, passive)
    addEventListener('touchend', end, passive)
    addEventListener('touchcancel', end, passive)
    return () => {
      removeEventListener('touchstart', start)
      removeEventListener('touchmove', move)
      removeEventListener('touchend', end)
      removeEventListener('touchcancel', end)
    }
  }, [])
  return state
}

export function Pull({ state }: { state: PullState }) {
  const t = useNoticeWords().shelves
  if (state.by === 0) return null
  return (
    <div
      className="grid place-items-center overflow-hidden text-meta text-ink-2"
      style={{ height: state.by }}
      aria-hidden={!state.busy}
    >
      {state.busy ? <Spinner /> : state.by >= enough ? t.release : t.pull}
    </div>
  )
}
