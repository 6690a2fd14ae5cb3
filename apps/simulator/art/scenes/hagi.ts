import { chopsticks, riceBowl, sakeCup, sakeSet, tallVase, teaCup, tray, twig, wagashi } from '../forms/ceramics.ts'
import { room } from '../ground.ts'
import { step } from '../random.ts'
import { place } from '../render/mesh.ts'
import { diorama } from './diorama.ts'
import { fade, motes, steam, title } from './effects.ts'
import { type Film, H, type Shot, W } from './film-types.ts'
import { evening, glazeOf, open } from './sets.ts'
import { windowLight } from './sunlight.ts'

const wide: Shot = {
  seconds: 4.4,
  open: () => {
    const g = open('hagi-kiln')
    return diorama({
      ground: room(g.wall, g.table),
      mood: g.mood,
      camera: { eye: [0.1, 1.75, 8.4], look: [0.1, 0.95, 0], fov: 34 },
      actors: [
        { meshes: place(tallVase(glazeOf('hagi-vase')), { at: [-0.42, 0, -0.5] }), depth: 0.95 },
        { meshes: place(teaCup(glazeOf('hagi-cup'), '#6d5a22'), { at: [0.62, 0, 0.55], size: 0.95 }), depth: 1.12 },
      ],
      move: { from: [-14, 8, 1.06], to: [14, -4, 1.12] },
      sunlight: windowLight({ from: -0.35, to: 0.12, width: 0.95, horizon: 0.545, leaves: 0.6, bars: 2, seed: 3 }),
      over: (ctx, { sec, t }, at) => {
        const p = at([0.62, 0.72, 0.55])
        steam(ctx, p.x, p.y, sec + 4, { wide: 90, high: 300, strength: 0.075 })
        motes(ctx, { w: W, h: H * 0.6 }, sec, 4)
        title(ctx, 'Morning glaze', 'Hagi, third firing', fade(t * 4.4, 0.5, 4.2), { x: 352, y: 424 })
      },
    })
  },
}

const near: Shot = {
  seconds: 4,
  open: () => {
    const g = open('hagi-kiln')
    const cup = (variant: number) => place(teaCup(glazeOf('hagi-cup', variant), '#6d5a22'), { at: [0, 0, 0], turn: 0.5 })
    return diorama({
      ground: room(g.wall, g.table),
      mood: g.mood,
      camera: { eye: [0.25, 1.6, 3.6], look: [0.02, 0.3, 0], fov: 34 },
      actors: [
        { meshes: cup(1), alt: { meshes: cup(0), share: ({ t }) => step(0.1, 0.75, t) } },
        { meshes: place(twig(9), { at: [0.86, 1.62, 1.2], roll: 2.35, size: 0.5 }), depth: 1.7, blur: 8 },
      ],
      move: { from: [16, 0, 1.05], to: [-12, 6, 1.14] },
      blurBack: 3,
      sunlight: windowLight({ from: 0.0, to: 0.25, width: 1.1, horizon: 0.42, leaves: 0.7, seed: 8 }),
      over: (ctx, { sec }, at) => {
        const p = at([0, 0.72, 0])
        steam(ctx, p.x, p.y, sec + 9, { wide: 150, high: 430, strength: 0.07 })
      },
    })
  },
}

export const morningGlaze: Film = {
  key: 'hagi-morning-glaze',
  shots: [wide, near],
  score: {
    seed: 11,
    chord: [50, 57, 62, 66, 69],
    turn: [55, 59, 62, 66, 74],
    air: 'garden',
    melody: [
      { at: 0.6, note: 81 },
      { at: 1.9, note: 78 },
      { at: 3.2, note: 74 },
      { at: 4.6, note: 79 },
      { at: 6.1, note: 81 },
    ],
    cues: [{ at: 4.45, kind: 'wood', gain: 0.5 }],
  },
}

