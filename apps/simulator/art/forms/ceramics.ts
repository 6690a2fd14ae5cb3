import { type GlazeLook, glaze, leaf, plain, toward, wood } from '../materials.ts'
import { hash, noise2, step } from '../random.ts'
import { type Material, type Mesh, place, revolve, sheet, tube } from '../render/mesh.ts'
import { curve, linear, type Vec2, type Vec3 } from '../render/vec.ts'

export type Colours = Pick<GlazeLook, 'top' | 'body' | 'low' | 'clay'>

const cupLine: readonly Vec2[] = [
  [0, 0.02],
  [0.2, 0.02],
  [0.215, 0],
  [0.25, 0],
  [0.262, 0.04],
  [0.27, 0.075],
  [0.36, 0.2],
  [0.425, 0.45],
  [0.452, 0.7],
  [0.462, 0.865],
  [0.455, 0.892],
  [0.437, 0.885],
  [0.425, 0.7],
  [0.4, 0.46],
  [0.34, 0.24],
  [0.2, 0.14],
  [0, 0.12],
]

/** Tea in a vessel: a level disc with its own shine. */
export const liquid = (radius: number, y: number, hex: string, gloss = 1.4): Mesh =>
  revolve(
    [
      [0, y],
      [radius * 0.5, y],
      [radius, y],
    ],
    plain(hex, { rough: 0.05, spec: gloss, grain: 0.02, wrap: 0.3 }),
    { rows: 6 },
  )

export function teaCup(c: Colours, tea?: string): Mesh[] {
  const body = revolve(cupLine, glaze({ ...c, height: 0.89, foot: 0.085, cracks: 1.25, specks: 0.05, rim: '#efe3d2' }), {
    rows: 72,
    segs: 84,
  })
  return tea ? [body, liquid(0.425, 0.7, tea)] : [body]
}

const vaseLine: readonly Vec2[] = [
  [0, 0.01],
  [0.3, 0.01],
  [0.33, 0],
  [0.4, 0.05],
  [0.56, 0.4],
  [0.655, 0.85],
  [0.64, 1.25],
  [0.5, 1.68],
  [0.3, 2.02],
  [0.2, 2.26],
  [0.19, 2.4],
  [0.235, 2.5],
  [0.225, 2.515],
  [0.185, 2.44],
  [0.165, 2.3],
  [0.16, 2.0],
]

export function tallVase(c: Colours, branch = true): Mesh[] {
  const body = revolve(vaseLine, glaze({ ...c, height: 2.52, foot: 0.075, specks: 0.02, gloss: 0.9 }), { rows: 84, segs: 96 })
  return branch ? [body, ...place(twig(5), { at: [0, 2.2, 0] })] : [body]
}

/** One blade: `bend` lets the tip fall. */
function blade(length: number, width: number, bend: number, material: Material): Mesh {
  return sheet(
    (u, v) => {
      const w = Math.sin(Math.PI * v ** 0.8) * width
      const a = (u - 0.5) * 2
      return [a * w, v * length * (1 - 0.12 * bend * v), v * v * bend * length * 0.5 - a * a * w * 0.35]
    },
    6,
    14,
    material,
  )
}

/** A camellia twig: a few stems, broad leaves at jittered turns. */
export function twig(seed: number, o: { green?: string; tip?: string; tall?: number } = {}): Mesh[] {
  const bark = plain('#4d4230', { rough: 0.9, grain: 0.4 })
  const green = leaf(o.green ?? '#4d6a3c', o.tip ?? '#7f9a5c')
  const meshes: Mesh[] = []
  const tall = o.tall ?? 1.45
  for (let k = 0; k < 3; k++) {
    const r = (n: number) => hash(seed, k, n) - 0.5
    const lean = [-0.62, 0.12, 0.7][k]! + r(1) * 0.1
    const high = tall * [0.88, 1.08, 0.74][k]!
    const path: Vec3[] = [
      [0, -0.2, 0],
      [lean * 0.12, high * 0.28, r(3) * 0.1],
      [lean * 0.55, high * 0.66, r(4) * 0.4],
      [lean * 1.05, high, r(5) * 0.5],
    ]
    meshes.push(tube(path, t => 0.021 - 0.013 * t, bark, { segs: 7, rows: 18 }))
    const line = curve(path, 18)
    for (let i = 0; i < 5; i++) {
      const at = line[Math.round((0.42 + 0.58 * (i / 4)) * 18)]!
      const size = 0.5 - 0.055 * i + hash(seed, i, k + 9) * 0.08
      const side = i % 2 ? 1 : -1
      meshes.push(
        ...place([blade(size, size * 0.23, 0.9, green)], {
          at,
          roll: -lean * 0.6 - side * (0.75 - i * 0.08) + r(i + 20) * 0.4,
          turn: r(i + 30) * 1.6,
          pitch: 0.25 + r(i + 40) * 0.6,
        }),
      )
    }
  }
  return meshes
}

