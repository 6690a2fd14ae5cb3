import { tint, toward, washi, wood } from '../materials.ts'
import { fbm, hash, noise2, step } from '../random.ts'
import { type Material, type Mesh, place, sheet, slab, type Touch } from '../render/mesh.ts'
import { linear, type Vec3 } from '../render/vec.ts'
import { facets, lathe, signs, wire } from './kit.ts'
import { hemp, waves } from './patterns.ts'
import { cam, type Maker } from './staging.ts'

/** Printed paper patterns by name, on any two coordinates. */
function print(s: Touch, pattern: string, x: number, y: number, hex: string): void {
  const color = linear(hex)
  if (pattern === 'hemp') hemp(s, x * 4, y * 4, { color, strength: 0.75, wide: 0.045 })
  if (pattern === 'waves') waves(s, x * 4.4, y * 4.4, { color, strength: 0.75 })
  if (pattern === 'blossom') {
    const [p, q] = [x * 2.6 + (Math.floor(y * 2.6 + 20) % 2) * 0.5 + 20, y * 2.6 + 20]
    toward(s, color, signs.blossom(((p % 1) - 0.5) * 2.3, ((q % 1) - 0.5) * 2.3) * 0.9)
  }
  if (pattern === 'arrow') {
    const p = ((x * 4 + 20) % 1) - 0.5
    const q = (y * 3 + (p > 0 ? p : -p) * 0.8 + 20) % 1
    toward(s, color, step(0.48, 0.5, q) * step(0.98, 0.96, q) * 0.8 * step(0.02, 0.05, Math.abs(p)))
  }
}
const printed = (paper: string, pattern: string, ink: string): Material =>
  washi(paper, { fibre: 0.8, art: s => print(s, pattern, s.lx, s.lz, ink) })

/** Paper lantern: ribs of bamboo, light inside. Colours: paper, glow, frame. */
function lamp(c: readonly string[], high: number): Mesh[] {
  const [paper, glow] = [linear(c[0]!), linear(c[1]!)]
  const lit: Material = s => {
    const h = s.ly / high
    const [p, q] = [Math.atan2(s.lz, s.lx) * 2, s.ly * 3]
    const fibre = 0.9 + 0.2 * fbm(p * 3, q * 3, 3, 5)
    const heart = 1 - Math.abs(h - 0.45) * 1.5
    const rib = 1 - 0.3 * step(0.4, 0.5, Math.abs(((h * 13) % 1) - 0.5))
    tint(s, paper)
    toward(s, glow, 0.35 + 0.3 * (1 - heart))
    const k = (0.55 + 1.15 * Math.max(0, heart) * (0.3 + 0.7 * Math.max(0, s.nz))) * fibre * rib
    s.r *= k
    s.g *= k
    s.b *= k
    s.wrap = 0.9
    s.rough = 0.9
  }
  const frame = wood(c[2]!, '#2a1a10', { board: 99, gloss: 0.4 })
  return [
    lathe(`0,.02 .34,.02 .36,.08 .36,.1 .3,.12`, frame),
    ...place(
      [lathe(`.3,0 .46,${high * 0.14},.1 .58,${high * 0.42},.25 .5,${high * 0.78},.2 .26,${high},.06`, lit, { segs: 80 })],
      { at: [0, 0.1, 0] },
    ),
    lathe(`.24,${high + 0.09} .28,${high + 0.1} .28,${high + 0.16} .2,${high + 0.16}`, frame),
    ...[0, 1, 2].map(i =>
      wire(
        `${Math.cos(i * 2.1) * 0.3},0,${Math.sin(i * 2.1) * 0.3} ${Math.cos(i * 2.1) * 0.3},.03,${Math.sin(i * 2.1) * 0.3} ${Math.cos(i * 2.1) * 0.3},.06,${Math.sin(i * 2.1) * 0.3}`,
        0.05,
        frame,
      ),
    ),
  ]
}

const leafOf = (hex: string, w: number, d: number, seed: number): Mesh =>
  sheet(
    (u, v) => {
      const rag = 0.014 * (noise2(u * 30 + seed, v * 30, seed) - 0.5)
      const edge = u === 0 || u === 1 || v === 0 || v === 1 ? rag : 0
      return [(u - 0.5) * w + edge * 2, 0.01 + 0.05 * Math.max(0, u - 0.8) ** 1.4 * (1 + v), (v - 0.5) * d + edge * 2]
    },
    40,
    40,
    washi(hex, { fibre: 1.6 }),
  )

