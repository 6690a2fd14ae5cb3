import { useId } from 'react'
import { loopMark } from './geometry.ts'

export interface LoopMarkProps {
  /** Width in CSS pixels; the mark is about twice as wide as high. */
  readonly size?: number
  /** One colour (`currentColor`), for the tab bar. */
  readonly mono?: boolean
  /** Says what it stands for; without one it is decoration. */
  readonly title?: string
}

/** The logo: the woven loop, one stroke passing over the other. Left half p2 → p3, right half p4 → p6. */
export function LoopMark({ size = 32, mono = false, title }: LoopMarkProps) {
  const id = useId()
  // The stroke is a little bolder where the mark is small, and the gap is as wide as the stroke.
  const stroke = size < 40 ? 150 : 120
  const { d, frame } = loopMark(stroke / 560)
  const pad = stroke / 2 + 8
  const [width, height] = [frame.a * 2 + pad * 2, frame.b * Math.SQRT1_2 + pad * 2]
  return (
    <svg
      width={size}
      height={(size * height) / width}
      viewBox={`${frame.cx - width / 2} ${frame.cy - height / 2} ${width} ${height}`}
      role={title ? 'img' : 'presentation'}
      aria-label={title}
      aria-hidden={title ? undefined : true}
      fill="none"
      strokeWidth={stroke}
      strokeLinecap="butt"
    >
      <linearGradient id={id} gradientUnits="userSpaceOnUse" x1={frame.cx - frame.a} x2={frame.cx + frame.a} y1="0" y2="0">
        <stop offset="0" stopColor="var(--p2)" />
        <stop offset=".42" stopColor="var(--p3)" />
        <stop offset=".6" stopColor="var(--p4)" />
        <stop offset="1" stopColor="var(--p6)" />
      </linearGradient>
      <path d={d} stroke={mono ? 'currentColor' : `url(#${id})`} />
    </svg>
  )
}
