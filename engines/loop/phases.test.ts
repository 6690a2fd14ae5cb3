import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { evidence, noFacts, phaseOf, phases } from './phases.ts'
import { Plant } from './testing.ts'

const of = (plant: (p: Plant) => void, facts = noFacts) => {
  const p = new Plant()
  plant(p)
  const event = p.events[0]
  if (!event) throw new Error('no event')
  return evidence(event, facts)
}
const post = { products: 1, video: true, grown: false, own: false }

test('every event of the catalogue has one of the six phases or null', () => {
  const source = readFileSync(new URL('../../base/catalogue/index.ts', import.meta.url), 'utf8')
  const names = [...source.matchAll(/^ {2}'([a-z_]+\.[a-z_]+)':/gm)].map(m => m[1])
  expect(Object.keys(phaseOf).sort()).toEqual(names.sort())
  for (const phase of Object.values(phaseOf)) expect(phase === null || phases.includes(phase)).toBe(true)
  for (const phase of phases) expect(Object.values(phaseOf)).toContain(phase)
})

test('in view for 2 seconds is Exploration, a millisecond less is nothing', () => {
  expect(of(p => p.impression(0, 'per_a', 'pst_1', 2000))).toBe('exploration')
  expect(of(p => p.impression(0, 'per_a', 'pst_1', 1999))).toBe(null)
})

test('half of a product video is Connection, of a buyer video Verification, after buying Confirmation, of no product nothing', () => {
  const half = (p: Plant) => p.watch(0, 'per_a', 'pst_1', 5000)
  expect(of(half, { ...noFacts, post })).toBe('connection')
  expect(of(p => p.watch(0, 'per_a', 'pst_1', 4999), { ...noFacts, post })).toBe(null)
  expect(of(half, { ...noFacts, post: { ...post, grown: true } })).toBe('verification')
  expect(of(half, { ...noFacts, bought: true, post })).toBe('confirmation')
  expect(of(half, { ...noFacts, post: { ...post, products: 0 } })).toBe(null)
  expect(of(half, { ...noFacts, post: { ...post, own: true } })).toBe(null)
})

test('a pulse of 4 is Confirmation and a pulse of 3 is nothing', () => {
  expect(of(p => p.pulse(0, 'per_a', 'ord_1', 'prd_1', 4))).toBe('confirmation')
  expect(of(p => p.pulse(0, 'per_a', 'ord_1', 'prd_1', 3))).toBe(null)
})

test('a delivery is Confirmation only once it was kept', () => {
  const deliver = (p: Plant) => p.deliver(0, 'ord_1', 'prd_1', 'shp_1')
  expect(of(deliver)).toBe(null)
  expect(of(deliver, { ...noFacts, kept: true })).toBe('confirmation')
})

test('a share is Sharing only with the order it grew from; without one it is a share to a friend', () => {
  const share = (grownFrom: 'lin_1' | null) => (p: Plant) =>
    p.add(0, 'share.created', 'per_a', 'share:shr_1', { about: { kind: 'product', id: 'prd_1' }, grownFrom })
  expect(of(share('lin_1'), { ...noFacts, ownLine: true })).toBe('sharing')
  expect(of(share('lin_1'))).toBe('connection')
  expect(of(share(null), { ...noFacts, ownLine: true })).toBe('connection')
})

test('a merchant post is no phase, a review without an own order neither', () => {
  expect(of(p => p.post(0, 'pst_1', 'per_a', ['prd_1']))).toBe(null)
  expect(of(p => p.review(0, 'per_a', 'rev_1', 'ord_1', 'prd_1'))).toBe(null)
})
