import { expect, test } from 'vitest'
import { pick, seeded } from '#base/kernel'
import { type HeadHealth, restoreRecommender } from '../index.ts'
import { Stage } from '../testing.ts'

const of = (stage: Stage, head: string): HeadHealth => stage.r.health().find(h => h.head === head)!
/** Lets a minute of the log go by. */
const wait = (stage: Stage): void => {
  stage.now += 61_000
  stage.add('post.unsaved', 'per_clock', 'post:pst_0', {})
}
const town = (config = {}): Stage => {
  const stage = new Stage(config, 3)
  for (let k = 0; k < 12; k++) stage.post(`pst_${k}`, `per_author${k % 3}`, [`t${k % 4}`])
  return stage
}

/** People who finish clips of every fourth number that is theirs, and skip others; no tag tells the kind. */
function planted(seed: number, views: number): Stage {
  const stage = new Stage({ guaranteedImpressions: 0 }, seed)
  const random = seeded(seed)
  const posts = Array.from({ length: 120 }, (_, k) => k)
  for (const k of posts) stage.post(`pst_${k}`, `per_author${k % 40}`, ['all'])
  for (let v = 0; v < views; v++) {
    const who = Math.floor(random() * 200)
    const k = pick(random, posts)
    const share = random() < (who % 4 === k % 4 ? 0.8 : 0.15) ? 1 : 0.1
    stage.watch(`per_${who}`, `pst_${k}`, share)
  }
  return stage
}

test('a sight is learned when a minute of the log has gone by, once, with what became of it', () => {
  const stage = town()
  stage.watch('per_a', 'pst_1')
  stage.like('per_a', 'pst_1')
  stage.add('post.viewed', 'per_a', 'post:pst_1', { ms: 9000, durationMs: 10_000, exit: 'next' })
  expect(of(stage, 'like').rows).toBe(0)
  wait(stage)
  expect([of(stage, 'like').rows, of(stage, 'like').happened]).toEqual([1, 1])
  expect([of(stage, 'finish').happened, of(stage, 'skip').happened, of(stage, 'save').happened]).toEqual([1, 0, 0])
  wait(stage)
  expect(of(stage, 'like').rows).toBe(1)
})

test('what nobody knows teaches nothing: an impression without its view leaves skip, watch and finish alone', () => {
  const stage = town()
  stage.add('post.impression', 'per_a', 'post:pst_1', { ms: 2500 })
  stage.like('per_a', 'pst_2')
  stage.add('post.unliked', 'per_a', 'post:pst_2', {})
  wait(stage)
  expect(['skip', 'watch', 'finish'].map(head => of(stage, head).rows)).toEqual([0, 0, 0])
  expect([of(stage, 'like').rows, of(stage, 'like').happened]).toEqual([1, 0])
})

test('an action after the minute is learned as a row of its own, for its head alone', () => {
  const stage = town()
  stage.watch('per_a', 'pst_1')
  wait(stage)
  stage.add('post.saved', 'per_a', 'post:pst_1', {})
  wait(stage)
  expect(of(stage, 'save').rows).toBeCloseTo(2, 3)
  expect(of(stage, 'like').rows).toBe(1)
})

test('nothing that waits of somebody who is erased, not profiled or forgets is learned', () => {
  const endings: ((stage: Stage) => void)[] = [
    stage => void stage.add('person.erased', 'per_a', 'person:per_a', {}),
    stage => void stage.add('person.personalisation_set', 'per_a', 'person:per_a', { on: false }),
    stage => void stage.add('person.taste_forgotten', 'per_a', 'person:per_a', { tag: null }),
    stage => void stage.add('person.taste_forgotten', 'per_a', 'person:per_a', { tag: 't1' }),
    stage => void stage.add('person.merged', 'per_b', 'person:per_b', { from: 'per_a' as never }),
  ]
  for (const [k, end] of endings.entries()) {
    const stage = town()
    stage.watch('per_a', 'pst_1')
    stage.watch('per_b', 'pst_2')
    end(stage)
    wait(stage)
    expect([k, of(stage, 'like').rows]).toEqual([k, 1])
  }
  const stage = town()
  stage.add('person.personalisation_set', 'per_a', 'person:per_a', { on: false })
  stage.watch('per_a', 'pst_1')
  stage.like('per_a', 'pst_1')
  wait(stage)
  expect(of(stage, 'like').rows).toBe(0)
})

test('in worlds where people finish what no tag tells, the mix learns it, trusts it, and says so', () => {
  for (const seed of [1, 2]) {
    const finish = of(planted(seed, 8000), 'finish')
    expect(finish.rows, `seed ${seed}`).toBeGreaterThan(3000)
    expect(finish.loss, `seed ${seed}`).toBeLessThan(finish.lossOfCounters * 0.95)
    expect(finish.trust.counters, `seed ${seed}`).toBeLessThan(0.2)
    expect(Math.abs(finish.drift), `seed ${seed}`).toBeLessThan(4)
    const { counters, dense, factors } = finish.trust
    expect(counters + dense + factors).toBeCloseTo(1, 9)
  }
}, 60_000)

test('while little was seen the counters decide: pages are those of the counters alone', () => {
  const pages = [true, false].map(learnedRanker => {
    const stage = town({ learnedRanker, guaranteedImpressions: 0, randomShare: 0 })
    for (let k = 0; k < 6; k++) stage.watch(`per_${k}`, `pst_${k}`, k % 2)
    return stage.page('per_new').slots
  })
  const [learned, counted] = pages as [(typeof pages)[0], (typeof pages)[0]]
  expect(learned.map(s => s.item)).toEqual(counted.map(s => s.item))
  for (const [k, slot] of learned.entries()) expect(slot.score).toBeCloseTo(counted[k]!.score, 1)
})

test('the parts of a slot add up to its score after much was learned', () => {
  const stage = planted(4, 3000)
  for (const slot of stage.page('per_1', { n: 20 }).slots) {
    const sum = Object.values(slot.parts).reduce((a, b) => a + b, 0)
    expect(sum).toBeCloseTo(slot.score, 9)
    for (const part of Object.values(slot.parts)) expect(Number.isFinite(part)).toBe(true)
  }
})

test('a snapshot with sights that still wait gives with the rest of the log the same state and pages', () => {
  const whole = planted(5, 800)
  const half = planted(5, 400)
  expect(whole.log.slice(0, half.log.length)).toEqual(half.log)
  const restored = restoreRecommender(half.r.snapshot(), { guaranteedImpressions: 0 }, { seed: 5 })
  if (!restored.ok) throw new Error(restored.message)
  for (const event of whole.log.slice(half.log.length)) restored.value.learn(event)
  expect(restored.value.stateHash()).toBe(whole.r.stateHash())
  expect(restored.value.health()).toEqual(whole.r.health())
})

test('switched off, nothing is learned, and a snapshot of the other kind is refused', () => {
  const stage = town({ learnedRanker: false })
  stage.watch('per_a', 'pst_1')
  wait(stage)
  expect(stage.r.health().every(h => h.rows === 0)).toBe(true)
  expect(restoreRecommender(stage.r.snapshot(), {}, { seed: 3 })).toMatchObject({ code: 'snapshot_refused' })
})
