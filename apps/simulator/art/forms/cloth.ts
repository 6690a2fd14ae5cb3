import { cloth, plain, toward, wood } from '../materials.ts'
import { clamp01, fbm, hash, noise2, step } from '../random.ts'
import { type Material, type Mesh, place, sheet, strap, type Touch, tube } from '../render/mesh.ts'
import { linear, type Rgb, type Vec3 } from '../render/vec.ts'
import { hemp, waves } from './patterns.ts'

export type Pattern = 'hemp' | 'waves' | 'dip' | 'dots' | 'stripe' | 'circles' | 'plain'

/** Resist-dyed patterns; a and b are in units of cloth, white is where the dye did not reach. */
function dye(pattern: Pattern, white: string, k = 0.9): (s: Touch, a: number, b: number) => void {
  const w = linear(white)
  const line = { color: w, strength: k, wide: 0.05 }
  return (s, a, b) => {
    const wob = (noise2(a * 9, b * 9, 81) - 0.5) * 0.012
    const [x, y] = [a + wob, b + (noise2(a * 9 + 50, b * 9, 82) - 0.5) * 0.012]
    const mottled = 0.9 + 0.2 * fbm(a * 4, b * 4, 2, 83)
    s.r *= mottled
    s.g *= mottled
    s.b *= mottled
    if (pattern === 'hemp') hemp(s, x * 5.2, y * 5.2, line)
    if (pattern === 'waves') waves(s, x * 5.5, y * 5.5, line)
    if (pattern === 'dip')
      toward(s, w, k * step(0.5, 0.95, y + 0.12 * (noise2(a * 5, 3, 84) - 0.5) + 0.05 * (noise2(a * 30, b * 3, 85) - 0.5)))
    if (pattern === 'dots') dots(s, x, y, w, k)
    if (pattern === 'stripe') toward(s, w, k * step(0.33, 0.38, Math.abs(((x * 9 + (Math.floor(x * 9) % 3) * 0.06) % 1) - 0.5)))
    if (pattern === 'circles') {
      const d = Math.hypot(x - 0.36, y - 0.62)
      const ring = Math.max(
        step(0.016, 0.006, Math.abs(d - 0.24)),
        step(0.03, 0.012, Math.abs(d - 0.19)),
        step(0.1, 0.09, d) * 0.95,
      )
      toward(s, w, ring * k)
    }
  }
}

/** Shibori knots: small bleeding rings. */
function dots(s: Touch, x: number, y: number, w: Rgb, k: number): void {
  const [p, q] = [x * 11, y * 11]
  const row = Math.floor(q)
  const col = Math.floor(p + (row % 2) * 0.5)
  const d = Math.hypot(p + (row % 2) * 0.5 - col - 0.5, q - row - 0.5) + (hash(col, row, 5) - 0.5) * 0.1
  toward(s, w, k * step(0.3, 0.2, d) * (1 - 0.7 * step(0.1, 0.03, d)))
}

interface HangLook {
  color: string
  white: string
  pattern: Pattern
  width: number
  height: number
  folds?: number
  deep?: number
  seed?: number
  thread?: number
}

/** Cloth that hangs from y = 0 downwards; folds open towards the hem. */
export function hang(k: HangLook): Mesh {
  const n = k.folds ?? 3
  const deep = k.deep ?? 0.09
  const mat = cloth({ color: k.color, width: k.width, height: k.height, thread: k.thread ?? 70, art: dye(k.pattern, k.white) })
  return sheet(
    (u, v) => {
      const a = u - 0.5
      const open = 0.12 + 0.88 * v ** 0.6
      const wave =
        Math.sin(u * n * 6.283 + (k.seed ?? 0) + v * 0.9) * deep * open +
        Math.sin(u * n * 11.1 + 2 + (k.seed ?? 0) - v * 1.7) * deep * 0.35 * open
      return [
        a * k.width * (1 - 0.05 * open) + 0.02 * Math.sin(v * 5 + u * 4) * open,
        -v * k.height + 0.012 * Math.sin(u * n * 6.283) * v,
        wave,
      ]
    },
    90,
    60,
    mat,
  )
}

export const rod = (w: number, hex = '#8a6a48', r = 0.03): Mesh =>
  tube(
    [
      [-w / 2, 0, 0],
      [0, 0, 0],
      [w / 2, 0, 0],
    ],
    r,
    wood(hex, '#4d3623', { board: 99, gloss: 0.5 }),
    { segs: 18, rows: 10 },
  )
