import { plain, tint, toward, washi } from '../materials.ts'
import { noise2, step } from '../random.ts'
import { type Material, type Mesh, place, sheet, slab, type Touch, tube } from '../render/mesh.ts'
import { linear } from '../render/vec.ts'
import { hemp, waves } from './patterns.ts'

/** Stab-bound notebook lying flat: cover paper, page edges, four-hole thread, title slip. */
export function notebook(cover: string, thread: string, pattern: 'plain' | 'hemp' | 'waves' = 'plain'): Mesh[] {
  const line = { color: linear('#e9e2d0'), strength: 0.5, wide: 0.04 }
  const skin = washi(cover, {
    fibre: 0.6,
    art: s => {
      if (pattern === 'hemp') hemp(s, s.lx * 5, s.lz * 5, line)
      if (pattern === 'waves') waves(s, s.lx * 6, s.lz * 6, line)
    },
  })
  const slip = linear('#efe8d8')
  const ink = linear('#2a2624')
  const top: Material = s => {
    skin(s)
    const box = Math.max(Math.abs(s.lx - 0.36) / 0.09, Math.abs(s.lz + 0.3) / 0.3)
    if (s.ly > 0.1 && box < 1) {
      tint(s, slip)
      if (Math.abs(s.lx - 0.36) < 0.028 && Math.abs(s.lz + 0.32) < 0.19)
        toward(s, ink, step(0.45, 0.6, noise2(s.lx * 22, s.lz * 17, 4)) * 0.9)
    }
  }
  const pages: Material = s => {
    tint(s, linear('#efe7d6'))
    const l = 0.82 + 0.2 * noise2(s.ly * 160, s.lx * 2 + s.lz * 2)
    s.r *= l
    s.g *= l
    s.b *= l
  }
  const cord = plain(thread, { rough: 0.9 })
  const stitch = [-0.62, -0.21, 0.21, 0.62].map(z =>
    tube(
      [
        [-0.54, 0.02, z],
        [-0.545, 0.16, z],
        [-0.5, 0.172, z],
        [-0.4, 0.172, z],
      ],
      0.008,
      cord,
      { segs: 6, rows: 14 },
    ),
  )
  const spine = tube(
    [
      [-0.4, 0.173, -0.66],
      [-0.4, 0.173, 0],
      [-0.4, 0.173, 0.66],
    ],
    0.008,
    cord,
    { segs: 6, rows: 8 },
  )
  return [
    ...slab(1.06, 0.13, 1.46, 0.012, pages),
    ...place(slab(1.09, 0.02, 1.49, 0.01, top), { at: [0, 0.15, 0] }),
    ...slab(1.09, 0.02, 1.49, 0.01, skin),
    ...stitch,
    spine,
  ]
}

export const page = (w: number, d: number, art?: (s: Touch) => void, hex = '#efe9dc'): Mesh =>
  sheet(
    (u, v) => [(u - 0.5) * w, 0.008 + 0.03 * Math.max(0, u - 0.86) ** 1.2 * (1 + v), (v - 0.5) * d],
    40,
    30,
    washi(hex, { art, fibre: 1.1 }),
  )

/** Envelope flat on the table, flap to the front, and a cord of two colours. */
export function envelope(hex: string, lining: string, cord?: string): Mesh[] {
  const line = linear(lining)
  const skin = washi(hex, {
    fibre: 0.8,
    art: s => {
      const flap = s.lz + 0.36 - (0.5 - Math.abs(s.lx)) * 0.62
      toward(s, linear('#8f8678'), step(0.02, 0, Math.abs(flap)) * 0.3)
      if (s.lz > 0.33) toward(s, line, 0.85)
    },
  })
  const out: Mesh[] = [...slab(1.0, 0.028, 0.72, 0.008, skin)]
  if (cord) {
    const [a, b] = [plain(cord, { rough: 0.5, spec: 0.5 }), plain('#efe6d3', { rough: 0.5, spec: 0.5 })]
    const strand = (dz: number, m: Material) =>
      tube(
        [
          [-0.52, 0.01, dz],
          [-0.49, 0.036, dz],
          [0, 0.036, dz],
          [0.49, 0.036, dz],
          [0.52, 0.01, dz],
        ],
        0.009,
        m,
        { segs: 8, rows: 30 },
      )
    out.push(strand(0.04, a), strand(0.06, a), strand(0.08, b), strand(0.1, b))
    for (const k of [-1, 1]) {
      out.push(
        tube(
          [
            [0, 0.045, 0.07],
            [k * 0.12, 0.09, -0.03],
            [k * 0.2, 0.07, -0.02],
            [k * 0.17, 0.05, 0.07],
            [0, 0.05, 0.075],
          ],
          0.0095,
          k < 0 ? a : b,
          { segs: 8, rows: 34 },
        ),
      )
      out.push(
        tube(
          [
            [0, 0.045, 0.075],
            [k * 0.07, 0.07, 0.16],
            [k * 0.16, 0.045, 0.25],
          ],
          0.0095,
          k < 0 ? a : b,
          { segs: 8 },
        ),
      )
    }
  }
  return out
}
