import { metal, tint, toward, wood } from '../materials.ts'
import { noise2, step } from '../random.ts'
import { type Material, type Mesh, place, sheet, slab, strap, type Touch } from '../render/mesh.ts'
import { linear, type Vec3 } from '../render/vec.ts'
import { canvas, lathe, leather, pillow, stitch, wire } from './kit.ts'
import { pouch } from './scents.ts'
import { cam, type Maker } from './staging.ts'

const brass = () => metal('#c9a352', 0.22)
const buckle = (x: number, y: number, z: number): Mesh[] => place(slab(0.11, 0.13, 0.03, 0.015, brass()), { at: [x, y, z] })
const belt = (hex: string, w: number, h: number, at: Vec3): Mesh[] => place(slab(w, h, 0.035, 0.012, leather(hex)), { at })

/** Rucksack: body, lid over the front, pocket, two belts. Colours: cloth, leather, thread. */
function rucksack(c: readonly string[]): Mesh[] {
  const cloth = canvas(c[0]!, s => stitch(s, s.ly - 0.08, s.lx, c[2]!))
  const body = pillow(1.15, 1.5, 0.66, cloth, {
    flat: 0.32,
    side: 0.42,
    bend: ([x, y, z]) => [x * (1 - 0.12 * (y / 1.5)), y, z * (1 - 0.3 * (y / 1.5))],
  })
  const lid = pillow(
    1.14,
    0.72,
    0.72,
    canvas(c[0]!, s => stitch(s, s.ly - 0.1, s.lx, c[2]!)),
    { flat: 0.4, side: 0.42, bend: ([x, y, z]) => [x, y + (z > 0 ? 0 : 0.05), z * 0.86] },
  )
  const pocket = pillow(
    0.78,
    0.58,
    0.26,
    canvas(c[0]!, s => stitch(s, s.ly - 0.47, s.lx, c[2]!)),
    { flat: 0.3, side: 0.35 },
  )
  return [
    body,
    ...place([lid], { at: [0, 0.98, 0.02] }),
    ...place([pocket], { at: [0, 0.1, 0.3] }),
    ...[-0.26, 0.26].flatMap(x => [...belt(c[1]!, 0.1, 0.62, [x, 0.56, 0.38]), ...buckle(x, 0.66, 0.42)]),
    strap(
      [
        [-0.12, 1.6, -0.05],
        [-0.1, 1.78, -0.05],
        [0.1, 1.78, -0.05],
        [0.12, 1.6, -0.05],
      ] as Vec3[],
      0.07,
      leather(c[1]!),
    ),
    ...[-1, 1].map(k =>
      wire(`${k * 0.42},1.4,-.3 ${k * 0.62},1,-.42 ${k * 0.6},.5,-.4 ${k * 0.5},.14,-.3`, 0.05, leather(c[1]!), { segs: 10 }),
    ),
  ]
}

/** Satchel: a flap over half its front, one belt in the middle, a strap that falls behind. */
function satchel(c: readonly string[]): Mesh[] {
  const [hide, edge] = [c[0]!, c[2]!]
  const body = pillow(1.6, 1.05, 0.46, leather(c[1]!), { flat: 0.2, side: 0.25 })
  const flap = sheet(
    (u, v) => {
      const x = (u - 0.5) * 1.62
      const down = v < 0.2 ? 0 : (v - 0.2) / 0.8
      const z = v < 0.2 ? -0.2 + v * 2.25 : 0.25 + 0.02 * Math.sin(u * Math.PI)
      const low = 0.62 - 0.1 * Math.abs(u - 0.5) ** 2 * 4
      return [x * (1 - 0.02 * down), 1.07 - down * low - (v < 0.2 ? 0.02 * Math.abs(v - 0.1) * 10 : 0), z]
    },
    50,
    50,
    leather(hide, s => {
      const m = Math.min(Math.abs(s.u - 0.025), Math.abs(s.u - 0.975)) * 1.6
      stitch(s, m, s.ly, edge)
      stitch(s, (s.v - 0.965) * 0.6, s.lx, edge)
    }),
  )
  return [
    body,
    flap,
    ...belt(c[1]!, 0.16, 0.46, [0, 0.26, 0.27]),
    ...buckle(0, 0.38, 0.3),
    strap(
      [
        [-0.78, 0.86, -0.1],
        [-0.7, 1.4, -0.2],
        [-0.3, 1.74, -0.3],
        [0.3, 1.74, -0.3],
        [0.7, 1.4, -0.2],
        [0.78, 0.86, -0.1],
      ] as Vec3[],
      0.09,
      leather(c[1]!),
      70,
    ),
  ]
}

