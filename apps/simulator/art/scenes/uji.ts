import type { SKRSContext2D } from '@napi-rs/canvas'
import { liquid, teaCup } from '../forms/ceramics.ts'
import { leaves, teaBag, tin } from '../forms/packs.ts'
import { chawan, kyusu, whisk } from '../forms/tea.ts'
import { room } from '../ground.ts'
import { mix, step } from '../random.ts'
import { place, still } from '../render/mesh.ts'
import { type Actor, diorama, lay, type Spot } from './diorama.ts'
import { fade, motes, steam, stream, title } from './effects.ts'
import { type Film, H, type Shot, W } from './film-types.ts'
import { colours, glazeOf, open } from './sets.ts'
import { windowLight } from './sunlight.ts'

const sencha = () => {
  const c = colours('uji-sencha')
  return tin({
    paper: c[0]!,
    line: c[1]!,
    lid: 'steel',
    pattern: 'waves',
    label: '#ece5d2',
    ink: c[2]!,
    radius: 0.42,
    height: 1.32,
  })
}
const gyokuro = () => {
  const c = colours('uji-gyokuro')
  return tin({
    paper: c[0]!,
    line: c[1]!,
    lid: c[2]!,
    pattern: 'hemp',
    label: '#d8c08a',
    ink: '#1d1a17',
    radius: 0.46,
    height: 0.98,
  })
}
const bag = () => {
  const c = colours('uji-hojicha')
  return teaBag(c[0]!, c[1]!, c[2]!)
}

const shelf: Shot = {
  seconds: 4,
  open: () => {
    const g = open('uji-leaf')
    return diorama({
      ground: room(g.wall, g.table),
      mood: g.mood,
      camera: { eye: [0.1, 1.7, 7.6], look: [0.05, 0.4, 0], fov: 33 },
      actors: [
        { meshes: place(bag(), { at: [-0.5, 0, -0.75], turn: 0.2 }), depth: 0.9 },
        { meshes: place(sencha(), { at: [0.52, 0, -0.25], turn: -0.15 }), depth: 1 },
        {
          meshes: [
            ...place(gyokuro(), { at: [-0.22, 0, 0.62], turn: 0.1 }),
            ...place(leaves(150, 0.3, 3), { at: [0.55, 0, 0.95] }),
          ],
          depth: 1.15,
        },
      ],
      move: { from: [-22, 0, 1.05], to: [22, -6, 1.1] },
      sunlight: windowLight({ from: -0.3, to: 0.0, width: 1.1, horizon: 0.475, leaves: 0.85, bars: 3, seed: 6 }),
      over: (ctx, { sec, t }) => {
        motes(ctx, { w: W, h: H * 0.6 }, sec, 7)
        title(ctx, 'First leaf', 'Uji, picked in May', fade(t * 4, 0.5, 3.8))
      },
    })
  },
}

const leaf: Shot = {
  seconds: 3.2,
  open: () => {
    const g = open('uji-leaf')
    return diorama({
      ground: room(g.wall, g.table),
      mood: g.mood,
      camera: { eye: [0.6, 1.25, 2.9], look: [0.28, 0.18, 0.2], fov: 32 },
      actors: [
        { meshes: place(sencha(), { at: [-0.05, 0, -0.4], turn: -0.3 }), blur: 2, depth: 0.95 },
        { meshes: place(leaves(330, 0.48, 4), { at: [0.52, 0, 0.55] }), depth: 1.1 },
      ],
      move: { from: [18, 8, 1.06], to: [-14, -6, 1.13] },
      blurBack: 4,
      sunlight: windowLight({ from: -0.1, to: 0.2, width: 1.1, horizon: 0.28, leaves: 0.8, seed: 9 }),
    })
  },
}

