import { plain, tint, toward, wood } from '../materials.ts'
import { step } from '../random.ts'
import { type Material, type Mesh, place, sheet, slab } from '../render/mesh.ts'
import { linear, type Vec3 } from '../render/vec.ts'
import { ball, cut, lathe, pillow, wire } from './kit.ts'
import { cam, type Maker } from './staging.ts'

const beech = (o: { along?: 'x' | 'y' } = {}) => wood('#e3c08c', '#b98f58', { board: 99, gloss: 0.35, ...o })
const walnut = () => wood('#8a5f3c', '#4b2f1a', { board: 99, gloss: 0.4 })
/** Painted wood: the grain still shows a little. */
const paint = (hex: string): Material => plain(hex, { rough: 0.4, spec: 0.5, grain: 0.12, wrap: 0.1 })

/** A disc standing on its edge, axis along z. */
const wheel = (r: number, deep: number, tyre: Material, hub: string): Mesh[] => {
  const middle = linear(hub)
  return place(
    [
      lathe(
        `0,0 ${r},0 ${r},${deep} 0,${deep}`,
        s => {
          tyre(s)
          toward(s, middle, step(r * 0.36, r * 0.33, Math.hypot(s.lx, s.lz)))
        },
        { round: 0.03, segs: 48 },
      ),
    ],
    { pitch: Math.PI / 2, at: [0, r, 0] },
  )
}
const wheels = (xs: readonly number[], z: number, r: number, tyre: Material, hub: string): Mesh[] =>
  xs.flatMap(x => [
    ...place(wheel(r, 0.1, tyre, hub), { at: [x, 0, z - 0.05] }),
    ...place(wheel(r, 0.1, tyre, hub), { at: [x, 0, -z - 0.05] }),
  ])

const arch = (r: number, thick: number, deep: number, material: Material): Mesh[] => {
  const bow = (k: number) =>
    sheet((u, v) => [Math.cos(Math.PI * u) * (r + k), Math.sin(Math.PI * u) * (r + k), (v - 0.5) * deep], 48, 6, material)
  const face = (z: number) =>
    sheet(
      (u, v) => [Math.cos(Math.PI * u) * (r + (v - 0.5) * thick), Math.sin(Math.PI * u) * (r + (v - 0.5) * thick), z],
      48,
      6,
      material,
    )
  return [bow(thick / 2), bow(-thick / 2), face(deep / 2), face(-deep / 2)]
}

function blocks(c: readonly string[]): Mesh[] {
  const cube = (hex: string | null, at: Vec3, turn = 0) =>
    place(slab(0.42, 0.42, 0.42, 0.025, hex ? paint(hex) : beech()), { at, turn })
  return [
    ...cube(c[0]!, [-0.62, 0, 0]),
    ...cube(null, [0.62, 0, 0]),
    ...place([cut('-.85,0 -.85,.22 .85,.22 .85,0', 0.4, beech())], { at: [0, 0.42, -0.2] }),
    ...place(arch(0.3, 0.2, 0.38, paint(c[1]!)), { at: [0, 0, 0] }),
    ...cube(c[2]!, [-0.36, 0.64, 0], 0.1),
    ...place([lathe('0,0 .19,0 .19,.5 0,.5', beech({ along: 'y' }))], { at: [0.4, 0.64, 0] }),
    ...place([cut('-.26,0 0,.34 .26,0', 0.38, paint(c[3]!))], { at: [-0.36, 1.06, -0.19] }),
    ...place([lathe('0,0 .22,0 0,.32', paint(c[0]!), { round: 0.02 })], { at: [0.4, 1.14, 0] }),
    ...cube(c[3]!, [0.72, 0, 0.72], 0.6),
    ...place([ball(0.17, paint(c[2]!))], { at: [-1.06, 0, 0.5] }),
  ]
}

function car(c: readonly string[]): Mesh[] {
  const body = cut(
    '-.95,.22 -.98,.5 -.62,.56 -.4,.92 .36,.92 .58,.58 .95,.52 .98,.22',
    0.62,
    c[0] === 'wood' ? beech() : paint(c[0]!),
  )
  const glassy = plain('#2d3438', { rough: 0.15, spec: 1 })
  return [
    ...place([body], { at: [0, 0, -0.31] }),
    ...place([cut('-.5,.6 -.34,.84 -.06,.84 -.06,.6', 0.02, glassy), cut('.06,.6 .06,.84 .3,.84 .46,.6', 0.02, glassy)], {
      at: [0, 0, 0.305],
    }),
    ...wheels([-0.56, 0.56], 0.34, 0.25, c[1] === 'walnut' ? walnut() : paint(c[1]!), '#e3c08c'),
    ...place([ball(0.06, paint(c[2]!), 20)], { at: [-0.97, 0.34, 0.18] }),
  ]
}

