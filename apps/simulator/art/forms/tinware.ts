import { lacquer, plain, tint, toward, wood } from '../materials.ts'
import { noise2, step } from '../random.ts'
import { type Material, type Mesh, place, sheet, slab } from '../render/mesh.ts'
import { linear, type Vec3 } from '../render/vec.ts'
import { liquid } from './ceramics.ts'
import { ball, beaten, frosted, heap, lathe, pillow, signs, wire } from './kit.ts'
import { cam, type Maker } from './staging.ts'

/** Tin outside, tin or gold inside. */
function lined(outer: Material, inner: string, from: number): Material {
  const gilt = beaten(inner, { dents: 12, deep: 0.05 })
  return s => (s.v > from ? gilt(s) : outer(s))
}

const guinomi = (c: readonly string[]): Mesh =>
  lathe(
    '0,.02 .14,.02 .16,0 .2,.01 .3,.14,.1 .36,.38,.1 .34,.5 .325,.51 .31,.48 .31,.36 .24,.16,.08 0,.1',
    lined(beaten(c[0]!, { dents: 15, deep: 0.2 }), c[1]!, 0.6),
    { round: 0.02, segs: 84 },
  )

/** Warming can with a bail: tall, a lip, a handle bound with rattan. */
function chirori(c: readonly string[]): Mesh[] {
  const skin = beaten(c[0]!, { dents: 11, deep: 0.1 })
  const body = lathe('0,0 .34,0 .36,.02 .36,.92 .38,.97 .37,.99 .34,.96 .33,.5 0,.4', skin, { segs: 90 })
  const lip: Mesh = {
    ...body,
    pos: body.pos.map((_p, i) => {
      const [k, base] = [i % 3, i - (i % 3)]
      const [x, y, z] = [body.pos[base]!, body.pos[base + 1]!, body.pos[base + 2]!]
      const out = Math.max(0, -x / 0.38) ** 14 * step(0.8, 0.99, y)
      return k === 0 ? x - 0.16 * out : k === 1 ? y + 0.05 * out : z
    }),
  }
  return [
    lip,
    wire('.35,.8,0 .62,.86,0 .74,.66,0 .66,.36,0 .35,.28,0', 0.034, skin, { rows: 40, segs: 14 }),
    wire(
      '.6,.87,0 .735,.76,0 .735,.56,0 .69,.42,0',
      0.052,
      s => {
        tint(s, linear(c[1]!))
        const k = 0.7 + 0.4 * Math.abs(Math.sin(s.ly * 70 + s.lx * 30))
        s.r *= k
        s.g *= k
        s.b *= k
      },
      { rows: 30, segs: 12 },
    ),
  ]
}

/** Spouted bowl: the rim is drawn out to one side. */
function katakuchi(c: readonly string[]): Mesh[] {
  const bowl = lathe(
    '0,.03 .22,.03 .24,0 .3,.01 .34,.05 .56,.3,.14 .62,.56 .6,.58 .58,.55 .5,.3,.12 .3,.12 0,.1',
    lined(beaten(c[0]!, { dents: 10, deep: 0.16 }), c[1]!, 0.58),
    { segs: 110 },
  )
  const n = bowl.pos.length
  const pos = new Float32Array(n)
  for (let i = 0; i < n; i += 3) {
    const [x, y, z] = [bowl.pos[i]!, bowl.pos[i + 1]!, bowl.pos[i + 2]!]
    const a = Math.atan2(z, x) - 0.5
    const out = Math.max(0, Math.cos(a)) ** 40 * step(0.34, 0.58, y)
    pos.set([x * (1 + 0.42 * out), y + 0.03 * out, z * (1 + 0.42 * out)], i)
  }
  return [{ ...bowl, pos }, liquid(0.53, 0.42, '#c9c8b4', 1.2)]
}

