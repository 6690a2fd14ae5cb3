import { metal, plain, tint, toward, wood } from '../materials.ts'
import { fbm, noise2, step } from '../random.ts'
import { type Material, type Mesh, place, sheet, slab, tube } from '../render/mesh.ts'
import { linear, type Vec3 } from '../render/vec.ts'
import { ball, canvas, frosted, lathe, wire, yuzuHalf } from './kit.ts'
import { hemp } from './patterns.ts'
import { cam, type Maker } from './staging.ts'

/** Steel of a blade: polished edge below a cloudy line, forged dark or folded above it. */
function steel(k: { long: number; wide: number; finish: string }): Material {
  const dark = linear('#3b3d42')
  return s => {
    const low = (s.lz + k.wide) / k.wide
    const line = 0.36 + 0.05 * Math.sin(s.lx * 9) + 0.06 * (noise2(s.lx * 6, 2, 4) - 0.5)
    const above = step(line - 0.02, line + 0.03, 1 - low)
    const brushed = noise2(s.lx * 2, s.lz * 190, 3)
    tint(s, [0.55, 0.56, 0.57])
    let v = 0.82 + 0.16 * brushed
    if (k.finish === 'folded' && above > 0) {
      const f = Math.sin(fbm(s.lx * 2.4, s.lz * 5, 3, 9) * 34)
      v *= 1 - 0.34 * above * step(-0.2, 0.5, f)
    }
    if (k.finish === 'black') toward(s, dark, above * (0.72 + 0.25 * fbm(s.lx * 14, s.lz * 14, 2, 8)))
    else v *= 1 - 0.12 * above
    s.r *= v
    s.g *= v
    s.b *= v
    s.rough = 0.2 + above * (k.finish === 'black' ? 0.5 : 0.18)
    s.spec = k.finish === 'black' && above > 0.5 ? 1.2 : 3.4
    s.nx += (brushed - 0.5) * 0.02
  }
}

interface Knife {
  long: number
  wide: number
  /** Height of the spine's fall and of the edge's rise towards the tip, 0…1 of the width. */
  fall: number
  rise: number
  finish: string
  grip: string
  ring: string
}

/** A knife lying flat, point to −x, edge to +z. */
function knife(k: Knife): Mesh[] {
  const blade = sheet(
    (u, v) => {
      const t = 1 - v
      const spine = -k.wide + k.fall * k.wide * t ** 3.2
      const edge = -k.rise * k.wide * t ** 2.6
      const tip = t > 0.985 && k.rise > 0.1 ? (t - 0.985) / 0.015 : 0
      const z = spine + (Math.max(edge, spine + 0.01) - spine) * u
      return [-t * k.long + tip * 0.012, 0.05 + 0.035 * (1 - u) * (1 - t * 0.6), z]
    },
    30,
    90,
    steel(k),
  )
  const mid = -k.wide * 0.62
  const grip = tube(
    [
      [0.12, 0.085, mid],
      [0.6, 0.09, mid],
      [1.18, 0.085, mid],
    ] as Vec3[],
    t => 0.085 + 0.012 * t,
    wood(k.grip, '#4b3018', { board: 99, gloss: 0.5 }),
    { segs: 8, rows: 20 },
  )
  const collar = tube(
    [
      [0.08, 0.085, mid],
      [0.2, 0.085, mid],
      [0.32, 0.085, mid],
    ] as Vec3[],
    0.09,
    plain(k.ring, { rough: 0.25, spec: 0.9 }),
    { segs: 8, rows: 10 },
  )
  const neck = place(slab(0.16, 0.03, k.wide * 0.42, 0.008, metal('#b9bcbe', 0.25)), { at: [0.03, 0.06, mid] })
  return [blade, grip, collar, ...neck]
}

const block = (w: number, d: number, light = '#d9b98a', dark = '#a47b4c'): Mesh[] =>
  slab(w, 0.1, d, 0.03, wood(light, dark, { board: 99 }))
const cloth = (hex: string, w: number, d: number): Mesh[] => [
  sheet(
    (u, v) => [(u - 0.5) * w, 0.008 + 0.012 * Math.sin(u * 9 + v * 4) ** 2, (v - 0.5) * d],
    40,
    40,
    canvas(hex, s => hemp(s, s.lx * 4, s.lz * 4, { color: linear('#dfe2dc'), strength: 0.35, wide: 0.04 })),
  ),
]
const lying = (k: Knife, turn: number, at: Vec3): Mesh[] => place(knife(k), { turn, at })
/** Cut radish, cucumber or tomato: a disc with a pale heart. */
const slice = (r: number, skin: string, heart: string): Mesh => {
  const [a, b] = [linear(skin), linear(heart)]
  return lathe(`0,0 ${r},0 ${r},.07 0,.07`, s => {
    const d = Math.hypot(s.lx, s.lz) / r
    tint(s, b)
    toward(s, a, step(0.86, 0.95, d))
    const k = 0.94 + 0.1 * noise2(Math.atan2(s.lz, s.lx) * 9, d * 5, 4)
    s.r *= k
    s.g *= k
    s.b *= k
    s.rough = 0.3
    s.spec = 0.5
    s.wrap = 0.4
  })
}

