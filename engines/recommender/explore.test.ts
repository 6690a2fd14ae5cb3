import { expect, test } from 'vitest'
import { ids, Stage } from './testing.ts'

function town(config = {}, posts = 200): Stage {
  const stage = new Stage(config)
  for (let k = 0; k < posts; k++) stage.post(`pst_${k}`, `per_author${k % 60}`, [`topic${k % 20}`])
  return stage
}

test('a new post reaches somebody within the next 30 pages, even behind a hundred others that are new too', () => {
  const stage = town({ randomShare: 0 })
  for (let page = 0; page < 300; page++)
    for (const id of ids(stage.serve(`per_${page % 50}`)).slice(0, 4)) stage.watch(`per_${page % 50}`, id, 0.5)
  stage.post('pst_new', 'per_newcomer', ['nobody-wants-this'])
  let after = 0
  while (!ids(stage.serve(`per_${after % 50}`)).includes('pst_new')) expect(++after).toBeLessThan(30)
})

test('every new post gets its guaranteed impressions, and then leaves the pool', () => {
  const stage = town({ guaranteedImpressions: 20, randomShare: 0 }, 30)
  for (let k = 0; k < 5; k++) stage.post(`pst_new${k}`, `per_newcomer${k}`, ['nobody-wants-this'])
  const impressions = new Map<string, number>()
  for (let page = 0; page < 2500 && stage.r.counts().pool > 0; page++)
    for (const id of ids(stage.serve(`per_${page}`))) {
      stage.watch(`per_${page}`, id, 0.3)
      impressions.set(id, (impressions.get(id) ?? 0) + 1)
    }
  expect(stage.r.counts().pool).toBe(0)
  for (let k = 0; k < 5; k++) expect(impressions.get(`pst_new${k}`)).toBeGreaterThanOrEqual(20)
})

test('a post that grew from an order goes to the head of the queue', () => {
  const stage = town({ randomShare: 0 })
  stage.post('pst_grown', 'per_buyer', [], { grownFrom: 'lin_1' as never })
  const chosen = Array.from({ length: 200 }, () => stage.page('per_a').slots[3]!)
  expect(chosen.every(s => s.source === 'pool' && s.reasons[0]!.code === 'new')).toBe(true)
  const shares = new Map<string, number>()
  for (const s of chosen) shares.set(s.item, (shares.get(s.item) ?? 0) + 1)
  expect([...shares].sort((a, b) => b[1] - a[1])[0]![0]).toBe('pst_grown')
})

/** Frequencies of (slot, item, source) over many request ids against the propensity that each slot states. */
function deviations(stage: Stage, n: number, slot: number, pages: number, profiling = true): { worst: number; explored: number } {
  const seen = new Map<string, { count: number; propensity: number }>()
  for (let k = 0; k < pages; k++) {
    const s = stage.page('per_a', { n, profiling }).slots[slot]!
    const key = `${s.item} ${s.source === 'pool' || s.source === 'random' ? s.source : 'ranked'}`
    const known = seen.get(key)
    if (known) {
      known.count++
      expect(s.propensity).toBeCloseTo(known.propensity, 9)
    } else seen.set(key, { count: 1, propensity: s.propensity })
  }
  let worst = 0
  for (const { count, propensity } of seen.values())
    worst = Math.max(worst, Math.abs(count - pages * propensity) / Math.sqrt(pages * propensity * (1 - propensity) + 1))
  return { worst, explored: seen.size }
}

test('the propensities of pool slots are the frequencies with which they come', () => {
  const stage = town({ randomShare: 0 })
  stage.like('per_a', 'pst_1')
  const { worst, explored } = deviations(stage, 8, 3, 4000)
  expect(explored).toBe(4)
  expect(worst).toBeLessThan(4)
})

test('on pages too short for a pool slot the last one is drawn now and then, with the propensity that it states', () => {
  const { worst, explored } = deviations(town({ randomShare: 0 }), 2, 1, 4000)
  expect(explored).toBeGreaterThan(3)
  expect(worst).toBeLessThan(4)
})

test('the propensities of uniform-random slots are the frequencies with which they come, over several blocks of rows', () => {
  const stage = town({ randomShare: 0.05, guaranteedImpressions: 0 }, 12)
  for (let k = 0; k < 2100; k++) stage.product(`prd_${k}`, 'shp_1')
  for (let k = 0; k < 8; k++) stage.post(`pst_late${k}`, `per_late${k}`)
  const { worst, explored } = deviations(stage, 4, 0, 8000)
  expect(explored).toBe(21)
  expect(worst).toBeLessThan(4.5)
})

test('slots that are not explored have propensity 1', () => {
  const { slots } = town().page('per_a', { n: 20 })
  slots.forEach((s, k) => {
    if (![3, 11, 19, 0].includes(k)) expect(s.propensity).toBe(1)
    else expect(s.propensity).toBeLessThan(1)
  })
})
