import { lacquer, metal, plain, tint, toward, washi, wood } from '../materials.ts'
import { fbm, hash, noise2, step } from '../random.ts'
import { type Material, type Mesh, place, revolve, sheet, slab, tube, type Touch } from '../render/mesh.ts'
import { linear, type Vec3 } from '../render/vec.ts'
import { hemp, waves } from './tea.ts'

/** Stab-bound notebook lying flat: cover paper, page edges, four-hole thread, title slip. */
export function notebook(cover: string, thread: string, pattern: 'plain' | 'hemp' | 'waves' = 'plain'): Mesh[] {
  const line = linear('#e9e2d0')
  const skin = washi(cover, { fibre: 0.6, art: s => {
    if (pattern === 'hemp') hemp(s, s.lx * 5, s.lz * 5, line, 0.5, 0.04)
    if (pattern === 'waves') waves(s, s.lx * 6, s.lz * 6, line, 0.5)
  } })
  const slip = linear('#efe8d8')
  const ink = linear('#2a2624')
  const top: Material = s => {
    skin(s)
    const box = Math.max(Math.abs(s.lx - 0.36) / 0.09, Math.abs(s.lz + 0.3) / 0.3)
    if (s.ly > 0.1 && box < 1) {
      tint(s, slip)
      if (Math.abs(s.lx - 0.36) < 0.028 && Math.abs(s.lz + 0.32) < 0.19) toward(s, ink, step(0.45, 0.6, noise2(s.lx * 22, s.lz * 17, 4)) * 0.9)
    }
  }
  const pages: Material = s => {
    tint(s, linear('#efe7d6'))
    const l = 0.82 + 0.2 * noise2(s.ly * 160, s.lx * 2 + s.lz * 2)
    s.r *= l; s.g *= l; s.b *= l
  }
  const cord = plain(thread, { rough: 0.9 })
  const stitch = [-0.62, -0.21, 0.21, 0.62].map(z => tube([[-0.54, 0.02, z], [-0.545, 0.16, z], [-0.5, 0.172, z], [-0.4, 0.172, z]], 0.008, cord, { segs: 6, rows: 14 }))
  const spine = tube([[-0.4, 0.173, -0.66], [-0.4, 0.173, 0], [-0.4, 0.173, 0.66]], 0.008, cord, { segs: 6, rows: 8 })
  return [...slab(1.06, 0.13, 1.46, 0.012, pages), ...place(slab(1.09, 0.02, 1.49, 0.01, top), { at: [0, 0.15, 0] }), ...slab(1.09, 0.02, 1.49, 0.01, skin), ...stitch, spine]
}

/** Brush along z, tip at the origin side (negative z); a body of lacquer with a gold ring. */
export function brush(body: string, o: { hair?: string; wet?: boolean } = {}): Mesh[] {
  const hair = plain(o.hair ?? '#5b4634', { rough: 0.6, grain: 0.5 })
  const black = plain('#141312', { rough: 0.25, spec: 0.8 })
  const tip = tube([[0, 0, 0], [0, 0, 0.12], [0, 0, 0.3], [0, 0, 0.42]], t => 0.006 + 0.06 * Math.sin(Math.min(1, t * 1.15) * 1.75), o.wet ? black : hair, { segs: 20 })
  const ring = tube([[0, 0, 0.4], [0, 0, 0.45], [0, 0, 0.5]], 0.066, metal('#b9924a', 0.2), { segs: 24 })
  const rod = tube([[0, 0, 0.49], [0, 0, 1.1], [0, 0, 1.9]], t => 0.06 - 0.012 * t, lacquer(body, 0.16), { segs: 28 })
  const end = tube([[0, 0, 1.88], [0, 0, 1.92], [0, 0, 1.97]], t => 0.05 - 0.012 * t, metal('#b9924a', 0.2), { segs: 24 })
  return [tip, ring, rod, end]
}

export const brushCap = (body: string): Mesh[] => [tube([[0, 0, 0], [0, 0, 0.3], [0, 0, 0.62]], t => 0.068 - 0.006 * t, lacquer(body, 0.16), { segs: 28 })]