/** Rice bowl with a hand-brushed band and an iron rim. */
export function riceBowl(c: Colours): Mesh[] {
  const skin = glaze({ ...c, height: 0.64, foot: 0.09, cracks: 0.9, specks: 0.03 })
  const blue = linear('#2b4a86')
  const iron = linear('#5b3a26')
  const brushed: Material = s => {
    skin(s)
    const a = Math.atan2(s.lz, s.lx)
    const out = s.v < 0.62 ? 1 : 0
    const band = (from: number, to: number) =>
      step(from - 0.006, from + 0.006, s.ly + (noise2(a * 3, from * 50) - 0.5) * 0.025) *
      step(to + 0.006, to - 0.006, s.ly + (noise2(a * 3 + 9, to * 50) - 0.5) * 0.025)
    const dry = 0.55 + 0.45 * noise2(a * 30, s.ly * 160)
    toward(s, blue, (band(0.36, 0.47) * 0.9 + band(0.5, 0.515) + band(0.315, 0.328)) * dry * out)
    toward(s, iron, step(0.618, 0.632, s.ly) * 0.8)
  }
  const line: readonly Vec2[] = [
    [0, 0.03],
    [0.22, 0.03],
    [0.24, 0],
    [0.275, 0],
    [0.285, 0.09],
    [0.38, 0.17],
    [0.54, 0.34],
    [0.625, 0.53],
    [0.65, 0.63],
    [0.638, 0.645],
    [0.62, 0.62],
    [0.58, 0.5],
    [0.48, 0.32],
    [0.3, 0.19],
    [0, 0.15],
  ]
  return [revolve(line, brushed, { rows: 72, segs: 90 })]
}

/** Two sticks on a pebble rest. */
export function chopsticks(hex = '#5a2420'): Mesh[] {
  const stick = (z: number, turn: number) =>
    place(
      [
        tube(
          [
            [-1, 0.085, 0],
            [0, 0.085, 0],
            [1, 0.085, 0],
          ],
          t => 0.013 + 0.016 * t,
          plain(hex, { rough: 0.25, spec: 1 }),
          { segs: 10 },
        ),
      ],
      { at: [0, 0, z], turn },
    )
  const rest = place(
    [
      revolve(
        [
          [0, 0],
          [0.09, 0],
          [0.12, 0.03],
          [0.09, 0.06],
          [0, 0.065],
        ],
        glaze({ top: '#8fb1ae', body: '#7ea5a5', low: '#60888c', clay: '#60888c', height: 0.07, foot: 0 }),
        { rows: 14, segs: 30 },
      ),
    ],
    { at: [-0.72, 0, 0.02] },
  )
  return [...stick(-0.03, 0.015), ...stick(0.05, -0.015), ...rest]
}

function tokkuri(c: Colours): Mesh[] {
  const line: readonly Vec2[] = [
    [0, 0.02],
    [0.22, 0.02],
    [0.25, 0],
    [0.3, 0.03],
    [0.4, 0.25],
    [0.425, 0.5],
    [0.36, 0.8],
    [0.2, 1.05],
    [0.13, 1.2],
    [0.135, 1.3],
    [0.2, 1.4],
    [0.19, 1.412],
    [0.13, 1.34],
    [0.1, 1.2],
  ]
  return [revolve(line, glaze({ ...c, height: 1.41, foot: 0.06, specks: 0.05, gloss: 0.8 }), { rows: 72, segs: 80 })]
}

