import type { LoopGeometry } from './geometry.ts'

/** Sizes of type in units of the frame, and how much is said: on narrow landscape the second lines stay out. */
export interface Type {
  readonly mode: 'full' | 'compact' | 'upright'
  readonly scale: number
  /** There is room for words beside the shares in the lobes. */
  readonly roomy: boolean
  readonly name: number
  readonly number: number
  readonly sub: number
  readonly lobe: number
  readonly gain: number
}

/** Type keeps its size in pixels (experience.md 8.2) while the curve scales with the container. `scale` is pixels per unit. */
export function typeFor(width: number, scale: number): Type {
  const mode = width < 760 ? 'upright' : width < 1100 ? 'compact' : 'full'
  const grow = mode === 'full' ? Math.min(1.15, Math.max(0.82, width / 1440)) : 1
  const [name, number, sub, lobe, gain] = {
    full: [17, 31, 14, 24, 70],
    compact: [14, 21, 12, 18, 42],
    upright: [15, 15, 14, 18, 40],
  }[mode] as [number, number, number, number, number]
  const unit = grow / scale
  return {
    mode,
    scale,
    roomy: mode === 'full' && width >= 1240,
    name: name * unit,
    number: number * unit,
    sub: sub * unit,
    lobe: lobe * unit,
    gain: gain * unit,
  }
}

export interface Place {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

/** Baseline of the first line of each station's label. Top stations grow upwards, bottom ones downwards, tips around the middle. */
export function stationPlaces(g: LoopGeometry, type: Type): readonly Place[] {
  const lines = type.mode === 'full' ? type.number * 1.06 + type.sub * 1.62 : type.number * 1.1
  return g.gates.map(({ outer: [x, y] }, p): Place => {
    const left = p < 3
    const row = p % 3
    const anchor = left ? 'end' : 'start'
    if (row === 0) return { x: x + (left ? 10 : -10), y: y - lines - 24, anchor }
    if (row === 2) return { x: x + (left ? 10 : -10), y: y + 20 + type.name, anchor }
    return { x: x + (left ? -26 : 26), y: y - lines / 2 + type.name * 0.42, anchor }
  })
}

export interface Row extends Place {
  readonly end: number
}

/** Upright: the labels are two small tables inside the lobes. */
export function uprightPlaces(g: LoopGeometry, type: Type) {
  const { cx, cy, a } = g.frame
  const gap = type.name * 2.06
  const half = Math.min(158, type.name * 5.3)
  // A lobe narrows towards the crossing, so each table stands a little away from it.
  const top = (p: number): number => cy + (p < 3 ? -1 : 1) * (a * 0.585 + gap * (p < 3 ? 0.5 : 0.3))
  const rows = g.gates.map((_, p): Row => ({ x: cx - half, end: cx + half, y: top(p) + ((p % 3) - 0.28) * gap, anchor: 'start' }))
  const lobes = [0, 3].map((p): Place => ({ x: cx, y: top(p) - gap * 1.28, anchor: 'middle' }))
  return { rows, lobes, gap, half }
}

/** About how wide a text is, in parts of its size: Han and kana fill a square, Latin letters half of one. */
const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (c > '\u2e7f' ? 1 : 0.56), 0)
/** The size at which a name and its number fit on one line of `room`; never larger than `size`. */
export const fitted = (name: string, number: string, size: number, room: number): number =>
  Math.min(size, room / (widthOf(name) + widthOf(number) + 0.6))
