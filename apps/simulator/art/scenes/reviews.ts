import { liquid, smallPlate, teaCup } from '../forms/ceramics.ts'
import { type Pattern, peg, tote } from '../forms/cloth.ts'
import { notebook, page } from '../forms/paper.ts'
import { brush } from '../forms/writing.ts'
import { room, tableOnly, wallOnly } from '../ground.ts'
import { plaster } from '../materials.ts'
import { hash, mix, step } from '../random.ts'
import { place, slab } from '../render/mesh.ts'
import type { Vec3 } from '../render/vec.ts'
import { type Actor, diorama, lay } from './diorama.ts'
import { fade, motes, steam, title } from './effects.ts'
import { type Film, H, type Shot, W } from './film-types.ts'
import { breakfast, sweet } from './hagi.ts'
import { followTip, inkPage, type Stroke } from './ink.ts'
import { colours, glazeOf, kitchen, open } from './sets.ts'
import { windowLight } from './sunlight.ts'

const teaTime: Shot = {
  seconds: 3.8,
  open: () =>
    diorama({
      ground: room(kitchen.wall, kitchen.table),
      mood: kitchen.mood,
      camera: { eye: [0.1, 2.3, 6.0], look: [0.05, 0.05, 0.1], fov: 32 },
      actors: [
        {
          meshes: [
            ...place(smallPlate(glazeOf('hagi-plate')), { at: [0.5, 0, 0.5], size: 0.72 }),
            ...place(sweet(), { at: [0.54, 0.05, 0.5], turn: 0.5, size: 0.95 }),
          ],
          depth: 1.08,
        },
        { meshes: place(teaCup(glazeOf('hagi-cup'), '#6d5a22'), { at: [-0.38, 0, 0.05], size: 0.95 }), depth: 1 },
      ],
      move: { from: [-12, 0, 1.05], to: [12, -6, 1.11] },
      sunlight: windowLight({ from: 0.05, to: 0.22, width: 0.95, horizon: 0.37, leaves: 0.5, seed: 41, veil: 0.2 }),
      over: (ctx, { sec }, at) => {
        const p = at([-0.38, 0.72, 0.05])
        steam(ctx, p.x, p.y, sec + 2, { wide: 95, high: 300, strength: 0.08 })
        motes(ctx, { w: W, h: H * 0.5 }, sec, 12, 16)
      },
    }),
}

const cracksNear: Shot = {
  seconds: 3.2,
  open: () =>
    diorama({
      ground: room(kitchen.wall, kitchen.table),
      mood: kitchen.mood,
      camera: { eye: [-0.5, 1.35, 3.1], look: [0, 0.46, 0], fov: 31 },
      actors: [
        { meshes: place(breakfast(), { at: [0.75, 0, -1.3] }), blur: 5, depth: 0.85 },
        { meshes: [...place(teaCup(glazeOf('hagi-cup')), { turn: 2.2 }), liquid(0.425, 0.66, '#6d5a22')] },
      ],
      move: { from: [10, 4, 1.05], to: [-10, -6, 1.15] },
      blurBack: 4,
      sunlight: windowLight({ from: 0.1, to: 0.28, width: 0.9, horizon: 0.28, leaves: 0.55, seed: 42, veil: 0.2 }),
      over: (ctx, { t }) =>
        title(ctx, 'Three months on', 'the lines have turned to tea', fade(t * 3.2, 0.3, 3.2), { dark: true }),
    }),
}

export const threeMonths: Film = {
  key: 'review-hagi-cup',
  shots: [teaTime, cracksNear],
  score: {
    seed: 71,
    chord: [55, 59, 62, 66],
    turn: [52, 59, 64, 67],
    melody: [
      { at: 0.6, note: 78 },
      { at: 2.4, note: 74 },
      { at: 4.2, note: 79 },
      { at: 5.6, note: 83 },
    ],
    cues: [
      { at: 0.35, kind: 'wood', gain: 0.7 },
      { at: 3.8, kind: 'drop', gain: 0.7 },
    ],
  },
}

