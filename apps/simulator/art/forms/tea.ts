import { cloth, glaze, lacquer, metal, plain, tint, toward, washi, wood } from '../materials.ts'
import { fbm, hash, noise2, step } from '../random.ts'
import { type Material, type Mesh, place, revolve, sheet, tube, type Touch } from '../render/mesh.ts'
import { linear, type Rgb, type Vec3 } from '../render/vec.ts'
import { liquid } from './ceramics.ts'

/** Seigaiha: waves of overlapping rings. */
export function waves(s: Touch, x: number, y: number, line: Rgb, k: number): void {
  const row = Math.floor(y * 2)
  let best = 9
  for (let j = row - 1; j <= row + 2; j++) {
    const cx = Math.round(x - (j % 2 ? 0.5 : 0)) + (j % 2 ? 0.5 : 0)
    const d = Math.hypot(x - cx, (y - j / 2) * 1.0)
    if (d < 0.5) { best = d; break }
  }
  const ring = Math.abs(((best * 6) % 1) - 0.5)
  toward(s, line, best < 0.5 ? step(0.3, 0.42, ring) * k : 0)
}

/** Asanoha: the hemp-leaf star, drawn by distance to its lines. */
export function hemp(s: Touch, x: number, y: number, line: Rgb, k: number, wide = 0.03): void {
  const q = y / 0.866
  const row = Math.floor(q)
  const a = x - q * 0.5
  const i = Math.floor(a)
  let [p, r] = [a - i, q - row]
  if (p + r > 1) [p, r] = [1 - p, 1 - r]
  const t = 1 - p - r
  const edge = Math.min(p, r, t)
  const spoke = 1 - Math.max(p, r, t) - 2 * edge
  toward(s, line, Math.max(step(wide, wide * 0.4, edge), step(wide * 0.8, wide * 0.3, spoke)) * k)
}

export interface TinLook { paper: string; line: string; lid: string; pattern: 'waves' | 'hemp' | 'plain'; label: string; ink: string; radius: number; height: number }

/** A round tin wrapped in paper, a label with three brush marks, a close lid. */
export function tin(k: TinLook): Mesh[] {
  const [paper, line, label, ink] = [linear(k.paper), linear(k.line), linear(k.label), linear(k.ink)]
  const skin = washi(k.paper, { fibre: 0.6 })
  const wrap: Material = s => {
    skin(s)
    const a = (s.u * 2 * Math.PI * k.radius) / 0.2
    const b = s.ly / 0.2
    if (k.pattern === 'waves') waves(s, a, b, line, 0.75)
    if (k.pattern === 'hemp') hemp(s, a * 0.8, b * 0.8, line, 0.7)
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
  const body = revolve([[0, 0], [k.radius * 0.97, 0], [k.radius, 0.015], [k.radius, h * 0.3], [k.radius, h * 0.6], [k.radius, h * 0.74]], wrap, { sharp: true, segs: 120 })
  const lidSkin = k.lid === 'steel' ? metal('#c9c6bd') : lacquer(k.lid, 0.14)
  const r = k.radius + 0.012
  const lid = revolve([[r - 0.012, h * 0.735], [r, h * 0.74], [r, h * 0.9], [r, h * 0.97], [r - 0.008, h * 0.985], [r - 0.03, h], [r * 0.5, h + 0.004], [0, h + 0.005]], lidSkin, { sharp: true, segs: 96 })
  return [body, lid]
}

/** An invented sign of four strokes: it reads as brushwork, not as a word. */
function glyph(x: number, y: number): number {
  const stroke = (ax: number, ay: number, bx: number, by: number, w: number) => {
    const [dx, dy] = [bx - ax, by - ay]
    const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
    const d = Math.hypot(x - ax - dx * t, (y - ay - dy * t) * 1.3)
    return step(w * (1.15 - t * 0.6), w * (0.75 - t * 0.5), d)
  }
  return Math.max(stroke(-0.55, 0.42, 0.55, 0.5, 0.1), stroke(0, 0.75, -0.02, -0.1, 0.1), stroke(0, 0.2, -0.5, -0.5, 0.09), stroke(0.08, 0.15, 0.55, -0.4, 0.11))
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
    return place([tube([[-len, 0, 0], [0, 0.012, 0.01], [len, 0, 0]], t => 0.011 * (1 - (t - 0.5) ** 2 * 2), m, { segs: 5, rows: 5 })], { at: [Math.cos(a) * d, y, Math.sin(a) * d * 0.8], turn: r(4) * 6.28, roll: (r(5) - 0.5) * 0.5 })[0]!
  })
}

