import { beside, ease, type Frame, type Point, pathThrough, type Segment } from './curve.ts'

/** One thread. `leave` fades out along `fade` (somebody stopped), `join` fades in (newly seeded, or came by a skip). */
export interface Thread {
  readonly kind: 'stay' | 'leave' | 'join'
  readonly d: string
  readonly fade: { readonly from: Point; readonly to: Point; readonly start: number } | null
}

/** What a segment is drawn from: thread counts at its two gates and how many of the arriving ones come from this segment. */
export interface Weft {
  readonly frame: Frame
  readonly segment: Segment
  readonly index: number
  readonly from: number
  readonly to: number
  readonly stay: number
  readonly pitch: number
  readonly random: () => number
}

export const lane = (i: number, n: number, pitch: number): number => (i - (n - 1) / 2) * pitch
/** The outer side of a station: left of travel in the harvest lobe, right of it in the seeding lobe. */
export const outer = (p: number): 1 | -1 => (p % 6 < 3 ? -1 : 1)
/** The way from Verification to Purchase crosses the figure; its loose ends must be gone before the crossing. */
const crossing = 2
const back = 5

const samples = (n: number, end: number, at: (u: number) => Point): Point[] =>
  Array.from({ length: n + 1 }, (_, m) => at((end * m) / n))

/** All threads of one segment: those that go on, those that leave on the outer side, those that join before the next gate. */
export function weave(w: Weft): readonly Thread[] {
  const threads: Thread[] = []
  const gone = w.from - Math.min(w.from, w.stay)
  const leavesLow = outer(w.index) < 0
  for (let q = 0; q < w.from; q++) {
    const leaves = leavesLow ? q < gone : q >= w.from - gone
    if (leaves) threads.push(loose(w, q, gone, leavesLow))
  }
  for (let r = 0; r < w.stay; r++) threads.push(goingOn(w, r))
  for (let r = 0; r < w.to - w.stay; r++) threads.push(joining(w, r, w.to - w.stay))
  return threads
}

/** Where thread r of those that go on is beside the curve, at the share `u` of the way. */
export function lateral(w: Pick<Weft, 'index' | 'from' | 'to' | 'stay' | 'pitch'>, r: number, u: number, jitter = 0): number {
  // On the way back few threads of Sharing may fan out into many, so several start on one lane.
  const gone = w.from - Math.min(w.from, w.stay)
  const source = w.stay > w.from ? Math.floor((r * w.from) / w.stay) : r + (outer(w.index) < 0 ? gone : 0)
  const v0 = lane(source, w.from, w.pitch)
  const v1 = lane(outer(w.index + 1) < 0 ? r + (w.to - w.stay) : r, w.to, w.pitch)
  return v0 + (v1 - v0) * (w.index === back ? ease((u - 0.4 - jitter) / 0.56) : ease((u - 0.06) / 0.8))
}

function goingOn(w: Weft, r: number): Thread {
  const jitter = w.index === back ? (w.random() - 0.5) * 0.06 : 0
  const n = w.index === back ? 52 : w.index === crossing ? 44 : 26
  const points = samples(n, 1, u => beside(w.frame, w.segment.at(u), lateral(w, r, u, jitter)))
  return { kind: 'stay', d: pathThrough(points), fade: null }
}

/** A loose end: the outermost leave first; the offset grows with x^2.1. */
function loose(w: Weft, q: number, gone: number, leavesLow: boolean): Thread {
  const side = outer(w.index)
  const rank = (leavesLow ? q : w.from - 1 - q) / Math.max(1, gone)
  const limit = w.index === crossing ? 0.44 : w.index === back ? 0.36 : 0.86
  const start = 0.03 + limit * 0.55 * rank + w.random() * 0.05
  const end = Math.min(limit, start + 0.22 + w.random() * 0.16)
  const reach = (26 + w.random() * 74) * (w.index === crossing ? 0.8 : 1)
  const v0 = lane(q, w.from, w.pitch)
  const inner = w.stay > 0 ? lane(leavesLow ? 0 : w.stay - 1, w.stay, w.pitch) : v0
  const n = 22
  const points = samples(n, end, u => {
    const x = Math.max(0, (u - start) / (end - start || 1))
    return beside(w.frame, w.segment.at(u), v0 + (inner - v0) * 0.35 * ease((u - 0.06) / 0.8) + side * reach * x ** 2.1)
  })
  const from = points[Math.floor(((n * start) / end) * 0.9)] ?? (points[0] as Point)
  return { kind: 'leave', d: pathThrough(points), fade: { from, to: points[n] as Point, start } }
}

/** The mirror image of a loose end: drifts in from outside and finds a lane (x^1.7). */
function joining(w: Weft, r: number, joiners: number): Thread {
  const side = outer(w.index + 1)
  const v1 = lane(side < 0 ? r : w.stay + r, w.to, w.pitch)
  const fromOutside = side < 0 ? r : joiners - 1 - r
  const end = 0.99 - 0.06 * (1 - fromOutside / Math.max(1, joiners - 1))
  const start = (w.index === back ? 0.59 : 0.62) + w.random() * 0.11
  const reach = (26 + w.random() * 92) * (w.index === back ? 1 : 0.7)
  const n = 24
  const points = Array.from({ length: n + 1 }, (_, m) => {
    const u = start + ((1 - start) * m) / n
    const x = Math.min(1, Math.max(0, (end - u) / (end - start)))
    return beside(w.frame, w.segment.at(u), v1 + side * reach * x ** 1.7)
  })
  return { kind: 'join', d: pathThrough(points), fade: { from: points[0] as Point, to: points[n] as Point, start: 0 } }
}