/** Cup and ball: the stick lies on its side cups, the ball beside it on a string. */
function kendama(c: readonly string[]): Mesh[] {
  const stick = lathe(
    '0,0 .16,0 .2,.06,.04 .12,.14 .075,.24,.06 .085,.7,.1 .1,.86 .07,1.1 .02,1.34 0,1.36',
    beech({ along: 'y' }),
  )
  const cups = place([lathe('0,-.42 .2,-.42 .22,-.38 .1,-.2,.08 .095,.2,.08 .26,.4 .24,.44 0,.4', walnut())], {
    roll: Math.PI / 2,
    at: [0, 0.94, 0],
  })
  const glossy = linear(c[0]!)
  const stripe = linear(c[1]!)
  const sphere = ball(
    0.33,
    s => {
      tint(s, glossy)
      toward(s, stripe, step(0.05, 0.04, Math.abs(s.ly - 0.3)))
      s.rough = 0.12
      s.spec = 1.1
      s.wrap = 0.1
    },
    48,
  )
  return [
    stick,
    ...cups,
    ...place([sphere], { at: [0.74, 0, 0.36], roll: 0.6 }),
    wire('.07,.8,.06 .34,.5,.4 .1,.03,.66 .5,.02,.86 .84,.04,.74 .78,.3,.64', 0.013, plain('#efe6d3', { rough: 0.9 }), {
      rows: 60,
      segs: 6,
    }),
  ]
}

/** A spinning top with rings of colour. */
function top(colours: readonly string[], r: number): Mesh[] {
  const rings = colours.map(linear)
  const skin = beech()
  return [
    lathe(
      `0,0 .03,.02 ${r * 0.5},.2,.05 ${r},.32 ${r},.42 ${r * 0.9},.46 .1,.52,.06 .07,.56 .06,.86 .03,.9 0,.9`,
      s => {
        skin(s)
        const d = Math.hypot(s.lx, s.lz) / r
        if (s.ly > 0.3 && d > 0.2) {
          const k = Math.min(rings.length - 1, Math.floor((1 - d) * (rings.length + 1)))
          if (k >= 0 && ((1 - d) * (rings.length + 1)) % 1 < 0.78) tint(s, rings[k]!)
        }
        s.rough = 0.3
        s.spec = 0.7
      },
      { segs: 84 },
    ),
  ]
}

function duck(c: readonly string[]): Mesh[] {
  const down = c[0] === 'wood' ? beech() : paint(c[0]!)
  return [
    ...place(slab(1.3, 0.12, 0.5, 0.04, beech()), { at: [0, 0.2, 0] }),
    ...wheels([-0.42, 0.42], 0.28, 0.19, paint(c[1]!), '#e3c08c'),
    ...place(
      [
        pillow(1.16, 0.6, 0.5, down, {
          flat: 0.9,
          side: 0.85,
          bend: ([x, y, z]) => [x, y + Math.max(0, x - 0.2) ** 2 * 0.7, z * (1 - 0.35 * Math.max(0, x))],
        }),
      ],
      { at: [0.02, 0.3, 0] },
    ),
    ...place([ball(0.25, down, 36)], { at: [-0.42, 0.78, 0] }),
    ...place([pillow(0.3, 0.09, 0.2, paint(c[1]!), { flat: 0.8, side: 0.8, fine: 28 })], { at: [-0.72, 0.93, 0] }),
    ...[-1, 1].flatMap(k => place([ball(0.034, plain('#1d1a18', { rough: 0.1, spec: 1 }), 14)], { at: [-0.5, 1.04, k * 0.2] })),
    ...place([pillow(0.6, 0.3, 0.1, paint(c[2]!), { flat: 0.8, side: 0.8, fine: 32 })], { at: [0.14, 0.48, 0.2], roll: 0.2 }),
    wire('-.64,.26,0 -.9,.1,.16 -1.1,.03,.4 -.9,.02,.62 -.6,.02,.56', 0.014, plain('#efe6d3', { rough: 0.9 }), {
      rows: 40,
      segs: 6,
    }),
  ]
}

const rainbow = (c: readonly string[]): Mesh[] =>
  c.flatMap((h, i) => arch(0.24 + i * 0.19, 0.175, 0.4, h === 'wood' ? beech() : paint(h)))