export const firstLeaf: Film = {
  key: 'uji-first-leaf',
  shots: [shelf, leaf],
  score: {
    seed: 31,
    chord: [48, 55, 60, 64, 71],
    turn: [53, 57, 60, 64, 72],
    air: 'garden',
    melody: [
      { at: 0.8, note: 79 },
      { at: 2, note: 83 },
      { at: 3.4, note: 76 },
      { at: 5, note: 84 },
    ],
  },
}

const clay = () => colours('uji-kyusu')[0]!
const teaSet = () => ({ top: '#e9e4d4', body: '#e6dfcc', low: '#d9c6a8', clay: '#93684a' })

const warm: Shot = {
  seconds: 2.6,
  open: () => {
    const g = open('uji-leaf')
    return diorama({
      ground: room(g.wall, g.table),
      mood: g.mood,
      camera: { eye: [0.2, 1.9, 6.4], look: [0.1, 0.18, 0], fov: 32 },
      actors: [
        { meshes: place(kyusu(clay(), -0.75), { at: [-0.1, 0, -0.1], turn: -0.35 }) },
        {
          meshes: [0, 1].flatMap(i => place(teaCup(teaSet()), { at: [0.72 - i * 0.62, 0, 0.6 + i * 0.42], size: 0.52 })),
          depth: 1.12,
        },
      ],
      move: { from: [-12, 0, 1.05], to: [10, -4, 1.1] },
      sunlight: windowLight({ from: -0.1, to: 0.1, width: 1, horizon: 0.42, leaves: 0.8, bars: 3, seed: 16 }),
      over: (ctx, { sec, t }, at) => {
        const p = at([0.45, 0.58, 0.38])
        steam(ctx, p.x, p.y, sec + 1, { wide: 50, high: 190, strength: 0.07, strands: 2 })
        title(ctx, 'A quiet pour', '60 °C, ninety seconds', fade(t * 2.6, 0.3, 2.6, 0.4))
      },
    })
  },
}

const cupAt = [0.16, 0, 0.3] as const
const cupSize = 0.74
/** How flat a level circle looks from this lens. */
const TILT = 0.255

/** The level rises inside the cup; what the wall of the cup hides stays hidden. */
function fillCup(ctx: SKRSContext2D, at: Spot, level: number, sec: number): void {
  if (level <= 0) return
  const y = mix(0.16, 0.72, level) * cupSize
  const r = mix(0.22, 0.425, level ** 0.55) * cupSize
  const rim = at([cupAt[0], 0.882 * cupSize, cupAt[2]])
  const top = at([cupAt[0], y, cupAt[2]])
  ctx.save()
  ctx.beginPath()
  ctx.ellipse(rim.x, rim.y, rim.k * 0.437 * cupSize, rim.k * 0.437 * cupSize * TILT, 0, 0, 6.3)
  ctx.clip()
  const g = ctx.createRadialGradient(top.x - 20, top.y - 8, 4, top.x, top.y, top.k * r)
  g.addColorStop(0, '#c9c565')
  g.addColorStop(0.7, '#a5a33f')
  g.addColorStop(1, '#7d7c28')
  ctx.fillStyle = g
  ctx.beginPath()
  ctx.ellipse(top.x, top.y, top.k * r, top.k * r * TILT, 0, 0, 6.3)
  ctx.fill()
  ctx.strokeStyle = 'rgba(255,255,225,0.35)'
  ctx.lineWidth = 1.5
  for (let k = 0; k < 2; k++) {
    const age = (sec * 1.4 + k / 2) % 1
    ctx.globalAlpha = 1 - age
    ctx.beginPath()
    ctx.ellipse(top.x + 4, top.y, top.k * r * age * 0.8, top.k * r * TILT * 0.8 * age, 0, 0, 6.3)
    ctx.stroke()
  }
  ctx.restore()
}

