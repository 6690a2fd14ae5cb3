import { lacquer, metal, plain, tint, toward, washi } from '../materials.ts'
import { fbm, hash, noise2, step } from '../random.ts'
import { type Material, type Mesh, place, revolve, sheet, tube } from '../render/mesh.ts'
import { linear } from '../render/vec.ts'
import { hemp, waves } from './patterns.ts'

interface TinLook {
  paper: string
  line: string
  lid: string
  pattern: 'waves' | 'hemp' | 'plain'
  label: string
  ink: string
  radius: number
  height: number
}

/** A round tin wrapped in paper, a label with three brush marks, a close lid. */
export function tin(k: TinLook): Mesh[] {
  const [paper, label, ink] = [linear(k.paper), linear(k.label), linear(k.ink)]
  const line = { color: linear(k.line), strength: k.pattern === 'waves' ? 0.75 : 0.7 }
  const skin = washi(k.paper, { fibre: 0.6 })
  const wrap: Material = s => {
    skin(s)
    const a = (s.u * 2 * Math.PI * k.radius) / 0.2
    const b = s.ly / 0.2
    if (k.pattern === 'waves') waves(s, a, b, line)
    if (k.pattern === 'hemp') hemp(s, a * 0.8, b * 0.8, line)
    if (k.pattern === 'plain') toward(s, paper, 0.4)
    const arc = (((s.u - 0.25 + 1.5) % 1) - 0.5) * 2 * Math.PI * k.radius
    const high = (s.ly / k.height - 0.42) * k.height
    const box = Math.max(Math.abs(arc) / 0.17, Math.abs(high) / (k.height * 0.24))
    if (box < 1) {
      tint(s, label)
      if (box > 0.9 && box < 0.93) toward(s, ink, 0.7)
      const mark = glyph(arc / 0.17, high / (k.height * 0.24))
      toward(s, ink, mark * 0.9)
    }
    s.spec = 0.25
    s.rough = 0.5
  }
  const h = k.height
  const body = revolve(
    [
      [0, 0],
      [k.radius * 0.97, 0],
      [k.radius, 0.015],
      [k.radius, h * 0.3],
      [k.radius, h * 0.6],
      [k.radius, h * 0.74],
    ],
    wrap,
    { sharp: true, segs: 120 },
  )
  const lidSkin = k.lid === 'steel' ? metal('#c9c6bd') : lacquer(k.lid, 0.14)
  const r = k.radius + 0.012
  const lid = revolve(
    [
      [r - 0.012, h * 0.735],
      [r, h * 0.74],
      [r, h * 0.9],
      [r, h * 0.97],
      [r - 0.008, h * 0.985],
      [r - 0.03, h],
      [r * 0.5, h + 0.004],
      [0, h + 0.005],
    ],
    lidSkin,
    { sharp: true, segs: 96 },
  )
  return [body, lid]
}

/** The sign on the label: two leaves and a bud, brushed. It is a picture, not a word. */
export function glyph(x: number, y: number): number {
  const blade = (turn: number, long: number, wide: number) => {
    const [c, s] = [Math.cos(turn), Math.sin(turn)]
    const p = x * 0.72 * c + (y + 0.42) * s
    const q = (y + 0.42) * c - x * 0.72 * s
    const t = q / long
    if (t < 0 || t > 1) return 0
    const w = wide * Math.sin(Math.PI * t ** 0.75)
    const rib = step(0.012, 0.03, Math.abs(p - 0.02 * Math.sin(t * 3)))
    return step(w + 0.015, w - 0.015, Math.abs(p)) * (t < 0.82 ? rib : 1)
  }
  const stem = step(0.035, 0.018, Math.abs(x * 0.72 + 0.02 * Math.sin(y * 4))) * step(-0.74, -0.7, y) * step(-0.3, -0.34, y)
  return Math.max(blade(0.62, 0.82, 0.15), blade(-0.62, 0.82, 0.15), blade(0, 1.05, 0.085), stem)
}

