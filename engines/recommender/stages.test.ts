import { expect, test } from 'vitest'
import { createRecommender, type GateRecord } from './index.ts'
import { Stage } from './testing.ts'

const guaranteed = 4
const viewer = (k: number): string => `per_v${k}`

/** A clip that so many people saw, of whom a share liked it and watched it through; the others left at once. */
function shown(stage: Stage, id: string, times: number, liked: number, from = 0): void {
  for (let k = from; k < from + times; k++) {
    const fits = (k * 7919) % 100 < liked * 100
    stage.add('post.impression', viewer(k), `post:${id}`, { ms: 2300 })
    stage.watch(viewer(k), id, fits ? 1 : 0.21)
    if (fits) stage.like(viewer(k), id)
  }
}
const gateOf = (stage: Stage, id: string): GateRecord => stage.r.standing(id).gate!

/** Twelve clips of like quality came to the first gate before. */
function town(): Stage {
  const stage = new Stage({ guaranteedImpressions: 10 })
  for (let k = 0; k < 12; k++) {
    stage.post(`pst_${k}`, `per_a${k}`)
    shown(stage, `pst_${k}`, 10, 0.3 + 0.02 * k)
  }
  return stage
}

test('of clips of the same hours the one that its viewers like passes the gate, is put forward until the next, and the ledger says why', () => {
  const stage = town()
  for (const [id, liked] of [
    ['pst_good', 1],
    ['pst_bad', 0],
  ] as const) {
    stage.post(id, `per_${id}`)
    expect(stage.r.standing(id)).toMatchObject({ stage: 'guaranteed', until: 0, gate: null })
    shown(stage, id, 10, liked)
  }
  const [good, bad] = [gateOf(stage, 'pst_good'), gateOf(stage, 'pst_bad')]
  expect(good).toMatchObject({ gate: 1, at: 10, passed: true, through: 1 })
  expect(good.chance).toBeGreaterThanOrEqual(good.needed)
  expect(good.value).toBeGreaterThan(good.median)
  expect(good.cohort).toBeGreaterThanOrEqual(8)
  expect(bad).toMatchObject({ gate: 1, at: 10, passed: false, through: 0 })
  expect(bad.chance).toBeLessThan(bad.needed)
  expect(bad.value).toBeLessThan(bad.median)
  expect(stage.r.standing('pst_good')).toMatchObject({ stage: 'promoted', until: 40 })
  expect(stage.r.standing('pst_bad')).toMatchObject({ stage: 'ranked', until: 0 })
  // At 40 impressions it is judged again, and by then it is alone.
  shown(stage, 'pst_good', 30, 1, 10)
  expect(gateOf(stage, 'pst_good')).toMatchObject({ gate: 2, at: 40, through: 2, cohort: 0 })
  expect(stage.r.standing('pst_good')).toMatchObject({ stage: 'promoted', until: 160 })
  expect(JSON.stringify(stage.r.standing('pst_good'))).not.toMatch(/per_/)
})

test('what a gate stopped lives on its merits, and is judged again when they bring it to the next gate', () => {
  const stage = town()
  stage.post('pst_late', 'per_late')
  shown(stage, 'pst_late', 10, 0)
  expect(stage.r.standing('pst_late').stage).toBe('ranked')
  shown(stage, 'pst_late', 30, 1, 10)
  expect(gateOf(stage, 'pst_late')).toMatchObject({ gate: 2, passed: true, through: 1 })
  expect(stage.r.standing('pst_late').stage).toBe('promoted')
})

test('an item past its gate leaves the draws while it is away, when it was served in vain, and after the last gate', () => {
  const stage = town()
  stage.post('pst_good', 'per_good')
  shown(stage, 'pst_good', 10, 1)
  const promoted = (): boolean => stage.r.standing('pst_good').stage === 'promoted'
  const n = stage.r.counts().promoted
  stage.add('post.removed', null, 'post:pst_good', {})
  expect([promoted(), stage.r.counts().promoted]).toEqual([false, n - 1])
  stage.add('post.restored', null, 'post:pst_good', {})
  expect([promoted(), stage.r.counts().promoted]).toEqual([true, n])
  shown(stage, 'pst_good', 150, 1, 10)
  expect(gateOf(stage, 'pst_good')).toMatchObject({ gate: 3, at: 160 })
  expect([promoted(), stage.r.standing('pst_good').until]).toEqual([false, 0])
  const [first] = stage.r.counts().gates
  expect(first).toMatchObject({ at: 10, judged: 13 })
  expect(first!.passed).toBeLessThan(13)
})

