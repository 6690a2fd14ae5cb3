import { metal, plain, tint, toward, washi, wood } from '../materials.ts'
import { hash, noise2, step } from '../random.ts'
import { type Material, type Mesh, place, sheet, slab, tube } from '../render/mesh.ts'
import { linear, type Vec3 } from '../render/vec.ts'
import { beaten, canvas, frosted, labelled, lathe, pillow, signs, wire } from './kit.ts'
import { hemp, waves } from './patterns.ts'
import { cam, type Maker } from './staging.ts'

const scent = (hex: string) => plain(hex, { rough: 0.95, grain: 0.4 })
const stick = (hex: string, long: number): Mesh =>
  wire(`${-long / 2},0,0 0,0,0 ${long / 2},0,0`, 0.014, scent(hex), { segs: 6, rows: 4 })

/** Long paper box with its lid off, sticks in a paper band. Colours: box, sticks, band, ink. */
function openBox(c: readonly string[]): Mesh[] {
  const paper = washi(c[0]!, { fibre: 0.7 })
  const [w, d] = [2.1, 0.5]
  const walls = [
    ...slab(w, 0.03, d, 0.01, paper),
    ...[-1, 1].flatMap(k => place(slab(w, 0.2, 0.03, 0.01, paper), { at: [0, 0, (k * d) / 2] })),
    ...[-1, 1].flatMap(k => place(slab(0.03, 0.2, d, 0.01, paper), { at: [(k * w) / 2, 0, 0] })),
  ]
  const bundle = Array.from({ length: 42 }, (_, i) => {
    const [col, row] = [i % 14, Math.floor(i / 14)]
    return place([stick(c[1]!, 1.9 + hash(i, 3) * 0.06)], {
      at: [(hash(i, 2) - 0.5) * 0.04, 0.05 + row * 0.06, -0.2 + col * 0.031],
      turn: (hash(i, 5) - 0.5) * 0.008,
    })[0]!
  })
  const band = place(
    slab(
      0.3,
      0.03,
      0.46,
      0.008,
      washi(c[2]!, { fibre: 0.5, art: s => toward(s, linear(c[3]!), signs.smoke(s.lx / 0.17, s.lz / 0.2)) }),
    ),
    { at: [-0.3, 0.185, 0] },
  )
  const lid = slab(
    w + 0.06,
    0.2,
    d + 0.06,
    0.015,
    washi(c[0]!, {
      fibre: 0.7,
      art: s => {
        if (s.ly < 0.19) return
        const box = Math.max(Math.abs(s.lx + 0.55) / 0.36, Math.abs(s.lz) / 0.17)
        if (box < 1) {
          tint(s, linear(c[2]!))
          toward(s, linear(c[3]!), signs.smoke((s.lx + 0.55) / 0.24, s.lz / 0.2))
        }
      },
    }),
  )
  return [
    ...place([...walls, ...bundle, ...band], { at: [0, 0, 0.3], turn: 0.22 }),
    ...place(lid, { at: [0.08, 0, -0.5], turn: 0.1 }),
  ]
}

/** A flat spiral that burns for hours. */
const coil = (hex: string, r: number): Mesh =>
  tube(
    Array.from({ length: 70 }, (_, i): Vec3 => {
      const a = i * 0.3
      const k = 0.05 + (r - 0.05) * (i / 69)
      return [Math.cos(a) * k, 0.03, Math.sin(a) * k]
    }),
    0.032,
    scent(hex),
    { rows: 260, segs: 8 },
  )

/** A pouch of scented wood, gathered under a silk cord. */
export function pouch(c: readonly string[], pattern: string, w = 0.84): Mesh[] {
  const white = linear(c[1]!)
  const silk = canvas(
    c[0]!,
    s => {
      if (pattern === 'hemp') hemp(s, s.lx * 5, s.ly * 5, { color: white, strength: 0.6, wide: 0.045 })
      if (pattern === 'waves') waves(s, s.lx * 5, s.ly * 5, { color: white, strength: 0.6 })
      if (pattern === 'dots')
        toward(s, white, 0.8 * step(0.16, 0.12, Math.hypot(((s.lx * 7 + 50) % 1) - 0.5, ((s.ly * 7 + 50) % 1) - 0.5) / 1.6))
      if (pattern === 'blossom')
        toward(s, white, 0.8 * signs.blossom((((s.lx * 3.2 + 50) % 1) - 0.5) * 2.4, (((s.ly * 3.2 + 50) % 1) - 0.5) * 2.4))
    },
    120,
  )
  const body = sheet(
    (u, v) => {
      const a = u * Math.PI * 2
      const y = v * 1.0
      const belly = v < 0.62 ? Math.sin((0.16 + 0.84 * (v / 0.62)) * Math.PI * 0.62) ** 0.6 : 0
      const neck = v < 0.62 ? belly : v < 0.74 ? 0.94 - (0.94 - 0.3) * step(0.62, 0.74, v) : 0.3 + 0.42 * step(0.74, 1, v)
      const k = v === 0 ? 0 : neck
      const pleat = 1 + (v > 0.5 ? 0.13 * step(0.5, 0.74, v) : 0) * Math.sin(a * 9)
      return [Math.cos(a) * w * 0.5 * k * pleat, y, Math.sin(a) * w * 0.36 * k * pleat]
    },
    120,
    60,
    silk,
  )
  const cord = plain(c[2]!, { rough: 0.5, spec: 0.5, grain: 0.2 })
  const ring = tube(
    Array.from({ length: 13 }, (_, i): Vec3 => [Math.cos(i * 0.5236) * w * 0.165, 0.745, Math.sin(i * 0.5236) * w * 0.125]),
    0.026,
    cord,
    { rows: 40 },
  )
  const bow = [-1, 1].flatMap(k => [
    wire(`0,.74,.13 ${k * 0.2},.84,.2 ${k * 0.3},.74,.22 ${k * 0.16},.68,.2 0,.74,.15`, 0.02, cord, { rows: 40 }),
    wire(`0,.74,.14 ${k * 0.08},.56,.32 ${k * 0.16},.34,.36 ${k * 0.2},.22,.36`, 0.018, cord),
    ...place([lathe('0,0 .05,.01 .04,.16 .03,.2 0,.2', cord)], { at: [k * 0.205, 0.04, 0.36] }),
  ])
  return [body, ring, ...bow]
}

