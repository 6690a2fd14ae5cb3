import { glaze, plain, tint, toward, wood } from '../materials.ts'
import { fbm, noise2, step } from '../random.ts'
import { type Material, type Mesh, place, revolve, tube } from '../render/mesh.ts'
import { linear, type Vec2, type Vec3 } from '../render/vec.ts'

export function chawan(c: { top: string; body: string; low: string; clay: string }, tea = true): Mesh[] {
  const skin = glaze({ ...c, height: 0.62, foot: 0.1, specks: 0.05, cracks: 0.6, gloss: 0.8 })
  const body = revolve(
    [
      [0, 0.03],
      [0.22, 0.03],
      [0.24, 0],
      [0.28, 0],
      [0.29, 0.08],
      [0.44, 0.13],
      [0.58, 0.26],
      [0.62, 0.45],
      [0.615, 0.6],
      [0.602, 0.622],
      [0.585, 0.6],
      [0.575, 0.42],
      [0.5, 0.24],
      [0.3, 0.15],
      [0, 0.13],
    ],
    skin,
    { rows: 72, segs: 90 },
  )
  const dent: Mesh = {
    ...body,
    pos: body.pos.map((p, i) =>
      i % 3 === 1 ? p + 0.018 * Math.sin(Math.atan2(body.pos[i + 1]!, body.pos[i - 1]!) * 2 + 1) * p : p,
    ),
  }
  return tea ? [dent, foam(0.57, 0.4)] : [dent]
}

/** Whisked matcha: fine bubbles, a lighter ring where the whisk was lifted. */
function foam(radius: number, y: number): Mesh {
  const [deep, pale] = [linear('#54792a'), linear('#a9c46a')]
  return revolve(
    [
      [0, y + 0.02],
      [radius * 0.3, y + 0.012],
      [radius, y],
    ],
    s => {
      const d = Math.hypot(s.lx, s.lz)
      const swirl = Math.atan2(s.lz, s.lx) + d * 6
      tint(s, deep)
      toward(
        s,
        pale,
        0.35 +
          0.4 * fbm(Math.cos(swirl) * 3 + d * 9, Math.sin(swirl) * 3, 3, 5) +
          0.2 * step(0.7, 0.95, noise2(s.lx * 90, s.lz * 90, 7)),
      )
      s.rough = 0.6
      s.spec = 0.3
      s.wrap = 0.3
    },
    { rows: 12 },
  )
}

/** Chasen: a bamboo handle that splits into eighty curled tines. */
export function whisk(): Mesh[] {
  const bamboo = wood('#e0c48d', '#b98f52', { board: 99, along: 'y', gloss: 0.5 })
  const pale = plain('#dcc18c', { rough: 0.5, spec: 0.3, wrap: 0.3 })
  const handle = revolve(
    [
      [0, 0],
      [0.085, 0],
      [0.092, 0.02],
      [0.09, 0.3],
      [0.098, 0.4],
      [0.1, 0.44],
    ].map(([r, y]) => [r!, 1.0 - y!] as const),
    bamboo,
    { rows: 24, segs: 36 },
  )
  const thread = revolve(
    [
      [0.1, 0.56],
      [0.115, 0.53],
      [0.115, 0.49],
      [0.108, 0.47],
    ],
    plain('#3a2a24', { rough: 0.9 }),
    { rows: 8, segs: 36 },
  )
  const tines = Array.from({ length: 76 }, (_, i) => {
    const a = (i / 76) * Math.PI * 2
    const inner = i % 2
    const p = (r: number, y: number): Vec3 => [Math.cos(a) * r, y, Math.sin(a) * r]
    return tube(
      inner
        ? [p(0.08, 0.55), p(0.1, 0.36), p(0.08, 0.16), p(0.03, 0.05)]
        : [p(0.1, 0.56), p(0.17, 0.36), p(0.19, 0.14), p(0.15, 0.015), p(0.12, 0.03)],
      0.0065,
      pale,
      { segs: 5, rows: 12 },
    )
  })
  return [handle, thread, ...tines]
}

const potLine: readonly Vec2[] = [
  [0, 0.02],
  [0.3, 0.02],
  [0.33, 0],
  [0.42, 0.05],
  [0.57, 0.22],
  [0.6, 0.36],
  [0.54, 0.52],
  [0.4, 0.61],
  [0.33, 0.625],
  [0.3, 0.6],
]

/** Side-handled teapot. */
export function kyusu(clay: string, handleTurn = 0.35): Mesh[] {
  const skin = glaze({ top: clay, body: clay, low: clay, clay, height: 0.7, foot: 0, gloss: 0.35 })
  const mat: Material = s => {
    skin(s)
    s.rough = 0.34
    s.ny += 0.05 * Math.sin(s.ly * 190)
  }
  const body = revolve(potLine, mat, { rows: 60, segs: 84 })
  const lid = revolve(
    [
      [0.35, 0.615],
      [0.355, 0.64],
      [0.3, 0.67],
      [0.16, 0.7],
      [0.06, 0.71],
      [0.05, 0.75],
      [0.085, 0.79],
      [0.075, 0.83],
      [0.03, 0.845],
      [0, 0.845],
    ],
    mat,
    { rows: 44, segs: 60 },
  )
  const spout = tube(
    [
      [0.48, 0.3, 0],
      [0.68, 0.36, 0],
      [0.8, 0.5, 0],
      [0.9, 0.6, 0],
    ],
    t => 0.15 - 0.09 * Math.sqrt(t),
    mat,
    { segs: 28, rows: 26 },
  )
  const handle = tube(
    [
      [0, 0.36, 0.5],
      [0, 0.42, 0.8],
      [0, 0.5, 1.12],
      [0, 0.53, 1.2],
    ],
    t => 0.085 + 0.035 * t,
    mat,
    { segs: 24, rows: 24 },
  )
  return [body, lid, spout, ...place([handle], { turn: handleTurn })]
}
