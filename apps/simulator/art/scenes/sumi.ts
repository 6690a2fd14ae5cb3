import { twig } from '../forms/ceramics.ts'
import { incense, ribbonBox } from '../forms/incense.ts'
import { page } from '../forms/paper.ts'
import { brush, inkBottle, pebble } from '../forms/writing.ts'
import { room, tableOnly } from '../ground.ts'
import { mix, step } from '../random.ts'
import { place } from '../render/mesh.ts'
import type { Vec3 } from '../render/vec.ts'
import { diorama } from './diorama.ts'
import { fade, steam, title } from './effects.ts'
import type { Film, Shot } from './film-types.ts'
import { followTip, inkPage } from './ink.ts'
import { colours, open } from './sets.ts'
import { windowLight } from './sunlight.ts'

const circle =
  (r: number, cx: number, cz: number) =>
  (t: number): Vec3 => {
    const a = mix(-2.2, 3.75, t)
    const k = r * (1 + 0.05 * Math.sin(a * 1.4))
    return [cx + Math.cos(a) * k, 0.02, cz + Math.sin(a) * k * 0.98]
  }

const stroke: Shot = {
  seconds: 5.2,
  open: () => {
    const g = open('sumi-paper', { sun: [-0.6, 0.75, -0.15], window: [-0.75, 0.7, -0.1] })
    const c = colours('sumi-brush')
    const ink = inkPage([
      {
        path: circle(0.56, 0.0, -0.35),
        width: t => 0.025 + 0.1 * step(0, 0.1, t) * (1 - 0.35 * t) - 0.05 * step(0.9, 1, t),
        from: 1.0,
        to: 3.7,
      },
    ])
    const off: Vec3 = [1.0, 0.02, 0.9]
    const start = circle(0.56, 0, -0.35)(0)
    const end = circle(0.56, 0, -0.35)(1)
    const way = (a: Vec3, b: Vec3, t: number): Vec3 => [mix(a[0], b[0], t), 0.02, mix(a[2], b[2], t)]
    const tip = (sec: number): Vec3 =>
      sec < 1 ? way([0.5, 0, 0.6], start, step(0, 0.95, sec)) : sec > 3.7 ? way(end, off, step(3.8, 5.2, sec)) : ink.tip(sec)
    const lift = (sec: number) => 1 - step(0.5, 1, sec) + step(3.65, 4.2, sec)
    const inked = colours('sumi-ink')
    return diorama({
      ground: [...tableOnly(g.table), ...place([{ ...page(2.0, 2.9), casts: true }], { at: [0, 0, -0.1], turn: -0.05 })],
      mood: g.mood,
      camera: { eye: [0.05, 6.4, 2.6], look: [0.05, 0, 0.12], fov: 31 },
      actors: [
        {
          meshes: [
            ...place(inkBottle(inked[0]!, inked[1]!), { at: [1.02, 0, -1.5], turn: 0.3, size: 0.8 }),
            ...place(pebble('#8d8982', 3), { at: [-0.98, 0, 1.12] }),
            ...place(pebble('#5e5c5c', 5, 0.1), { at: [-0.78, 0, 1.3] }),
          ],
          depth: 1.05,
        },
        {
          meshes: place(brush(c[0]!, { wet: true }), { at: [0, 0.02, 0], pitch: -0.95, turn: 0.5 }).map(m => ({
            ...m,
            casts: false,
          })),
          depth: 0.9,
          pose: followTip(tip, lift),
        },
      ],
      groundAfter: ink.after,
      move: { from: [0, -6, 1.03], to: [0, 8, 1.1] },
      sunlight: windowLight({ from: -0.2, to: 0.05, width: 1.2, lean: -0.6, bars: 3, leaves: 0.5, seed: 21, veil: 0.2 }),
    })
  },
}