/** Spring snips of one bent rod, for threads and herbs. */
function snips(c: readonly string[]): Mesh[] {
  const iron = plain(c[0]!, { rough: 0.4, spec: 1.2, grain: 0.4 })
  const arm = (k: number) => [
    tube(
      [
        [1.02, 0.06, 0],
        [0.94, 0.06, k * 0.17],
        [0.5, 0.06, k * 0.2],
        [-0.1, 0.06, k * 0.13],
      ] as Vec3[],
      t => 0.045 + 0.01 * t,
      iron,
      { segs: 14, rows: 30 },
    ),
    sheet(
      (u, v) => [
        -0.05 - v * 0.95,
        0.055 + k * 0.012 + 0.02 * (1 - u),
        k * (0.13 - 0.1 * v) - k * (0.2 * (1 - v) ** 0.8 + 0.012) * (u - 0.35),
      ],
      10,
      30,
      metal('#d4d8da', 0.18),
    ),
  ]
  const wrap = tube(
    [
      [0.2, 0.062, 0.17],
      [0.5, 0.062, 0.2],
      [0.8, 0.062, 0.185],
    ] as Vec3[],
    0.062,
    plain(c[1]!, { rough: 0.9, grain: 0.3 }),
    { segs: 12 },
  )
  return [...arm(1), ...arm(-1), wrap]
}

function whetstone(c: readonly string[]): Mesh[] {
  const [fine, coarse] = [linear(c[0]!), linear(c[1]!)]
  const stone: Material = s => {
    tint(s, s.ly > 0.16 ? fine : coarse)
    const g = 0.9 + 0.16 * noise2(s.lx * 60, s.lz * 60 + s.ly * 60, 3)
    s.r *= g
    s.g *= g
    s.b *= g
    const wet = s.ly > 0.3 ? step(0.45, 0.55, fbm(s.lx * 2.2, s.lz * 3, 2, 8)) : 0
    s.rough = 0.9 - 0.75 * wet
    s.spec = 0.1 + 1.1 * wet
    const d = 1 - 0.2 * wet
    s.r *= d
    s.g *= d
    s.b *= d
  }
  const base = wood('#a57c50', '#63442a', { board: 99, gloss: 0.4 })
  return [
    ...slab(2.1, 0.14, 0.84, 0.02, base),
    ...place(slab(0.14, 0.1, 0.84, 0.02, base), { at: [-0.9, 0.14, 0] }),
    ...place(slab(0.14, 0.1, 0.84, 0.02, base), { at: [0.9, 0.14, 0] }),
    ...place(slab(1.64, 0.34, 0.64, 0.02, stone), { at: [0, 0.14, 0] }),
  ]
}

/** Chopping board that stands against the wall of a shelf, with a round grip hole drawn dark. */
function board(c: readonly string[]): Mesh[] {
  const grain = wood(c[0]!, c[1]!, { board: 99, along: 'y', gloss: 0.25 })
  const hole = linear('#2a1a10')
  return place(
    slab(1.3, 1.85, 0.13, 0.05, s => {
      grain(s)
      const d = Math.hypot(s.lx - 0.42, s.ly - 1.6)
      if (d < 0.1) {
        tint(s, hole)
        s.spec = 0
      } else if (d < 0.12) toward(s, hole, 0.25)
    }),
    { at: [0, 0, -0.2], pitch: -0.16, turn: 0.14 },
  )
}

const greens: Mesh[] = []
for (let i = 0; i < 7; i++)
  greens.push(
    wire(
      `${-0.7 + i * 0.02},.04,${i * 0.05} 0,.05,${i * 0.06 - 0.02} .8,.04,${i * 0.045 + 0.02 * (i % 3)}`,
      t => 0.03 - 0.012 * t,
      s => {
        tint(s, linear('#e9eed8'))
        toward(s, linear('#4f7d36'), step(-0.35, 0.25, s.lx))
        s.rough = 0.35
        s.spec = 0.5
        s.wrap = 0.3
      },
    ),
  )

const seen = { front: cam([0.1, 3.9, 2.9], [0, 0, 0.04], 30), detail: cam([-0.9, 1.1, 1.9], [-0.35, 0.1, 0], 28) }

