import { expect, test } from 'vitest'
import type { Id } from '#base/kernel'
import { createLoop, type Loop, type LoopReport, phases } from './index.ts'
import { Plant } from './testing.ts'

const tea: Id<'shop'> = 'shp_tea'
const learned = (plant: Plant, loop: Loop = createLoop()): Loop => {
  for (const event of plant.events) loop.learn(event)
  return loop
}
const people = (r: LoopReport) => r.phases.map(p => p.people)
const gone = (r: LoopReport) => r.phases.map(p => p.goneOn)
const steps = (r: LoopReport) => Object.fromEntries(r.transitions.map(t => [`${t.from ?? '.'}>${t.to ?? '.'}`, t.count]))

/** Ann goes all the way and her post brings Bob to buy; Cy only looks; Dee skips to buying. */
function world(): Plant {
  const p = new Plant()
  p.product('prd_1', tea)
  p.post(0, 'pst_ad', 'per_maker', ['prd_1'])
  p.impression(1, 'per_ann', 'pst_ad')
  p.watch(2, 'per_ann', 'pst_ad')
  p.add(5, 'reviews.read', 'per_ann', 'product:prd_1', { ms: 9000, count: 3 })
  p.buy(29, 'per_ann', 'ord_a', 'prd_1')
  p.impression(30, 'per_cy', 'pst_ad')
  p.pulse(77, 'per_ann', 'ord_a', 'prd_1', 5)
  p.post(101, 'pst_ann', 'per_ann', ['prd_1'], 'lin_ord_a')
  p.impression(110, 'per_bob', 'pst_ann')
  p.buy(120, 'per_bob', 'ord_b', 'prd_1', { post: 'pst_ann' })
  p.buy(121, 'per_dee', 'ord_d', 'prd_1')
  return p
}

test('a planted log gives exactly its people, its steps and its lap', () => {
  const p = world()
  const r = learned(p).report(tea, { now: p.at(130), enough: 1 })
  expect(people(r)).toEqual([3, 1, 1, 3, 1, 1])
  expect(gone(r)).toEqual([2, 1, 1, 1, 1, 1])
  expect(steps(r)).toEqual({
    '.>exploration': 3,
    'exploration>connection': 1,
    'connection>verification': 1,
    'verification>purchase': 1,
    'purchase>confirmation': 1,
    'confirmation>sharing': 1,
    'exploration>purchase': 1,
    '.>purchase': 1,
  })
  expect([r.newlySeeded, r.returned]).toEqual([2, 1])
  expect(r.laps.count).toBe(1)
  expect(r.laps.medianHours.value as number).toBeCloseTo(100, -0.5)
  expect(r.lineage).toEqual({ contents: 1, orders: 1 })
  expect(r.phases[1]?.medianHours.value as number).toBeCloseTo(3, 0)
  expect(r.asOf).toBe(BigInt(p.events.length))
  expect(learned(p).report(null, { now: p.at(130), enough: 1 })).toEqual({ ...r, shop: null })
})

test('what is too little to say is null with its reason, and loop gain is not measured yet', () => {
  const p = world()
  const r = learned(p).report(tea, { now: p.at(130) })
  for (const phase of r.phases) {
    expect(phase.goOn).toEqual({ value: null, reason: 'not_enough_data' })
    expect(phase.medianHours).toEqual({ value: null, reason: 'not_enough_data' })
  }
  expect(r.gain).toEqual({ value: null, reason: 'not_measured_yet' })
  expect(
    learned(p)
      .report('shp_none', { now: p.at(130) })
      .phases.every(x => x.people === 0),
  ).toBe(true)
})

test('somebody who stopped is waiting for a week and a loose end after it', () => {
  const p = world()
  const loop = learned(p)
  const at = (hour: number) => loop.report(tea, { now: p.at(hour) }).phases[0]
  expect(at(130)).toMatchObject({ n: 3, goneOn: 2, looseEnds: 0, waiting: 1 })
  expect(at(30 + 24 * 8)).toMatchObject({ n: 3, goneOn: 2, looseEnds: 1, waiting: 0 })
})

test('a window slides by whole days and forgets who left it', () => {
  const p = world()
  const loop = learned(p)
  expect(people(loop.report(tea, { now: p.at(130), days: 1 }))).toEqual([0, 0, 0, 2, 0, 0])
  expect(people(loop.report(tea, { now: p.at(130 + 24 * 28) }))).toEqual([0, 0, 0, 0, 0, 0])
  expect(() => loop.report(tea, { now: p.at(130), days: 93 })).toThrow(RangeError)
})

test('learning in batches, twice, or with repeated events gives the same report', () => {
  const p = world()
  const once = learned(p)
  const twice = createLoop()
  for (const batch of [p.events.slice(0, 4), p.events.slice(2, 9), p.events, p.events]) for (const e of batch) twice.learn(e)
  for (const shop of [null, tea])
    expect(twice.report(shop, { now: p.at(130), enough: 1 })).toEqual(once.report(shop, { now: p.at(130), enough: 1 }))
})