export const peg = (hex = '#7a5a3c'): Mesh =>
  tube(
    [
      [0, -0.02, -0.4],
      [0, 0, -0.1],
      [0, 0.03, 0.1],
    ],
    0.045,
    wood(hex, '#4d3623', { board: 99 }),
    { segs: 18 },
  )

/** Scarf over a rail: front and back fall, fringe below. */
export function scarf(color: string, white: string, pattern: Pattern): Mesh[] {
  const front = hang({ color, white, pattern, width: 0.82, height: 1.9, folds: 2.2, deep: 0.085, seed: 1, thread: 60 })
  const back = hang({ color, white, pattern, width: 0.86, height: 1.45, folds: 2, deep: 0.07, seed: 4, thread: 60 })
  const over = sheet(
    (u, v) => [(u - 0.5) * 0.815, Math.sin(v * Math.PI) * 0.075, Math.cos(v * Math.PI) * 0.082],
    60,
    12,
    cloth({ color, width: 0.8, height: 0.1 }),
  )
  const yarn = plain(color, { rough: 1, sheen: 0.4 })
  const fringe = Array.from({ length: 46 }, (_, i) => {
    const u = (i + 0.5) / 46
    const k = (Math.min(90, Math.round(u * 90)) + 60 * 91) * 3
    const p: Vec3 = [front.pos[k]!, front.pos[k + 1]!, front.pos[k + 2]! + 0.082]
    const r = hash(i, 3) - 0.5
    return tube(
      [p, [p[0] + r * 0.02, p[1] - 0.07, p[2]], [p[0] + r * 0.05, p[1] - 0.15 - 0.03 * hash(i, 5), p[2] + r * 0.02]],
      0.007,
      yarn,
      { segs: 5, rows: 6 },
    )
  })
  return [...place([front], { at: [0, 0, 0.082] }), ...place([back], { at: [0.14, 0, -0.082] }), over, ...fringe]
}

/** Apron on a peg: neck loop, bib that widens to the skirt, pocket, ties. */
export function apron(color: string, stitch: string): Mesh[] {
  const seam = linear(stitch)
  const mat = cloth({
    color,
    thread: 60,
    width: 1,
    height: 2,
    art: (s, _a, b) => {
      const pocket = Math.max(Math.abs(s.lx) / 0.34, Math.abs(s.ly + 1.22) / 0.22)
      if (Math.abs(pocket - 0.97) < 0.012 || (Math.abs(s.lx) < 0.004 && pocket < 1)) toward(s, seam, 0.6)
      if (Math.abs(pocket - 1.0) < 0.012) {
        s.r *= 0.72
        s.g *= 0.72
        s.b *= 0.72
      }
      if (Math.abs(b - 1.94) < 0.006 || Math.abs(b - 0.05) < 0.006) toward(s, seam, 0.5)
    },
  })
  const half = (v: number) => 0.26 + 0.34 * step(0.1, 0.42, v) + 0.03 * v
  const body = sheet(
    (u, v) => {
      const a = (u - 0.5) * 2
      const fold = Math.sin(a * 5.5 + 1) * 0.05 * step(0.3, 1, v) + Math.sin(a * 3 + v * 2) * 0.05 * v + 0.05 * a * a * v
      return [a * half(v) * (1 - 0.04 * v), -v * 1.95 - 0.02 * Math.cos(a * 5) * v, fold]
    },
    90,
    80,
    mat,
  )
  const band = cloth({ color, thread: 60, width: 0.1, height: 1 })
  const loops = [-1, 1].map(k =>
    strap(
      [
        [k * 0.225, -0.06, 0.02],
        [k * 0.2, 0.26, 0.03],
        [k * 0.11, 0.46, 0.05],
        [k * 0.02, 0.555, 0.08],
      ],
      0.062,
      band,
    ),
  )
  const ties = [-1, 1].map(k =>
    strap(
      [
        [k * 0.55, -0.87, 0.02],
        [k * 0.66, -1.0, -0.02],
        [k * 0.66, -1.4, 0.04],
        [k * 0.7, -1.75, 0],
      ],
      0.05,
      band,
    ),
  )
  return [body, ...loops, ...ties]
}