/** Engine with a boiler and chimney. */
function engine(c: readonly string[]): Mesh[] {
  return [
    ...place(slab(0.95, 0.12, 0.42, 0.03, beech()), { at: [0, 0.16, 0] }),
    ...place([lathe('0,0 .19,0 .19,.56 0,.56', paint(c[0]!))], { roll: Math.PI / 2, at: [0.14, 0.46, 0] }),
    ...place(slab(0.36, 0.56, 0.4, 0.03, paint(c[1]!)), { at: [0.28, 0.27, 0] }),
    ...place(slab(0.46, 0.07, 0.48, 0.03, walnut()), { at: [0.28, 0.82, 0] }),
    ...place([lathe('0,0 .07,0 .07,.2 .11,.26 0,.26', walnut())], { at: [-0.26, 0.62, 0] }),
    ...wheels([-0.28, 0.3], 0.2, 0.16, paint(c[2]!), '#e3c08c'),
  ]
}
const wagon = (c: readonly string[], load: Mesh[]): Mesh[] => [
  ...place(slab(0.78, 0.12, 0.42, 0.03, beech()), { at: [0, 0.16, 0] }),
  ...place(slab(0.72, 0.26, 0.38, 0.03, paint(c[0]!)), { at: [0, 0.26, 0] }),
  ...wheels([-0.22, 0.22], 0.2, 0.15, paint(c[1]!), '#e3c08c'),
  ...load,
]
const logs = [-0.1, 0.1, 0].map(
  (z, i) =>
    place([lathe('0,0 .09,0 .09,.66 0,.66', walnut())], { roll: Math.PI / 2, at: [0.33, 0.6 + (i === 2 ? 0.15 : 0), z] })[0]!,
)

/** Toys of wood. */
export const toys = {
  blocks: c => ({
    hero: place(blocks(c), { turn: 0.2 }),
    front: cam([0.1, 1.6, 6.0], [0, 0.62, 0], 25),
    detail: cam([0.8, 1.2, 2.9], [0.05, 0.8, 0.1], 28),
  }),
  car: c => ({
    hero: place(car(c), { turn: 0.35 }),
    front: cam([0.1, 1.5, 5.0], [0, 0.42, 0], 25),
    detail: cam([-0.7, 1.0, 2.2], [-0.3, 0.4, 0.2], 28),
  }),
  kendama: c => ({
    hero: place(kendama(c), { at: [-0.24, 0, 0], turn: 0.12 }),
    front: cam([0.1, 1.6, 5.2], [0.08, 0.6, 0.1], 25),
    detail: cam([0.7, 1.1, 2.3], [0.2, 0.4, 0.2], 28),
  }),
  tops: c => ({
    hero: [
      ...place(top(c, 0.52), { at: [-0.42, 0.02, -0.1], pitch: 0.5, turn: -0.2 }),
      ...place(top([...c].reverse(), 0.4), { at: [0.42, 0.02, 0.3], pitch: 0.62, turn: 0.6, size: 0.9 }),
      ...place(top([c[1]!, c[0]!], 0.36), { at: [0.5, 0, -0.66], roll: 0.08, size: 0.9 }),
    ],
    front: cam([0.1, 1.9, 4.4], [0.02, 0.3, 0], 26),
    detail: cam([-0.2, 1.5, 1.9], [-0.3, 0.4, 0.1], 28),
  }),
  duck: c => ({
    hero: place(duck(c), { turn: 0.3 }),
    front: cam([0.1, 1.5, 5.2], [-0.08, 0.5, 0], 25),
    detail: cam([-0.8, 1.2, 2.3], [-0.3, 0.7, 0.1], 28),
  }),
  rainbow: c => ({
    hero: [...place(rainbow(c), { turn: 0.2 }), ...place([ball(0.15, beech())], { at: [0.0, 0, 0.7] })],
    front: cam([0.1, 1.5, 6.4], [0, 0.56, 0], 27),
    detail: cam([0.8, 1.2, 2.6], [0.3, 0.6, 0.1], 28),
  }),
  train: c => ({
    hero: place(
      [
        ...place(engine(c), { at: [-0.92, 0, 0] }),
        ...place(wagon([c[1]!, c[2]!], logs), { at: [0.08, 0, 0] }),
        ...place(wagon([c[3]!, c[2]!], place([ball(0.16, paint(c[0]!), 28)], { at: [0, 0.44, 0] })), { at: [1.0, 0, 0] }),
      ],
      { turn: 0.3 },
    ),
    front: cam([0.1, 1.9, 6.6], [0.0, 0.36, 0.05], 27),
    detail: cam([-1.0, 1.1, 2.4], [-0.6, 0.42, 0.25], 28),
  }),
} satisfies Record<string, Maker>
