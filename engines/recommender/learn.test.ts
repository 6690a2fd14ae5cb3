import { expect, test } from 'vitest'
import type { LoggedEvent } from '#base/catalogue'
import { pick, seeded } from '#base/kernel'
import { createRecommender } from './index.ts'
import { ids, Stage, wild } from './testing.ts'

test('a duplicate event changes nothing, neither by its position nor by its id', () => {
  const stage = wild(11, 400)
  const before = stage.r.stateHash()
  for (const event of stage.log) stage.r.learn(event)
  const next = BigInt(stage.log.length + 1)
  for (const event of stage.log.slice(-50)) stage.r.learn({ ...event, position: next } as LoggedEvent)
  expect(stage.r.stateHash()).toBe(before)
  expect(stage.r.counts().damped.duplicate).toBe(stage.log.length + 50)
})

test('the same log gives the same hash, also when pages are served in between; another log another hash', () => {
  for (const seed of [1, 2, 3]) {
    const stage = wild(seed, 600)
    const random = seeded(seed)
    const other = createRecommender({ randomShare: 0.5 }, { seed: 99 })
    for (const event of stage.log) {
      other.learn(event)
      if (random() < 0.2)
        other.recommend({ person: 'per_1', n: 8, now: stage.now, scene: 'for_you', profiling: true, request: String(random()) })
    }
    expect(other.stateHash(), `seed ${seed}`).toBe(stage.r.stateHash())
    const shorter = createRecommender({}, { seed: 1 })
    for (const event of stage.log.slice(0, -1)) shorter.learn(event)
    expect(shorter.stateHash(), `seed ${seed}`).not.toBe(stage.r.stateHash())
  }
})

test('serving pages, asking why and looking at tastes changes no state', () => {
  const stage = wild(5, 500)
  const before = stage.r.stateHash()
  for (const scene of ['for_you', 'following', 'mall'] as const)
    for (const profiling of [true, false]) for (let p = 0; p < 12; p++) stage.page(`per_${p}`, { scene, profiling })
  stage.page('per_unknown')
  stage.r.taste('per_1')
  stage.r.because('per_1', 'pst_1')
  stage.r.similar('pst_1', 10)
  expect(stage.r.stateHash()).toBe(before)
})

test('garbage is counted and is never a crash', () => {
  const values: unknown[] = [
    null,
    undefined,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -1,
    '',
    'x'.repeat(10_000),
    {},
    [],
    [null],
    true,
    10n,
    new Date(Number.NaN),
    '__proto__',
  ]
  for (let seed = 1; seed <= 4; seed++) {
    const stage = wild(seed, 200)
    const random = seeded(seed)
    let position = 1_000_000n
    const spoil = (x: object): unknown => {
      const copy = structuredClone(x) as Record<string, unknown>
      const key = pick(random, Object.keys(copy).concat('new'))
      const held = copy[key]
      copy[key] =
        typeof held === 'object' && held !== null && !(held instanceof Date) && random() < 0.7
          ? spoil(held)
          : pick(random, values)
      return copy
    }
    for (let k = 0; k < 3000; k++) {
      const whole = { ...pick(random, stage.log), position: ++position, id: `evt_g${position}` }
      expect(() => stage.r.learn(spoil(whole) as LoggedEvent), `seed ${seed}`).not.toThrow()
    }
    for (const value of values) stage.r.learn(value as LoggedEvent)
    expect(stage.r.counts().damped.malformed, `seed ${seed}`).toBeGreaterThan(200)
    for (let p = 0; p < 12; p++) {
      const { slots } = stage.page(`per_${p}`)
      expect(
        slots.every(s => Number.isFinite(s.score) && s.propensity > 0 && s.propensity <= 1),
        `seed ${seed}`,
      ).toBe(true)
    }
  }
})

test('requests of garbage are answered', () => {
  const stage = wild(3, 200)
  for (const n of [Number.NaN, -5, 0, 1e9, 2.7]) expect(stage.page('per_1', { n }).slots.length).toBeLessThanOrEqual(100)
  for (const now of [Number.NaN, -1, 0, 1e300]) expect(stage.page('per_1', { now }).slots.length).toBeGreaterThan(0)
})

test('events for unknown items and without a person are counted and make no rows', () => {
  const stage = new Stage()
  stage.post('pst_1', 'per_author')
  const before = stage.r.counts()
  for (let k = 0; k < 100; k++) stage.like('per_a', `pst_unknown${k}`)
  stage.add('post.liked', null, 'post:pst_1', {})
  const after = stage.r.counts()
  expect(after.items).toBe(before.items)
  expect(after.damped).toMatchObject({ unknown_item: 100, no_person: 1 })
})

test('a flood from one person is damped: it counts less than a handful of people', () => {
  const stage = new Stage({ guaranteedImpressions: 0, randomShare: 0 })
  for (let k = 0; k < 30; k++) stage.post(`pst_${k}`, `per_author${k}`)
  for (let k = 0; k < 3000; k++) {
    stage.now -= 2950
    stage.like('per_bot', 'pst_1')
    stage.add('post.unliked', 'per_bot', 'post:pst_1', {})
    stage.add('post.viewed', 'per_bot', 'post:pst_1', { ms: 10_000, durationMs: 10_000, exit: 'end' })
  }
  stage.now += 60_000
  for (let p = 0; p < 5; p++) {
    stage.watch(`per_${p}`, 'pst_2')
    stage.like(`per_${p}`, 'pst_2')
  }
  const page = stage.page('per_new', { n: 30 })
  expect(page.slots[0]!.item).toBe('pst_2')
  const { damped } = stage.r.counts()
  expect(damped.flood + damped.repeated).toBeGreaterThan(5000)
})

