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
  'yuzu-skin': {
    wall: plaster('#e4dcb8'),
    table: plaster('#efe9d8', 0.8),
    mood: {
      ...day,
      windowColor: '#fff8e4',
      sky: '#e6ecd8',
      skyPower: 0.7,
      bounce: '#d8c88a',
      sunColor: '#fff0c4',
      sunPower: 1.2,
      gobo: panes({ left: -1.8, width: 2.4, bars: 1, soft: 0.1, leaves: 0.9, high: 2.6, low: -1, seed: 23 }),
    },
  },
  'sakai-blade': {
    wall: plaster('#8d979c'),
    table: wood('#6a5a4c', '#33291f', { board: 2.1, gloss: 0.5 }),
    mood: {
      ...day,
      windowColor: '#eef3f6',
      sky: '#cbd8e2',
      skyPower: 0.66,
      bounce: '#7d756c',
      sunColor: '#fff4e0',
      sunPower: 1.05,
      gobo: panes({ left: -1.6, width: 2.1, bars: 5, soft: 0.05, high: 2.2, low: -0.9 }),
    },
  },
  'kaga-sweets': {
    wall: plaster('#dfb9b0'),
    table: wood('#c98f78', '#8f5a48', { board: 2.6, grain: 0.7, gloss: 0.6 }),
    mood: {
      ...day,
      windowColor: '#fff0e6',
      sky: '#eddfe2',
      skyPower: 0.66,
      bounce: '#d8a090',
      sunColor: '#ffe8cc',
      sunPower: 1.1,
      gobo: panes({ left: -1.9, width: 2.5, bars: 2, soft: 0.1, leaves: 0.45, high: 2.5, low: -1, seed: 31 }),
    },
  },
  'awaji-incense': {
    wall: plaster('#8a7a8c'),
    table: wood('#4f4048', '#241c22', { board: 2.2, gloss: 0.6 }),
    mood: {
      ...day,
      windowColor: '#f6ecec',
      sky: '#cdc6dc',
      skyPower: 0.6,
      bounce: '#94707a',
      sunColor: '#ffd9a8',
      sunPower: 1.3,
      gobo: panes({ left: -1.6, width: 2.2, bars: 3, soft: 0.07, high: 2.1, low: -0.8 }),
    },
  },
  'mino-washi': {
    wall: plaster('#5d6580'),
    table: wood('#9a7450', '#5a3f28', { board: 2, gloss: 0.4 }),
    mood: {
      ...day,
      windowColor: '#f3ece4',
      windowPower: 1.0,
      sky: '#c6cfe8',
      skyPower: 0.62,
      bounce: '#b98a5c',
      sunColor: '#ffdcae',
      sunPower: 1.2,
      gobo: panes({ left: -1.8, width: 2.5, bars: 4, soft: 0.08, high: 2.4, low: -1 }),
    },
  },
  'takaoka-tin': {
    wall: plaster('#a4b8ba'),
    table: plaster('#39484d', 1.2),
    mood: {
      ...day,
      windowColor: '#f2f6f6',
      sky: '#d2e2e6',
      skyPower: 0.7,
      bounce: '#84969a',
      sunColor: '#fff2dc',
      sunPower: 1.15,
      gobo: panes({ left: -1.7, width: 2.3, bars: 2, soft: 0.08, leaves: 0.4, high: 2.3, low: -0.9, seed: 41 }),
    },
  },
  'toyooka-bag': {
    wall: plaster('#c3b08e'),
    table: wood('#b08a5e', '#6f5030', { board: 1.7, gloss: 0.35 }),
    mood: {
      ...day,
      windowColor: '#fff4e2',
      sky: '#dde2dc',
      skyPower: 0.64,
      bounce: '#b89464',
      sunColor: '#ffe6b8',
      sunPower: 1.25,
      gobo: panes({ left: -2, width: 2.7, bars: 3, soft: 0.08, leaves: 0.55, high: 2.7, low: -1.1, seed: 53 }),
    },
  },
  'hida-toys': {
    wall: plaster('#9fbcb4'),
    table: wood('#e3c493', '#b8925c', { board: 2.3, grain: 0.7, gloss: 0.35 }),
    mood: {
      ...day,
      windowColor: '#fff6e4',
      sky: '#dcebe8',
      skyPower: 0.7,
      bounce: '#cdb484',
      sunColor: '#fff0c4',
      sunPower: 1.25,
      gobo: panes({ left: -1.9, width: 2.6, bars: 2, soft: 0.1, leaves: 0.7, high: 2.6, low: -1.1, seed: 61 }),
    },
  },
}
