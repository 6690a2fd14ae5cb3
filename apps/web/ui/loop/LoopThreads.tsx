import { memo } from 'react'
import type { Point } from './curve.ts'
import type { LoopGeometry } from './geometry.ts'
import type { Thread } from './threads.ts'

const pigment = (i: number): string => `var(--p${(i % 6) + 1})`
const mix = (a: string, share: number, b: string, space = 'oklch'): string => `color-mix(in ${space}, ${a} ${share}%, ${b})`
const ink = 'var(--ink)'

type Stop = readonly [offset: number, color: string, opacity: number]

function Gradient({ id, from, to, stops }: { id: string; from: Point; to: Point; stops: readonly Stop[] }) {
  return (
    <linearGradient id={id} gradientUnits="userSpaceOnUse" x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]}>
      {stops.map(([offset, stopColor, stopOpacity]) => (
        <stop key={offset} offset={offset} style={{ stopColor, stopOpacity }} />
      ))}
    </linearGradient>
  )
}

/** From station to station; where the way back is hidden it turns from vermilion over ink to azurite. */
function wayStops(i: number): readonly Stop[] {
  if (i < 5)
    return [
      [0, pigment(i), 1],
      [0.5, mix(pigment(i), 50, pigment(i + 1)), 1],
      [1, pigment(i + 1), 1],
    ]
  return [
    [0, pigment(5), 1],
    [0.42, mix(pigment(5), 60, ink, 'oklab'), 0.95],
    [0.62, mix(pigment(0), 55, ink, 'oklab'), 0.95],
    [1, pigment(0), 1],
  ]
}

function fadeStops(i: number, thread: Thread): readonly Stop[] {
  if (thread.kind === 'leave') {
    // Between vermilion and azurite lies a purple that is no phase: loose ends of Sharing stay vermilion.
    if (i === 5)
      return [
        [0, pigment(5), 0.8],
        [0.45, pigment(5), 0.5],
        [1, pigment(5), 0],
      ]
    const middle = mix(pigment(i), 50, pigment(i + 1))
    return [
      [0, mix(pigment(i), Math.round(100 - 50 * (thread.fade?.start ?? 0)), pigment(i + 1)), 0.8],
      [0.45, middle, 0.5],
      [1, middle, 0],
    ]
  }
  const own = pigment(i + 1)
  return [
    [0, mix(own, 45, ink, 'oklab'), 0],
    [0.34, mix(own, 50, ink, 'oklab'), 0.5],
    [0.75, mix(own, 80, ink, 'oklab'), 0.85],
    [1, own, 0.95],
  ]
}

function Way({ g, i, id }: { g: LoopGeometry; i: number; id: string }) {
  const span = g.spans[i]
  const threads = g.threads[i] ?? []
  return (
    <g className={`loop-way loop-way-${i}`} mask={i === 5 && g.over ? `url(#${id}-under)` : undefined}>
      <defs>
        {span ? <Gradient id={`${id}-${i}`} from={span.from} to={span.to} stops={wayStops(i)} /> : null}
        {threads.map((t, n) =>
          t.fade ? <Gradient key={t.d} id={`${id}-${i}-${n}`} from={t.fade.from} to={t.fade.to} stops={fadeStops(i, t)} /> : null,
        )}
      </defs>
      {threads.map((t, n) =>
        t.fade ? (
          <path key={t.d} d={t.d} stroke={`url(#${id}-${i}-${n})`} />
        ) : (
          <path key={t.d} d={t.d} stroke={`url(#${id}-${i})`} opacity="var(--thread, .92)" />
        ),
      )}
    </g>
  )
}

/** Bottom to top: the way back lies under, the way from Verification to Purchase over everything. */
const order = [5, 4, 3, 1, 0, 2] as const

/** The static part: drawn once for a geometry, never touched by hovering or by sparks. */
export const LoopThreads = memo(function LoopThreads({ g, id }: { g: LoopGeometry; id: string }) {
  const { width, height } = g.frame
  return (
    <g className="loop-threads" style={{ strokeWidth: g.pitch * 0.82 }}>
      {g.over ? (
        <mask id={`${id}-under`} maskUnits="userSpaceOnUse" x="0" y="0" width={width} height={height}>
          <rect width={width} height={height} fill="#fff" />
          <path d={g.over.d} fill="none" stroke="#000" strokeWidth={g.over.width} strokeLinecap="round" />
        </mask>
      ) : null}
      {g.counts.some(n => n === 0) ? <path className="loop-hairline" d={g.hairline} /> : null}
      {order.map(i => (
        <Way key={i} g={g} i={i} id={id} />
      ))}
    </g>
  )
})
