import { lacquer, plain, tint, toward, wood } from '../materials.ts'
import { fbm, hash, noise2, step } from '../random.ts'
import { type Material, type Mesh, place, slab } from '../render/mesh.ts'
import { linear, type Vec3 } from '../render/vec.ts'
import { teaCup, wagashi } from './ceramics.ts'
import { ball, frosted, heap, lathe, pillow, signs, wire } from './kit.ts'
import { cam, type Maker } from './staging.ts'

const dough = (hex: string, grain = 0.06) => plain(hex, { rough: 0.75, spec: 0.15, wrap: 0.5, grain })
const paste = (hex: string) => plain(hex, { rough: 0.5, spec: 0.4, grain: 0.4, wrap: 0.1 })
const tray = (w: number, d: number, hex: string): Mesh[] => [
  ...slab(w, 0.05, d, 0.02, lacquer(hex, 0.14)),
  ...[-1, 1].flatMap(k => place(slab(w, 0.11, 0.05, 0.02, lacquer(hex, 0.14)), { at: [0, 0.01, (k * d) / 2] })),
  ...[-1, 1].flatMap(k => place(slab(0.05, 0.11, d, 0.02, lacquer(hex, 0.14)), { at: [(k * w) / 2, 0.01, 0] })),
]
const plateOf = (r: number, hex: string): Mesh[] => [
  lathe(
    `0,.03 ${r * 0.55},.03 ${r * 0.6},0 ${r * 0.66},0 ${r * 0.7},.05 ${r},.13 ${r * 0.98},.15 ${r * 0.6},.07 0,.065`,
    frosted(hex, 0.2),
    { segs: 90 },
  ),
]

/** A chrysanthemum: petals cut into a dome, row on row. */
const mum = (hex: string, heart: string): Mesh[] => [
  pillow(0.48, 0.3, 0.48, dough(hex), {
    flat: 0.9,
    side: 1,
    fine: 96,
    bend: ([x, y, z]) => {
      const [d, a] = [Math.hypot(x, z), Math.atan2(z, x)]
      const k = 1 + 0.09 * Math.abs(Math.sin(a * 8 + Math.floor(d * 14) * 0.4)) * Math.min(1, d * 9)
      return [x * k, y + 0.015 * Math.sin(d * 60) * (y > 0.1 ? 1 : 0), z * k]
    },
  }),
  ...place([ball(0.045, dough(heart), 16)], { at: [0, 0.28, 0] }),
]
/** Two colours of paste round a heart of beans, with one leaf. */
const dew = (a: string, b: string): Mesh[] => {
  const [p, q] = [linear(a), linear(b)]
  return [
    pillow(
      0.44,
      0.36,
      0.44,
      s => {
        tint(s, p)
        toward(s, q, step(-0.12, 0.2, s.lx + s.ly * 0.3 + 0.05 * (noise2(s.lx * 9, s.lz * 9) - 0.5)))
        s.rough = 0.7
        s.wrap = 0.5
        s.spec = 0.15
      },
      { flat: 1, side: 1 },
    ),
    ...place([pillow(0.2, 0.03, 0.1, dough('#6f8f4e'), { flat: 1, side: 1 })], { at: [0.05, 0.34, 0], roll: -0.2, turn: 0.5 }),
  ]
}

function yokan(c: readonly string[]): Mesh[] {
  const [body, seed] = [linear(c[0]!), linear(c[1]!)]
  const jelly: Material = s => {
    tint(s, body)
    const [i, j] = [Math.floor(s.lz * 4.5 + 9), Math.floor(s.ly * 5)]
    const d = Math.hypot(s.lz * 4.5 + 9 - i - 0.3 - 0.4 * hash(i, j, 5), s.ly * 5 - j - 0.3 - 0.4 * hash(j, i, 6))
    if (hash(i, j, 7) > 0.35 && Math.abs(s.ly - 0.2) < 0.185 && Math.abs(s.lz) < 0.235) toward(s, seed, step(0.3, 0.22, d) * 0.95)
    s.rough = 0.12
    s.spec = 0.9
    s.wrap = 0.35
  }
  const piece = (w: number) => slab(w, 0.4, 0.5, 0.02, jelly)
  return [
    ...slab(2.2, 0.06, 0.8, 0.025, lacquer(c[2]!, 0.2)),
    ...place(piece(0.95), { at: [-0.46, 0.06, 0], turn: 0 }),
    ...place(piece(0.17), { at: [0.2, 0.075, 0.02], roll: -0.16, turn: 0.06 }),
    ...place(piece(0.17), { at: [0.44, 0.09, 0.03], roll: -0.42, turn: 0.1 }),
    ...place(piece(0.17), { at: [1.02, 0.145, 0.05], roll: 1.571, turn: 0.1 }),
  ]
}

