import type { ProductLook, Variant } from '../cast.ts'
import { type Mesh, place } from '../render/mesh.ts'
import { blades } from './blades.ts'
import { bottles } from './bottles.ts'
import { type Colours, chopsticks, riceBowl, sakeSet, smallPlate, tallVase, teaCup, tray, wagashi } from './ceramics.ts'
import { apron, furoshiki, hang, type Pattern, peg, rod, scarf, tote } from './cloth.ts'
import { extras } from './extras.ts'
import { incense, ribbonBox } from './incense.ts'
import { leaves, teaBag, tin } from './packs.ts'
import { envelope, notebook, page } from './paper.ts'
import { papercraft } from './papercraft.ts'
import { scents } from './scents.ts'
import { sewn } from './sewn.ts'
import { cam, type Maker, type Staging } from './staging.ts'
import { sweets } from './sweets.ts'
import { chawan, kyusu, whisk } from './tea.ts'
import { tinware } from './tinware.ts'
import { toys } from './toys.ts'
import { brush, brushCap, enso, inkBottle, pebble, penRest } from './writing.ts'

const glazeOf = (c: readonly string[]): Colours => ({ top: c[0]!, body: c[1]!, low: c[2]!, clay: c[3]! })
const patternOf = (s: string | undefined) => (s ?? 'plain') as Pattern
const flatPattern = (s: string | undefined) => (s ?? 'plain') as 'plain' | 'hemp' | 'waves'

export function stage(product: ProductLook, variant: Variant): Staging {
  const c = variant.colours
  const made = forms[product.form](c)
  const { eye, look } = made.front
  // A level table edge: the lens of a front view looks straight ahead.
  return { props: [], hung: false, ...made, front: { ...made.front, eye: [look[0], eye[1], eye[2]] } }
}

