import { expect, test } from 'vitest'
import { seeded } from '#base/kernel'
import { createRecommender, restoreRecommender } from './index.ts'
import { wild } from './testing.ts'

const must = (bytes: Uint8Array, seed: number) => {
  const restored = restoreRecommender(bytes, {}, { seed })
  if (!restored.ok) throw new Error(restored.message)
  return restored.value
}

test('a snapshot and the rest of the log give the same state and the same pages, bit for bit, in 40 random worlds', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const { log } = wild(seed, 400)
    const whole = createRecommender({}, { seed })
    const half = createRecommender({}, { seed })
    const cut = Math.floor(seeded(seed)() * log.length)
    for (const [i, event] of log.entries()) {
      whole.learn(event)
      if (i < cut) half.learn(event)
    }
    const restored = must(half.snapshot(), seed)
    expect([seed, restored.position(), restored.stateHash()]).toEqual([seed, half.position(), half.stateHash()])
    for (const event of log.slice(cut)) restored.learn(event)
    expect([seed, restored.stateHash()]).toEqual([seed, whole.stateHash()])
    // An event that came before the cut is known: it is not learned twice.
    if (cut > 0) restored.learn(log[cut - 1] as (typeof log)[number])
    expect([seed, restored.stateHash()]).toEqual([seed, whole.stateHash()])
    const now = (log.at(-1)?.at.getTime() ?? 0) + 1000
    for (const scene of ['for_you', 'mall', 'following'] as const)
      for (let p = 0; p < 4; p++) {
        const ask = { person: `per_${p}`, n: 8, now, scene, profiling: true, request: 'req_1' }
        expect([seed, restored.recommend(ask)]).toEqual([seed, whole.recommend(ask)])
      }
  }
})

test('an empty recommender has a snapshot too', () => {
  const r = must(createRecommender({}, { seed: 3 }).snapshot(), 3)
  expect(r.position()).toBe(-1n)
  expect(r.counts().items).toBe(0)
})

test('damaged, cut off, foreign and otherwise configured snapshots are refused, never half read', () => {
  const { log } = wild(5, 300)
  const r = createRecommender({}, { seed: 5 })
  for (const event of log) r.learn(event)
  const good = r.snapshot()
  const refused = (bytes: Uint8Array, seed = 5) => {
    const answer = restoreRecommender(bytes, {}, { seed })
    return answer.ok ? 'read' : answer.code
  }
  const random = seeded(11)
  for (let k = 0; k < 60; k++) {
    const bad = good.slice()
    const at = Math.floor(random() * bad.length)
    // The four bytes between checksum and length carry nothing.
    if (at >= 12 && at < 16) continue
    if (at >= 24 && at < 32) continue
    bad[at] = (bad[at] as number) ^ (1 << Math.floor(random() * 8))
    expect([at, refused(bad)]).toEqual([at, 'snapshot_refused'])
  }
  for (const length of [0, 7, 24, 32, good.length - 1, good.length >> 1])
    expect([length, refused(good.slice(0, length))]).toEqual([length, 'snapshot_refused'])
  expect(refused(new TextEncoder().encode('{"version":1,"items":[]}'.repeat(20)))).toBe('snapshot_refused')
  expect(refused(good, 6)).toBe('snapshot_refused')
  expect(restoreRecommender(good, { guaranteedImpressions: 7 }, { seed: 5 })).toMatchObject({ code: 'snapshot_refused' })
  expect(refused(good)).toBe('read')
})
