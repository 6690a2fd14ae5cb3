import {
  beside,
  type Frame,
  landscape,
  octant,
  type Point,
  pathThrough,
  point,
  type Segment,
  seeded,
  segments,
  stationT,
  stretch,
  upright,
} from './curve.ts'
import { lateral, outer, type Thread, weave } from './threads.ts'

/** The six phases in the order of a lap; the index is the station. */
export const phases = ['exploration', 'connection', 'verification', 'purchase', 'confirmation', 'sharing'] as const
export type Phase = (typeof phases)[number]
export type Six<T> = readonly [T, T, T, T, T, T]
export type Five<T> = readonly [T, T, T, T, T]

/** A share with its 95 % interval, each from 0 to 1; null: not enough data. */
export interface Interval {
  readonly share: number
  readonly low: number
  readonly high: number
}

/** What the figure shows. A `LoopReport` of engines/loop has all of it. */
export interface LoopData {
  /** Distinct people with evidence of each phase. */
  readonly counts: Six<number>
  /** Share of Exploration…Confirmation that goes on. */
  readonly goOn: Five<Interval | null>
  /** Median hours from each of those phases to going on. */
  readonly medianHours: Five<number | null>
  readonly newlySeeded: number
  readonly returned: number
  /** Loop gain R with its interval; null while it is not measured. */
  readonly gain: { readonly value: number; readonly low: number; readonly high: number } | null
}

/** Below this many people a station is sparse: its gate is dashed and no share is shown (experience.md 9.4). */
export const sparseBelow = 50
const compression = 0.37
const fullBand = 109

export interface Gate {
  readonly inner: Point
  readonly outer: Point
  readonly centre: Point
  /** Half the width of the band here. */
  readonly half: number
  readonly sparse: boolean
}

export interface LoopGeometry {
  readonly frame: Frame
  readonly pitch: number
  /** Threads at each gate. */
  readonly counts: Six<number>
  /** Threads of the way from station i to the next. */
  readonly threads: readonly (readonly Thread[])[]
  /** Ends of each segment's gradient. */
  readonly spans: readonly { readonly from: Point; readonly to: Point }[]
  readonly gates: readonly Gate[]
  /** Where the share that goes on is written, inside the lobes (landscape only). */
  readonly chips: readonly { readonly at: Point; readonly anchor: 'start' | 'end' }[]
  /** The strand on top at the crossing and how wide the other one is cut; null when nothing crosses. */
  readonly over: { readonly d: string; readonly width: number } | null
  /** The whole curve as one line: loading, empty, and wherever a phase has nobody. */
  readonly hairline: string
  /** Where a spark is: `u` along segment i, `w` from −½ to ½ across the band. */
  spark(i: number, u: number, w: number): Point
}

/**
 * Threads at each gate on the compressed scale of the caption: n = max(4, round(N·(v/v_max)^0.37)), N = 109/pitch; none for nobody.
 * (experience.md 9.2)
 */
export function threadCounts(counts: Six<number>, pitch: number): Six<number> {
  const most = Math.max(...counts)
  const full = Math.round(fullBand / pitch)
  return counts.map(v =>
    v > 0 && most > 0 ? Math.max(4, Math.round(full * (v / most) ** compression)) : 0,
  ) as unknown as Six<number>
}

/** Threads stay about 1.35 device pixels apart, so that fine lines never moiré. `scale` is CSS pixels per unit. */
export const pitchFor = (scale: number, devicePixels: number): number =>
  Math.max(1.4, 1.35 / (Math.max(0.05, scale) * Math.min(2, devicePixels || 1)))

export const frameFor = (width: number): Frame => (width < 760 ? upright : landscape)

/** How many threads of the next gate come along this segment. The way back carries as many as came back through sharing. */
function staying(data: LoopData, n: Six<number>, i: number): number {
  const from = n[i] ?? 0
  const to = n[(i + 1) % 6] ?? 0
  if (i < 5) return Math.min(from, to)
  const explorers = data.newlySeeded + data.returned
  if (from === 0 || to === 0 || explorers <= 0 || data.returned <= 0) return 0
  return Math.min(to, Math.max(1, Math.round((to * data.returned) / explorers)))
}

/** Everything that is drawn, from the data and the frame alone; the same data give the same figure. */
export function loopGeometry(data: LoopData, frame: Frame, pitch: number): LoopGeometry {
  const counts = threadCounts(data.counts, pitch)
  const ways = segments(frame)
  const random = seeded(20)
  const stays = ways.map((_, i) => staying(data, counts, i))
  const threads = ways.map((segment, i) =>
    weave({ frame, segment, index: i, from: counts[i] ?? 0, to: counts[(i + 1) % 6] ?? 0, stay: stays[i] ?? 0, pitch, random }),
  )
  const crossing = ways[2] as Segment
  const topWidth = (stays[2] ?? 0) * pitch
  const overPoints = Array.from({ length: 31 }, (_, m) => point(frame, crossing.at(0.28 + (0.44 * m) / 30)))
  return {
    frame,
    pitch,
    counts,
    threads,
    spans: ways.map(s => ({ from: point(frame, s.at(0)), to: point(frame, s.at(1)) })),
    gates: data.counts.map((people, p) => gateAt(frame, p, (counts[p] ?? 0) * pitch, people < sparseBelow)),
    chips: frame.upright ? [] : chipsOf(frame, ways, counts, pitch),
    over: topWidth > 0 ? { d: pathThrough(overPoints), width: topWidth + 20 } : null,
    hairline: stretch(frame, octant(0), octant(8), 120),
    spark: (i, u, w) => {
      const way = { index: i, from: counts[i] ?? 0, to: counts[(i + 1) % 6] ?? 0, stay: stays[i] ?? 0, pitch }
      // Where nobody goes on, an arriving spark takes any lane of the next gate.
      const side = way.stay > 0 ? lateral(way, Math.floor((w + 0.5) * way.stay * 0.999), u) : w * way.to * pitch
      return beside(frame, (ways[i] ?? crossing).at(u), side)
    },
  }
}

function gateAt(frame: Frame, p: number, width: number, sparse: boolean): Gate {
  const t = stationT(p)
  const half = width / 2
  const reach = outer(p) * (half + 9)
  return { inner: beside(frame, t, -reach), outer: beside(frame, t, reach), centre: point(frame, t), half, sparse }
}

/** Inside the lobes beside the middle of each way; the third stands before the crossing, where there is room. */
const chipAt = [0.5, 0.5, 0.19, 0.5, 0.5] as const
function chipsOf(frame: Frame, ways: readonly Segment[], counts: Six<number>, pitch: number): LoopGeometry['chips'] {
  return chipAt.map((u, i) => {
    const inner = -outer(i)
    const half = (((counts[i] ?? 0) + ((counts[i + 1] ?? 0) - (counts[i] ?? 0)) * u) * pitch) / 2
    const [x, y] = beside(frame, (ways[i] as Segment).at(u), inner * (half + (i === 2 ? 40 : 20)))
    const left = i < 3
    return { at: [x + (left ? 4 : -4), y + 5], anchor: i === 2 || !left ? 'end' : 'start' }
  })
}

/** The logo: one lap of the same curve, cut at both ends where the strand in its middle passes over them. `gap` is in units of t. */
export const loopMark = (gap: number): { readonly frame: Frame; readonly d: string } => ({
  frame: landscape,
  d: stretch(landscape, octant(0) + gap, octant(8) - gap, 64),
})
