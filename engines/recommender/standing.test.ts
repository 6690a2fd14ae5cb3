import { expect, test } from 'vitest'
import { Stage } from './testing.ts'

const see = (stage: Stage, person: string, post: string): void =>
  void stage.add('post.impression', person, `post:${post}`, { ms: 2300 })

const notJudged = { until: 0, gate: null }

test('a new post is owed its impressions and then lives on its merits; views, served slots and nobody’s name are said', () => {
  const stage = new Stage({ guaranteedImpressions: 3 })
  stage.post('pst_1', 'per_maker', ['tea'])
  expect(stage.r.standing('pst_1')).toEqual({
    stage: 'guaranteed',
    guaranteed: 3,
    ...notJudged,
    impressions: 0,
    served: 0,
    kept: [],
  })
  stage.serve('per_a')
  see(stage, 'per_a', 'pst_1')
  see(stage, 'per_a', 'pst_1')
  see(stage, 'per_maker', 'pst_1')
  expect(stage.r.standing('pst_1')).toEqual({
    stage: 'guaranteed',
    guaranteed: 3,
    ...notJudged,
    impressions: 1,
    served: 1,
    kept: [],
  })
  see(stage, 'per_b', 'pst_1')
  see(stage, 'per_c', 'pst_1')
  expect(stage.r.standing('pst_1')).toMatchObject({ stage: 'ranked', impressions: 3 })
  expect(JSON.stringify(stage.r.standing('pst_1'))).not.toMatch(/per_/)
})

test('a post that was served in vain too often is given up, and nothing is owed to it any more', () => {
  const stage = new Stage({ guaranteedImpressions: 1 })
  stage.post('pst_1', 'per_maker')
  const pool = stage.r.counts().pool
  for (let k = 0; k < 20; k++) stage.serve(`per_${k}`)
  expect(stage.r.standing('pst_1')).toMatchObject({ stage: 'given_up', impressions: 0, served: 20 })
  expect(stage.r.counts().pool).toBe(pool - 1)
})

test('what keeps a post from everybody is said in general terms, and goes when it goes', () => {
  const stage = new Stage()
  stage.product('prd_1', 'shp_1')
  stage.post('pst_1', 'per_maker', [], { shop: 'shp_1' as never, products: ['prd_1'] as never, disclosure: 'own_product' })
  const kept = (): [string, readonly string[]] => [stage.r.standing('pst_1').stage, stage.r.standing('pst_1').kept]
  expect(kept()).toEqual(['guaranteed', ['commerce']])
  stage.add('stock.depleted', null, 'product:prd_1', { product: 'prd_1' as never })
  expect(kept()).toEqual(['away', ['out_of_stock', 'commerce']])
  stage.add('stock.restocked', null, 'product:prd_1', { product: 'prd_1' as never })
  stage.add('post.removed', null, 'post:pst_1', {})
  expect(kept()).toEqual(['away', ['removed', 'commerce']])
  stage.add('post.restored', null, 'post:pst_1', {})
  stage.add('subject.removed', null, 'post:pst_1', { reason: 'spam' })
  expect(kept()).toEqual(['away', ['moderated', 'commerce']])
  stage.add('subject.restored', null, 'post:pst_1', { reason: 'spam' })
  stage.add('subject.removed', null, 'shop:shp_1', { reason: 'spam' })
  expect(kept()).toEqual(['away', ['author_removed', 'commerce']])
  stage.add('subject.restored', null, 'shop:shp_1', { reason: 'spam' })
  expect(kept()).toEqual(['guaranteed', ['commerce']])
  // Somebody who refuses it keeps it from themselves alone, and the creator is not told of it.
  stage.add('post.not_interested', 'per_a', 'post:pst_1', {})
  stage.add('person.blocked', 'per_a', 'person:per_maker', {})
  expect(kept()).toEqual(['guaranteed', ['commerce']])
})

test('a post that was never published is unknown', () => {
  expect(new Stage().r.standing('pst_x').stage).toBe('unknown')
})
