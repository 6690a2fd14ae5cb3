import { plain, tint, washi } from '../materials.ts'
import { type Mesh, place, revolve, sheet, slab, tube } from '../render/mesh.ts'
import { curve, linear, type Vec3 } from '../render/vec.ts'
import { hemp, waves } from './patterns.ts'

/** Ribbon bow of flat bands on top of a box at height y. */
function bow(hex: string, y: number): Mesh[] {
  const silk = plain(hex, { rough: 0.45, spec: 0.7, wrap: 0.2, grain: 0.05, sheen: 0.3 })
  const band = (path: readonly Vec3[], width: number) => {
    const n = 44
    const line = curve(path, n)
    return sheet(
      (u, v) => {
        const p = line[Math.round(v * n)] as Vec3
        const w = width * (0.55 + 0.45 * Math.min(1, v * 3, (1 - v) * 3))
        return [p[0], y + p[1], p[2] + (u - 0.5) * w]
      },
      6,
      n,
      silk,
    )
  }
  const loop = (k: number) =>
    band(
      [
        [0, 0.03, 0],
        [k * 0.2, 0.19, 0],
        [k * 0.38, 0.21, 0.01],
        [k * 0.42, 0.1, 0.02],
        [k * 0.22, 0.03, 0.02],
        [0, 0.035, 0.0],
      ],
      0.17,
    )
  const tail = (k: number) =>
    band(
      [
        [0, 0.04, 0.02],
        [k * 0.16, 0.06, 0.14],
        [k * 0.32, 0.02, 0.26],
        [k * 0.42, 0.012, 0.34],
      ],
      0.15,
    )
  const knot = sheet(
    (u, v) => {
      const a = u * Math.PI * 2
      const t = (v - 0.5) * 2
      return [Math.cos(a) * 0.075 * (1 - 0.15 * t * t), y + 0.05 + Math.sin(a) * 0.055, t * 0.085]
    },
    24,
    10,
    silk,
  )
  return [loop(1), loop(-1), tail(1), tail(-1), knot]
}

/** Box of incense: paper lid, silk ribbon both ways, a bow. */
export function ribbonBox(paper: string, ribbon: string, pattern: 'hemp' | 'waves' | 'plain' = 'hemp'): Mesh[] {
  const line = { color: linear('#e8dcc0'), strength: 0.42, wide: 0.045 }
  const [w, h, d] = [1.5, 0.42, 0.86]
  const skin = (high: number) =>
    washi(paper, {
      fibre: 0.4,
      art: s => {
        const [a, b] = s.ly > high - 0.006 ? [s.lx, s.lz] : Math.abs(s.lz) > d / 2 - 0.02 ? [s.lx, s.ly] : [s.lz, s.ly]
        if (pattern === 'hemp') hemp(s, a * 6.5, b * 6.5, line)
        if (pattern === 'waves') waves(s, a * 7, b * 7, line)
      },
    })
  const silk = plain(ribbon, { rough: 0.45, spec: 0.7, grain: 0.04, wrap: 0.15 })
  return [
    ...slab(w, h - 0.16, d, 0.014, skin(h)),
    ...place(slab(w + 0.04, 0.22, d + 0.04, 0.018, skin(0.22)), { at: [0, h - 0.22, 0] }),
    ...slab(0.16, h + 0.012, d + 0.056, 0.02, silk),
    ...slab(w + 0.056, h + 0.012, 0.16, 0.02, silk),
    ...bow(ribbon, h + 0.01),
  ]
}

/** Incense stick in a small stone, lit at the tip. */
export function incense(): Mesh[] {
  const stone = revolve(
    [
      [0, 0],
      [0.16, 0],
      [0.19, 0.05],
      [0.15, 0.1],
      [0.03, 0.115],
      [0, 0.1],
    ],
    plain('#57565a', { rough: 0.6, grain: 0.4, spec: 0.3 }),
    { rows: 24, segs: 40 },
  )
  const stick = tube(
    [
      [0, 0.1, 0],
      [0.02, 0.5, 0],
      [0.05, 0.95, 0],
    ],
    0.011,
    plain('#4b3a2c', { rough: 0.9 }),
    { segs: 8 },
  )
  const ember = tube(
    [
      [0.048, 0.93, 0],
      [0.05, 0.95, 0],
      [0.052, 0.97, 0],
    ],
    0.0125,
    s => {
      tint(s, [6, 1.1, 0.25])
    },
    { segs: 8, rows: 4 },
  )
  return [stone, stick, ember]
}