/** Sugar stars: small balls with blunt horns. */
function stars(colours: readonly string[], count: number, radius: number, high: number): Mesh[] {
  const mats = colours.map(h => frosted(h, 0.5))
  return heap(count, radius, high, 5).flatMap(([x, y, z, r], i) => {
    const size = 0.075 + 0.02 * r
    const star = pillow(size * 2, size * 2, size * 2, mats[i % mats.length]!, {
      flat: 1,
      side: 1,
      fine: 26,
      bend: ([px, py, pz]) => {
        const [a, t] = [Math.atan2(pz, px), Math.atan2(Math.hypot(px, pz), py - size)]
        const k = 1 + 0.24 * Math.max(0, Math.sin(a * 4 + r * 6) * Math.sin(t * 5 + r))
        return [px * k, (py - size) * k + size, pz * k]
      },
    })
    return place([star], { at: [x, y, z], turn: r * 6 })
  })
}

/** Two browned rounds with bean paste between them. */
const pancake = (edge: string, face: string, fill: string): Mesh[] => {
  const [pale, brown] = [linear(edge), linear(face)]
  const crust: Material = s => {
    const d = Math.hypot(s.lx, s.lz)
    tint(s, pale)
    toward(
      s,
      brown,
      step(0.56, 0.47, d + 0.05 * (noise2(s.lx * 6, s.lz * 6, 3) - 0.5)) * (0.86 + 0.2 * fbm(s.lx * 8, s.lz * 8, 2, 4)),
    )
    s.nx += (noise2(s.lx * 50, s.lz * 50, 2) - 0.5) * 0.15
    s.rough = 0.6
    s.spec = 0.25
    s.wrap = 0.25
  }
  const half = (up: boolean): Mesh[] =>
    place([pillow(1.16, 0.22, 1.16, crust, { flat: 0.85, side: 1, fine: 56 })], up ? { at: [0, 0.13, 0] } : {})
  return [...half(false), lathe('0,.1 .5,.11 .54,.17,.05 .5,.24 0,.24', paste(fill)), ...half(true)]
}

const skewer = (hexes: readonly string[], shine: boolean): Mesh[] => [
  wire('-.62,.16,0 0,.16,0 .9,.17,0', 0.016, wood('#d9c08c', '#a9884e', { board: 99 }), { segs: 8 }),
  ...hexes.flatMap((h, i) =>
    place([ball(0.165, shine ? plain(h, { rough: 0.1, spec: 1.3, wrap: 0.4, grain: 0.3 }) : dough(h), 36)], {
      at: [-0.42 + i * 0.305, 0, 0],
    }),
  ),
]

/** Pressed sugar in a box with partitions: each a different flower of the season. */
function pressed(c: readonly string[]): Mesh[] {
  const out: Mesh[] = []
  const cedar = wood('#d8bd93', '#a98a5c', { board: 99 })
  out.push(...slab(1.9, 0.06, 1.4, 0.02, cedar))
  for (const [w, d, x, z] of [
    [1.9, 0.06, 0, -0.67],
    [1.9, 0.06, 0, 0.67],
    [0.06, 1.4, -0.92, 0],
    [0.06, 1.4, 0.92, 0],
  ] as const)
    out.push(...place(slab(w, 0.26, d, 0.015, cedar), { at: [x, 0.02, z] }))
  for (let i = 0; i < 12; i++) {
    const [col, row] = [i % 4, Math.floor(i / 4)]
    const lobes = [5, 8, 6, 3][(i * 7) % 4]!
    const piece = pillow(0.34, 0.14, 0.34, dough(c[i % 3]!, 0.15), {
      flat: 0.35,
      side: 1,
      fine: 60,
      bend: ([x, y, z]) => {
        const [d, a] = [Math.hypot(x, z), Math.atan2(z, x)]
        const k = 1 + 0.12 * Math.cos(a * lobes)
        return [x * k, y + (y > 0.07 ? 0.016 * Math.cos(a * lobes) * Math.min(1, d * 12) - 0.03 * step(0.05, 0, d) : 0), z * k]
      },
    })
    out.push(...place([piece], { at: [-0.64 + col * 0.425, 0.06, -0.4 + row * 0.4], turn: i }))
  }
  return out
}

/** Crisp wafer stamped with a flower, filled with beans. */
function wafer(hex: string, fill: string): Mesh[] {
  const c = linear(hex)
  const crisp: Material = s => {
    tint(s, c)
    const d = Math.hypot(s.lx, s.lz)
    const k =
      0.84 + 0.2 * noise2(s.lx * 40, s.lz * 40, 2) - 0.14 * signs.blossom(s.lx / 0.4, s.lz / 0.4) + 0.1 * step(0.3, 0.45, d)
    s.r *= k
    s.g *= k
    s.b *= k * 0.98
    s.rough = 0.85
    s.wrap = 0.2
  }
  const shell = (): Mesh =>
    pillow(0.92, 0.2, 0.92, crisp, {
      flat: 0.5,
      side: 1,
      fine: 110,
      bend: ([x, y, z]) => {
        const [d, a] = [Math.hypot(x, z), Math.atan2(z, x)]
        return [x, y + 0.013 * Math.cos(a * 16) * step(0.16, 0.3, d) * (y > 0.08 ? 1 : -1), z]
      },
    })
  return [shell(), lathe('0,.15 .38,.15 .42,.2,.04 .38,.26 0,.26', paste(fill)), ...place([shell()], { at: [0, 0.22, 0] })]
}

