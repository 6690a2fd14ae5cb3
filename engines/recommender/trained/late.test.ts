import { expect, it } from 'vitest'
import { seeded } from '#base/kernel'
import { restoreRecommender, trainModel } from '../index.ts'
import { ids, Stage } from '../testing.ts'
import type { SourceName } from '../types.ts'
import { Late, lateRoom } from './late.ts'

const items = 60
const others: SourceName[] = ['covisit', 'session', 'similar', 'tag', 'author', 'followed', 'trending']
const config = { poolEvery: 1_000_000, randomShare: 0, sourcesOff: others }
const post = (i: number) => `pst_${i % items}`
const successor = (i: number) => (i + 7) % items

/** 240 people who mostly want the successor of what they wanted last; every item has a tag of its own. A model of it is in force. */
function town(): Stage {
  const stage = new Stage(config)
  const random = seeded(3)
  for (let i = 0; i < items; i++) stage.post(post(i), `per_maker${i}`, [`t${i}`])
  for (let p = 0; p < 240; p++) {
    let i = Math.floor(random() * items)
    for (let k = 0; k < 11; k++) {
      stage.like(`per_${p}`, post(i))
      i = random() < 0.85 ? successor(i) : Math.floor(random() * items)
    }
  }
  const set = stage.r.trainingSet()
  if (!set) throw new Error('too little to train on')
  stage.r.offerModel('a', trainModel(set, { seed: 1 }))
  return stage
}
const swap = (stage: Stage) => stage.add('feed.model_swapped', null, 'feed:model', { hash: 'a', position: '1' })
const likes = (stage: Stage, person: string, ...wanted: number[]) => {
  for (const i of wanted) stage.like(person, post(i))
}
const sourceOf = (stage: Stage, person: string, item: string) =>
  stage.page(person, { n: 6 }).slots.find(s => s.item === item)?.source

it('names an item that was published after the swap for whom it fits, before anybody saw it, and for nobody else', () => {
  const stage = town()
  swap(stage)
  likes(stage, 'per_fits', 5 + items - 14, 5 + items - 7, 5)
  likes(stage, 'per_not', 30, 37, 44)
  stage.post('pst_new', 'per_maker', [`t${successor(5)}`])
  expect(sourceOf(stage, 'per_fits', 'pst_new')).toBe('trained')
  expect(sourceOf(stage, 'per_not', 'pst_new')).not.toBe('trained')
})

it('gives the newest items that the training did not know a vector when the model comes into force', () => {
  const stage = town()
  likes(stage, 'per_fits', 5 + items - 7, 5)
  stage.post('pst_new', 'per_maker', [`t${successor(5)}`])
  stage.post('pst_kinless', 'per_nobody')
  swap(stage)
  expect(sourceOf(stage, 'per_fits', 'pst_new')).toBe('trained')
  expect(sourceOf(stage, 'per_fits', 'pst_kinless')).not.toBe('trained')
})

it('finds an item of which nothing is known by those who wanted it: it goes to whom the model would have had want the same', () => {
  const stage = town()
  swap(stage)
  stage.post('pst_new', 'per_nobody')
  likes(stage, 'per_fits', 5 + items - 7, 5)
  expect(sourceOf(stage, 'per_fits', 'pst_new')).not.toBe('trained')
  for (let p = 0; p < 4; p++) {
    likes(stage, `per_early${p}`, 5 + items - 14, 5 + items - 7, 5)
    stage.like(`per_early${p}`, 'pst_new')
  }
  expect(sourceOf(stage, 'per_fits', 'pst_new')).toBe('trained')
})

it('gives the same pages after a replay and from a snapshot, new vectors included', () => {
  const stage = town()
  const set = stage.r.trainingSet()
  swap(stage)
  for (let k = 0; k < 40; k++) {
    stage.post(`pst_new${k}`, 'per_maker', [`t${(k * 3) % items}`])
    likes(stage, `per_fits${k}`, k, k + 7)
    if (k % 3 === 0) stage.like(`per_fits${k}`, `pst_new${k}`)
  }
  const again = new Stage(config)
  again.r.offerModel('a', trainModel(set!, { seed: 1 }))
  for (const event of stage.log) again.r.learn(event)
  const restored = restoreRecommender(stage.r.snapshot(), config, { seed: 1 })
  if (!restored.ok) throw new Error(restored.message)
  for (const r of [again.r, restored.value]) {
    expect(r.stateHash()).toBe(stage.r.stateHash())
    for (let k = 0; k < 40; k++) {
      const request = { n: 8, now: stage.now, scene: 'for_you', profiling: true, request: 'req' } as const
      expect(r.recommend({ ...request, person: `per_fits${k}` })).toEqual(
        stage.r.recommend({ ...request, person: `per_fits${k}` }),
      )
    }
  }
  const shown = stage.page('per_fits3', { n: 20 })
  expect(ids(shown).some(id => id.startsWith('pst_new'))).toBe(true)
}, 60_000)

it('keeps a place for the newest items of a cell, and one place for each item', () => {
  const late = new Late(2)
  for (let row = 0; row < lateRoom + 3; row++) late.put(row, 0, 0)
  expect([0, 1, 2].map(row => late.find(row))).toEqual([-1, -1, -1])
  expect(late.find(3)).toBe(3)
  expect(late.put(5, 0, 1)).toBe(lateRoom)
  expect(late.find(5)).toBe(lateRoom)
  expect([...late.rows].filter(row => row === 5)).toHaveLength(1)
  expect(late.isEmpty(1)).toBe(false)
  late.put(5, 0, 0)
  expect(late.isEmpty(1)).toBe(true)
})