/** A bag on its peg swings a little when somebody has just come home. */
const swing =
  (pivot: Vec3, size: number): Actor['pose'] =>
  (ctx, sheet, which, { sec }, at) => {
    const p = at(pivot)
    ctx.translate(p.x, p.y)
    ctx.rotate(size * Math.exp(-sec * 0.38) * Math.sin(sec * 2.5 + 0.9))
    ctx.translate(-p.x, -p.y)
    lay(ctx, sheet, which)
  }

const hallway: Shot = {
  seconds: 3.4,
  open: () => {
    const g = open('aizome-cloth', { sunColor: '#ffe2b4' })
    const wall = plaster('#d6c9b4')
    const c = colours('ai-tote')
    return diorama({
      ground: [
        ...wallOnly(wall),
        ...place(slab(3, 0.14, 0.05, 0.02, g.table), { at: [0, 0.86, 0.02] }).map(m => ({ ...m })),
        ...[-0.75, 0, 0.75].flatMap(x => place([peg()], { at: [x, 0.93, 0.3] })),
      ],
      mood: g.mood,
      camera: { eye: [0.1, 0.15, 6.3], look: [0.02, -0.12, 0.1], fov: 32 },
      actors: [
        { meshes: place(tote(c[0]!, c[1]!, c[2] as Pattern), { at: [0, 0.42, 0.3] }), pose: swing([0, 0.95, 0.3], 0.075) },
      ],
      move: { from: [-10, 0, 1.04], to: [10, -6, 1.1] },
      sunlight: windowLight({ from: -0.2, to: 0.05, width: 0.95, lean: -0.5, leaves: 0.6, seed: 44, veil: 0.16 }),
    })
  },
}

const weave: Shot = {
  seconds: 3,
  open: () => {
    const g = open('aizome-cloth', { sunColor: '#ffe2b4' })
    const c = colours('ai-tote')
    return diorama({
      ground: wallOnly(plaster('#d6c9b4')),
      mood: g.mood,
      camera: { eye: [-0.7, 0.1, 3.3], look: [-0.02, -0.2, 0.2], fov: 31 },
      actors: [{ meshes: place(tote(c[0]!, c[1]!, c[2] as Pattern), { at: [0, 0.42, 0.3] }), pose: swing([0, 0.95, 0.3], 0.02) }],
      move: { from: [10, 12, 1.05], to: [-8, -10, 1.14] },
      sunlight: windowLight({ from: 0.1, to: -0.1, width: 1, lean: -0.4, leaves: 0.8, seed: 45, veil: 0.16 }),
    })
  },
}

export const everyDay: Film = {
  key: 'review-ai-tote',
  shots: [hallway, weave],
  score: {
    seed: 73,
    chord: [53, 57, 60, 67],
    turn: [50, 57, 62, 65],
    melody: [
      { at: 0.5, note: 81 },
      { at: 1.7, note: 84 },
      { at: 3.5, note: 77 },
      { at: 4.8, note: 81 },
    ],
    cues: [
      { at: 0.1, kind: 'cloth', length: 0.9, gain: 2 },
      { at: 0.05, kind: 'wood', gain: 0.6 },
    ],
  },
}

/** Lines of writing that no language owns: short joined strokes, row after row, top to bottom and right to left. */
function lines(from: number, to: number): Stroke[] {
  const out: Stroke[] = []
  const rows = 5
  const marks = 8
  const each = (to - from) / (rows * marks - 3)
  for (let r = 0; r < rows; r++)
    for (let m = 0; m < marks - (r === rows - 1 ? 3 : 0); m++) {
      const n = r * marks + m
      const h = (k: number) => hash(n, k, 77)
      const [x, z] = [0.46 - r * 0.215 + (h(2) - 0.5) * 0.02, -0.8 + m * 0.158]
      const [wx, wz] = [2.4 + h(1) * 4.2, 3 + h(3) * 5]
      const [px, pz] = [h(4) * 6.3, h(5) * 6.3]
      const path = (t: number): Vec3 => [
        x + 0.05 * Math.sin(t * wx + px) + 0.014 * Math.sin(t * 13 + pz),
        0.035,
        z + (t - 0.5) * 0.1 + 0.03 * Math.sin(t * wz + pz),
      ]
      out.push({
        path,
        width: t => 0.005 + 0.01 * Math.abs(Math.sin(t * (2.4 + h(6) * 3) + px)),
        from: from + n * each,
        to: from + (n + 0.8) * each,
        dry: 0.1,
      })
    }
  return out
}

