import { lacquer, metal, plain, wood } from '../materials.ts'
import { noise2 } from '../random.ts'
import { type Mesh, place, slab } from '../render/mesh.ts'
import { linear } from '../render/vec.ts'
import { frosted, glass, labelled, lathe, pillow, signs, wire, yuzu, yuzuHalf } from './kit.ts'
import { cam, type Maker } from './staging.ts'

const cedar = () => wood('#c99f6c', '#8c6238', { board: 99, along: 'y', gloss: 0.3 })

/** Shouldered bottle with a rubber dropper. Colours: glass, glow, label, ink. */
const dropper = (c: readonly string[]): Mesh[] => [
  lathe(
    '0,0 .36,0 .37,.02 .37,.72 .33,.86,.12 .15,.93,.08 .145,1.02',
    labelled(glass(c[0]!, c[1]!), { r: 0.37, y: 0.38, w: 0.44, h: 0.42, paper: c[2]!, ink: c[3]!, sign: signs.citrus }),
  ),
  lathe('.155,.98 .19,.99 .19,1.16 .15,1.17 0,1.17', lacquer('#22211f', 0.2)),
  lathe('.1,1.16 .105,1.2 .085,1.36,.06 .075,1.46,.06 .03,1.53,.05 0,1.54', plain('#2a2927', { rough: 0.5, spec: 0.4 })),
]

/** Tall milky bottle under a wooden cap. */
const tall = (c: readonly string[]): Mesh[] => [
  lathe(
    '0,0 .29,0 .3,.02 .3,1.22 .26,1.3,.07 .17,1.31 .17,1.34',
    labelled(frosted(c[0]!), { r: 0.3, y: 0.58, w: 0.3, h: 0.74, paper: c[1]!, ink: c[2]!, sign: signs.lines, border: false }),
    { round: 0.03 },
  ),
  lathe('.2,1.335 .205,1.35 .205,1.68 .19,1.7 0,1.7', cedar()),
]

/** Slender bottle with a spray head. */
const spray = (c: readonly string[]): Mesh[] => [
  lathe(
    '0,0 .21,0 .22,.02 .22,.98 .19,1.06,.06 .1,1.09 .1,1.16',
    labelled(glass(c[0]!, c[1]!), { r: 0.22, y: 0.5, w: 0.26, h: 0.5, paper: c[2]!, ink: c[3]!, sign: signs.waves }),
  ),
  lathe('.12,1.14 .13,1.15 .13,1.26 .1,1.27 0,1.27', metal('#c9c3b4', 0.25)),
  lathe('.07,1.26 .075,1.27 .085,1.42,.03 .075,1.45 0,1.46', plain('#f1ede2', { rough: 0.35, spec: 0.5 })),
  wire('0.05,1.4,0.02 .1,1.4,0.03 .135,1.4,0.04', 0.022, plain('#d8d2c4')),
]

/** Low jar of thick glass, open, with a swirl of cream; its lid leans. */
function jar(c: readonly string[]): Mesh[] {
  const cream = pillow(0.74, 0.2, 0.74, frosted(c[3]!, 0.5), {
    flat: 1,
    side: 1,
    bend: ([x, y, z]) => {
      const [d, a] = [Math.hypot(x, z), Math.atan2(z, x)]
      return [x, y + 0.035 * Math.sin(a + d * 22) * (d > 0.03 ? 1 : 0) + Math.max(0, 0.13 - d * 0.8), z]
    },
  })
  return [
    lathe(
      '0,0 .46,0 .5,.03 .5,.42 .46,.47 .42,.48 .4,.46 .4,.36 0,.34',
      labelled(frosted(c[0]!, 0.3), {
        r: 0.5,
        y: 0.23,
        w: 0.5,
        h: 0.26,
        paper: c[1]!,
        ink: c[2]!,
        sign: signs.citrus,
        border: false,
      }),
      { round: 0.03 },
    ),
    ...place([cream], { at: [0, 0.32, 0] }),
    ...place([lathe('0,0 .5,0 .51,.02 .51,.13 .49,.15 0,.15', cedar())], { at: [0.62, 0.49, -0.12], roll: -1.36, turn: 0.3 }),
  ]
}

