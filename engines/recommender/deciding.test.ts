import { expect, test } from 'vitest'
import type { Deciding, PullName } from './index.ts'
import { Stage } from './testing.ts'

const of = (stage: Stage, id: string): Deciding => stage.r.deciding(id)!
const pulls = (stage: Stage, id: string) =>
  Object.fromEntries(of(stage, id).pulls.map(p => [p.name, p])) as Record<PullName, Deciding['pulls'][number]>

test('a new post is told how many wait with it and before it, by the order in which the pool draws', () => {
  const stage = new Stage({ guaranteedImpressions: 3 })
  for (const id of ['pst_a', 'pst_b', 'pst_c']) stage.post(id, `per_${id}`)
  stage.product('prd_1', 'shp_1')
  expect(['pst_a', 'pst_b', 'pst_c'].map(id => of(stage, id).ahead)).toEqual([0, 1, 2])
  stage.watch('per_v', 'pst_a')
  // Fewest impressions first; a product waits in a queue of its own.
  expect(of(stage, 'pst_a')).toMatchObject({ waiting: 3, ahead: 2 })
  stage.watch('per_w', 'pst_a')
  stage.watch('per_x', 'pst_a')
  expect(of(stage, 'pst_a')).toMatchObject({ waiting: 2, ahead: 2 })
  stage.add('post.published', 'per_buyer', 'post:pst_grown', {
    ...{ author: 'per_buyer', shop: null, format: 'video', durationMs: 9000, tags: [], products: [], language: 'ja' },
    ...{ disclosure: 'none', grownFrom: 'lin_1' },
  } as never)
  expect(of(stage, 'pst_grown').ahead).toBe(0)
})

test('what viewers did pulls the value in its own direction, and what they refused is in none of it', () => {
  const stage = new Stage({ guaranteedImpressions: 10 })
  for (const id of ['pst_left', 'pst_liked', 'pst_refused']) stage.post(id, `per_${id}`, [], { durationMs: 10_000 })
  for (let k = 0; k < 30; k++) {
    stage.watch(`per_v${k}`, 'pst_left', 0.05)
    stage.watch(`per_v${k}`, 'pst_liked')
    stage.add('post.liked', `per_v${k}`, 'post:pst_liked', {})
  }
  const [left, liked] = [pulls(stage, 'pst_left'), pulls(stage, 'pst_liked')]
  for (const name of ['left', 'watched', 'liked'] as const) {
    expect(left[name].effect).toBeLessThan(0)
    expect(liked[name].effect).toBeGreaterThan(0)
  }
  expect(left.left.own).toBeGreaterThan(left.left.kind)
  expect(left.watched.own).toBeLessThan(left.watched.kind)
  const before = pulls(stage, 'pst_refused')
  stage.add('post.not_interested', 'per_a', 'post:pst_refused', {})
  stage.add('report.filed', 'per_b', 'post:pst_refused', { reason: 'spam' })
  for (const p of of(stage, 'pst_refused').pulls) expect(p.effect).toBeCloseTo(before[p.name].effect, 9)
})

test('its author’s other posts, doubles, topics, language and age are told with the numbers of the rules', () => {
  const stage = new Stage()
  stage.post('pst_1', 'per_m', ['tea', 'cups'], { durationMs: 8000 })
  stage.post('pst_2', 'per_m', ['tea', 'cups'], { durationMs: 8000 })
  stage.post('pst_3', 'per_m', [], { language: '' })
  expect(of(stage, 'pst_1')).toMatchObject({ ofAuthor: 3, twins: 1, tags: 2, authorsPerPage: 2, poolEvery: 8, servesEach: 20 })
  expect(of(stage, 'pst_1').gates).toEqual([100, 400, 1600])
  expect(of(stage, 'pst_1').languageOdds).toBeCloseTo(0.301, 3)
  expect(of(stage, 'pst_3')).toMatchObject({ twins: 0, tags: 0, languageOdds: 1 })
  stage.add('post.removed', null, 'post:pst_2', {})
  expect(of(stage, 'pst_1')).toMatchObject({ ofAuthor: 2, twins: 0 })
  stage.now += 3 * 86_400_000
  stage.watch('per_v', 'pst_1')
  expect(of(stage, 'pst_1').freshness).toBeCloseTo(0.5, 2)
  expect(stage.r.deciding('pst_x')).toBeNull()
})
