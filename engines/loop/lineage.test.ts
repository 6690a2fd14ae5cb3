import { expect, test } from 'vitest'
import { createLoop } from './index.ts'
import { Plant } from './testing.ts'

const tea = 'shp_tea'
function learned(plant: (p: Plant) => void) {
  const p = new Plant()
  p.product('prd_1', tea)
  p.buy(1, 'per_ann', 'ord_a', 'prd_1')
  p.post(10, 'pst_ann', 'per_ann', ['prd_1'], 'lin_ord_a')
  plant(p)
  const loop = createLoop()
  for (const event of p.events) loop.learn(event)
  return { loop, lineage: loop.lineage, p }
}

test('order → post → impression → order of somebody else is one edge, found from both ends', () => {
  const { lineage, p } = learned(plant => {
    plant.impression(20, 'per_bob', 'pst_ann')
    plant.buy(30, 'per_bob', 'ord_b', 'prd_1', { post: 'pst_ann' })
  })
  const edge = { content: 'pst_ann', from: 'lin_ord_a', to: 'lin_ord_b', at: p.at(30), seenAt: p.at(20), net: true }
  expect(lineage.causedBy('pst_ann')).toEqual([edge])
  expect(lineage.of('lin_ord_b')?.parent).toEqual(edge)
  expect(lineage.of('lin_ord_a')?.grown).toEqual([
    { kind: 'post', id: 'pst_ann', line: 'lin_ord_a', at: p.at(10), viewers: 1, orders: ['lin_ord_b'] },
  ])
})

test('an order without a source is nobody’s child, however fitting the impression before it', () => {
  const { lineage } = learned(plant => {
    plant.impression(20, 'per_bob', 'pst_ann')
    plant.buy(21, 'per_bob', 'ord_b', 'prd_1')
  })
  expect(lineage.causedBy('pst_ann')).toEqual([])
  expect(lineage.of('lin_ord_b')?.parent).toBe(null)
})

test('a source without a logged impression still is an edge, and says that nothing was seen', () => {
  const { lineage } = learned(plant => plant.buy(30, 'per_bob', 'ord_b', 'prd_1', { post: 'pst_ann' }))
  expect(lineage.causedBy('pst_ann')[0]?.seenAt).toBe(null)
})

test('a repeat purchase of one’s own is not somebody else, and neither is the guest one turns out to be', () => {
  const { lineage, loop, p } = learned(plant => {
    plant.buy(30, 'per_ann', 'ord_a2', 'prd_1', { post: 'pst_ann' })
    plant.impression(31, 'per_guest', 'pst_ann')
    plant.buy(32, 'per_guest', 'ord_g', 'prd_1', { post: 'pst_ann' })
    plant.merge(33, 'per_guest', 'per_ann')
  })
  expect(lineage.causedBy('pst_ann')).toEqual([])
  expect(lineage.of('lin_ord_a')?.grown[0]?.viewers).toBe(0)
  expect(loop.report(null, { now: p.at(40) }).lineage.orders).toBe(0)
})

test('a post grows only from its author’s own purchase of what it shows, at most 180 days old', () => {
  const grown = (plant: (p: Plant) => void) =>
    learned(plant)
      .lineage.of('lin_ord_a')
      ?.grown.map(g => g.id)
  expect(grown(p => p.post(24 * 180, 'pst_late', 'per_ann', ['prd_1'], 'lin_ord_a'))).toEqual(['pst_ann', 'pst_late'])
  expect(grown(p => p.post(24 * 181, 'pst_late', 'per_ann', ['prd_1'], 'lin_ord_a'))).toEqual(['pst_ann'])
  expect(grown(p => p.post(20, 'pst_thief', 'per_bob', ['prd_1'], 'lin_ord_a'))).toEqual(['pst_ann'])
  expect(grown(p => p.post(20, 'pst_other', 'per_ann', ['prd_9'], 'lin_ord_a'))).toEqual(['pst_ann'])
})

test('a share that grew from an order leads on; a friend’s link to a grown post leads to that post', () => {
  const { lineage } = learned(plant => {
    plant.add(11, 'share.created', 'per_ann', 'share:shr_1', { about: { kind: 'product', id: 'prd_1' }, grownFrom: 'lin_ord_a' })
    plant.add(12, 'share.created', 'per_cy', 'share:shr_2', { about: { kind: 'post', id: 'pst_ann' }, grownFrom: null })
    plant.add(13, 'share.opened', 'per_bob', 'share:shr_1', { sharer: 'per_ann', about: { kind: 'product', id: 'prd_1' } })
    plant.buy(14, 'per_bob', 'ord_b', 'prd_1', { share: 'shr_1' })
    plant.buy(15, 'per_dee', 'ord_d', 'prd_1', { share: 'shr_2' })
  })
  expect(lineage.causedBy('shr_1').map(e => e.to)).toEqual(['lin_ord_b'])
  expect(lineage.causedBy('pst_ann').map(e => e.to)).toEqual(['lin_ord_d'])
})

test('a chain can be walked to its first purchase, its generations are counted, and a refund takes one out', () => {
  const { lineage } = learned(plant => {
    plant.buy(20, 'per_bob', 'ord_b', 'prd_1', { post: 'pst_ann' })
    plant.buy(21, 'per_cy', 'ord_c', 'prd_1', { post: 'pst_ann' })
    plant.post(30, 'pst_bob', 'per_bob', ['prd_1'], 'lin_ord_b')
    plant.buy(40, 'per_dee', 'ord_d', 'prd_1', { post: 'pst_bob' })
    plant.refund(41, 'ord_c', tea)
  })
  expect(lineage.chain('lin_ord_d').map(n => n.line)).toEqual(['lin_ord_a', 'lin_ord_b', 'lin_ord_d'])
  expect(lineage.generations('lin_ord_a')).toEqual([1, 1])
  expect(lineage.causedBy('pst_ann').map(e => e.net)).toEqual([true, false])
})

test('nothing that lineage answers names a person', () => {
  const { lineage } = learned(plant => plant.buy(20, 'per_bob', 'ord_b', 'prd_1', { post: 'pst_ann' }))
  expect(JSON.stringify([lineage.of('lin_ord_b'), lineage.of('lin_ord_a'), lineage.causedBy('pst_ann')])).not.toContain('per_')
})

test('an edge is kept when its line is older than 180 days; a line without edges is forgotten', () => {
  const { lineage } = learned(plant => {
    plant.buy(20, 'per_bob', 'ord_b', 'prd_1', { post: 'pst_ann' })
    plant.buy(21, 'per_cy', 'ord_c', 'prd_1')
    plant.impression(24 * 200, 'per_eve', 'pst_ann')
  })
  expect(lineage.of('lin_ord_b')?.parent?.from).toBe('lin_ord_a')
  expect(lineage.of('lin_ord_c')).toBe(null)
})