const first = {
  cup: c => ({
    hero: teaCup(glazeOf(c), '#7d6a2a'),
    props: place(chopFree(c), { at: [-0.95, 0, -0.7] }),
    front: cam([0.15, 1.55, 4.3], [-0.06, 0.42, 0], 25),
    detail: cam([0.5, 1.35, 2.1], [0.02, 0.56, 0.1], 27),
  }),
  vase: c => ({
    hero: tallVase(glazeOf(c)),
    front: cam([0.1, 1.9, 8.6], [0.1, 1.78, 0], 27),
    detail: cam([0.9, 2.3, 4.2], [0.12, 1.75, 0], 28),
  }),
  bowl: c => ({
    hero: riceBowl(glazeOf(c)),
    props: place(chopsticks(), { at: [0.1, 0, 0.95], turn: 0.12 }),
    front: cam([0.1, 2.15, 4.7], [0.05, 0.2, 0.25], 25),
    detail: cam([-0.8, 1.1, 2.2], [-0.1, 0.36, 0.1], 27),
  }),
  sake: c => ({
    hero: sakeSet(glazeOf(c)),
    props: tray(2.1, 1.9),
    front: cam([0.2, 1.9, 5.6], [0.02, 0.55, 0.05], 24),
    detail: cam([1.1, 1.2, 2.9], [0.12, 0.4, 0.1], 27),
  }),
  plate: c => ({
    hero: smallPlate(glazeOf(c)),
    props: place(wagashi('#e3a9a2', '#e0b24a'), { at: [0.1, 0.07, 0.0], turn: 0.4 }),
    front: cam([0.1, 3.0, 4.3], [0.03, 0.02, -0.02], 26),
    detail: cam([0.9, 1.0, 2.0], [0.1, 0.1, 0.05], 28),
  }),
  sencha: c => ({
    hero: tin({
      paper: c[0]!,
      line: c[1]!,
      lid: 'steel',
      pattern: 'waves',
      label: '#ece5d2',
      ink: c[2]!,
      radius: 0.42,
      height: 1.32,
    }),
    props: place(leaves(170, 0.34, 3), { at: [0.75, 0, 0.5] }),
    front: cam([0.3, 1.6, 5.2], [0.14, 0.6, 0], 25),
    detail: cam([0.7, 1.25, 2.7], [0.16, 0.66, 0.1], 27),
  }),
  gyokuro: c => ({
    hero: tin({
      paper: c[0]!,
      line: c[1]!,
      lid: c[2]!,
      pattern: 'hemp',
      label: '#d8c08a',
      ink: '#1d1a17',
      radius: 0.46,
      height: 0.98,
    }),
    props: place(leaves(130, 0.28, 8, '#22402c'), { at: [-0.8, 0, 0.42] }),
    front: cam([0.2, 1.6, 4.7], [-0.1, 0.44, 0], 25),
    detail: cam([-0.8, 1.25, 2.4], [-0.1, 0.5, 0.1], 27),
  }),
  matcha: c => ({
    hero: [...chawan(glazeOf(c)), ...place(whisk(), { at: [0.95, 0, 0.28], turn: 0.5 })],
    front: cam([0.25, 2.2, 5.1], [0.25, 0.36, 0], 25),
    detail: cam([0.9, 1.7, 2.7], [0.35, 0.42, 0], 29),
  }),
  bag: c => ({
    hero: teaBag(c[0]!, c[1]!, c[2]!),
    props: place(leaves(120, 0.3, 12, '#6b4426'), { at: [0.72, 0, 0.62] }),
    front: cam([0.35, 1.5, 5.4], [0.08, 0.66, 0], 25),
    detail: cam([0.8, 1.4, 2.9], [0.12, 0.85, 0], 27),
  }),
  kyusu: c => ({
    hero: place(kyusu(c[0]!), { turn: 0.45 }),
    props: [
      ...place(teaCup({ top: '#e9e4d4', body: '#e6dfcc', low: '#d9c6a8', clay: '#93684a' }, '#9aa03e'), {
        at: [-0.98, 0, 0.62],
        size: 0.6,
      }),
    ],
    front: cam([0.2, 1.75, 5.2], [0.04, 0.34, 0.1], 25),
    detail: cam([-0.5, 1.35, 2.9], [0.06, 0.46, 0.1], 28),
  }),
  notebook: c => ({
    hero: place(notebook(c[0]!, c[1]!, flatPattern(c[2])), { turn: 0.28 }),
    props: place(brush('#1c1a1b'), { at: [0.9, 0.06, -0.85], turn: 0.1 }),
    front: cam([0.3, 3.3, 3.6], [0.18, 0.0, 0.0], 27),
    detail: cam([-1.1, 1.1, 1.9], [-0.1, 0.1, 0.02], 27),
  }),
  brush: c => ({
    hero: place([...brush(c[0]!, { hair: '#2b2622' })], { at: [-0.1, 0.13, -0.72], turn: -0.42 }),
    props: [
      ...place(penRest(), { at: [-0.52, 0, 0.2], turn: -0.42 }),
      ...place(brushCap(c[0]!), { at: [0.42, 0.066, -0.3], turn: 0.5 }),
      ...place([page(1.9, 2.2, s => enso(s, s.lx + 0.05, s.lz + 0.05, 0.52))], { at: [0.05, 0, -0.1], turn: -0.06 }),
    ],
    front: cam([0.1, 3.5, 3.3], [-0.06, 0, -0.02], 31),
    detail: cam([0.7, 1.2, 1.5], [-0.1, 0.12, -0.3], 30),
  }),
  ink: c => ({
    hero: place(inkBottle(c[0]!, c[1]!), { turn: -0.35 }),
    props: [
      ...place(pebble('#8d8982', 2), { at: [0.78, 0, 0.3] }),
      ...place(pebble('#5e5c5c', 5, 0.11), { at: [0.95, 0, 0.55] }),
    ],
    front: cam([0.15, 1.6, 4.5], [0.12, 0.44, 0], 25),
    detail: cam([0.6, 1.2, 2.4], [0.05, 0.55, 0], 28),
  }),
  letters: c => ({
    hero: [
      ...place(envelope(c[0]!, c[1]!, c[1]), { at: [0.12, 0.032, 0.2], turn: 0.16, size: 1.25 }),
      ...place(envelope(c[2]!, c[1]!), { at: [-0.28, 0, -0.36], turn: -0.2, size: 1.25 }),
    ],
    props: [
      ...place(
        [
          page(1.5, 1.1, s => {
            if (Math.abs(((s.lx * 7 + 10) % 1) - 0.5) < 0.025 && Math.abs(s.lz) < 0.45 && Math.abs(s.lx) < 0.64) {
              s.r *= 0.8
              s.g *= 0.72
              s.b *= 0.7
            }
          }),
        ],
        { at: [0.42, -0.004, -0.62], turn: 0.32 },
      ),
    ],
    front: cam([0.1, 3.4, 3.3], [0.04, 0, -0.14], 27),
    detail: cam([0.9, 1.3, 1.9], [0.14, 0.04, 0.14], 27),
  }),
  incense: c => ({
    hero: place(ribbonBox(c[0]!, c[1]!, flatPattern(c[2])), { turn: -0.3 }),
    props: place(incense(), { at: [0.95, 0, -0.62] }),
    front: cam([0.2, 2.0, 5.0], [0.1, 0.26, 0], 25),
    detail: cam([0.9, 1.35, 2.5], [0.05, 0.4, 0.05], 28),
  }),
  tenugui: c => ({
    hung: true,
    hero: [
      ...place(
        [hang({ color: c[0]!, white: c[1]!, pattern: patternOf(c[2]), width: 1.15, height: 2.2, folds: 2.6, deep: 0.075 })],
        { at: [0, 1.1, 0.22] },
      ),
      ...place([rod(1.6)], { at: [0, 1.13, 0.2] }),
    ],
    front: cam([0.1, 0.1, 7.2], [0.05, 0.0, 0.2], 25),
    detail: cam([-0.9, 0.5, 3.2], [-0.08, 0.4, 0.2], 27),
  }),
  scarf: c => ({
    hung: true,
    hero: [
      ...place(scarf(c[0]!, c[1]!, patternOf(c[2])), { at: [0, 1.0, 0.26] }),
      ...place([rod(2.2, '#a98a62', 0.045)], { at: [0, 0.99, 0.26] }),
    ],
    front: cam([0.15, 0.1, 7.2], [0.06, 0.0, 0.2], 25),
    detail: cam([0.9, 0.3, 3.2], [0.06, -0.1, 0.2], 32),
  }),
  apron: c => ({
    hung: true,
    hero: [...place(apron(c[0]!, c[1]!), { at: [0, 0.62, 0.18] }), ...place([peg()], { at: [0, 1.14, 0.25] })],
    front: cam([0.1, 0.0, 7.4], [0.03, -0.08, 0.1], 26),
    detail: cam([0.8, 0.1, 3.2], [0.06, -0.35, 0.1], 30),
  }),
  tote: c => ({
    hung: true,
    hero: [...place(tote(c[0]!, c[1]!, patternOf(c[2])), { at: [0, 0.34, 0.28] }), ...place([peg()], { at: [0, 0.83, 0.32] })],
    front: cam([0.1, 0.1, 6.2], [0.02, 0.05, 0.1], 25),
    detail: cam([-0.8, 0.2, 2.9], [-0.04, -0.12, 0.2], 30),
  }),
  furoshiki: c => ({
    hero: place(furoshiki(c[0]!, c[1]!, patternOf(c[2])), { turn: 0.3 }),
    front: cam([0.1, 1.9, 5.2], [0, 0.52, 0], 25),
    detail: cam([0.9, 1.6, 2.5], [0.05, 0.78, 0], 28),
  }),
} satisfies Record<string, Maker>

/** Every form that a product can have, by name. */
const forms = {
  ...first,
  ...extras,
  ...bottles,
  ...blades,
  ...sweets,
  ...scents,
  ...papercraft,
  ...tinware,
  ...sewn,
  ...toys,
} satisfies Record<string, Maker>
export type Form = keyof typeof forms

/** A second, smaller bowl out of focus: company, not competition. */
const chopFree = (c: readonly string[]): Mesh[] =>
  place(teaCup({ top: '#e6dccb', body: '#dfd2bd', low: c[2]!, clay: c[3]! }), { size: 0.82 })
