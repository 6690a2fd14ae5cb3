import type { Mood } from './light.ts'
import { plaster, wood } from './materials.ts'
import { clamp01, hash, noise2, step } from './random.ts'
import { type Material, type Mesh, sheet, still } from './render/mesh.ts'

export interface Ground {
  wall: Material
  table: Material
  mood: Mood
}

/** A wall behind and a table before it, meeting in a soft line. */
export function room(wall: Material, table: Material, o: { wallAt?: number; edge?: number } = {}): Mesh[] {
  const z = o.wallAt ?? -2.1
  return still([
    sheet((u, v) => [u * 24 - 12, v * 10 - 0.2, z], 24, 12, wall),
    sheet((u, v) => [u * 24 - 12, 0, z + v * (o.edge ?? 9)], 24, 24, table),
  ])
}

export const wallOnly = (wall: Material, at = 0): Mesh[] => still([sheet((u, v) => [u * 24 - 12, v * 16 - 8, at], 24, 16, wall)])
export const tableOnly = (table: Material): Mesh[] => still([sheet((u, v) => [u * 24 - 12, 0, v * 24 - 12], 24, 24, table)])

/** Sun through a paned window; leaves outside break it. */
function panes(o: {
  left: number
  width: number
  bars?: number
  soft?: number
  leaves?: number
  low?: number
  high?: number
  seed?: number
}) {
  const bars = o.bars ?? 2
  const soft = o.soft ?? 0.05
  return (a: number, b: number): number => {
    const f = (a - o.left) / o.width
    const lo = o.low ?? -9
    const hi = o.high ?? 9
    let k = step(-soft, soft, f) * step(1 + soft, 1 - soft, f) * step(lo - soft, lo + soft, b) * step(hi + soft, hi - soft, b)
    if (k <= 0) return 0
    const pane = Math.abs(((f * bars) % 1) - 0.5)
    k *= step(0.5 - 0.02 - soft * 0.5, 0.5 - 0.05 - soft, pane) * 0.85 + 0.15
    if (o.leaves) k *= 1 - o.leaves * shade(a, b, o.seed ?? 1)
    return k
  }
}

/** Blurred foliage: overlapping soft leaves on a jittered lattice. */
function shade(a: number, b: number, seed: number): number {
  let dark = 0
  const x = a * 2.3
  const y = b * 2.3
  const xi = Math.floor(x)
  const yi = Math.floor(y)
  for (let j = -1; j <= 1; j++)
    for (let i = -1; i <= 1; i++) {
      const h = hash(xi + i, yi + j, seed)
      if (h < 0.35) continue
      const turn = hash(xi + i, yi + j, seed + 1) * 3.1
      const dx = x - xi - i - hash(xi + i, yi + j, seed + 2)
      const dy = y - yi - j - hash(xi + i, yi + j, seed + 3)
      const p = dx * Math.cos(turn) + dy * Math.sin(turn)
      const q = dy * Math.cos(turn) - dx * Math.sin(turn)
      dark = Math.max(dark, step(1.1, 0.55, Math.hypot(p / 0.75, q / 0.3)))
    }
  return clamp01(dark * (0.55 + 0.6 * noise2(a * 0.9, b * 0.9, seed + 9)))
}

const day: Mood = {
  window: [-0.86, 0.5, 0.45],
  windowColor: '#fff1dc',
  windowPower: 1.15,
  sky: '#dfe6ee',
  skyPower: 0.62,
  bounce: '#c9a57c',
  bouncePower: 0.26,
  sun: [-0.72, 0.55, 0.6],
  sunColor: '#ffdfae',
  sunPower: 1.35,
  sunSoft: 0.16,
}

/** Each shop keeps its own wall, table and hour of the day. */
export const grounds: Record<string, Ground> = {
  'hagi-kiln': {
    wall: plaster('#cdb698'),
    table: wood('#8a5f3c', '#3f2716', { board: 1.9 }),
    mood: { ...day, gobo: panes({ left: -1.7, width: 2.3, bars: 2, soft: 0.07, leaves: 0.6, high: 2.9, low: -0.9 }) },
  },
  'uji-leaf': {
    wall: plaster('#a9b195'),
    table: wood('#d9b98a', '#a47b4c', { board: 2.4, grain: 0.8, gloss: 0.35 }),
    mood: {
      ...day,
      windowColor: '#fbf6e2',
      sky: '#d8e8dc',
      bounce: '#b9b17c',
      sunColor: '#fff0c0',
      gobo: panes({ left: -1.9, width: 2.5, bars: 3, soft: 0.08, leaves: 0.85, high: 2.4, low: -1, seed: 5 }),
    },
  },
  'sumi-paper': {
    wall: plaster('#b9b2a8'),
    table: plaster('#55524f', 1.5),
    mood: {
      ...day,
      windowColor: '#f6f3ee',
      sky: '#d5dbe4',
      skyPower: 0.6,
      bounce: '#8d8580',
      sunColor: '#fff0dc',
      sunPower: 1.1,
      gobo: panes({ left: -1.5, width: 2, bars: 4, soft: 0.06, high: 2, low: -0.8 }),
    },
  },
  'aizome-cloth': {
    wall: plaster('#d3d2c8'),
    table: wood('#c2a98b', '#8d7358', { board: 2.2, grain: 0.7, gloss: 0.3 }),
    mood: {
      ...day,
      windowColor: '#f3f5f4',
      sky: '#cfdff0',
      skyPower: 0.62,
      bounce: '#b4ab9c',
      sunColor: '#fff1d2',
      sunPower: 1.15,
      gobo: panes({ left: -2, width: 2.6, bars: 2, soft: 0.09, leaves: 0.5, high: 2.6, low: -1.4, seed: 11 }),
    },
  },
}