/** Folding fan, open, standing on its rivet against the wall behind. */
function fan(c: readonly string[]): Mesh[] {
  const [a, b, gold] = [linear(c[0]!), linear(c[1]!), linear(c[2]!)]
  const folds = 24
  const span = 2.35
  const turnAt = (u: number) => Math.PI / 2 + span * (0.5 - u)
  const paper: Material = s => {
    const [x, y] = [s.lx, s.ly]
    const r = Math.hypot(x, y)
    tint(s, a)
    toward(s, b, step(0.9, 1.45, r + 0.2 * fbm(x * 2, y * 2, 2, 4)))
    const hill = y - 0.95 - 0.16 * Math.sin(x * 3 + 1) - 0.1 * Math.sin(x * 7)
    toward(s, gold, step(0.015, 0.004, Math.abs(hill)) * 0.9 + 0.8 * step(0.14, 0.13, Math.hypot(x - 0.42, y - 1.28)))
    s.rough = 0.85
    s.wrap = 0.3
  }
  const leaf = sheet(
    (u, v) => {
      const t = turnAt(u)
      const r = 0.62 + v * 0.88
      const zig = ((Math.round(u * folds * 2) % 2) - 0.5) * 0.07 * (0.5 + 0.5 * v)
      return [Math.cos(t) * r, Math.sin(t) * r, zig]
    },
    folds * 2,
    20,
    paper,
  )
  const bamboo = wood(c[3]!, '#7d5834', { board: 99, gloss: 0.4 })
  const ribs = Array.from({ length: folds + 1 }, (_, i) => {
    const t = turnAt(i / folds)
    return wire(
      `0,0,.0 ${Math.cos(t) * 0.3},${Math.sin(t) * 0.3},-.01 ${Math.cos(t) * 0.68},${Math.sin(t) * 0.68},-.02`,
      0.017,
      bamboo,
      { segs: 6, rows: 8 },
    )
  })
  const guards = [0, 1].map(u => {
    const t = turnAt(u)
    return wire(
      `0,0,.03 ${Math.cos(t) * 0.7},${Math.sin(t) * 0.7},.03 ${Math.cos(t) * 1.52},${Math.sin(t) * 1.52},.03`,
      0.034,
      bamboo,
      { segs: 8 },
    )
  })
  return place([leaf, ...ribs, ...guards], { at: [0, 0.02, 0], pitch: -0.2 })
}

/** The folded crane: body, neck with a beak, tail, two wings. */
function crane(paper: Material): Mesh[] {
  const P = (x: number, y: number, z: number): Vec3 => [x, y, z]
  const wing = (k: number): Vec3[][] => [
    [P(-0.24, 0.22, k * 0.03), P(0.24, 0.22, k * 0.03), P(0.2, 0.42, k * 0.4), P(0.02, 0.56, k * 0.86), P(-0.22, 0.42, k * 0.44)],
  ]
  const side = (k: number): Vec3[][] => [
    [P(-0.28, 0.24, 0), P(-0.1, 0, 0), P(0.1, 0, 0), P(0.28, 0.24, 0), P(0, 0.36, k * 0.1)],
    [P(0.26, 0.26, k * 0.09), P(0.06, 0.02, k * 0.02), P(0.58, 0.64, 0)],
    [P(-0.26, 0.26, k * 0.09), P(-0.06, 0.02, k * 0.02), P(-0.66, 0.6, 0)],
    [P(0.58, 0.64, 0), P(0.5, 0.52, k * 0.05), P(0.8, 0.46, 0)],
  ]
  return [facets([...wing(1), ...wing(-1), ...side(1), ...side(-1)], paper)]
}

/** Small folding screen: gold leaf, clouds and a mountain over its panels. */
function screen(c: readonly string[], panels: number): Mesh[] {
  const [gold, hill, sun] = [linear(c[0]!), linear(c[1]!), linear(c[2]!)]
  const [w, h] = [0.62, 1.5]
  return Array.from({ length: panels }, (_, i) => {
    const x0 = (i - (panels - 1) / 2) * w
    const face: Material = s => {
      const x = x0 + s.lx
      const y = s.ly
      tint(s, gold)
      const leafEdge = Math.min((((x * 3.2 + 20) % 1) + 1) % 1, (((y * 3.2 + 20) % 1) + 1) % 1)
      const k = 0.86 + 0.2 * hash(Math.floor(x * 3.2 + 20), Math.floor(y * 3.2 + 20), 3) - 0.12 * step(0.03, 0, leafEdge)
      s.r *= k
      s.g *= k
      s.b *= k
      const ridge = 0.5 + 0.32 * Math.sin(x * 1.7 + 0.6) + 0.08 * Math.sin(x * 5)
      toward(s, hill, step(ridge + 0.01, ridge - 0.01, y) * (0.65 + 0.35 * step(0.1, 0.9, y)))
      toward(s, sun, step(0.205, 0.195, Math.hypot(x - w * 0.9, y - 1.08)))
      const cloud = Math.abs(y - 0.5 - 0.1 * Math.sin(x * 3)) - 0.06 - 0.04 * Math.sin(x * 6 + 1)
      toward(s, gold, step(0.02, 0, cloud) * 0.9)
      if (Math.abs(s.lx) > w / 2 - 0.025 || y < 0.03 || y > h - 0.03) tint(s, [0.012, 0.01, 0.012])
      s.rough = 0.35
      s.spec = 1
    }
    return place(slab(w, h, 0.035, 0.01, face), { at: [x0 * 0.9, 0, (i % 2 ? -1 : 1) * 0.0], turn: (i % 2 ? 1 : -1) * 0.45 })
  }).flat()
}