const writing: Shot = {
  seconds: 4.4,
  open: () => {
    const mood = { ...kitchen.mood, sun: [-0.6, 0.75, -0.15] as Vec3, window: [-0.75, 0.7, -0.1] as Vec3 }
    const ink = inkPage(lines(0.4, 4.6))
    const c = colours('sumi-brush', 1)
    const b = colours('sumi-notebook', 1)
    return diorama({
      ground: [...tableOnly(kitchen.table), ...place([{ ...page(1.45, 1.9) }], { at: [0, 0.012, -0.12] })],
      mood,
      camera: { eye: [0.0, 5.2, 2.9], look: [0.02, 0, 0.12], fov: 30 },
      actors: [
        { meshes: place(notebook(b[0]!, b[1]!, 'waves'), { at: [-1.0, 0, -1.2], turn: 0.35, size: 0.8 }), depth: 1.02 },
        {
          meshes: place(brush(c[0]!, { wet: true }), { at: [0, 0.03, 0], pitch: -0.9, turn: 0.55, size: 0.85 }).map(m => ({
            ...m,
            casts: false,
          })),
          depth: 0.9,
          pose: followTip(
            sec => ink.tip(sec),
            sec => 0.12 * step(0.4, 0, sec) + 0.03 * Math.abs(Math.sin(sec * 15)),
          ),
        },
      ],
      groundAfter: ink.after,
      move: { from: [0, -4, 1.03], to: [-6, 8, 1.1] },
      sunlight: windowLight({ from: -0.1, to: 0.05, width: 1.2, lean: -0.6, bars: 2, leaves: 0.6, seed: 47, veil: 0.2 }),
    })
  },
}

const books: Shot = {
  seconds: 2.6,
  open: () =>
    diorama({
      ground: room(kitchen.wall, kitchen.table),
      mood: kitchen.mood,
      camera: { eye: [-0.9, 1.8, 3.9], look: [0, 0.1, 0], fov: 31 },
      actors: [
        {
          meshes: [0, 1, 2].flatMap(i => {
            const c = colours('sumi-notebook', [2, 0, 1][i]!)
            return place(notebook(c[0]!, c[1]!, c[2] as 'plain'), {
              at: [mix(-0.04, 0.05, hash(i, 3)), i * 0.172, 0],
              turn: 0.3 + (hash(i, 1) - 0.5) * 0.4,
            })
          }),
        },
      ],
      move: { from: [10, 0, 1.05], to: [-10, -4, 1.11] },
      blurBack: 2,
      sunlight: windowLight({ from: -0.1, to: 0.12, width: 1, horizon: 0.35, leaves: 0.6, seed: 48, veil: 0.2 }),
      over: (ctx, { t }) =>
        title(ctx, 'My third one', 'ink does not bleed through', fade(t * 2.6, 0.25, 2.6, 0.4), { dark: true }),
    }),
}

export const thirdNotebook: Film = {
  key: 'review-sumi-notebook',
  shots: [writing, books],
  score: {
    seed: 79,
    chord: [52, 55, 59, 66],
    turn: [48, 55, 60, 64],
    melody: [
      { at: 0.8, note: 79 },
      { at: 2.2, note: 83 },
      { at: 4.5, note: 76 },
      { at: 5.6, note: 79 },
    ],
    cues: [
      { at: 0.5, kind: 'brush', length: 1.1, gain: 1.4 },
      { at: 1.8, kind: 'brush', length: 1.2, gain: 1.2 },
      { at: 3.2, kind: 'brush', length: 1.1, gain: 1.2 },
      { at: 4.45, kind: 'wood', gain: 0.5 },
    ],
  },
}