/** Knives and what keeps them. Colours: finish (a word), grip, ring. */
export const blades = {
  santoku: c => ({
    hero: lying(
      { long: 1.25, wide: 0.36, fall: 0.72, rise: 0.2, finish: c[0]!, grip: c[1]!, ring: c[2]! },
      0.42,
      [0.04, 0.1, 0.1],
    ),
    props: [...place(block(2.5, 1.5), { turn: 0.12 }), ...place(greens, { at: [0.1, 0.1, -0.55], turn: 0.2, size: 0.8 })],
    ...seen,
  }),
  nakiri: c => ({
    hero: lying(
      { long: 1.18, wide: 0.42, fall: 0.06, rise: 0.03, finish: c[0]!, grip: c[1]!, ring: c[2]! },
      -0.38,
      [-0.02, 0.1, 0.02],
    ),
    props: [
      ...place(block(2.5, 1.5, '#b98f60', '#7d5834'), { turn: -0.1 }),
      ...[0, 1, 2].flatMap(i =>
        place([slice(0.24, '#f2f0e2', '#f8f6ea')], { at: [0.2 + i * 0.2, 0.1 + i * 0.02, 0.56 - i * 0.03], roll: 0.16 }),
      ),
    ],
    front: seen.front,
    detail: cam([-0.5, 1.2, 1.9], [-0.3, 0.1, 0.1], 28),
  }),
  petty: c => ({
    hero: lying(
      { long: 0.86, wide: 0.2, fall: 0.55, rise: 0.32, finish: c[0]!, grip: c[1]!, ring: c[2]! },
      0.6,
      [-0.05, 0.02, 0.2],
    ),
    props: [
      ...cloth('#5d3a34', 2.1, 1.7),
      ...place(yuzuHalf(0.25, '#f0a05a'), { at: [-0.5, 0, -0.55], pitch: 0.3 }),
      ...place([ball(0.22, frosted('#e08a3a', 0.3))], { at: [-0.02, 0, -0.62] }),
    ],
    front: cam([0.1, 3.5, 2.5], [0, 0, -0.02], 28),
    detail: cam([-0.6, 1.0, 1.6], [-0.22, 0.05, 0.05], 28),
  }),
  yanagiba: c => ({
    hero: lying(
      { long: 1.75, wide: 0.22, fall: 0.62, rise: 0.42, finish: c[0]!, grip: c[1]!, ring: c[2]! },
      0.3,
      [0.22, 0.0, -0.1],
    ),
    props: place(slab(1.85, 0.1, 0.3, 0.045, wood('#d8bd93', '#a98a5c', { board: 99, gloss: 0.3 })), {
      at: [-0.16, 0, 0.5],
      turn: 0.3,
    }),
    front: cam([0.1, 4.4, 2.4], [-0.02, 0, 0.1], 33),
    detail: cam([-1.2, 1.0, 1.6], [-0.6, 0.05, 0.16], 28),
  }),
  snips: c => ({
    hero: place(snips(c), { turn: 0.55, at: [0, 0, 0.02] }),
    props: [
      ...place(cloth(c[2]!, 2.3, 1.9), { turn: -0.15 }),
      ...place(
        [
          lathe('0,0 .2,0 .2,.05 .09,.06 .09,.36 .2,.37 .2,.42 0,.42', wood('#c99f6c', '#8c6238', { board: 99, along: 'y' })),
          lathe('.1,.06 .18,.08 .18,.34 .1,.36', plain(c[1]!, { rough: 0.9, grain: 0.5 })),
        ],
        { at: [0.62, 0, -0.42] },
      ),
    ],
    front: cam([0.1, 3.6, 2.6], [-0.02, 0, 0.02], 30),
    detail: cam([-0.6, 1.0, 1.6], [-0.2, 0.05, 0.12], 28),
  }),
  whetstone: c => ({
    hero: place(whetstone(c), { turn: 0.28 }),
    front: cam([0.1, 2.1, 4.7], [0, 0.16, 0], 26),
    detail: cam([0.9, 1.2, 2.0], [0.2, 0.3, 0.1], 28),
  }),
  board: c => ({
    hero: board(c),
    props: [
      ...place(
        [
          ball(0.25, s => {
            tint(s, linear('#c23a28'))
            s.rough = 0.15
            s.spec = 1.1
            s.wrap = 0.2
          }),
        ],
        { at: [-0.62, 0, 0.32] },
      ),
      ...place([slice(0.2, '#4f7d36', '#dfe8b8')], { at: [-0.2, 0, 0.62] }),
      ...place([slice(0.2, '#4f7d36', '#dfe8b8')], { at: [0.06, 0.03, 0.6], roll: 0.25 }),
    ],
    front: cam([0.1, 1.6, 5.6], [0, 0.84, 0], 25),
    detail: cam([0.9, 1.5, 2.9], [0.12, 1.2, -0.1], 28),
  }),
} satisfies Record<string, Maker>