function cones(c: readonly string[]): Mesh[] {
  const dish = pillow(1.7, 0.12, 1.1, frosted(c[1]!, 0.2), {
    flat: 0.5,
    side: 0.9,
    bend: ([x, y, z]) => [x, y + 0.22 * (Math.abs(x) / 0.85) ** 3, z * (1 - 0.25 * Math.abs(x))],
  })
  const cone = (hex: string) => lathe('0,0 .13,0 .135,.03 .03,.36,.03 0,.38', scent(hex), { segs: 36 })
  return [dish, ...heap9.map(([x, z], i) => place([cone(i % 3 ? c[0]! : c[2]!)], { at: [x, 0.12, z] })[0]!)]
}
const heap9 = [
  [-0.42, -0.1],
  [-0.14, -0.22],
  [0.16, -0.2],
  [0.44, -0.06],
  [-0.28, 0.16],
  [0.02, 0.06],
  [0.3, 0.2],
] as const

/** A stone of brass with one hole, and a stick in it. */
const holder = (c: readonly string[]): Mesh[] => [
  lathe('0,0 .5,0 .86,.02 .92,.1 .88,.11 .5,.05 0,.05', plain(c[1]!, { rough: 0.5, spec: 0.5, grain: 0.3 }), { segs: 90 }),
  ...place([pillow(0.72, 0.44, 0.56, beaten(c[0]!, { dents: 9, deep: 0.16 }), { flat: 0.9, side: 0.9 })], {
    at: [-0.1, 0.05, 0],
  }),
  wire('-.1,.4,0 -.04,.9,.0 .04,1.5,.0', 0.017, scent(c[2]!), { segs: 8 }),
  wire('.036,1.47,0 .04,1.5,0 .044,1.53,0', 0.02, s => tint(s, [6, 1.1, 0.25]), { segs: 8, rows: 4 }),
]

/** Three-legged burner under a pierced lid. */
function burner(c: readonly string[]): Mesh[] {
  const skin = frosted(c[0]!, 0.15)
  const line = linear(c[1]!)
  const painted: Material = s => {
    skin(s)
    s.rough = 0.15
    s.spec = 1
    const a = Math.atan2(s.lx, s.lz)
    if (Math.abs(s.ly - 0.72) < 0.014 || Math.abs(s.ly - 0.28) < 0.014) toward(s, line, 0.8)
    const [x, y] = [(((a * 1.6 + 8.5) % 1) - 0.5) * 2.6, (s.ly - 0.5) / 0.17]
    toward(s, line, signs.blossom(x * 0.7, y) * 0.8)
  }
  const brass = metal(c[2]!, 0.22)
  const dark = linear('#120d0a')
  const lid = lathe('.5,.82 .52,.84 .5,.9,.05 .3,1.06,.12 .1,1.12 .06,1.18 .1,1.24,.05 .05,1.3 0,1.31', s => {
    brass(s)
    const a = Math.atan2(s.lz, s.lx)
    const row = (s.ly - 0.97) / 0.05
    const hole = Math.hypot((((a * 2.4 + 20) % 1) - 0.5) * 2.2, row)
    if (hole < 0.7) {
      tint(s, dark)
      s.spec = 0
    }
  })
  return [
    lathe('0,.14 .36,.14 .46,.2,.06 .54,.46,.14 .5,.76,.08 .52,.8 .5,.83 .44,.82', painted, { segs: 96 }),
    lid,
    ...[0.5, 2.6, 4.7].map(
      a => place([lathe('0,0 .06,0 .1,.12,.05 .12,.24 0,.26', painted)], { at: [Math.cos(a) * 0.32, 0, Math.sin(a) * 0.32] })[0]!,
    ),
  ]
}

