import { expect, test } from 'vitest'
import { pick, seeded } from '#base/kernel'
import { restoreRecommender } from './index.ts'
import { Stage } from './testing.ts'
import { packTold, toldBy, unpackTold } from './told.ts'

const read = (packed: number) => {
  const x = { session: -1, trained: -1, fit: -1 }
  unpackTold(packed, x)
  return x
}

test('what a page says comes back from one integer to the third decimal, and nothing said is zero', () => {
  const random = seeded(2)
  for (let k = 0; k < 500; k++) {
    const told = { session: random(), trained: random(), fit: random() * 2 - 1 }
    const back = read(packTold(toldBy(told)))
    for (const name of ['session', 'trained', 'fit'] as const) expect(back[name]).toBeCloseTo(told[name], 2)
  }
  expect(toldBy({ session: 0, trained: 0, fit: 0 })).toBeNull()
  expect(read(packTold([1, 1, 1]))).toEqual({ session: 1, trained: 1, fit: 1 })
  expect(read(packTold([0, 0, -1]))).toEqual({ session: 0, trained: 0, fit: -1 })
})

test('garbage in the place of what a page says is nothing said', () => {
  const garbage = [undefined, null, 'x', {}, [], ['1', null, {}], [Number.NaN, -3, Number.NaN], [-1, Number.NEGATIVE_INFINITY, 7]]
  for (const said of garbage) expect(packTold(said)).toBe(0)
  expect(read(packTold([9e9, Number.POSITIVE_INFINITY, 0.5]))).toEqual({ session: 1, trained: 1, fit: 0.5 })
})

/** People finish what the page said fits them; neither item, person nor tag tells it. */
function planted(say: boolean, views = 4000): Stage {
  const stage = new Stage({ guaranteedImpressions: 0 })
  const random = seeded(8)
  const posts = Array.from({ length: 100 }, (_, k) => `pst_${k}`)
  for (const post of posts) stage.post(post, 'per_author', ['all'])
  for (let v = 0; v < views; v++) {
    const who = `per_${Math.floor(random() * 150)}`
    const id = pick(random, posts)
    const fit = random() * 1.6 - 0.8
    const slot = { kind: 'post', id, author: 'per_author', shop: null, source: 'recent', propensity: 1 } as const
    const slots = [say ? { ...slot, signals: [0, 0, fit] } : slot]
    stage.add('feed.served', who, `person:${who}`, { request: 'req_x', policy: 'v1', scene: 'for_you', profiled: true, slots })
    stage.watch(who, id, random() < (fit > 0 ? 0.8 : 0.1) ? 1 : 0.1)
  }
  return stage
}

test('the heads learn what the page said of a sight, whatever weight it has by hand, and a snapshot between page and sight keeps it', () => {
  const said = planted(true)
  const [told, untold] = [said, planted(false)].map(stage => stage.r.health().find(h => h.head === 'finish')!)
  expect(told!.loss).toBeLessThan(untold!.loss * 0.95)

  const served = said.log.findLastIndex(e => e.name === 'feed.served')
  const half = new Stage({ guaranteedImpressions: 0 })
  for (const event of said.log.slice(0, served + 1)) half.r.learn(event)
  const restored = restoreRecommender(half.r.snapshot(), { guaranteedImpressions: 0 }, { seed: 1 })
  if (!restored.ok) throw new Error(restored.message)
  for (const event of said.log.slice(served + 1)) restored.value.learn(event)
  expect(restored.value.stateHash()).toBe(said.r.stateHash())
}, 60_000)

test('what a page said is not learned of somebody who forgot their taste in between', () => {
  const [forgot, unsaid] = [true, false].map(say => {
    const stage = planted(false, 50)
    const slot = { kind: 'post', id: 'pst_1', author: 'per_author', shop: null, source: 'recent', propensity: 1 } as const
    const slots = [say ? { ...slot, signals: [0.5, 0.5, 0.5] } : slot]
    stage.add('feed.served', 'per_x', 'person:per_x', { request: 'req_x', policy: 'v1', scene: 'for_you', profiled: true, slots })
    stage.add('person.taste_forgotten', 'per_x', 'person:per_x', { tag: null })
    stage.watch('per_x', 'pst_1')
    return stage.r.stateHash()
  })
  expect(forgot).toBe(unsaid)
})