/** Flat pouch with a zip along its top. */
const zipped = (c: readonly string[], w: number, h: number): Mesh[] => {
  const art = (s: Touch) => {
    if (s.ly < h * 0.34) {
      tint(s, linear(c[1]!))
      stitch(s, s.ly - h * 0.31, s.lx, c[2]!)
    }
  }
  return [
    pillow(w, h, 0.3, canvas(c[0]!, art), { flat: 0.4, side: 0.3, bend: ([x, y, z]) => [x, y, z * (1 - 0.75 * (y / h) ** 2)] }),
    wire(`${-w * 0.44},${h * 0.985},0 0,${h + 0.01},0 ${w * 0.44},${h * 0.985},0`, 0.028, s => {
      brass()(s)
      if ((s.lx * 30 + 90) % 1 < 0.4) for (const k of ['r', 'g', 'b'] as const) s[k] *= 0.4
    }),
    ...place(slab(0.07, 0.26, 0.025, 0.01, leather(c[1]!)), { at: [w * 0.4, h * 0.7, 0.1], roll: 0.2 }),
  ]
}

/** Briefcase of cloth with hide at the corners, two handles. */
function briefcase(c: readonly string[]): Mesh[] {
  const cloth = canvas(c[0]!, s => {
    const corner = Math.min(0.85 - Math.abs(s.lx), 9) + Math.min(s.ly, 9)
    if (corner < 0.3) tint(s, linear(c[1]!))
    stitch(s, (corner - 0.27) * 0.7, s.lx + s.ly, c[2]!)
    stitch(s, s.ly - 1.02, s.lx, c[2]!)
    stitch(s, Math.max(Math.abs(s.lx) - 0.6, Math.abs(s.ly - 0.4) - 0.36), s.lx + s.ly, c[2]!)
  })
  const handle = (z: number) =>
    wire(
      `-.28,1.0,${z} -.27,1.2,${z} -.2,1.36,${z * 0.9} 0,1.4,${z * 0.9} .2,1.36,${z * 0.9} .27,1.2,${z} .28,1.0,${z}`,
      0.038,
      leather(c[1]!),
      { rows: 50, segs: 14 },
    )
  return [
    pillow(1.7, 1.12, 0.4, cloth, { flat: 0.16, side: 0.2, fine: 80 }),
    handle(0.17),
    handle(-0.14),
    ...[-0.28, 0.28].flatMap(x => belt(c[1]!, 0.12, 0.34, [x, 0.82, 0.19])),
  ]
}

/** Wallet that stands open like a book. */
function wallet(c: readonly string[]): Mesh[] {
  const [w, h] = [1.02, 0.86]
  const outer = leather(c[0]!, s =>
    stitch(s, Math.max(Math.abs(s.lx) - w / 2, Math.abs(s.ly - h / 2) - h / 2) + 0.035, s.lx + s.ly, c[2]!),
  )
  const inner = (y: number): Mesh[] =>
    place(
      slab(
        w - 0.1,
        0.4,
        0.02,
        0.008,
        leather(c[1]!, s => stitch(s, s.ly - 0.375, s.lx, c[2]!)),
      ),
      { at: [0, y, 0.045] },
    )
  const half = (cards: boolean): Mesh[] => [
    ...slab(w, h, 0.05, 0.02, outer),
    ...(cards
      ? [...inner(0.34), ...inner(0.2), ...inner(0.06)]
      : place(slab(w - 0.1, h - 0.12, 0.02, 0.008, leather(c[1]!)), { at: [0, 0.05, 0.04] })),
  ]
  return [
    ...place(half(true), { at: [-0.46, 0, -0.05], turn: 0.5 }),
    ...place(half(false), { at: [0.46, 0, -0.05], turn: -0.5 }),
    ...place([pillow(0.12, h, 0.12, outer, { flat: 0.1, side: 1, fine: 24 })], { at: [0, 0, -0.28] }),
  ]
}