const tumbler = (c: readonly string[]): Mesh[] => {
  const skin = beaten(c[0]!, { dents: 6, deep: 0.03, rough: 0.3 })
  const ringed: Material = s => {
    skin(s)
    if (s.v < 0.6) s.ny += 0.35 * Math.sin(s.ly * 46) * step(0.2, 0.3, s.ly) * step(0.9, 0.8, s.ly)
  }
  return [
    lathe('0,.02 .24,.02 .26,0 .28,.03 .36,1.06 .345,1.07 .33,1.04 .26,.1 0,.08', lined(ringed, c[1]!, 0.62), {
      round: 0.015,
      segs: 84,
    }),
    lathe('0,.9 .31,.9', s => {
      tint(s, linear('#f6efdc'))
      const b = 0.86 + 0.2 * noise2(s.lx * 60, s.lz * 60, 3)
      s.r *= b
      s.g *= b
      s.b *= b
      s.wrap = 0.5
    }),
  ]
}

/** A dish like a flower, bent by hand. */
function dish(c: readonly string[], lobes: number): Mesh[] {
  const skin = beaten(c[0]!, { dents: 14, deep: 0.14 })
  const form = sheet(
    (u, v) => {
      const a = u * Math.PI * 2
      const petal = 1 + 0.1 * v * v * Math.cos(a * lobes)
      const r = v * 0.92 * petal
      return [Math.cos(a) * r, 0.02 + 0.26 * v ** 3 + 0.04 * v * v * Math.cos(a * lobes), Math.sin(a) * r]
    },
    140,
    40,
    skin,
  )
  const nut = frosted(c[1]!, 0.3)
  const nuts = heap(11, 0.34, 0.1, 3).flatMap(([x, y, z, r]) =>
    place([pillow(0.2, 0.13, 0.13, nut, { flat: 0.9, side: 0.9, fine: 28 })], {
      at: [x, 0.05 + y, z],
      turn: r * 6,
      roll: r - 0.5,
    }),
  )
  return [form, ...nuts]
}

/** A measure of cypress: four boards with finger joints drawn on, and a floor. */
function masu(c: readonly string[], mark: string | null): Mesh[] {
  const grain = wood(c[0]!, c[1]!, { board: 99, gloss: 0.25 })
  const [w, h, t] = [0.9, 0.6, 0.09]
  const ink = linear(c[2]!)
  const side: Material = s => {
    grain(s)
    const joint = Math.abs(s.lx) > w / 2 - t ? step(0.012, 0.004, Math.abs(((s.ly / h) * 3) % 1)) : 0
    toward(s, linear('#6d4b2c'), joint * 0.6)
    if (mark && s.lz > 0.03) toward(s, ink, signs[mark as 'sun'](s.lx / 0.22, (s.ly - h / 2) / 0.22) * 0.85)
  }
  return [
    ...place(slab(w, h, t, 0.012, side), { at: [0, 0, w / 2 - t / 2] }),
    ...place(slab(w, h, t, 0.012, grain), { at: [0, 0, -w / 2 + t / 2] }),
    ...[-1, 1].flatMap(k =>
      place(place(slab(w - 2 * t, h, t, 0.012, grain), { turn: Math.PI / 2 }), { at: [k * (w / 2 - t / 2), 0, 0] }),
    ),
    ...slab(w - 0.05, 0.07, w - 0.05, 0.01, grain),
  ]
}

