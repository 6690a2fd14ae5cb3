import { type MouseEvent, type PointerEvent, useRef } from 'react'
import type { Slide } from '../../client/types.ts'
import { like } from '../marks.ts'
import { useSheet } from '../sheets/sheet.ts'
import { pool } from './player-pool.ts'
import { useSound } from './player-state.ts'

const doubleMs = 280
const longMs = 520

/**
 * One tap pauses, two like (a heart where the finger was), a long press opens the menu.
 * The very first tap of a session gives sound instead: nothing pauses.
 */
export function useTaps(slide: Slide) {
  const sheet = useSheet()
  const hearts = useRef<HTMLDivElement>(null)
  const state = useRef({ last: 0, single: 0, long: 0, x: 0, y: 0, held: false })
  const stop = () => clearTimeout(state.current.long)
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (state.current.held || (event.target as HTMLElement).closest('button, a, [role="slider"]')) return
    const now = performance.now()
    const second = now - state.current.last < doubleMs
    state.current.last = now
    clearTimeout(state.current.single)
    if (second) {
      like(slide, true)
      heart(hearts.current, event.clientX, event.clientY)
      return
    }
    const { muted, asked } = useSound.getState()
    if (muted && !asked && slide.video) return pool.setMuted(false)
    state.current.single = window.setTimeout(() => pool.toggle(), doubleMs)
  }
  return {
    hearts,
    props: {
      onClick,
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        state.current.held = false
        state.current.x = event.clientX
        state.current.y = event.clientY
        stop()
        if (event.pointerType === 'mouse' || (event.target as HTMLElement).closest('[role="slider"]')) return
        state.current.long = window.setTimeout(() => {
          state.current.held = true
          sheet.open({ kind: 'menu', post: slide.id })
        }, longMs)
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (Math.hypot(event.clientX - state.current.x, event.clientY - state.current.y) > 10) stop()
      },
      onPointerUp: stop,
      onPointerCancel: stop,
    },
  }
}

/** A heart that rises from the finger and goes. */
function heart(box: HTMLElement | null, x: number, y: number): void {
  if (!box) return
  const { left, top, width } = box.getBoundingClientRect()
  const scale = width / (box.offsetWidth || 1)
  const mark = document.createElement('span')
  mark.className = 'burst'
  mark.style.left = `${(x - left) / scale}px`
  mark.style.top = `${(y - top) / scale}px`
  mark.style.setProperty('--tilt', `${Math.round(((x * 7) % 30) - 15)}deg`)
  mark.innerHTML =
    '<svg viewBox="0 0 24 24" width="92" height="92"><path fill="currentColor" d="M12 20.500s-8.500-5.200-8.500-11.400A4.800 4.800 0 0 1 12 6.300a4.800 4.800 0 0 1 8.500 2.800c0 6.200-8.500 11.400-8.500 11.400z"/></svg>'
  box.append(mark)
  mark.addEventListener('animationend', () => mark.remove())
}