/** Basket of woven vine, two hide handles. */
function basket(c: readonly string[]): Mesh[] {
  const [vine, dark] = [linear(c[0]!), linear(c[1]!)]
  const weave: Material = s => {
    const [p, q] = [Math.atan2(s.lz * 1.6, s.lx) * 9, s.ly * 13]
    const over = (Math.floor(p) + Math.floor(q)) % 2 === 0
    const x = (((over ? q : p) % 1) + 1) % 1
    const along = over ? p : q
    tint(s, vine)
    toward(
      s,
      dark,
      0.35 * noise2(along * 0.6 + Math.floor(q) * 7, Math.floor(p) * 3 + x * 4, 4) + 0.75 * step(0.36, 0.5, Math.abs(x - 0.5)),
    )
    const bulge = (x - 0.5) * 1.1
    if (over) s.ny += bulge
    else {
      s.nx += bulge * 0.8 * (s.lz >= 0 ? -1 : 1)
    }
    s.rough = 0.55
    s.spec = 0.35
  }
  const body = sheet(
    (u, v) => {
      const a = u * Math.PI * 2
      const k = 0.82 + 0.2 * v + (v < 0.08 ? -0.1 * (1 - v / 0.08) : 0)
      return [Math.cos(a) * 0.82 * k, v * 0.95, Math.sin(a) * 0.5 * k]
    },
    110,
    50,
    weave,
  )
  const rim = wire(
    Array.from({ length: 25 }, (_, i) => `${Math.cos(i * 0.2618) * 0.84},.95,${Math.sin(i * 0.2618) * 0.51}`).join(' '),
    0.045,
    s => {
      tint(s, dark)
      toward(s, vine, 0.6 * step(0.3, 0.5, Math.abs((Math.atan2(s.lz, s.lx) * 12) % 1)))
    },
    { rows: 90 },
  )
  const handle = (z: number) =>
    wire(
      `-.36,.8,${z} -.36,1.15,${z} -.22,1.5,${z * 0.7} 0,1.58,${z * 0.6} .22,1.5,${z * 0.7} .36,1.15,${z} .36,.8,${z}`,
      0.04,
      leather(c[2]!),
      { rows: 50, segs: 12 },
    )
  return [body, rim, handle(0.47), handle(-0.42)]
}

const table = (x: number, z: number): Mesh[] =>
  place([lathe('0,0 .14,0 .16,.04 .16,.1 0,.1', wood('#7d5834', '#4b3018', { board: 99 }))], { at: [x, 0, z] })

/** Bags and small hide things. Colours: first, second, thread. */
export const sewn = {
  rucksack: c => ({
    hero: place(rucksack(c), { turn: -0.3 }),
    front: cam([0.1, 1.5, 6.2], [0.02, 0.86, 0], 25),
    detail: cam([0.6, 1.2, 2.9], [0.1, 0.8, 0.2], 28),
  }),
  shoulder: c => ({
    hero: place(satchel(c), { turn: 0.22 }),
    front: cam([0.1, 1.5, 6.2], [0, 0.82, 0], 25),
    detail: cam([0.7, 1.1, 2.6], [0.16, 0.56, 0.2], 28),
  }),
  'zip-pouch': c => ({
    hero: [
      ...place(zipped(c, 1.35, 0.84), { at: [-0.14, 0, 0.12], turn: 0.16 }),
      ...place(zipped([c[3]!, c[1]!, c[2]!], 0.95, 0.64), { at: [0.58, 0, -0.5], turn: -0.3 }),
    ],
    front: cam([0.1, 1.4, 4.9], [0.08, 0.38, 0], 25),
    detail: cam([0.5, 1.1, 2.3], [0.1, 0.5, 0.1], 28),
  }),
  briefcase: c => ({
    hero: place(briefcase(c), { turn: -0.2 }),
    front: cam([0.1, 1.4, 5.9], [0, 0.66, 0], 25),
    detail: cam([-0.7, 1.2, 2.7], [-0.3, 0.5, 0.15], 28),
  }),
  wallet: c => ({
    hero: wallet(c),
    props: table(1.05, 0.5),
    front: cam([0.1, 1.5, 4.9], [0.05, 0.36, 0], 25),
    detail: cam([-0.2, 1.0, 2.2], [-0.3, 0.42, 0], 28),
  }),
  basket: c => ({
    hero: place(basket(c), { turn: 0.2 }),
    props: place(
      [
        pillow(
          0.9,
          0.3,
          0.5,
          canvas('#dfe2dc', s => stitch(s, s.lz, s.lx, '#283e66')),
          { flat: 0.8, side: 0.8 },
        ),
      ],
      { at: [0, 0.78, 0] },
    ),
    front: cam([0.1, 1.7, 5.7], [0, 0.74, 0], 25),
    detail: cam([0.7, 1.2, 2.6], [0.12, 0.74, 0.2], 28),
  }),
  kinchaku: c => ({
    hero: [...place(pouch(c, c[3]!, 0.94), { size: 1.4, turn: 0.15 })],
    props: table(-1.02, 0.4),
    front: cam([0.1, 1.6, 5.4], [0, 0.58, 0], 25),
    detail: cam([0.5, 1.4, 2.5], [0.05, 0.8, 0.1], 28),
  }),
} satisfies Record<string, Maker>