/** Bars of soap on a slatted dish; the upper one is stamped. */
function soap(c: readonly string[]): Mesh[] {
  const [body, mark] = [linear(c[0]!), linear(c[1]!)]
  const bar = (stamped: boolean, seed: number) =>
    pillow(
      0.98,
      0.34,
      0.66,
      s => {
        const vein = noise2(s.lx * 3 + seed, s.lz * 9 + s.ly * 6 + noise2(s.lx * 5, s.lz * 5) * 2, seed)
        const k = 0.9 + 0.16 * vein
        const stamp = stamped && s.ly > 0.2 ? signs.citrus(s.lx / 0.24, s.lz / 0.24) : 0
        for (const [i, n] of (['r', 'g', 'b'] as const).entries())
          s[n] = (body[i]! * (1 - stamp * 0.45) + mark[i]! * stamp * 0.45) * k
        s.rough = 0.4
        s.spec = 0.4
        s.wrap = 0.4
      },
      { flat: 0.35, side: 0.3 },
    )
  const slat = [-0.36, -0.12, 0.12, 0.36].map(z =>
    place(slab(1.4, 0.06, 0.15, 0.02, wood('#b98f60', '#7d5834', { board: 99 })), { at: [0, 0.06, z] }),
  )
  const feet = [-0.5, 0.5].map(x =>
    place(slab(0.12, 0.07, 0.9, 0.02, wood('#a57c50', '#6d4b2c', { board: 99 })), { at: [x, 0, 0] }),
  )
  return [
    ...slat.flat(),
    ...feet.flat(),
    ...place([bar(false, 2)], { at: [-0.04, 0.12, 0], turn: 0.12 }),
    ...place([bar(true, 5)], { at: [0.05, 0.45, 0], turn: -0.28 }),
  ]
}

/** Flat tin of balm, open; the lid with its picture leans behind. */
function balm(c: readonly string[]): Mesh[] {
  const [paint, mark] = [linear(c[0]!), linear(c[1]!)]
  const tin = metal('#cfc6b0', 0.3)
  const top = lathe('0,0 .52,0 .53,.02 .53,.16 0,.165', s => {
    tin(s)
    if (s.ly < 0.14) return
    const d = Math.hypot(s.lx, s.lz)
    if (d > 0.47) return
    const k = signs.blossom(s.lx / 0.36, s.lz / 0.36)
    for (const [i, n] of (['r', 'g', 'b'] as const).entries()) s[n] = paint[i]! * (1 - k) + mark[i]! * k
    s.spec = 0.5
    s.rough = 0.4
  })
  return [
    lathe('0,0 .5,0 .5,.2 .47,.2 .47,.15', tin, { round: 0.012 }),
    lathe('.47,.155 .2,.165,.1 0,.15', frosted(c[2]!, 0.5), { round: 0.05 }),
    ...place([top], { at: [-0.3, 0.5, -0.62], pitch: 1.22, turn: 0.25 }),
  ]
}

