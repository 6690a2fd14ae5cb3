import { hang, type Pattern, rod, scarf } from '../forms/cloth.ts'
import { wallOnly } from '../ground.ts'
import { place } from '../render/mesh.ts'
import { type Actor, diorama } from './diorama.ts'
import { flutter } from './effects.ts'
import type { Film, Shot } from './film-types.ts'
import { colours, open } from './sets.ts'
import { windowLight } from './sunlight.ts'

const wave =
  (amp: number, speed: number, phase: number): Actor['pose'] =>
  (ctx, sheet, which, { sec }) =>
    flutter(ctx, sheet[which], sheet, sec + phase, { amp, speed })

const line: Shot = {
  seconds: 4.2,
  open: () => {
    const g = open('aizome-cloth', { sunSoft: 0.1 })
    const one = (variant: number, x: number, h: number, seed: number) => {
      const c = colours('ai-tenugui', variant)
      return place(
        [hang({ color: c[0]!, white: c[1]!, pattern: c[2] as Pattern, width: 0.86, height: h, folds: 2.2, deep: 0.085, seed })],
        { at: [x, 1.5, 0.5] },
      )
    }
    return diorama({
      ground: [...wallOnly(g.wall), ...place([{ ...rod(5, '#9a7a52', 0.026) }], { at: [0, 1.52, 0.5] })],
      mood: g.mood,
      camera: { eye: [0.2, 0.1, 8.2], look: [0.05, -0.12, 0], fov: 32 },
      actors: [
        { meshes: one(0, -0.78, 2.1, 1), pose: wave(30, 1, 0), depth: 0.98 },
        { meshes: one(2, 0.14, 1.95, 3), pose: wave(26, 1.08, 1.4), depth: 1 },
        { meshes: one(1, 1.06, 2.1, 5), pose: wave(32, 0.94, 2.6), depth: 1.02 },
      ],
      move: { from: [-26, 0, 1.08], to: [26, -8, 1.12] },
      sunlight: windowLight({ from: -0.5, to: -0.15, width: 1.5, lean: -0.5, bars: 3, leaves: 0.75, seed: 31, veil: 0.15 }),
    })
  },
}

const edge: Shot = {
  seconds: 3.6,
  open: () => {
    const g = open('aizome-cloth', { sunSoft: 0.1 })
    const c = colours('ai-scarf')
    return diorama({
      ground: [...wallOnly(g.wall), ...place([{ ...rod(5, '#a98a62', 0.045) }], { at: [0, 0.99, 0.4] })],
      mood: g.mood,
      camera: { eye: [0.7, 0.2, 4.9], look: [0.06, -0.22, 0.3], fov: 32 },
      actors: [{ meshes: place(scarf(c[0]!, c[1]!, c[2] as Pattern), { at: [0, 1.0, 0.4] }), pose: wave(34, 1, 0.6) }],
      move: { from: [12, 14, 1.06], to: [-8, -22, 1.12] },
      sunlight: windowLight({ from: 0.05, to: -0.2, width: 1.2, lean: -0.45, leaves: 0.8, seed: 33, veil: 0.15 }),
    })
  },
}

export const riverWind: Film = {
  key: 'aizome-river',
  shots: [line, edge],
  score: {
    seed: 61,
    chord: [53, 57, 60, 64, 67],
    turn: [50, 57, 60, 65, 69],
    air: 'garden',
    melody: [
      { at: 0.7, note: 84 },
      { at: 1.9, note: 79 },
      { at: 3.3, note: 81 },
      { at: 4.9, note: 76 },
      { at: 6.2, note: 84 },
    ],
    cues: [
      { at: 0.8, kind: 'cloth', length: 2.2, gain: 2 },
      { at: 4.4, kind: 'cloth', length: 2.4, gain: 2 },
    ],
  },
}