test('one person’s report counts once, however often it is filed', () => {
  const [once, often] = [1, 30].map(times => {
    const stage = new Stage({ guaranteedImpressions: 0, randomShare: 0 })
    stage.post('pst_1', 'per_author')
    for (let k = 0; k < times; k++) stage.add('report.filed', 'per_a', 'post:pst_1', { reason: 'spam' })
    return stage.r.recommend({ person: 'per_b', n: 1, now: 0, scene: 'for_you', profiling: true, request: '' }).slots[0]!.score
  })
  expect(often).toBeCloseTo(once!, 4)
})

test('nobody lifts their own post', () => {
  const stage = new Stage()
  stage.post('pst_1', 'per_author')
  stage.like('per_author', 'pst_1')
  stage.watch('per_author', 'pst_1')
  expect(stage.r.counts().damped.own).toBe(1)
  expect(stage.r.taste('per_author').recent).toEqual([])
})

test('a clock that runs backwards is learned as the past, and one absurd leap does not age everything', () => {
  const stage = new Stage({ guaranteedImpressions: 0, randomShare: 0 })
  for (let k = 0; k < 20; k++) stage.post(`pst_${k}`, `per_author${k}`, [`t${k % 4}`])
  const now = stage.now
  stage.like('per_a', 'pst_1')
  stage.now = now + 4e12
  stage.like('per_b', 'pst_2')
  expect(stage.r.counts().damped.clock).toBe(1)
  stage.now = now - 7 * 86_400_000
  stage.like('per_a', 'pst_6')
  stage.now = now
  const taste = stage.r.taste('per_a').tags
  expect(taste.map(t => t.tag)).toEqual(['t1', 't2'])
  expect(taste[0]!.weight).toBeGreaterThan(taste[1]!.weight)
})

test('a guest who signs in keeps what the guest did, in order of time, and the guest is forgotten', () => {
  const stage = new Stage()
  for (let k = 0; k < 30; k++) stage.post(`pst_${k}`, `per_author${k}`, [`t${k}`])
  stage.like('per_user', 'pst_1')
  stage.like('per_guest', 'pst_2')
  stage.like('per_user', 'pst_3')
  stage.add('person.followed', 'per_guest', 'person:per_author9', {})
  stage.add('person.merged', 'per_user', 'person:per_user', { from: 'per_guest' })
  expect(stage.r.taste('per_user').recent.map(r => r.item)).toEqual(['pst_3', 'pst_2', 'pst_1'])
  expect(ids(stage.page('per_user', { scene: 'following' }))).toEqual(['pst_9'])
  const people = stage.r.counts().people
  stage.like('per_guest', 'pst_4')
  expect(stage.r.counts().people).toBe(people)
  expect(stage.r.taste('per_user').recent[0]!.item).toBe('pst_4')
})

test('an erased person is forgotten at once, under every id they had', () => {
  const stage = new Stage({ guaranteedImpressions: 0, randomShare: 0 })
  for (let k = 0; k < 30; k++) stage.post(`pst_${k}`, `per_author${k}`, [`t${k}`])
  stage.like('per_guest', 'pst_2')
  stage.add('person.merged', 'per_user', 'person:per_user', { from: 'per_guest' })
  stage.add('person.blocked', 'per_user', 'person:per_author9', {})
  stage.add('person.erased', 'per_user', 'person:per_user', {})
  expect(stage.r.counts().people).toBe(0)
  expect(stage.r.taste('per_user').recent).toEqual([])
  expect(ids(stage.page('per_user', { request: 'x' }))).toEqual(ids(stage.page('per_stranger', { request: 'x' })))
  stage.like('per_next', 'pst_5')
  expect(stage.r.taste('per_next').recent.map(r => r.item)).toEqual(['pst_5'])
})

test('memory of people is bounded: the longest silent make room', () => {
  const stage = new Stage({ maxPeople: 20 })
  stage.post('pst_1', 'per_author')
  for (let p = 0; p < 200; p++) stage.watch(`per_${p}`, 'pst_1')
  expect(stage.r.counts().people).toBeLessThanOrEqual(20)
  expect(stage.r.taste('per_199').recent.length).toBe(1)
})

test('an order counts for the product and for the post that led to it', () => {
  const stage = new Stage({ guaranteedImpressions: 0, randomShare: 0 })
  stage.product('prd_1', 'shp_1')
  stage.post('pst_1', 'per_author', [], { products: ['prd_1'] as never })
  const line = {
    line: 'lin_1',
    product: 'prd_1',
    variant: 'var_1',
    quantity: 1,
    total: { minor: '1', currency: 'JPY' },
    source: { post: 'pst_1' },
  }
  stage.add('order.paid', 'per_a', 'order:ord_1', {
    shop: 'shp_1',
    total: { minor: '1', currency: 'JPY' },
    lines: [line],
  } as never)
  expect(stage.r.taste('per_a').recent.map(r => [r.item, r.actions])).toEqual([
    ['pst_1', ['order']],
    ['prd_1', ['order']],
  ])
})