/** Corked jar of bath salt and a wooden spoon with some of it. */
function salt(c: readonly string[]): Mesh[] {
  const [a, b] = [linear(c[0]!), linear(c[1]!)]
  const grains = (s: Parameters<ReturnType<typeof frosted>>[0], n: number) => {
    const [x, y] = n > 85 ? [s.lx * n, s.lz * n] : [Math.atan2(s.lz, s.lx) * n * 0.44, s.ly * n]
    const peel = noise2(x * 0.45, y * 0.45, 3) > 0.66 ? 1 : 0
    const k = 0.7 + 0.5 * noise2(x, y, 9)
    for (const [i, m] of (['r', 'g', 'b'] as const).entries()) s[m] = (peel ? b[i]! : a[i]!) * k
    s.rough = 0.5
    s.wrap = 0.4
  }
  const body = lathe(
    '0,0 .42,0 .44,.03 .44,.86 .38,.98,.08 .32,1 .32,1.06 .34,1.08 .34,1.1 .3,1.1',
    labelled(
      s => {
        grains(s, 80)
        s.spec = 1.6
        s.rough = 0.06
        if (s.ly > 0.83) for (const m of ['r', 'g', 'b'] as const) s[m] = s[m] * 0.25 + 0.5
      },
      { r: 0.44, y: 0.42, w: 0.5, h: 0.36, paper: c[2]!, ink: c[3]!, sign: signs.waves },
    ),
  )
  const spoon = [
    wire('.05,.05,0 .5,.09,0 .95,.16,0', 0.035, wood('#c99f6c', '#8c6238', { board: 99 })),
    ...place([pillow(0.36, 0.12, 0.26, wood('#c99f6c', '#8c6238', { board: 99 }), { flat: 1, side: 1 })], { at: [-0.06, 0, 0] }),
    ...place([pillow(0.28, 0.14, 0.2, s => grains(s, 90), { flat: 1, side: 1 })], { at: [-0.06, 0.03, 0] }),
  ]
  return [
    body,
    lathe('0,1.06 .3,1.06 .32,1.2 .3,1.24 0,1.24', plain('#b98a5a', { rough: 0.9, grain: 0.6 })),
    ...place(spoon, { at: [0.46, 0, 0.62], turn: 0.5, size: 0.9 }),
  ]
}

const fruit = (x: number, z: number, half?: readonly [number, number]): Mesh[] => [
  ...place(yuzu(4), { at: [x, 0, z] }),
  ...(half ? place(yuzuHalf(0.27), { at: [half[0], 0, half[1]], pitch: 0.5, turn: -0.3 }) : []),
]

/** Things for the skin, by their packs. */
export const bottles = {
  dropper: c => ({
    hero: dropper(c),
    props: fruit(-0.86, -0.5, [0.72, 0.42]),
    front: cam([0.1, 1.45, 5.4], [0, 0.7, 0], 24),
    detail: cam([0.8, 1.3, 2.9], [0.1, 0.62, 0.1], 27),
  }),
  lotion: c => ({
    hero: tall(c),
    props: [...place(yuzu(9, 0.26), { at: [0.62, 0, -0.1] })],
    front: cam([0.1, 1.6, 5.9], [0.12, 0.86, 0], 25),
    detail: cam([0.9, 1.9, 2.9], [0.06, 1.1, 0], 27),
  }),
  cream: c => ({
    hero: jar(c),
    props: fruit(-0.85, -0.55),
    front: cam([0.1, 1.85, 4.6], [0.06, 0.3, 0], 26),
    detail: cam([-0.5, 1.5, 2.0], [0.04, 0.38, 0.1], 28),
  }),
  soap: c => ({
    hero: soap(c),
    props: place(yuzuHalf(0.24), { at: [-0.98, 0, 0.34], pitch: 0.35 }),
    front: cam([0.2, 2.0, 4.8], [-0.05, 0.34, 0], 25),
    detail: cam([0.8, 1.5, 2.0], [0.04, 0.55, 0], 27),
  }),
  balm: c => ({
    hero: balm(c),
    props: place(yuzu(2, 0.2), { at: [0.72, 0, -0.3] }),
    front: cam([0.1, 1.9, 4.4], [0.02, 0.3, -0.1], 25),
    detail: cam([0.7, 1.3, 1.9], [0.05, 0.18, 0.05], 28),
  }),
  salt: c => ({
    hero: salt(c),
    front: cam([0.2, 1.6, 5.0], [0.2, 0.5, 0], 25),
    detail: cam([1.1, 1.1, 2.6], [0.34, 0.34, 0.3], 28),
  }),
  mist: c => ({
    hero: [
      ...place(spray(c), { at: [-0.22, 0, 0] }),
      ...place(spray([c[4]!, c[5]!, c[2]!, c[3]!]), { at: [0.34, 0, -0.34], size: 0.8 }),
    ],
    props: place(yuzuHalf(0.2), { at: [0.5, 0, 0.4], pitch: 0.3 }),
    front: cam([0.1, 1.4, 4.9], [0.04, 0.62, 0], 24),
    detail: cam([0.5, 1.6, 2.4], [-0.1, 0.95, 0], 27),
  }),
} satisfies Record<string, Maker>
