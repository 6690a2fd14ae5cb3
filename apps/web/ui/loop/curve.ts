/** The curve of the loop and its arc-length samplers. Pure; units are those of the frame. */
export type Point = readonly [x: number, y: number]

/** The box that the figure is drawn in, the curve's centre, half-length `a`, height control `b` and roundness `k`. */
export interface Frame {
  readonly upright: boolean
  readonly width: number
  readonly height: number
  readonly cx: number
  readonly cy: number
  readonly a: number
  readonly b: number
  readonly k: number
}
export const landscape: Frame = { upright: false, width: 1600, height: 828, cx: 800, cy: 412, a: 530, b: 636, k: 1 }
export const upright: Frame = { upright: true, width: 780, height: 1280, cx: 390, cy: 640, a: 588, b: 690, k: 1 }

/**
 * A lemniscate: P(t) = (a·cos t, b·sin t·cos t)/(1 + k·sin² t). k = 1 and b = a is Bernoulli's (MathWorld, "Lemniscate"), k = 0 is
 * Gerono's. Upright swaps the axes.
 */
export function point(f: Frame, t: number): Point {
  const s = Math.sin(t)
  const c = Math.cos(t)
  const d = 1 + f.k * s * s
  const x = (f.a * c) / d
  const y = (f.b * s * c) / d
  return f.upright ? [f.cx + y, f.cy + x] : [f.cx + x, f.cy + y]
}

export function tangent(f: Frame, t: number): Point {
  const h = 1e-4
  const [x0, y0] = point(f, t - h)
  const [x1, y1] = point(f, t + h)
  const length = Math.hypot(x1 - x0, y1 - y0)
  return [(x1 - x0) / length, (y1 - y0) / length]
}

/** The point beside the curve: `d` to the left of travel, in landscape's sense also when upright. */
export function beside(f: Frame, t: number, d: number): Point {
  const [x, y] = point(f, t)
  const [tx, ty] = tangent(f, t)
  const e = f.upright ? -d : d
  return [x + ty * e, y - tx * e]
}

/** Stations sit on octants of t: 0 and 4 are the crossing, 1-3 the seeding lobe, 5-7 the harvest lobe. */
export const octant = (n: number): number => Math.PI / 2 + (n * Math.PI) / 4
export const stations = [1, 2, 3, 5, 6, 7] as const
const ends = [2, 3, 5, 6, 7, 9] as const
export const stationT = (p: number): number => octant(stations[p] ?? 1)

/** The way from one station to the next; `at(u)` is the curve's t at the share `u` of its arc length. */
export interface Segment {
  readonly length: number
  at(u: number): number
}

const steps = 240
export const segments = (f: Frame): readonly Segment[] => stations.map((n, i) => segment(f, octant(n), octant(ends[i] ?? n + 1)))

function segment(f: Frame, from: number, to: number): Segment {
  const ts = Array.from({ length: steps + 1 }, (_, j) => from + ((to - from) * j) / steps)
  const sums = [0]
  for (let j = 1; j <= steps; j++) {
    const [x0, y0] = point(f, ts[j - 1] ?? from)
    const [x1, y1] = point(f, ts[j] ?? to)
    sums.push((sums[j - 1] ?? 0) + Math.hypot(x1 - x0, y1 - y0))
  }
  const length = sums[steps] ?? 0
  const at = (u: number): number => {
    const s = Math.min(1, Math.max(0, u)) * length
    let low = 0
    let high = steps
    while (high - low > 1) {
      const mid = (low + high) >> 1
      if ((sums[mid] ?? 0) < s) low = mid
      else high = mid
    }
    const l0 = sums[low] ?? 0
    const share = (s - l0) / ((sums[high] ?? 0) - l0 || 1)
    const t0 = ts[low] ?? from
    return t0 + ((ts[high] ?? to) - t0) * share
  }
  return { length, at }
}

/** 0 to 1 without a jolt at either end (Perlin's smootherstep, 2002). */
export function ease(x: number): number {
  const u = Math.min(1, Math.max(0, x))
  return u * u * u * (u * (6 * u - 15) + 10)
}

const one = (x: number): string => String(Math.round(x * 10) / 10)

/** A smooth SVG path through the points: Catmull-Rom as cubic Béziers (tension 1/6). */
export function pathThrough(points: readonly Point[]): string {
  const [first] = points
  if (!first) return ''
  let d = `M${one(first[0])},${one(first[1])}`
  for (let i = 0; i < points.length - 1; i++) {
    const b = points[i] as Point
    const c = points[i + 1] as Point
    const a = points[i - 1] ?? b
    const e = points[i + 2] ?? c
    d += `C${one(b[0] + (c[0] - a[0]) / 6)},${one(b[1] + (c[1] - a[1]) / 6)} `
    d += `${one(c[0] - (e[0] - b[0]) / 6)},${one(c[1] - (e[1] - b[1]) / 6)} ${one(c[0])},${one(c[1])}`
  }
  return d
}

/** A stretch of the curve as a path. */
export const stretch = (f: Frame, from: number, to: number, n = 48): string =>
  pathThrough(Array.from({ length: n + 1 }, (_, i) => point(f, from + ((to - from) * i) / n)))

/** Mulberry32: the same figure for the same data on every screen. */
export function seeded(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