export function chawan(c: { top: string; body: string; low: string; clay: string }, tea = true): Mesh[] {
  const skin = glaze({ ...c, height: 0.62, foot: 0.1, specks: 0.05, cracks: 0.6, gloss: 0.8 })
  const body = revolve([[0, 0.03], [0.22, 0.03], [0.24, 0], [0.28, 0], [0.29, 0.08], [0.44, 0.13], [0.58, 0.26], [0.62, 0.45], [0.615, 0.6], [0.602, 0.622], [0.585, 0.6], [0.575, 0.42], [0.5, 0.24], [0.3, 0.15], [0, 0.13]], skin, { rows: 72, segs: 90 })
  const dent: Mesh = { ...body, pos: body.pos.map((p, i) => (i % 3 === 1 ? p + 0.018 * Math.sin(Math.atan2(body.pos[i + 1]!, body.pos[i - 1]!) * 2 + 1) * p : p)) }
  return tea ? [dent, foam(0.57, 0.4)] : [dent]
}

/** Whisked matcha: fine bubbles, a lighter ring where the whisk was lifted. */
export function foam(radius: number, y: number): Mesh {
  const [deep, pale] = [linear('#54792a'), linear('#a9c46a')]
  return revolve([[0, y + 0.02], [radius * 0.3, y + 0.012], [radius, y]], s => {
    const d = Math.hypot(s.lx, s.lz)
    const swirl = Math.atan2(s.lz, s.lx) + d * 6
    tint(s, deep)
    toward(s, pale, 0.35 + 0.4 * fbm(Math.cos(swirl) * 3 + d * 9, Math.sin(swirl) * 3, 3, 5) + 0.2 * step(0.7, 0.95, noise2(s.lx * 90, s.lz * 90, 7)))
    s.rough = 0.6
    s.spec = 0.3
    s.wrap = 0.3
  }, { rows: 12 })
}

/** Chasen: a bamboo handle that splits into eighty curled tines. */
export function whisk(): Mesh[] {
  const bamboo = wood('#e0c48d', '#b98f52', { board: 99, along: 'y', gloss: 0.5 })
  const pale = plain('#dcc18c', { rough: 0.5, spec: 0.3, wrap: 0.3 })
  const handle = revolve([[0, 0], [0.085, 0], [0.092, 0.02], [0.09, 0.3], [0.098, 0.4], [0.1, 0.44]].map(([r, y]) => [r!, 1.0 - y!] as const), bamboo, { rows: 24, segs: 36 })
  const thread = revolve([[0.1, 0.56], [0.115, 0.53], [0.115, 0.49], [0.108, 0.47]], plain('#3a2a24', { rough: 0.9 }), { rows: 8, segs: 36 })
  const tines = Array.from({ length: 76 }, (_, i) => {
    const a = (i / 76) * Math.PI * 2
    const inner = i % 2
    const p = (r: number, y: number): Vec3 => [Math.cos(a) * r, y, Math.sin(a) * r]
    return tube(inner ? [p(0.08, 0.55), p(0.1, 0.36), p(0.08, 0.16), p(0.03, 0.05)] : [p(0.1, 0.56), p(0.17, 0.36), p(0.19, 0.14), p(0.15, 0.015), p(0.12, 0.03)], 0.0065, pale, { segs: 5, rows: 12 })
  })
  return [handle, thread, ...tines]
}