test('new items come first: a slot of the pool goes to the stages only when no new item wants it', () => {
  const stage = new Stage({ guaranteedImpressions: guaranteed, randomShare: 0 })
  for (let k = 0; k < 6; k++) {
    stage.post(`pst_${k}`, `per_a${k}`)
    shown(stage, `pst_${k}`, guaranteed, k % 2)
  }
  expect(stage.r.counts()).toMatchObject({ pool: 0, promoted: 3 })
  const drawn = (): string[] => stage.page('per_new').slots.flatMap(s => (s.source === 'stage' ? [s.item] : []))
  expect(drawn()).toHaveLength(1)
  expect(stage.page('per_new').slots.find(s => s.source === 'stage')!.reasons[0]).toEqual({
    code: 'promising',
    subject: null,
    weight: 0,
  })
  stage.post('pst_new', 'per_new_author')
  expect(drawn()).toEqual([])
})

test('the propensities of slots that the stages fill are the frequencies with which they come, and they take turns', () => {
  const stage = new Stage({ guaranteedImpressions: guaranteed, randomShare: 0 })
  for (let k = 0; k < 24; k++) {
    stage.post(`pst_${k}`, `per_a${k}`)
    shown(stage, `pst_${k}`, guaranteed, k < 12 ? 0.2 : k % 2 ? 1 : 0.7)
  }
  const promoted = stage.r.counts().promoted
  expect(promoted).toBeGreaterThan(8)
  const rounds = 1500
  const came = new Map<string, { n: number; p: number }>()
  for (let k = 0; k < rounds; k++) {
    const slot = stage.page('per_new').slots.find(s => s.source === 'stage')!
    const seen = came.get(slot.item) ?? { n: 0, p: slot.propensity }
    expect(slot.propensity).toBe(seen.p)
    came.set(slot.item, { n: seen.n + 1, p: seen.p })
  }
  expect([...came.values()].reduce((sum, x) => sum + x.p, 0)).toBeCloseTo(1, 6)
  for (const { n, p } of came.values()) expect(Math.abs(n / rounds - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / rounds))
  // Who was served goes to the end of the queue: more than the eight that stand in front come to be drawn.
  const turns = new Set<string>()
  for (let k = 0; k < 200; k++) for (const s of stage.serve(`per_s${k}`).slots) if (s.source === 'stage') turns.add(s.item)
  expect(turns.size).toBeGreaterThan(8)
})

test('an author’s earlier success does not open a gate: it is judged by its own viewers', () => {
  const stage = town()
  for (let k = 0; k < 6; k++) {
    stage.post(`pst_hit${k}`, 'per_star')
    shown(stage, `pst_hit${k}`, 10, 1)
  }
  stage.post('pst_star', 'per_star')
  stage.post('pst_none', 'per_none')
  for (const id of ['pst_star', 'pst_none']) shown(stage, id, 10, 0.5)
  expect(gateOf(stage, 'pst_star').value).toBeCloseTo(gateOf(stage, 'pst_none').value, 1)
})

test('without a guarantee there is no gate; a replay of the log gives the same gates', () => {
  const stage = new Stage({ guaranteedImpressions: 0 })
  stage.post('pst_1', 'per_a')
  shown(stage, 'pst_1', 20, 1)
  expect(stage.r.standing('pst_1')).toMatchObject({ stage: 'ranked', gate: null })
  const other = town()
  const again = createRecommender({ guaranteedImpressions: 10 }, { seed: 1 })
  for (const event of other.log) again.learn(event)
  expect(again.stateHash()).toBe(other.r.stateHash())
  expect(again.counts().gates).toEqual(other.r.counts().gates)
})