/** A round paper box for sticks: band, pattern, a lid of another colour. */
function tube3(paper: string, lid: string, pattern: string, high: number): Mesh[] {
  const r = 0.19
  const white = linear('#f2e6cf')
  const wrap = labelled(
    washi(paper, {
      fibre: 0.6,
      art: s => {
        const a = Math.atan2(s.lx, s.lz) * r
        if (pattern === 'hemp') hemp(s, a * 8, s.ly * 8, { color: white, strength: 0.5, wide: 0.05 })
        if (pattern === 'waves') waves(s, a * 8, s.ly * 8, { color: white, strength: 0.5 })
        if (pattern === 'bands' && noise2(s.ly * 9, 4, 3) > 0.55) toward(s, white, 0.5)
      },
    }),
    { r, y: high * 0.5, w: 0.2, h: 0.46, paper: '#f2e9d6', ink: '#3a2a3e', sign: signs.smoke },
  )
  return [
    lathe(`0,0 ${r},0 ${r},${high}`, wrap, { round: 0.01 }),
    lathe(
      `${r + 0.008},${high - 0.34} ${r + 0.012},${high - 0.33} ${r + 0.012},${high + 0.02} ${r},${high + 0.03} 0,${high + 0.03}`,
      washi(lid, { fibre: 0.5 }),
      { round: 0.01 },
    ),
  ]
}

/** Incense and what it needs. */
export const scents = {
  sticks: c => ({
    hero: openBox(c),
    front: cam([0.1, 2.7, 4.3], [0, 0.06, -0.02], 26),
    detail: cam([-1.0, 1.2, 1.9], [-0.3, 0.14, 0.3], 28),
  }),
  coils: c => ({
    hero: [
      ...place([coil(c[0]!, 0.56)], { at: [-0.3, 0, 0.16] }),
      ...place([coil(c[0]!, 0.56)], { at: [-0.24, 0.065, 0.12], turn: 1 }),
      ...place([coil(c[1]!, 0.56)], { at: [-0.26, 0.13, 0.14], turn: 2.2 }),
      ...place([coil(c[1]!, 0.52)], { at: [0.62, 0.52, -0.4], pitch: 1.15, turn: -0.3 }),
    ],
    props: place(slab(0.7, 0.24, 0.3, 0.03, wood('#7d5834', '#4b3018', { board: 99 })), { at: [0.68, 0, -0.62], turn: -0.3 }),
    front: cam([0.1, 2.2, 4.4], [0.1, 0.22, 0], 26),
    detail: cam([-0.7, 1.3, 1.8], [-0.2, 0.12, 0.16], 28),
  }),
  cones: c => ({
    hero: cones(c),
    front: cam([0.1, 1.8, 4.4], [0, 0.2, 0], 25),
    detail: cam([0.6, 1.1, 1.9], [0.1, 0.22, 0.05], 28),
  }),
  sachet: c => ({
    hero: [
      ...place(pouch(c, c[3]!), { at: [-0.34, 0, 0.1], turn: 0.2 }),
      ...place(pouch([c[4]!, c[1]!, c[5]!], c[6]!), { at: [0.5, 0, -0.3], turn: -0.2, size: 0.86 }),
    ],
    front: cam([0.1, 1.5, 4.9], [0.06, 0.44, 0], 25),
    detail: cam([0.2, 1.1, 2.3], [-0.22, 0.55, 0.1], 28),
  }),
  holder: c => ({
    hero: holder(c),
    front: cam([0.1, 1.8, 5.6], [-0.02, 0.62, 0], 25),
    detail: cam([0.5, 0.9, 1.9], [-0.06, 0.26, 0], 28),
  }),
  burner: c => ({
    hero: burner(c),
    props: place([lathe('0,0 .1,0 .14,.06 .1,.1 0,.1', scent('#4b3a2c'))], { at: [0.8, 0, 0.4] }),
    front: cam([0.1, 1.55, 4.9], [0.03, 0.58, 0], 25),
    detail: cam([0.6, 1.6, 2.4], [0.04, 0.85, 0], 27),
  }),
  tubes: c => ({
    hero: [
      ...place(tube3(c[0]!, c[1]!, 'hemp', 1.5), { at: [-0.46, 0, 0] }),
      ...place(tube3(c[1]!, c[2]!, 'waves', 1.28), { at: [0.04, 0, 0.12] }),
      ...place(tube3(c[2]!, c[0]!, 'bands', 1.06), { at: [0.52, 0, 0] }),
      ...place([stick('#4b3a2c', 1)], { at: [0.2, 0.02, 0.62], turn: 0.2 }),
      ...place([stick('#4b3a2c', 1)], { at: [0.3, 0.02, 0.7], turn: 0.32 }),
    ],
    front: cam([0.1, 1.4, 5.4], [0.03, 0.7, 0], 24),
    detail: cam([0.6, 1.4, 2.6], [0.0, 0.9, 0.1], 28),
  }),
} satisfies Record<string, Maker>