/** Kraft bag: pillow of paper, folded top with a cord, a label. */
export function teaBag(paper: string, label: string, ink: string): Mesh[] {
  const [lab, dark] = [linear(label), linear(ink)]
  const skin = washi(paper, { fibre: 0.5 })
  const mat: Material = s => {
    skin(s)
    if (s.lz > 0.05 && s.ly < 1.2) {
      const box = Math.max(Math.abs(s.lx) / 0.27, Math.abs(s.ly - 0.56) / 0.33)
      if (box < 1) { tint(s, lab); toward(s, dark, glyph(s.lx / 0.24, (s.ly - 0.58) / 0.3) * 0.9) }
    }
    const k = 11
    s.nx += (fbm(s.lx * k, s.ly * k + s.lz * 4, 3, 71) - 0.5) * 0.55
    s.ny += (fbm(s.lx * k + 40, s.ly * k, 3, 72) - 0.5) * 0.5
  }
  const body = sheet((u, v) => {
    const a = u * Math.PI * 2
    const y = v * 1.38
    const top = step(0.45, 1.3, y)
    const sq = (c: number, p: number) => Math.sign(c) * Math.abs(c) ** p
    const dx = 0.5 + 0.03 * Math.sin(y * 5)
    const dz = 0.27 * (1 - top) + 0.012 + 0.02 * Math.sin(Math.PI * Math.min(1, y))
    return [sq(Math.cos(a), 0.35) * dx * (1 - 0.05 * noise2(y * 4, 3)), y, sq(Math.sin(a), 0.5) * dz]
  }, 80, 50, mat)
  const fold = place([sheet((u, v) => [(u - 0.5) * 1.02, 1.16 + v * 0.25, 0.032 + 0.01 * Math.sin(v * 3)], 20, 6, mat)], {})
  const cord = plain('#7a2e22', { rough: 0.9 })
  const loop = (k: number) => tube([[0, 1.2, 0.09], [k * 0.16, 1.3, 0.12], [k * 0.22, 1.2, 0.13], [k * 0.1, 1.16, 0.12], [0, 1.2, 0.1]], 0.012, cord, { rows: 26, segs: 7 })
  const tail = (k: number) => tube([[0, 1.2, 0.1], [k * 0.05, 1.08, 0.13], [k * 0.11, 0.94, 0.2]], 0.011, cord, { segs: 7 })
  const band = tube([[-0.53, 1.2, 0.02], [-0.3, 1.2, 0.06], [0, 1.2, 0.075], [0.3, 1.2, 0.06], [0.53, 1.2, 0.02]], 0.012, cord, { segs: 7 })
  return [body, ...fold, band, loop(1), loop(-1), tail(1), tail(-1)]
}

/** Side-handled teapot. */
export function kyusu(clay: string): Mesh[] {
  const skin = glaze({ top: clay, body: clay, low: clay, clay, height: 0.7, foot: 0, gloss: 0.35 })
  const mat: Material = s => {
    skin(s)
    s.rough = 0.34
    s.ny += 0.05 * Math.sin(s.ly * 190)
  }
  const body = revolve([[0, 0.02], [0.3, 0.02], [0.33, 0], [0.42, 0.05], [0.57, 0.22], [0.6, 0.36], [0.54, 0.52], [0.4, 0.61], [0.33, 0.625], [0.3, 0.6]], mat, { rows: 60, segs: 84 })
  const lid = revolve([[0.35, 0.615], [0.355, 0.64], [0.3, 0.67], [0.16, 0.7], [0.06, 0.71], [0.05, 0.75], [0.085, 0.79], [0.075, 0.83], [0.03, 0.845], [0, 0.845]], mat, { rows: 44, segs: 60 })
  const spout = tube([[0.48, 0.3, 0], [0.68, 0.36, 0], [0.8, 0.5, 0], [0.9, 0.6, 0]], t => 0.15 - 0.09 * Math.sqrt(t), mat, { segs: 28, rows: 26 })
  const handle = tube([[0, 0.36, 0.5], [0, 0.42, 0.8], [0, 0.5, 1.12], [0, 0.53, 1.2]], t => 0.085 + 0.035 * t, mat, { segs: 24, rows: 24 })
  return [body, lid, spout, ...place([handle], { turn: 0.35 })]
}

export const steeped = liquid
export const napkin = (hex: string): Mesh[] => [sheet((u, v) => [(u - 0.5) * 1.5, 0.012 + 0.012 * noise2(u * 5, v * 5), (v - 0.5) * 1.1], 30, 24, cloth({ color: hex, width: 1.5, height: 1.1, thread: 60 }))]
