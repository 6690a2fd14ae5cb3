import { glaze, metal, plain, tint, toward, washi } from '../materials.ts'
import { step } from '../random.ts'
import { type Mesh, place, slab } from '../render/mesh.ts'
import { linear } from '../render/vec.ts'
import { liquid } from './ceramics.ts'
import { canvas, labelled, lathe, pillow, signs, wire } from './kit.ts'
import { leaves } from './packs.ts'
import { page } from './paper.ts'
import { hemp, waves } from './patterns.ts'
import { cam, type Maker } from './staging.ts'

/** Mug with an ear. Colours: glaze from the rim down, clay. */
function mug(c: readonly string[]): Mesh[] {
  const skin = glaze({
    top: c[0]!,
    body: c[1]!,
    low: c[2]!,
    clay: c[3]!,
    height: 0.95,
    foot: 0.12,
    specks: 0.12,
    cracks: 0.8,
    rim: c[4] ?? '#efe3d2',
  })
  return [
    lathe('0,.03 .3,.03 .32,0 .38,.01 .4,.05 .43,.3,.1 .42,.8,.1 .45,.93 .44,.95 .42,.92 .39,.6 .38,.14 0,.1', skin, {
      segs: 90,
    }),
    wire('.4,.76,0 .58,.82,0 .72,.68,0 .7,.46,0 .56,.3,0 .4,.28,0', (t: number) => 0.052 - 0.012 * Math.sin(t * Math.PI), skin, {
      rows: 44,
      segs: 18,
    }),
    liquid(0.395, 0.8, '#4a2a18'),
  ]
}

/** Square caddy with a close lid; roasted rice among the leaves beside it. */
function caddy(c: readonly string[]): Mesh[] {
  const line = { color: linear(c[1]!), strength: 0.6 }
  const skin = washi(c[0]!, { fibre: 0.6, art: s => waves(s, (Math.abs(s.lz) > 0.41 ? s.lx : s.lz) * 4.4, s.ly * 4.4, line) })
  return [
    ...slab(
      0.86,
      0.9,
      0.86,
      0.03,
      labelled(skin, { z: 0.41, y: 0.42, w: 0.44, h: 0.52, paper: '#ece5d2', ink: c[2]!, sign: signs.hill }),
    ),
    ...place(slab(0.89, 0.3, 0.89, 0.03, metal(c[3]!, 0.28)), { at: [0, 0.84, 0] }),
  ]
}

/** Two stones for seals, a pad of vermilion, and a sheet that carries one print. */
function seal(c: readonly string[]): Mesh[] {
  const red = linear('#b8402b')
  const stone = (hex: string) => plain(hex, { rough: 0.25, spec: 0.8, grain: 0.5, wrap: 0.3 })
  return [
    ...place(slab(0.36, 1.0, 0.36, 0.04, stone(c[0]!)), { at: [-0.42, 0, -0.1], turn: 0.4 }),
    ...place(slab(0.26, 0.26, 0.72, 0.03, stone(c[1]!)), { at: [0.16, 0.012, 0.5], turn: 0.7 }),
    lathe('.34,0 .38,.02 .4,.2 .36,.22 .34,.2 .3,.16 0,.17', s => {
      const d = Math.hypot(s.lx, s.lz)
      tint(s, d < 0.31 ? red : linear('#eeeae0'))
      s.rough = d < 0.31 ? 0.8 : 0.12
      s.spec = d < 0.31 ? 0.1 : 1
      s.wrap = 0.2
    }),
  ].map((m, i) => (i < 12 ? m : place([m], { at: [0.5, 0, -0.42] })[0]!))
}
const stamped = (): Mesh[] =>
  place(
    [
      page(1.9, 1.7, s => {
        const [x, y] = [(s.lx + 0.32) / 0.2, (s.lz - 0.42) / 0.2]
        const edge = Math.max(Math.abs(x), Math.abs(y))
        if (edge < 1) toward(s, linear('#b8402b'), edge > 0.86 ? 0.9 : signs.lines(x * 0.55, y * 0.85) * 0.95)
      }),
    ],
    { turn: 0.1 },
  )

/** Floor cushions, one on another, tufted in the middle. */
function cushions(c: readonly string[]): Mesh[] {
  const white = linear(c[1]!)
  const one = (hex: string, pattern: string) =>
    pillow(
      1.6,
      0.42,
      1.5,
      canvas(hex, s => {
        if (pattern === 'hemp') hemp(s, s.lx * 3.4, s.lz * 3.4, { color: white, strength: 0.8, wide: 0.04 })
        if (pattern === 'stripe') toward(s, white, 0.8 * step(0.36, 0.4, Math.abs(((s.lx * 5 + 20) % 1) - 0.5)))
        if (pattern === 'circles')
          toward(
            s,
            white,
            0.85 * step(0.03, 0.02, Math.abs(Math.hypot(((s.lx * 2 + 20) % 1) - 0.5, ((s.lz * 2 + 20) % 1) - 0.5) - 0.34)),
          )
      }),
      {
        flat: 0.75,
        side: 0.3,
        fine: 84,
        bend: ([x, y, z]) => [
          x,
          y + (y > 0.21 ? -0.12 * step(0.3, 0, Math.hypot(x, z)) + 0.04 * step(0.6, 1.1, Math.hypot(x, z)) : 0),
          z,
        ],
      },
    )
  return [
    one(c[2]!, 'stripe'),
    ...place([one(c[0]!, c[3]!)], { at: [0.03, 0.36, 0.02], turn: 0.12 }),
    ...[0, 1, 2, 3].map(i =>
      wire(
        `0,.66,0 ${Math.cos(i * 1.57 + 0.7) * 0.05},.7,${Math.sin(i * 1.57 + 0.7) * 0.05} ${Math.cos(i * 1.57 + 0.7) * 0.14},.69,${Math.sin(i * 1.57 + 0.7) * 0.14}`,
        0.014,
        plain(c[1]!, { rough: 0.9 }),
        { segs: 6, rows: 8 },
      ),
    ),
  ]
}

export const extras = {
  mug: c => ({
    hero: place(mug(c), { turn: -0.4 }),
    front: cam([0.1, 1.5, 4.6], [0.06, 0.46, 0], 25),
    detail: cam([0.7, 1.4, 2.2], [0.14, 0.6, 0.05], 27),
  }),
  caddy: c => ({
    hero: place(caddy(c), { turn: -0.3 }),
    props: [
      ...place(leaves(120, 0.3, 5, '#4d5a2c'), { at: [0.86, 0, 0.46] }),
      ...place(leaves(40, 0.26, 9, '#d8b878'), { at: [0.84, 0.02, 0.46] }),
    ],
    front: cam([0.2, 1.6, 5.0], [0.14, 0.5, 0], 25),
    detail: cam([0.7, 1.3, 2.5], [0.16, 0.6, 0.1], 27),
  }),
  seal: c => ({
    hero: seal(c),
    props: stamped(),
    front: cam([0.1, 2.3, 4.3], [0, 0.26, 0], 26),
    detail: cam([0.3, 1.4, 2.1], [-0.1, 0.3, 0.2], 29),
  }),
  cushion: c => ({
    hero: place(cushions(c), { turn: 0.3 }),
    front: cam([0.1, 2.0, 5.2], [0, 0.3, 0], 26),
    detail: cam([0.9, 1.5, 2.3], [0.2, 0.5, 0.2], 29),
  }),
} satisfies Record<string, Maker>