/** Tote that hangs from its handles. */
export function tote(color: string, white: string, pattern: Pattern): Mesh[] {
  const art = dye(pattern, white)
  const mat = cloth({
    color,
    thread: 62,
    width: 1.1,
    height: 1.15,
    art: (s, a, b) => {
      art(s, a, b)
      if (b < 0.09 && Math.abs(b - 0.08) < 0.005) toward(s, linear(white), 0.45)
    },
  })
  const face = (z: number) =>
    sheet(
      (u, v) => {
        const a = (u - 0.5) * 2
        const belly = Math.sin(v * Math.PI * 0.92) * (1 - a * a) * 0.15
        return [
          a * (0.54 + 0.03 * v) * (1 - 0.03 * Math.sin(v * 3)),
          -v * 1.12 + 0.03 * a * a - 0.02 * (1 - a * a) * (1 - v),
          z * (0.05 + belly + 0.015 * Math.sin(a * 4 + v * 3)) * (1 - 0.6 * v ** 8),
        ]
      },
      70,
      60,
      mat,
    )
  const plainCloth = cloth({ color: pattern === 'dip' ? white : color, thread: 60, width: 0.1, height: 1 })
  const handle = (z: number, up: number) =>
    strap(
      [
        [-0.25, -0.12, z],
        [-0.24, 0.06, z + 0.01],
        [-0.16, 0.34, z],
        [-0.05, 0.47 + up, z * 0.5],
        [0, 0.485 + up, z * 0.4],
        [0.05, 0.47 + up, z * 0.5],
        [0.16, 0.34, z],
        [0.24, 0.06, z + 0.01],
        [0.25, -0.12, z],
      ],
      0.085,
      plainCloth,
      70,
    )
  return [face(1), face(-1), handle(0.075, 0), handle(-0.06, 0.02)]
}

/** Box wrapped in a square cloth: soft edges, gathered top, a knot with two ears. */
export function furoshiki(color: string, white: string, pattern: Pattern): Mesh[] {
  const art = dye(pattern, white)
  const skin = cloth({ color, thread: 55, width: 1.4, height: 1.4 })
  const mat: Material = s => {
    skin(s)
    art(s, s.lx + 2 + s.ly * 0.25, s.lz + 2 + s.ly * 0.8)
  }
  const [w, h, d] = [0.64, 0.66, 0.52]
  const body = sheet(
    (u, v) => {
      const a = u * Math.PI * 2
      const sq = (c: number, p: number) => Math.sign(c) * Math.abs(c) ** p
      const t = clamp01(v / 0.62)
      const top = clamp01((v - 0.62) / 0.38)
      const gather = 1 - step(0, 1, top) * 0.9
      const pleat = (0.012 + 0.05 * top * (1 - top * 0.5)) * Math.sin(a * 10 + 2 * Math.sin(a * 2)) * (top > 0 ? 1 : 0.35 * t * t)
      const round = 0.25 + 0.6 * top
      const k = gather * (0.975 + 0.025 * Math.sin(t * Math.PI)) + pleat * gather
      return [
        sq(Math.cos(a), round) * w * k,
        t * h * (1 - 0.02 * Math.cos(a * 4)) + top * 0.2 + 0.05 * step(0.5, 1, top),
        sq(Math.sin(a), round) * d * k,
      ]
    },
    200,
    90,
    mat,
  )
  const ear = (k: number) =>
    sheet(
      (u, v) => {
        const a = u * Math.PI * 2
        const r = 0.02 + 0.13 * Math.sin(Math.min(1, v * 1.02) * Math.PI) ** 0.8 * (1 - 0.3 * v)
        const p: Vec3 = [k * (0.05 + v * 0.5), h + 0.27 + Math.sin(v * 2.4) * 0.18 - v * v * 0.06, 0.03 * Math.sin(v * 4) * k]
        return [
          p[0] - k * Math.sin(a) * r * 0.25,
          p[1] + Math.sin(a) * r * (1 + 0.12 * Math.sin(a * 5 + v * 3)),
          p[2] + Math.cos(a) * r * 0.42 + 0.018 * Math.sin(a * 4 + v * 5),
        ]
      },
      70,
      40,
      mat,
    )
  const knot = sheet(
    (u, v) => {
      const [a, t] = [u * Math.PI * 2, v * Math.PI]
      const k = 1 + 0.1 * Math.sin(a * 2 + t * 3)
      return [Math.cos(a) * Math.sin(t) * 0.14 * k, h + 0.29 - Math.cos(t) * 0.115, Math.sin(a) * Math.sin(t) * 0.125 * k]
    },
    50,
    30,
    mat,
  )
  return [body, ear(1), ear(-1), knot]
}