const pourShot: Shot = {
  seconds: 4,
  open: () => {
    const g = open('uji-leaf')
    const pot = place(place(kyusu(clay(), -0.85), { turn: -0.12 }), { at: [-0.93, 1.26, 0.3], roll: -0.6 }).map(m => ({
      ...m,
      casts: false,
    }))
    const tilt: Actor['pose'] = (ctx, sheet, which, { sec }, at) => {
      const p = at([-0.93, 1.6, 0.3])
      const lift = step(0, 0.9, sec) * step(4.2, 3.5, sec)
      ctx.translate(p.x, p.y)
      ctx.rotate(-0.34 * (1 - lift) + 0.008 * Math.sin(sec * 2))
      ctx.translate(-p.x, -p.y - 30 * (1 - lift))
      lay(ctx, sheet, which)
    }
    const level = (sec: number) => step(0.9, 3.6, sec)
    return diorama({
      ground: room(g.wall, g.table),
      mood: g.mood,
      camera: { eye: [0.1, 2.15, 6.0], look: [-0.1, 0.42, 0.1], fov: 32 },
      actors: [{ meshes: place(teaCup(teaSet()), { at: cupAt, size: cupSize }) }, { meshes: pot, depth: 1.1, pose: tilt }],
      move: { from: [-6, 6, 1.04], to: [8, -6, 1.1] },
      sunlight: windowLight({ from: 0.05, to: 0.2, width: 1, horizon: 0.4, leaves: 0.8, seed: 17 }),
      over: (ctx, { sec }, at) => {
        fillCup(ctx, at, level(sec), sec)
        const on = step(0.7, 1.0, sec) * step(3.75, 3.5, sec)
        const [tip, end] = [at([0.13, 1.24, 0.32]), at([cupAt[0] + 0.03, mix(0.12, 0.68, level(sec)) * cupSize, cupAt[2]])]
        const rim = at([cupAt[0], 0.882 * cupSize, cupAt[2]])
        ctx.save()
        ctx.beginPath()
        ctx.rect(-200, -400, W + 400, rim.y + 400)
        ctx.ellipse(rim.x, rim.y, rim.k * 0.437 * cupSize, rim.k * 0.437 * cupSize * TILT, 0, 0, 6.3)
        ctx.clip()
        stream(ctx, { x: tip.x, y: tip.y }, end, sec, on)
        ctx.restore()
        steam(ctx, at([cupAt[0], 0.6, cupAt[2]]).x, at([0, 0.6, cupAt[2]]).y, sec + 3, {
          wide: 100,
          high: 330,
          strength: 0.055 * step(1.2, 2.4, sec),
        })
      },
    })
  },
}

const served: Shot = {
  seconds: 2.4,
  open: () => {
    const g = open('uji-leaf')
    return diorama({
      ground: room(g.wall, g.table),
      mood: g.mood,
      camera: { eye: [0.1, 1.9, 3.0], look: [0, 0.26, 0], fov: 32 },
      actors: [
        { meshes: [...place(teaCup(teaSet()), { size: 0.9 }), ...place([liquid(0.425, 0.72, '#a9a845')], { size: 0.9 })] },
      ],
      move: { from: [0, 0, 1.05], to: [0, -8, 1.12] },
      blurBack: 3,
      sunlight: windowLight({ from: 0.1, to: 0.2, width: 1, horizon: 0.25, leaves: 0.8, seed: 18 }),
      over: (ctx, { sec }, at) => {
        const p = at([0, 0.66, 0])
        steam(ctx, p.x, p.y, sec + 8, { wide: 160, high: 430, strength: 0.075 })
      },
    })
  },
}

export const quietPour: Film = {
  key: 'howto-kyusu-pour',
  shots: [warm, pourShot, served],
  score: {
    seed: 37,
    chord: [50, 57, 62, 64, 69],
    turn: [47, 54, 62, 66, 69],
    melody: [
      { at: 0.7, note: 78 },
      { at: 7, note: 81 },
      { at: 7.9, note: 74 },
    ],
    cues: [
      { at: 3.5, kind: 'pour', length: 2.7, gain: 1.5 },
      { at: 6.3, kind: 'drop' },
      { at: 6.55, kind: 'wood', gain: 0.5 },
    ],
  },
}

