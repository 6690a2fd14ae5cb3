import { expect, it } from 'vitest'
import { seeded } from '#base/kernel'
import { type Recommender, restoreRecommender, trainModel } from '../index.ts'
import { ids, Stage } from '../testing.ts'
import type { SourceName } from '../types.ts'

const items = 60
const others: SourceName[] = ['covisit', 'session', 'similar', 'tag', 'author', 'followed', 'trending']
const config = { poolEvery: 1_000_000, randomShare: 0, sourcesOff: others }
const post = (i: number) => `pst_${i % items}`
const successor = (i: number) => (i + 7) % items

/** 240 people who mostly want the successor of what they wanted last. */
function town(more: Partial<typeof config> = {}): Stage {
  const stage = new Stage({ ...config, ...more })
  const random = seeded(3)
  for (let i = 0; i < items; i++) stage.post(post(i), `per_maker${i}`)
  for (let p = 0; p < 240; p++) {
    let i = Math.floor(random() * items)
    for (let k = 0; k < 11; k++) {
      stage.like(`per_${p}`, post(i))
      i = random() < 0.85 ? successor(i) : Math.floor(random() * items)
    }
  }
  return stage
}
const trained = (r: Recommender): Uint8Array => {
  const set = r.trainingSet()
  if (!set) throw new Error('too little to train on')
  return trainModel(set, { seed: 1 })
}
const swap = (stage: Stage, hash = 'a') => stage.add('feed.model_swapped', null, 'feed:model', { hash, position: '1' })
const all = town()
const model = trained(all.r)
const withModel = (stage = town()) => {
  expect(stage.r.offerModel('a', model)).toBe(true)
  swap(stage)
  return stage
}
const replayed = (stage: Stage, offer: (r: Recommender) => void): Recommender => {
  const again = new Stage(config)
  offer(again.r)
  for (const event of stage.log) again.r.learn(event)
  return again.r
}

it('finds planted successors through recommend, and a click changes them with no training', () => {
  const stage = withModel()
  let found = 0
  for (let i = 0; i < items; i++) {
    stage.like(`per_new${i}`, post(i + 5))
    stage.like(`per_new${i}`, post(i))
    const { slots } = stage.page(`per_new${i}`, { n: 4 })
    const slot = slots.find(s => s.item === post(successor(i)))
    if (slot?.source === 'trained' && slot.reasons[0]?.code === 'trained') found++
  }
  expect(found).toBeGreaterThan(items * 0.8)
  const before = stage.page('per_new0', { n: 4 })
  stage.like('per_new0', post(31))
  const after = stage.page('per_new0', { n: 4 })
  expect(ids(before)).not.toContain(post(successor(31)))
  expect(ids(after)).toContain(post(successor(31)))
})

it('serves from its event on, and from no earlier page; the same log and model give the same state, from a snapshot too', () => {
  const stage = town()
  stage.r.offerModel('a', model)
  const sources = () => stage.page('per_3').slots.map(s => s.source)
  expect(sources()).not.toContain('trained')
  const before = stage.r.stateHash()
  swap(stage)
  expect(sources()).toContain('trained')
  expect(stage.r.model()).toEqual({ hash: 'a', position: all.r.position() })
  const hash = stage.r.stateHash()
  expect(hash).not.toBe(before)

  const same = replayed(stage, r => r.offerModel('a', model))
  expect(same.stateHash()).toBe(hash)
  expect(replayed(stage, () => undefined).stateHash()).not.toBe(hash)
  const restored = restoreRecommender(stage.r.snapshot(), config, { seed: 1 })
  if (!restored.ok) throw new Error(restored.message)
  expect(restored.value.stateHash()).toBe(hash)
  for (const r of [same, restored.value]) {
    const request = { person: 'per_7', n: 8, now: stage.now, scene: 'for_you', profiling: true, request: 'req' } as const
    expect(r.recommend(request)).toEqual(stage.r.recommend(request))
  }
})

it('passes over a damaged, cut off or missing model, and the page still comes', () => {
  const damaged = model.slice()
  damaged[damaged.length >> 1]! ^= 16
  for (const bytes of [damaged, model.subarray(0, model.length - 16), new Uint8Array(), new Uint8Array(100)]) {
    const stage = town()
    expect(stage.r.offerModel('a', bytes)).toBe(false)
    swap(stage)
    expect(stage.r.model()).toBeNull()
    expect(stage.page('per_3').slots).toHaveLength(8)
  }
})

it('leaves the model in force when the next one is missing', () => {
  const stage = withModel()
  swap(stage, 'b')
  expect(stage.r.model()?.hash).toBe('a')
})

it('gives the same bytes for the same set and seed', () => {
  expect(trained(town().r)).toEqual(model)
})

it('reads nothing of people who were erased, are not profiled, or forgot what they wanted', () => {
  const stage = town()
  const size = () => {
    const set = stage.r.trainingSet()
    return set && { people: set.offsets.length - 1, items: set.items.length }
  }
  expect(size()).toMatchObject({ people: 240 })
  stage.add('person.erased', 'per_1', 'person:per_1', {})
  expect(size()).toMatchObject({ people: 239 })
  stage.add('person.personalisation_set', 'per_2', 'person:per_2', { on: false })
  expect(size()).toMatchObject({ people: 238 })
  stage.add('person.taste_forgotten', 'per_3', 'person:per_3', { tag: null })
  expect(size()).toMatchObject({ people: 237 })
  for (let p = 4; p < 42; p++) stage.add('person.erased', `per_${p}`, `person:per_${p}`, {})
  expect(size()).toBeNull()
})

it('does not train when the source is off', () => {
  expect(town({ sourcesOff: [...others, 'trained'] }).r.trainingSet()).toBeNull()
})

it('ignores items of the model that are unknown here, and asks nothing of items that have no vector', () => {
  const stage = new Stage(config)
  for (let i = 0; i < 20; i++) stage.post(post(i), `per_maker${i}`)
  stage.post('pst_late', 'per_maker')
  withModel(stage)
  stage.like('per_a', post(1))
  const shown = stage.page('per_a').slots.filter(s => s.source === 'trained')
  expect(shown.length).toBeGreaterThan(0)
  expect(shown.every(s => Number(s.item.slice(4)) < 20)).toBe(true)
  stage.like('per_b', 'pst_late')
  expect(stage.page('per_b').slots.some(s => s.source === 'trained')).toBe(false)
})

it('brings nothing that a filter keeps away', () => {
  const stage = withModel()
  stage.like('per_a', post(1))
  const [first] = ids(stage.page('per_a'))
  stage.add('post.not_interested', 'per_a', `post:${first}`, {})
  stage.add('post.removed', null, `post:${post(successor(successor(1)))}`, {})
  const page = ids(stage.page('per_a'))
  expect(page).not.toContain(first)
  expect(page).not.toContain(post(successor(successor(1))))
})
