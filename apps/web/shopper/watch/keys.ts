import { useEffect } from 'react'
import { isLiked, like, useMarks } from '../marks.ts'
import { setPref, usePrefs } from '../prefs.ts'
import type { Feed } from './feed-store.ts'
import { pool } from './player-pool.ts'
import { useSound } from './player-state.ts'

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
const onControl = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('button, a, [role="slider"]') !== null

/** Out of the feed, to what stands before or after it (ARIA practices, feed): there is no end that Tab could reach. */
function leaveFeed(way: 'before' | 'after'): void {
  const feed = document.querySelector('.feed')
  if (!feed?.contains(document.activeElement)) return
  const stops = [...document.querySelectorAll<HTMLElement>('a[href], button:not(:disabled)')].filter(
    e => !feed.contains(e) && e.checkVisibility(),
  )
  const follows = (e: HTMLElement) => (feed.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const next = way === 'after' ? stops.find(follows) : stops.findLast(e => !follows(e))
  // Where nothing stands on that side (the rail of the desktop is before the feed), the other one.
  ;(next ?? stops[0])?.focus()
}

/** ↑ ↓ PageUp PageDown, and Ctrl with Home or End, always; the single keys Space M L C unless they are turned off (WCAG 2.1.4). */
export function useFeedKeys(feed: Feed, go: (by: number) => void): void {
  useEffect(() => {
    const step: Readonly<Record<string, number>> = { ArrowDown: 1, PageDown: 1, ArrowUp: -1, PageUp: -1 }
    const single: Readonly<Record<string, () => void>> = {
      ' ': () => pool.toggle(),
      m: () => pool.setMuted(!useSound.getState().muted),
      l: () => {
        const slide = feed.slide(feed.store.getState().active)
        if (slide) like(slide, !isLiked(useMarks.getState(), slide))
      },
      c: () => setPref({ captions: usePrefs.getState().captions === 'always' ? 'never' : 'always' }),
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey && (event.key === 'End' || event.key === 'Home') && !typing(event.target))
        return leaveFeed(event.key === 'End' ? 'after' : 'before')
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector('dialog[open]')) return
      const by = step[event.key]
      if (by !== undefined) {
        event.preventDefault()
        return go(by)
      }
      const run = usePrefs.getState().keys ? single[event.key.toLowerCase()] : undefined
      if (!run || event.repeat || (event.key === ' ' && onControl(event.target))) return
      event.preventDefault()
      run()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [feed, go])
}
