import { lacquer, metal, plain, tint, toward, wood } from '../materials.ts'
import { fbm, hash, noise2, step } from '../random.ts'
import { type Material, type Mesh, revolve, sheet, slab, type Touch, tube } from '../render/mesh.ts'
import { linear } from '../render/vec.ts'

/** Brush along z, tip at the origin side (negative z); a body of lacquer with a gold ring. */
export function brush(body: string, o: { hair?: string; wet?: boolean } = {}): Mesh[] {
  const hair = plain(o.hair ?? '#5b4634', { rough: 0.6, grain: 0.5 })
  const black = plain('#141312', { rough: 0.25, spec: 0.8 })
  const tip = tube(
    [
      [0, 0, 0],
      [0, 0, 0.12],
      [0, 0, 0.3],
      [0, 0, 0.42],
    ],
    t => 0.006 + 0.06 * Math.sin(Math.min(1, t * 1.15) * 1.75),
    o.wet ? black : hair,
    { segs: 20 },
  )
  const ring = tube(
    [
      [0, 0, 0.4],
      [0, 0, 0.45],
      [0, 0, 0.5],
    ],
    0.066,
    metal('#b9924a', 0.2),
    { segs: 24 },
  )
  const rod = tube(
    [
      [0, 0, 0.49],
      [0, 0, 1.1],
      [0, 0, 1.9],
    ],
    t => 0.06 - 0.012 * t,
    lacquer(body, 0.16),
    { segs: 28 },
  )
  const end = tube(
    [
      [0, 0, 1.88],
      [0, 0, 1.92],
      [0, 0, 1.97],
    ],
    t => 0.05 - 0.012 * t,
    metal('#b9924a', 0.2),
    { segs: 24 },
  )
  return [tip, ring, rod, end]
}

export const brushCap = (body: string): Mesh[] => [
  tube(
    [
      [0, 0, 0],
      [0, 0, 0.3],
      [0, 0, 0.62],
    ],
    t => 0.068 - 0.006 * t,
    lacquer(body, 0.16),
    { segs: 28 },
  ),
]

/** Sumi painted by code: one dry circle. */
export function enso(s: Touch, x: number, y: number, r: number): void {
  const d = Math.hypot(x, y)
  const a = (Math.atan2(y, x) + Math.PI * 1.4) % (Math.PI * 2)
  const wide = r * (0.2 - 0.1 * (a / 6.28))
  const off = Math.abs(d - r - r * 0.05 * Math.sin(a * 1.3))
  const dry = step(0.2, 0.55, noise2(a * 3.5, (d * 60) / r) + (1 - a / 6.1) * 0.75)
  toward(
    s,
    linear('#17161a'),
    step(wide, wide * 0.75, off + (fbm(x * 14, y * 14, 2) - 0.5) * 0.02) * step(6.1, 5.7, a) * step(0, 0.2, a) * dry * 0.93,
  )
}

/** Square bottle of ink with a lacquer cap; the glass is thick and the ink is nearly black. */
export function inkBottle(ink: string, cap: string): Mesh[] {
  const [deep, pale, lab, mark] = [linear(ink), linear('#d8dfe2'), linear('#efe8d8'), linear('#26242a')]
  const glass: Material = s => {
    tint(s, deep)
    toward(s, pale, 0.35 * step(0.06, 0.0, s.ly) + 0.75 * step(0.6, 0.7, s.ly) * step(0.75, 0.62, s.ly))
    s.rough = 0.03
    s.spec = 2.6
    if (s.lz > 0.36) {
      const box = Math.max(Math.abs(s.lx) / 0.2, Math.abs(s.ly - 0.33) / 0.19)
      if (box < 1) {
        tint(s, lab)
        if (box > 0.86 && box < 0.9) toward(s, mark, 0.8)
        const d = Math.hypot(s.lx, s.ly - 0.33)
        toward(s, deep, step(0.085, 0.08, d))
        s.rough = 0.8
        s.spec = 0.2
      }
    }
  }
  const neck = revolve(
    [
      [0.24, 0.66],
      [0.19, 0.7],
      [0.185, 0.74],
      [0.185, 0.78],
    ],
    glass,
    { rows: 16, segs: 48 },
  )
  const top = revolve(
    [
      [0.215, 0.76],
      [0.225, 0.775],
      [0.225, 0.98],
      [0.21, 1.0],
      [0.1, 1.005],
      [0, 1.005],
    ],
    lacquer(cap, 0.12),
    { sharp: true, segs: 64 },
  )
  return [...slab(0.84, 0.7, 0.74, 0.12, glass), neck, top]
}

export const pebble = (hex: string, seed: number, r = 0.16): Mesh[] => {
  const m = plain(hex, { rough: 0.7, grain: 0.35, spec: 0.2 })
  return [
    sheet(
      (u, v) => {
        const [a, t] = [u * Math.PI * 2, v * Math.PI]
        const k = r * (1 + 0.15 * Math.sin(a * 2 + seed) + 0.06 * Math.sin(a * 3 + seed * 2))
        return [
          Math.cos(a) * Math.sin(t) * k,
          r * 0.45 - Math.cos(t) * r * 0.45,
          Math.sin(a) * Math.sin(t) * k * (0.75 + 0.2 * hash(seed, 1)),
        ]
      },
      40,
      24,
      m,
    ),
  ]
}

export const penRest = (): Mesh[] => slab(0.5, 0.1, 0.16, 0.045, wood('#3a2a22', '#1f1512', { board: 99, gloss: 0.8 }))