export const page = (w: number, d: number, art?: (s: Touch) => void, hex = '#efe9dc'): Mesh =>
  sheet((u, v) => [(u - 0.5) * w, 0.008 + 0.03 * Math.max(0, u - 0.86) ** 1.2 * (1 + v), (v - 0.5) * d], 40, 30, washi(hex, { art, fibre: 1.1 }))

/** Sumi painted by code: one dry circle. */
export function enso(s: Touch, x: number, y: number, r: number): void {
  const d = Math.hypot(x, y)
  const a = (Math.atan2(y, x) + Math.PI * 1.4) % (Math.PI * 2)
  const wide = r * (0.2 - 0.1 * (a / 6.28))
  const off = Math.abs(d - r - r * 0.05 * Math.sin(a * 1.3))
  const dry = step(0.2, 0.55, noise2(a * 3.5, d * 60 / r) + (1 - a / 6.1) * 0.75)
  toward(s, linear('#17161a'), step(wide, wide * 0.75, off + (fbm(x * 14, y * 14, 2) - 0.5) * 0.02) * step(6.1, 5.7, a) * step(0, 0.2, a) * dry * 0.93)
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
  const neck = revolve([[0.24, 0.66], [0.19, 0.7], [0.185, 0.74], [0.185, 0.78]], glass, { rows: 16, segs: 48 })
  const top = revolve([[0.215, 0.76], [0.225, 0.775], [0.225, 0.98], [0.21, 1.0], [0.1, 1.005], [0, 1.005]], lacquer(cap, 0.12), { sharp: true, segs: 64 })
  return [...slab(0.84, 0.7, 0.74, 0.12, glass), neck, top]
}

/** Envelope flat on the table, flap to the front, and a cord of two colours. */
export function envelope(hex: string, lining: string, cord?: string): Mesh[] {
  const line = linear(lining)
  const skin = washi(hex, { fibre: 0.8, art: s => {
    const flap = s.lz + 0.36 - (0.5 - Math.abs(s.lx)) * 0.62
    toward(s, linear('#8f8678'), step(0.02, 0, Math.abs(flap)) * 0.3)
    if (s.lz > 0.33) toward(s, line, 0.85)
  } })
  const out: Mesh[] = [...slab(1.0, 0.028, 0.72, 0.008, skin)]
  if (cord) {
    const [a, b] = [plain(cord, { rough: 0.5, spec: 0.5 }), plain('#efe6d3', { rough: 0.5, spec: 0.5 })]
    const strand = (dz: number, m: Material) => tube([[-0.52, 0.01, dz], [-0.49, 0.036, dz], [0, 0.036, dz], [0.49, 0.036, dz], [0.52, 0.01, dz]], 0.009, m, { segs: 8, rows: 30 })
    out.push(strand(0.04, a), strand(0.06, a), strand(0.08, b), strand(0.1, b))
    for (const k of [-1, 1]) {
      out.push(tube([[0, 0.045, 0.07], [k * 0.12, 0.09, -0.03], [k * 0.2, 0.07, -0.02], [k * 0.17, 0.05, 0.07], [0, 0.05, 0.075]], 0.0095, k < 0 ? a : b, { segs: 8, rows: 34 }))
      out.push(tube([[0, 0.045, 0.075], [k * 0.07, 0.07, 0.16], [k * 0.16, 0.045, 0.25]], 0.0095, k < 0 ? a : b, { segs: 8 }))
    }
  }
  return out
}