const bottle: Shot = {
  seconds: 3,
  open: () => {
    const g = open('sumi-paper')
    const c = colours('sumi-ink')
    return diorama({
      ground: room(g.wall, g.table),
      mood: g.mood,
      camera: { eye: [0.2, 1.6, 4.4], look: [0.05, 0.22, 0], fov: 32 },
      actors: [
        { meshes: place(twig(22, { tall: 1.5 }), { at: [-0.85, 0.55, -1.2], roll: -0.15 }), depth: 0.85, blur: 4 },
        {
          meshes: [
            ...place(inkBottle(c[0]!, c[1]!), { turn: -0.35 }),
            ...place(pebble('#8d8982', 2), { at: [0.72, 0, 0.42] }),
            ...place(pebble('#5e5c5c', 5, 0.11), { at: [0.9, 0, 0.66] }),
          ],
        },
      ],
      move: { from: [14, 0, 1.05], to: [-12, -6, 1.13] },
      blurBack: 2,
      sunlight: windowLight({ from: -0.2, to: 0.16, width: 0.9, horizon: 0.36, bars: 4, rows: 4, leaves: 0.4, seed: 23 }),
      over: (ctx, { t }) => title(ctx, 'One stroke', 'pine soot, nothing else', fade(t * 3, 0.3, 3)),
    })
  },
}

export const oneStroke: Film = {
  key: 'sumi-one-stroke',
  shots: [stroke, bottle],
  score: {
    seed: 53,
    chord: [45, 52, 57, 59, 64],
    turn: [43, 50, 57, 59, 66],
    melody: [
      { at: 0.3, note: 76 },
      { at: 4, note: 71 },
      { at: 5.5, note: 78 },
      { at: 6.8, note: 74 },
    ],
    cues: [
      { at: 1, kind: 'brush', length: 2.8, gain: 2.2 },
      { at: 5.25, kind: 'wood', gain: 0.45 },
    ],
  },
}

const incenseWide: Shot = {
  seconds: 4,
  open: () => {
    const g = open('sumi-paper', { sunPower: 1.35, sunColor: '#ffd6a4' })
    const c = colours('sumi-incense')
    return diorama({
      ground: room(g.wall, g.table),
      mood: g.mood,
      camera: { eye: [0.1, 1.9, 5.4], look: [0.1, 0.3, 0], fov: 32 },
      actors: [
        { meshes: place(incense(), { at: [0.62, 0, -0.72], size: 1.0 }), depth: 0.93 },
        { meshes: place(ribbonBox(c[0]!, c[1]!, 'hemp'), { at: [-0.06, 0, 0.1], turn: -0.35, size: 0.92 }), depth: 1.05 },
      ],
      move: { from: [-14, 4, 1.05], to: [12, -6, 1.12] },
      sunlight: windowLight({ from: -0.3, to: 0.08, width: 0.9, horizon: 0.46, bars: 3, rows: 4, seed: 25, power: [0.8, 1] }),
      over: (ctx, { sec }, at) => {
        const p = at([0.672, 0.98, -0.72])
        steam(ctx, p.x, p.y, sec + 6, { wide: 170, high: 640, strength: 0.34, strands: 2, thin: 0.3 })
      },
    })
  },
}

const ribbon: Shot = {
  seconds: 3,
  open: () => {
    const g = open('sumi-paper', { sunColor: '#ffdcb0' })
    const c = colours('sumi-incense')
    return diorama({
      ground: room(g.wall, g.table),
      mood: g.mood,
      camera: { eye: [0.85, 1.55, 2.9], look: [0.04, 0.12, 0], fov: 31 },
      actors: [{ meshes: place(ribbonBox(c[0]!, c[1]!, 'hemp'), { at: [0, 0, 0], turn: -0.25, size: 0.92 }) }],
      move: { from: [12, -6, 1.05], to: [-14, 4, 1.14] },
      blurBack: 3,
      sunlight: windowLight({ from: -0.1, to: 0.3, width: 0.8, horizon: 0.25, bars: 3, rows: 4, leaves: 0.5, seed: 26 }),
      over: (ctx, { sec, t }, at) => {
        const p = at([0.75, 0.1, -0.9])
        steam(ctx, p.x, p.y, sec + 3, { wide: 190, high: 640, strength: 0.16, strands: 2, thin: 0.45 })
        title(ctx, 'Kept for guests', 'hinoki, a little clove', fade(t * 3, 0.3, 3))
      },
    })
  },
}

export const keptForGuests: Film = {
  key: 'sumi-incense',
  shots: [incenseWide, ribbon],
  score: {
    seed: 59,
    chord: [47, 54, 59, 62, 66],
    turn: [43, 55, 59, 62, 69],
    melody: [
      { at: 0.2, note: 90 },
      { at: 2.2, note: 83 },
      { at: 4.2, note: 86 },
    ],
    cues: [{ at: 0.15, kind: 'bell', note: 78, gain: 1.2 }],
  },
}