/** A lidded box: its board, and the print of its lid. */
const box = ([w, h, d]: Vec3, paper: string, pattern: string, ink: string): Mesh[] => {
  const art = (s: Touch) => print(s, pattern, Math.abs(s.lz) > d / 2 - 0.02 ? s.lx : s.lz, s.ly > h - 0.2 ? s.lz : s.ly, ink)
  return [
    ...slab(w, h - 0.1, d, 0.015, washi(paper, { fibre: 0.6 })),
    ...place(slab(w + 0.05, h * 0.55, d + 0.05, 0.02, washi(paper, { fibre: 0.6, art })), { at: [0, h * 0.45, 0] }),
  ]
}

/** Things of paper. */
export const papercraft = {
  lamp: c => ({
    hero: lamp(c, c[3] === 'tall' ? 1.7 : 1.25),
    front: cam([0.1, 1.3, 5.9], [0, 0.8, 0], 24),
    detail: cam([0.5, 1.2, 2.6], [0.05, 0.8, 0], 28),
  }),
  sheets: c => ({
    hero: c.flatMap((h, i) =>
      place([leafOf(h, 1.3, 1.75, i + 2)], { at: [-0.34 + i * 0.13, i * 0.006, 0.1 - i * 0.03], turn: 0.5 - i * 0.2 }),
    ),
    front: cam([0.1, 3.8, 3.1], [0.04, 0, 0.02], 31),
    detail: cam([0.8, 1.2, 1.6], [0.3, 0, 0.2], 30),
  }),
  fan: c => ({
    hero: fan(c),
    front: cam([0.1, 1.5, 6.4], [0, 0.7, -0.2], 28),
    detail: cam([0.7, 1.3, 2.8], [0.15, 0.95, -0.2], 29),
  }),
  chiyogami: c => ({
    hero: [
      ...place(slab(1.1, 0.09, 1.1, 0.005, printed(c[0]!, 'hemp', c[1]!)), { at: [-0.46, 0, -0.2], turn: 0.3 }),
      ...place([sheet((u, v) => [(u - 0.5) * 1.1, 0.012, (v - 0.5) * 1.1], 20, 20, printed(c[1]!, 'waves', c[2]!))], {
        at: [0.42, 0.0, -0.3],
        turn: -0.25,
      }),
      ...place(
        [sheet((u, v) => [(u - 0.5) * 1.1, 0.012 + 0.14 * u * u * v, (v - 0.5) * 1.1], 30, 30, printed(c[2]!, 'blossom', c[0]!))],
        { at: [0.1, 0.1, 0.42], turn: 0.12 },
      ),
    ],
    front: cam([0.1, 3.6, 2.9], [0, 0, 0.04], 29),
    detail: cam([0.7, 1.3, 1.7], [0.1, 0.1, 0.3], 29),
  }),
  boxes: c => ({
    hero: [
      ...place(box([1.5, 0.56, 1.1], c[0]!, 'arrow', c[3]!), { turn: 0.3 }),
      ...place(box([1.12, 0.46, 0.82], c[1]!, 'blossom', c[3]!), { at: [0.02, 0.56, 0], turn: -0.14 }),
      ...place(box([0.74, 0.36, 0.54], c[2]!, 'hemp', c[3]!), { at: [0, 1.02, 0], turn: 0.5 }),
    ],
    front: cam([0.1, 1.9, 5.5], [0.02, 0.6, 0], 25),
    detail: cam([0.9, 1.7, 2.7], [0.05, 0.85, 0.05], 28),
  }),
  cranes: c => ({
    hero: [
      ...place(crane(printed(c[0]!, 'waves', c[3]!)), { at: [-0.36, 0, 0.36], turn: -0.8, size: 0.86 }),
      ...place(crane(printed(c[1]!, 'blossom', c[3]!)), { at: [0.58, 0, 0.06], turn: -0.95, size: 0.78 }),
      ...place(crane(printed(c[2]!, 'hemp', c[3]!)), { at: [-0.2, 0, -0.7], turn: -1.1, size: 0.74 }),
    ],
    front: cam([0.1, 2.2, 4.7], [0.04, 0.24, -0.05], 27),
    detail: cam([0.2, 1.2, 2.0], [-0.22, 0.36, 0.2], 29),
  }),
  screen: c => ({
    hero: screen(c, c[3] === 'two' ? 2 : 4),
    front: cam([0.1, 1.5, 6.0], [0, 0.7, 0], 25),
    detail: cam([0.9, 1.2, 2.9], [0.2, 0.9, 0], 28),
  }),
} satisfies Record<string, Maker>