/** Whisking seen from above: zig-zag in the bowl, the green turns pale. */
const whisking: Shot = {
  seconds: 5,
  open: () => {
    const g = open('uji-leaf')
    const thin = [...chawan(glazeOf('uji-matcha'), false), liquid(0.57, 0.41, '#3f5f22')]
    const rimY = 0.612
    const move: Actor['pose'] = (ctx, sheet, which, { sec }, at) => {
      const rim = at([0, rimY, 0])
      const on = step(0.3, 0.8, sec) * step(4.9, 4.3, sec)
      const a = sec * 19
      const dx = Math.sin(a) * 46 * on + Math.sin(sec * 1.3) * 26
      const dy = Math.cos(a * 0.5) * 16 * on + Math.cos(sec * 1.1) * 10 - 260 * (1 - step(0, 0.5, sec))
      ctx.save()
      ctx.beginPath()
      ctx.rect(-200, -400, W + 400, rim.y + 400)
      ctx.ellipse(rim.x, rim.y, rim.k * 0.585, rim.k * 0.585 * 0.72, 0, 0, 6.3)
      ctx.clip()
      lay(ctx, sheet, which, dx, dy)
      ctx.restore()
    }
    return diorama({
      ground: room(g.wall, g.table),
      mood: g.mood,
      camera: { eye: [0.1, 3.9, 3.7], look: [0, -0.05, 0.12], fov: 31 },
      actors: [
        { meshes: thin, alt: { meshes: chawan(glazeOf('uji-matcha')), share: ({ sec }) => step(0.9, 4.2, sec) } },
        {
          meshes: place(whisk(), { at: [0, 0.36, 0], pitch: -0.25, size: 1.05 }).map(m => ({ ...m, casts: false })),
          depth: 1.02,
          pose: move,
        },
      ],
      move: { from: [0, 6, 1.04], to: [0, -6, 1.12] },
      sunlight: windowLight({ from: -0.05, to: 0.12, width: 1.1, lean: -0.5, leaves: 0.7, bars: 3, seed: 19 }),
    })
  },
}

const bowl: Shot = {
  seconds: 3.4,
  open: () => {
    const g = open('uji-leaf')
    return diorama({
      ground: still(room(g.wall, g.table)),
      mood: g.mood,
      camera: { eye: [0.5, 1.9, 4.6], look: [0.1, 0.12, 0], fov: 32 },
      actors: [
        { meshes: place(chawan(glazeOf('uji-matcha')), { at: [-0.1, 0, 0] }) },
        { meshes: place(whisk(), { at: [0.5, 0, 0.92], turn: 0.4, size: 0.8 }), depth: 1.15 },
      ],
      move: { from: [-14, 0, 1.05], to: [12, -6, 1.12] },
      blurBack: 2,
      sunlight: windowLight({ from: -0.05, to: 0.18, width: 1, horizon: 0.36, leaves: 0.85, bars: 3, seed: 20 }),
      over: (ctx, { sec, t }, at) => {
        const p = at([0, 0.5, 0])
        steam(ctx, p.x, p.y, sec + 5, { wide: 130, high: 330, strength: 0.07 })
        title(ctx, 'Usucha', 'two grams, seventy millilitres', fade(t * 3.4, 0.4, 3.4))
      },
    })
  },
}

export const matchaWhisk: Film = {
  key: 'howto-matcha-whisk',
  shots: [whisking, bowl],
  score: {
    seed: 41,
    chord: [52, 59, 64, 66, 71],
    turn: [45, 57, 61, 64, 71],
    air: 'garden',
    melody: [
      { at: 0.4, note: 83 },
      { at: 5.2, note: 80 },
      { at: 6.4, note: 76 },
      { at: 7.4, note: 85 },
    ],
    cues: [
      { at: 0.6, kind: 'whisk', length: 4, gain: 1.6 },
      { at: 5, kind: 'wood', gain: 0.5 },
    ],
  },
}