const cup = (at: Vec3): Mesh[] =>
  place(teaCup({ top: '#dfe0cf', body: '#d8d6c0', low: '#c9b99a', clay: '#93684a' }, '#9aa03e'), { at, size: 0.6 })

/** Sweets of the season. */
export const sweets = {
  namagashi: c => ({
    hero: [
      ...place(wagashi(c[0]!, '#e0b24a'), { at: [-0.42, 0.06, 0.3], size: 1.75, turn: 0.3 }),
      ...place(mum(c[1]!, '#e0b24a'), { at: [0.4, 0.06, 0.3], size: 1.35 }),
      ...place(dew(c[2]!, c[0]!), { at: [-0.38, 0.06, -0.36], turn: 0.4, size: 1.35 }),
      ...place(mum(c[3]!, '#f3e3b8'), { at: [0.42, 0.06, -0.36], size: 1.25, turn: 0.5 }),
    ],
    props: tray(1.7, 1.5, '#231714'),
    front: cam([0.1, 2.9, 3.8], [0, 0.12, 0.02], 25),
    detail: cam([0.6, 1.3, 2.0], [0.02, 0.15, 0.1], 28),
  }),
  yokan: c => ({
    hero: place(yokan(c), { turn: 0.24 }),
    props: cup([-0.75, 0, -0.95]),
    front: cam([0.1, 1.9, 4.8], [0.05, 0.2, 0], 25),
    detail: cam([1.3, 1.0, 2.0], [0.3, 0.26, 0.1], 28),
  }),
  konpeito: c => ({
    hero: [
      lathe('0,.02 .3,.02 .32,0 .4,0 .42,.06 .62,.24 .66,.4 .63,.42 .56,.28 .3,.16 0,.14', frosted('#f4f1ea', 0.2), { segs: 90 }),
      ...place(stars(c, 64, 0.52, 0.22), { at: [0, 0.22, 0] }),
      ...place(stars(c, 5, 0.3, 0), { at: [0.62, 0, 0.78] }),
    ],
    front: cam([0.1, 2.0, 4.4], [0.1, 0.25, 0], 25),
    detail: cam([0.5, 1.5, 1.9], [0.08, 0.36, 0], 27),
  }),
  dorayaki: c => ({
    hero: [
      ...place(pancake('#e0b877', c[0]!, c[1]!), { at: [-0.14, 0.1, 0], turn: 0.4 }),
      ...place(pancake('#e0b877', c[0]!, c[1]!), { at: [-0.08, 0.44, 0.02], turn: 2 }),
      ...place(pancake('#e0b877', c[0]!, c[1]!), { at: [0.62, 0.54, 0.42], roll: -1.05, turn: -0.35, size: 0.96 }),
    ],
    props: plateOf(1.12, '#3f4d5c'),
    front: cam([0.1, 1.7, 5.0], [0.08, 0.42, 0], 26),
    detail: cam([0.8, 1.2, 2.4], [0.1, 0.5, 0.1], 28),
  }),
  dango: c => ({
    hero: [0, 1, 2].flatMap(i =>
      place(skewer(c.slice(0, 3), c[3] === 'shine'), { at: [-0.05, 0.06, -0.42 + i * 0.42], turn: 0.24 + (i - 1) * 0.06 }),
    ),
    props: [...slab(1.9, 0.06, 1.5, 0.03, lacquer('#20191a', 0.18)), ...cup([0.98, 0, -0.9])],
    front: cam([0.1, 2.5, 4.5], [0.08, 0.1, -0.05], 26),
    detail: cam([-0.7, 1.2, 1.9], [-0.14, 0.18, 0.1], 28),
  }),
  higashi: c => ({
    hero: place(pressed(c), { turn: 0.16 }),
    front: cam([0.1, 3.0, 3.9], [0, 0.05, 0.02], 26),
    detail: cam([-0.6, 1.5, 1.9], [-0.1, 0.12, 0.1], 28),
  }),
  monaka: c => ({
    hero: [
      ...place(wafer(c[0]!, c[1]!), { at: [-0.36, 0.12, 0.1], turn: 0.4 }),
      ...place(wafer(c[2]!, c[1]!), { at: [0.3, 0.42, -0.36], pitch: 1.02, turn: -0.24 }),
      ...place(wafer(c[2]!, c[1]!), { at: [0.62, 0.12, 0.36], turn: 1, size: 0.86 }),
    ],
    props: slab(2.3, 0.1, 1.5, 0.03, wood('#7d5834', '#4b3018', { board: 99 })),
    front: cam([0.1, 2.1, 4.5], [0.1, 0.26, 0.02], 26),
    detail: cam([-0.6, 1.2, 2.0], [-0.14, 0.3, 0.1], 28),
  }),
} satisfies Record<string, Maker>