export function sakeCup(c: Colours, full = true): Mesh[] {
  const line: readonly Vec2[] = [
    [0, 0.01],
    [0.12, 0.01],
    [0.13, 0],
    [0.155, 0.0],
    [0.16, 0.045],
    [0.22, 0.14],
    [0.262, 0.27],
    [0.268, 0.325],
    [0.26, 0.335],
    [0.25, 0.32],
    [0.23, 0.24],
    [0.17, 0.12],
    [0, 0.08],
  ]
  const body = revolve(line, glaze({ ...c, height: 0.335, foot: 0.05, specks: 0.05 }), { rows: 44, segs: 60 })
  return full ? [body, liquid(0.242, 0.275, '#cfcab0', 1.2)] : [body]
}

export const sakeSet = (c: Colours): Mesh[] => [
  ...place(tokkuri(c), { at: [-0.36, 0, -0.15] }),
  ...place(sakeCup(c), { at: [0.42, 0, -0.06] }),
  ...place(sakeCup(c), { at: [0.14, 0, 0.55], turn: 1 }),
]

/** Small plate: a gold ring brushed once, open where the brush lifted. */
export function smallPlate(c: Colours): Mesh[] {
  const skin = glaze({ ...c, height: 0.16, foot: 0.03, cracks: 0.7, gloss: 0.9 })
  const gold = linear('#b8862f')
  const ring: Material = s => {
    skin(s)
    const d = Math.hypot(s.lx, s.lz)
    const a = (Math.atan2(s.lz, s.lx) + Math.PI * 1.25) % (Math.PI * 2)
    const wide = 0.055 - 0.035 * (a / 6.28) + 0.02 * noise2(a * 4, 2)
    const gone = step(6.05, 5.75, a) * step(0.02, 0.12, a)
    const dry = step(0.25, 0.5, noise2(a * 5, d * 90) + (1 - a / 6.28) * 0.6)
    if (s.v > 0.45) toward(s, gold, step(wide, wide - 0.015, Math.abs(d - 0.5 - 0.02 * noise2(a * 1.5, 5))) * gone * dry * 0.92)
  }
  const line: readonly Vec2[] = [
    [0, 0.025],
    [0.42, 0.025],
    [0.44, 0],
    [0.48, 0],
    [0.5, 0.035],
    [0.7, 0.075],
    [0.84, 0.13],
    [0.865, 0.155],
    [0.85, 0.168],
    [0.8, 0.14],
    [0.66, 0.092],
    [0.4, 0.07],
    [0, 0.064],
  ]
  return [revolve(line, ring, { rows: 72, segs: 108 })]
}

/** A sweet in the shape of a plum blossom. */
export function wagashi(hex: string, heart: string): Mesh[] {
  const dough = plain(hex, { rough: 0.75, spec: 0.15, wrap: 0.5, grain: 0.04 })
  const body = sheet(
    (u, v) => {
      const a = u * Math.PI * 2
      const crease = 1 - 0.2 * (1 - Math.abs(Math.cos(a * 2.5))) ** 3 * Math.sin(v * Math.PI) ** 0.4
      const t = v * Math.PI
      const r = Math.sin(t) ** 0.7 * 0.2 * crease
      return [Math.cos(a) * r, 0.1 - Math.cos(t) * 0.1 - Math.max(0, v - 0.82) * 0.3, Math.sin(a) * r]
    },
    100,
    30,
    dough,
  )
  const core = place(
    [
      revolve(
        [
          [0, 0],
          [0.035, 0.01],
          [0.03, 0.03],
          [0, 0.04],
        ],
        plain(heart, { rough: 0.9 }),
        { rows: 10, segs: 20 },
      ),
    ],
    { at: [0, 0.145, 0] },
  )
  return [body, ...core]
}

export const tray = (w: number, d: number, hex = '#35231a'): Mesh[] => {
  const m = wood(hex, '#1d130e', { board: 99, gloss: 0.9 })
  return [
    sheet((u, v) => [(u - 0.5) * w, 0.06, (v - 0.5) * d], 4, 4, m),
    ...[0, 1, 2, 3].map(i => {
      const e = i % 2 ? w / 2 : d / 2
      const along = (i % 2 ? d : w) / 2
      return place(
        [
          tube(
            [
              [-along, 0.07, e],
              [0, 0.07, e],
              [along, 0.07, e],
            ],
            0.055,
            m,
            { rows: 6, segs: 8 },
          ),
        ],
        { turn: (i * Math.PI) / 2 },
      )[0]!
    }),
  ]
}