const sakeWide: Shot = {
  seconds: 3.8,
  open: () => {
    const g = open('hagi-kiln', evening)
    return diorama({
      ground: room(g.wall, g.table),
      mood: g.mood,
      camera: { eye: [0.2, 2.1, 6.6], look: [0.02, 0.3, 0], fov: 32 },
      actors: [
        { meshes: [...tray(2.1, 1.9), ...place(sakeSet(glazeOf('hagi-sake')), { at: [0, 0.06, 0] })] },
        {
          meshes: place(twig(4, { tall: 1.6, green: '#6b4a2e', tip: '#b06a3c' }), {
            at: [1.28, 1.25, 1.7],
            roll: 0.1,
            size: 0.7,
          }),
          depth: 1.7,
          blur: 9,
        },
      ],
      move: { from: [-16, 0, 1.05], to: [12, -6, 1.12] },
      sunlight: windowLight({
        from: -0.15,
        to: 0.25,
        width: 0.9,
        lean: -0.1,
        horizon: 0.42,
        leaves: 0.75,
        bars: 3,
        seed: 12,
        veil: 0.1,
        power: [1, 0.8],
      }),
      over: (ctx, { sec }, at) => {
        const p = at([-0.36, 1.45, -0.15])
        steam(ctx, p.x, p.y, sec + 2, { wide: 60, high: 240, strength: 0.06, strands: 2 })
      },
    })
  },
}

const sakeNear: Shot = {
  seconds: 3.4,
  open: () => {
    const g = open('hagi-kiln', evening)
    const cup = place(sakeCup(glazeOf('hagi-sake')), { size: 1.5 })
    return diorama({
      ground: room(g.wall, g.table),
      mood: g.mood,
      camera: { eye: [0.3, 1.35, 2.9], look: [0.06, 0.1, 0], fov: 30 },
      actors: [
        { meshes: place(sakeCup(glazeOf('hagi-sake', 1)), { at: [0.5, 0, -0.95], size: 1.4 }), depth: 0.9, blur: 4 },
        { meshes: place(cup, { at: [-0.08, 0, 0] }) },
      ],
      move: { from: [0, 10, 1.04], to: [-10, -8, 1.14] },
      blurBack: 4,
      sunlight: windowLight({
        from: 0.05,
        to: 0.3,
        width: 0.9,
        lean: -0.1,
        horizon: 0.3,
        leaves: 0.7,
        seed: 13,
        power: [1, 0.85],
      }),
      over: (ctx, { sec, t }, at) => {
        const p = at([-0.08, 0.415, 0])
        for (let k = 0; k < 3; k++) {
          const age = (sec * 0.45 + k / 3) % 1
          ctx.globalAlpha = 0.22 * (1 - age) * step(0, 0.15, age) * (1 - t * 0.6)
          ctx.strokeStyle = '#fff1d8'
          ctx.lineWidth = 1.6
          ctx.beginPath()
          ctx.ellipse(p.x, p.y, p.k * 0.34 * age, p.k * 0.14 * age, 0, 0, 6.3)
          ctx.stroke()
        }
        ctx.globalAlpha = 1
      },
    })
  },
}

export const sakeEvening: Film = {
  key: 'hagi-sake-evening',
  shots: [sakeWide, sakeNear],
  score: {
    seed: 23,
    chord: [45, 52, 57, 60, 67],
    turn: [41, 53, 57, 60, 64],
    melody: [
      { at: 0.9, note: 76 },
      { at: 2.6, note: 72 },
      { at: 4.4, note: 79 },
      { at: 5.4, note: 76 },
    ],
    cues: [
      { at: 3.75, kind: 'drop' },
      { at: 3.95, kind: 'drop', gain: 0.6 },
    ],
  },
}

/** A first breakfast with the bowl and the plate: used by a buyer's review. */
export const breakfast = () => [...riceBowl(glazeOf('hagi-bowl')), ...place(chopsticks(), { at: [0.1, 0, 0.95], turn: 0.1 })]
export const sweet = () => wagashi('#e3a9a2', '#e0b24a')