test('a full refund takes the purchase, its steps, its lap and its edge out; a partial one and a second one change nothing', () => {
  const p = world()
  p.refund(131, 'ord_a', tea, false)
  expect(people(learned(p).report(tea, { now: p.at(140) }))[3]).toBe(3)
  p.refund(132, 'ord_a', tea)
  p.refund(133, 'ord_b', tea)
  p.refund(134, 'ord_d', tea)
  p.refund(135, 'ord_d', tea)
  const loop = learned(p)
  const r = loop.report(tea, { now: p.at(140), enough: 1 })
  expect(people(r)).toEqual([3, 1, 1, 0, 1, 1])
  expect(steps(r)).toEqual({
    '.>exploration': 3,
    'exploration>connection': 1,
    'connection>verification': 1,
    'verification>confirmation': 1,
    'confirmation>sharing': 1,
  })
  expect(r.laps.count).toBe(0)
  expect(r.lineage.orders).toBe(0)
  expect(loop.journey('per_dee', 'prd_1')).toBe(null)
  expect(loop.journey('per_bob', 'prd_1')?.phase).toBe('exploration')
})

test('a kept parcel is Confirmation when the return window ends; one that is asked back is not', () => {
  const p = world()
  p.deliver(125, 'ord_b', 'prd_1', tea)
  p.deliver(126, 'ord_d', 'prd_1', tea)
  p.add(127, 'return.requested', 'per_dee', 'order:ord_d', { shop: tea, reason: 'size' })
  p.impression(125 + 13 * 24, 'per_eve', 'pst_ad')
  const loop = learned(p)
  expect(people(loop.report(tea, { now: p.at(500) }))[4]).toBe(1)
  p.impression(125 + 14 * 24, 'per_eve', 'pst_ad')
  learned(p, loop)
  expect(people(loop.report(tea, { now: p.at(500) }))[4]).toBe(2)
})

test('people go back by what they do, never by what a feed shows them', () => {
  const p = world()
  p.add(131, 'reviews.read', 'per_cy', 'product:prd_1', { ms: 9000, count: 3 })
  p.impression(132, 'per_cy', 'pst_ad')
  const at = () => learned(p).journey('per_cy', 'prd_1')?.phase
  expect(at()).toBe('verification')
  p.add(133, 'post.liked', 'per_cy', 'post:pst_ad', {})
  expect(at()).toBe('connection')
})

test('after Sharing, and with every repeat purchase, a new lap begins', () => {
  const p = world()
  p.impression(200, 'per_ann', 'pst_ad')
  p.buy(210, 'per_ann', 'ord_a2', 'prd_1')
  p.review(220, 'per_ann', 'rev_1', 'ord_a2', 'prd_1')
  p.review(221, 'per_ann', 'rev_2', 'ord_a2', 'prd_1')
  const r = learned(p).report(tea, { now: p.at(230), enough: 1 })
  expect(r.laps.count).toBe(2)
  expect(r.laps.medianHours.value as number).toBeCloseTo(20, -0.5)
  expect(steps(r)).toMatchObject({ 'sharing>exploration': 1, 'exploration>purchase': 2, 'purchase>sharing': 1 })
})

test('a guest who signs in is one person: counted once, on one journey, even for events that come late', () => {
  const p = world()
  p.impression(40, 'per_guest', 'pst_ad')
  p.watch(41, 'per_guest', 'pst_ad')
  p.merge(42, 'per_guest', 'per_cy')
  p.add(43, 'post.liked', 'per_guest', 'post:pst_ad', {})
  const loop = learned(p)
  const r = loop.report(tea, { now: p.at(130) })
  expect(people(r)).toEqual([3, 2, 1, 3, 1, 1])
  expect(loop.journey('per_guest', 'prd_1')).toEqual(loop.journey('per_cy', 'prd_1'))
  expect(loop.standing(tea).reduce((a, b) => a + b)).toBe(4)
})

test('an erased person is gone from every count; sums and edges stay without a name', () => {
  const p = world()
  p.erase(131, 'per_ann')
  const loop = learned(p)
  const r = loop.report(tea, { now: p.at(140) })
  expect(people(r)).toEqual([2, 0, 0, 2, 0, 0])
  expect(r.laps.count).toBe(1)
  expect(loop.journey('per_ann', 'prd_1')).toBe(null)
  expect(loop.lineage.chain('lin_ord_b').map(n => n.line)).toEqual(['lin_ord_a', 'lin_ord_b'])
})

test('an event about products of two shops counts for both shops and once on the platform; a search only there', () => {
  const p = world()
  p.product('prd_2', 'shp_cup')
  p.post(131, 'pst_both', 'per_maker', ['prd_1', 'prd_2'])
  p.impression(132, 'per_new', 'pst_both')
  p.add(133, 'search.performed', 'per_seeker', 'search:sch_1', { results: 4 })
  const loop = learned(p)
  const at = (shop: Id<'shop'> | null) => people(loop.report(shop, { now: p.at(140) }))[0]
  expect([at(tea), at('shp_cup'), at(null)]).toEqual([4, 1, 5])
})

test('the names of the phases stand in the order of the lap', () => {
  expect(
    learned(world())
      .report(null, { now: new Date(0) })
      .phases.map(p => p.phase),
  ).toEqual([...phases])
})