/** Shallow lacquer cups in three sizes on a stand; gold inside the uppermost. */
function sakazuki(c: readonly string[]): Mesh[] {
  const gold = linear('#c99a3a')
  const skin = lacquer(c[0]!, 0.08)
  const cup = (r: number, art: boolean): Mesh[] => {
    const outline = `0,.02 ${r * 0.3},.02 ${r * 0.32},0 ${r * 0.38},0 ${r * 0.4},.07 ${r * 0.8},.14,.1 ${r},.24 ${r * 0.97},.25 ${r * 0.7},.16,.1 0,.12`
    return [
      lathe(
        outline,
        s => {
          skin(s)
          if (art && s.v > 0.55) toward(s, gold, signs[c[2] as 'blossom']((s.lx / r) * 1.5, (s.lz / r) * 1.5) * 0.95)
          if (s.v > 0.48 && Math.hypot(s.lx, s.lz) > r * 0.95) toward(s, gold, 0.9)
        },
        { segs: 96 },
      ),
    ]
  }
  const stand = lacquer(c[1]!, 0.12)
  return [
    ...slab(1.3, 0.06, 1.3, 0.02, stand),
    ...place([lathe('.46,0 .42,.02 .32,.24,.1 .36,.4 .44,.42 0,.43', stand)], { at: [0, 0.06, 0] }),
    ...place(cup(0.82, false), { at: [0, 0.47, 0] }),
    ...place(cup(0.68, false), { at: [0, 0.6, 0] }),
    ...place(cup(0.54, true), { at: [0, 0.72, 0] }),
  ]
}

const at = (x: number, z: number, y = 0): Vec3 => [x, y, z]

/** For sake. Colours: tin, inside. */
export const tinware = {
  guinomi: c => ({
    hero: [
      ...place([guinomi(c), liquid(0.29, 0.38, '#cfcab0', 1.2)], { at: at(-0.32, 0.14) }),
      ...place([guinomi([c[0]!, c[2]!])], { at: at(0.44, 0.28, 0.0), size: 0.92 }),
      ...place([guinomi(c)], { at: at(0.24, -0.62), size: 0.92 }),
    ],
    front: cam([0.1, 1.5, 4.1], [0.04, 0.22, 0], 24),
    detail: cam([0.1, 1.2, 1.9], [-0.2, 0.3, 0.1], 28),
  }),
  chirori: c => ({
    hero: place(chirori(c), { turn: 0.3 }),
    props: place([guinomi(c)], { at: at(-0.82, 0.42), size: 0.72 }),
    front: cam([0.1, 1.5, 4.9], [0.02, 0.46, 0], 25),
    detail: cam([0.7, 1.5, 2.4], [0.14, 0.7, 0], 28),
  }),
  katakuchi: c => ({
    hero: place(katakuchi(c), { turn: 0.2 }),
    front: cam([0.1, 1.8, 4.4], [0.08, 0.26, 0], 25),
    detail: cam([0.9, 1.2, 1.9], [0.2, 0.4, 0.2], 28),
  }),
  tumbler: c => ({
    hero: [...place(tumbler(c), { at: at(-0.28, 0.1) }), ...place(tumbler([c[2]!, c[1]!]), { at: at(0.48, -0.4), size: 0.86 })],
    front: cam([0.1, 1.5, 4.9], [0.06, 0.5, 0], 25),
    detail: cam([0.2, 1.5, 2.3], [-0.14, 0.76, 0], 28),
  }),
  dish: c => ({
    hero: dish(c, c[2] === 'plum' ? 5 : 8),
    front: cam([0.1, 2.2, 4.3], [0, 0.1, 0], 26),
    detail: cam([0.7, 1.1, 1.9], [0.1, 0.12, 0.1], 28),
  }),
  masu: c => ({
    hero: [
      ...place(masu(c, c[3]!), { at: at(-0.22, 0.12), turn: 0.35 }),
      ...place(masu(c, null), { at: at(0.62, -0.5), turn: -0.3, size: 0.8 }),
    ],
    props: place([ball(0.05, frosted('#f6f4ee', 0.5), 16)], { at: at(0.62, 0.5) }),
    front: cam([0.1, 1.8, 4.6], [0.06, 0.24, 0], 25),
    detail: cam([0.5, 1.2, 2.1], [-0.1, 0.36, 0.2], 28),
  }),
  sakazuki: c => ({
    hero: sakazuki(c),
    props: [wire('-1.1,.02,.6 -.9,.03,.7 -.7,.02,.72', 0.012, plain('#7d5834'))],
    front: cam([0.1, 1.75, 4.8], [0, 0.46, 0], 25),
    detail: cam([0.5, 1.7, 2.0], [0.05, 0.84, 0], 28),
  }),
} satisfies Record<string, Maker>
