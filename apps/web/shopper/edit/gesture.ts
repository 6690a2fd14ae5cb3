import { type PointerEvent, type RefObject, useRef, useState } from 'react'

export interface Gesture {
  /** How far since the beginning, in shares of the frame, and how much nearer two fingers came. */
  readonly onMove: (dx: number, dy: number, scale: number) => void
  readonly onEnd?: () => void
}
/** One finger drags, two pinch: handlers for an element; shares are of `frame`. `begin` is asked when fingers come or go; null: not now. */
export function useGestures(frame: RefObject<HTMLElement | null>, begin: () => Gesture | null) {
  const latest = useRef(begin)
  latest.current = begin
  // What is held lives longer than one drawing of the page.
  return useState(() =>
    gestures(
      () => frame.current?.getBoundingClientRect(),
      () => latest.current(),
    ),
  )[0]
}

function gestures(frame: () => DOMRect | undefined, begin: () => Gesture | null) {
  const down = new Map<number, { x: number; y: number }>()
  let first: { x: number; y: number; spread: number } | null = null
  let now: Gesture | null = null
  const middle = () => {
    const all = [...down.values()]
    const x = all.reduce((n, p) => n + p.x, 0) / all.length
    const y = all.reduce((n, p) => n + p.y, 0) / all.length
    const [a, b] = all
    return { x, y, spread: a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0 }
  }
  // Another finger came or went: what was done so far stays, and counts from here on.
  const restart = () => {
    now?.onEnd?.()
    now = down.size > 0 ? begin() : null
    first = down.size > 0 ? middle() : null
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.stopPropagation()
      event.currentTarget.setPointerCapture(event.pointerId)
      down.set(event.pointerId, { x: event.clientX, y: event.clientY })
      restart()
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const box = frame()
      if (!down.has(event.pointerId) || !first || !box) return
      down.set(event.pointerId, { x: event.clientX, y: event.clientY })
      const at = middle()
      const scale = first.spread > 0 && at.spread > 0 ? at.spread / first.spread : 1
      if (scale === 1 && Math.hypot(at.x - first.x, at.y - first.y) < 3) return
      now?.onMove((at.x - first.x) / box.width, (at.y - first.y) / box.height, scale)
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      down.delete(event.pointerId)
      restart()
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => {
      down.delete(event.pointerId)
      restart()
    },
  }
}