/** Ribbon bow of flat bands on top of a box at height y. */
export function bow(hex: string, y: number, size = 1): Mesh[] {
  const silk = plain(hex, { rough: 0.45, spec: 0.7, wrap: 0.2, grain: 0.05, sheen: 0.3 })
  const band = (path: readonly Vec3[], width: number) => {
    const n = 40
    return sheet((u, v) => {
      const f = v * (path.length - 1)
      const i = Math.min(path.length - 2, Math.floor(f))
      const t = f - i
      const e = t * t * (3 - 2 * t)
      const [p, q] = [path[i]!, path[i + 1]!]
      const w = width * (0.55 + 0.45 * Math.min(1, Math.abs(v - 0) * 3, Math.abs(1 - v) * 3))
      return [p[0] + (q[0] - p[0]) * e, y + p[1] + (q[1] - p[1]) * e, p[2] + (q[2] - p[2]) * t + (u - 0.5) * w]
    }, 6, n, silk)
  }
  const loop = (k: number) => band([[0, 0.03, 0], [k * 0.2, 0.19, 0], [k * 0.38, 0.21, 0.01], [k * 0.42, 0.1, 0.02], [k * 0.22, 0.03, 0.02], [0, 0.035, 0.0]], 0.17)
  const tail = (k: number) => band([[0, 0.04, 0.02], [k * 0.16, 0.06, 0.14], [k * 0.32, 0.02, 0.26], [k * 0.42, 0.012, 0.34]], 0.15)
  const knot = sheet((u, v) => {
    const a = u * Math.PI * 2
    const t = (v - 0.5) * 2
    return [Math.cos(a) * 0.075 * (1 - 0.15 * t * t), y + 0.05 + Math.sin(a) * 0.055, t * 0.085]
  }, 24, 10, silk)
  return [...place([loop(1), loop(-1), tail(1), tail(-1), knot], { size: 1 })].map(m => (size === 1 ? m : m))
}

/** Box of incense: paper lid, silk ribbon both ways, a bow. */
export function ribbonBox(paper: string, ribbon: string, pattern: 'hemp' | 'waves' | 'plain' = 'hemp'): Mesh[] {
  const line = linear('#e8dcc0')
  const [w, h, d] = [1.5, 0.42, 0.86]
  const skin = washi(paper, { fibre: 0.4, art: s => {
    const [a, b] = s.ly > h - 0.01 ? [s.lx, s.lz] : Math.abs(s.lz) > d / 2 - 0.02 ? [s.lx, s.ly] : [s.lz, s.ly]
    if (pattern === 'hemp') hemp(s, a * 6.5, b * 6.5, line, 0.42, 0.045)
    if (pattern === 'waves') waves(s, a * 7, b * 7, line, 0.42)
  } })
  const silk = plain(ribbon, { rough: 0.45, spec: 0.7, grain: 0.04, wrap: 0.15 })
  return [
    ...slab(w, h - 0.16, d, 0.014, skin), ...place(slab(w + 0.04, 0.22, d + 0.04, 0.018, skin), { at: [0, h - 0.22, 0] }),
    ...slab(0.16, h + 0.012, d + 0.056, 0.02, silk), ...slab(w + 0.056, h + 0.012, 0.16, 0.02, silk), ...bow(ribbon, h + 0.01),
  ]
}

/** Incense stick in a small stone, lit at the tip. */
export function incense(): Mesh[] {
  const stone = revolve([[0, 0], [0.16, 0], [0.19, 0.05], [0.15, 0.1], [0.03, 0.115], [0, 0.1]], plain('#57565a', { rough: 0.6, grain: 0.4, spec: 0.3 }), { rows: 24, segs: 40 })
  const stick = tube([[0, 0.1, 0], [0.02, 0.5, 0], [0.05, 0.95, 0]], 0.011, plain('#4b3a2c', { rough: 0.9 }), { segs: 8 })
  const ember = tube([[0.048, 0.93, 0], [0.05, 0.95, 0], [0.052, 0.97, 0]], 0.0125, s => { tint(s, [6, 1.1, 0.25]) }, { segs: 8, rows: 4 })
  return [stone, stick, ember]
}

export const pebble = (hex: string, seed: number, r = 0.16): Mesh[] => {
  const m = plain(hex, { rough: 0.7, grain: 0.35, spec: 0.2 })
  return [sheet((u, v) => {
    const [a, t] = [u * Math.PI * 2, v * Math.PI]
    const k = r * (1 + 0.15 * Math.sin(a * 2 + seed) + 0.06 * Math.sin(a * 3 + seed * 2))
    return [Math.cos(a) * Math.sin(t) * k, r * 0.45 - Math.cos(t) * r * 0.45, Math.sin(a) * Math.sin(t) * k * (0.75 + 0.2 * hash(seed, 1))]
  }, 40, 24, m)]
}

export const penRest = (): Mesh[] => slab(0.5, 0.1, 0.16, 0.045, wood('#3a2a22', '#1f1512', { board: 99, gloss: 0.8 }))