/** Rolled leaves on the table, dark needles. */
export function leaves(count: number, radius: number, seed: number, hex = '#2f4a2c'): Mesh[] {
  const m = plain(hex, { rough: 0.6, spec: 0.4, grain: 0.5 })
  return Array.from({ length: count }, (_, i) => {
    const r = (n: number) => hash(seed, i, n)
    const d = Math.sqrt(r(1)) * radius
    const a = r(2) * 6.28
    const len = 0.05 + r(3) * 0.06
    const y = 0.012 + Math.max(0, (1 - d / radius) * 0.09 * r(6))
    return place(
      [
        tube(
          [
            [-len, 0, 0],
            [0, 0.012, 0.01],
            [len, 0, 0],
          ],
          t => 0.011 * (1 - (t - 0.5) ** 2 * 2),
          m,
          { segs: 5, rows: 5 },
        ),
      ],
      { at: [Math.cos(a) * d, y, Math.sin(a) * d * 0.8], turn: r(4) * 6.28, roll: (r(5) - 0.5) * 0.5 },
    )[0]!
  })
}

/** Kraft bag: pillow of paper, folded top with a cord, a label. */
export function teaBag(paper: string, label: string, ink: string): Mesh[] {
  const [lab, dark] = [linear(label), linear(ink)]
  const skin = washi(paper, { fibre: 0.5 })
  const mat: Material = s => {
    skin(s)
    if (s.lz > 0.05 && s.ly < 1.2) {
      const box = Math.max(Math.abs(s.lx) / 0.27, Math.abs(s.ly - 0.56) / 0.33)
      if (box < 1) {
        tint(s, lab)
        toward(s, dark, glyph(s.lx / 0.24, (s.ly - 0.58) / 0.3) * 0.9)
      }
    }
    const k = 11
    s.nx += (fbm(s.lx * k, s.ly * k + s.lz * 4, 3, 71) - 0.5) * 0.55
    s.ny += (fbm(s.lx * k + 40, s.ly * k, 3, 72) - 0.5) * 0.5
  }
  const body = sheet(
    (u, v) => {
      const a = u * Math.PI * 2
      const y = v * 1.38
      const top = step(0.45, 1.3, y)
      const sq = (c: number, p: number) => Math.sign(c) * Math.abs(c) ** p
      const dx = 0.5 + 0.03 * Math.sin(y * 5)
      const dz = 0.27 * (1 - top) + 0.012 + 0.02 * Math.sin(Math.PI * Math.min(1, y))
      return [sq(Math.cos(a), 0.35) * dx * (1 - 0.05 * noise2(y * 4, 3)), y, sq(Math.sin(a), 0.5) * dz]
    },
    80,
    50,
    mat,
  )
  const fold = place([sheet((u, v) => [(u - 0.5) * 1.02, 1.16 + v * 0.25, 0.032 + 0.01 * Math.sin(v * 3)], 20, 6, mat)], {})
  return [body, ...fold, ...cords()]
}

/** A cord round the fold, tied in a bow. */
function cords(): Mesh[] {
  const cord = plain('#7a2e22', { rough: 0.9 })
  const loop = (k: number) =>
    tube(
      [
        [0, 1.2, 0.09],
        [k * 0.16, 1.3, 0.12],
        [k * 0.22, 1.2, 0.13],
        [k * 0.1, 1.16, 0.12],
        [0, 1.2, 0.1],
      ],
      0.012,
      cord,
      { rows: 26, segs: 7 },
    )
  const tail = (k: number) =>
    tube(
      [
        [0, 1.2, 0.1],
        [k * 0.05, 1.08, 0.13],
        [k * 0.11, 0.94, 0.2],
      ],
      0.011,
      cord,
      { segs: 7 },
    )
  const band = tube(
    [
      [-0.53, 1.2, 0.02],
      [-0.3, 1.2, 0.06],
      [0, 1.2, 0.075],
      [0.3, 1.2, 0.06],
      [0.53, 1.2, 0.02],
    ],
    0.012,
    cord,
    { segs: 7 },
  )
  return [band, loop(1), loop(-1), tail(1), tail(-1)]
}
