import { expect, test } from 'vitest'
import { ids, item, Stage } from './testing.ts'

/** Thirty topics of posts by thirty authors; nobody has done anything. */
function town(posts = 120, topics = 30): Stage {
  const stage = new Stage({ guaranteedImpressions: 0, randomShare: 0 })
  for (let k = 0; k < posts; k++) stage.post(`pst_${k}`, `per_author${k % 40}`, [`topic${k % topics}`])
  return stage
}
const topicOf = (id: string, topics = 30): number => Number(id.slice(4)) % topics

test('a like changes the very next page: more of its topic comes, and says so', () => {
  const stage = town()
  const before = ids(stage.page('per_a'))
  stage.like('per_a', 'pst_7')
  const slate = stage.page('per_a')
  expect(ids(slate)).not.toEqual(before)
  expect(topicOf(slate.slots[0]!.item)).toBe(7)
  expect(slate.slots[0]!.reasons[0]).toMatchObject({ code: 'tag', subject: 'topic7' })
})

test('an unlike takes the effect of the like back', () => {
  const stage = town()
  for (const [person, post] of [['per_a', 'pst_7'] as const, ['per_b', 'pst_92'] as const]) {
    stage.like(person, post)
    stage.add('post.unliked', person, `post:${post}`, {})
  }
  expect(stage.r.taste('per_a').tags).toEqual([])
  expect(ids(stage.page('per_a', { request: 'same' }))).toEqual(ids(stage.page('per_b', { request: 'same' })))
})

test('what others watched next comes up after watching, without any common tag or author', () => {
  const stage = town()
  for (let k = 0; k < 12; k++) {
    stage.watch(`per_other${k}`, 'pst_3')
    stage.watch(`per_other${k}`, 'pst_11')
  }
  stage.watch('per_a', 'pst_3')
  const slate = stage.page('per_a')
  expect(ids(slate).slice(0, 2)).toContain('pst_11')
  const slot = slate.slots.find(s => s.item === 'pst_11')!
  expect(slot.source).toBe('covisit')
  expect(slot.reasons[0]).toMatchObject({ code: 'covisited', subject: 'pst_3' })
  expect(stage.r.similar('pst_3', 1)[0]!.item).toBe('pst_11')
  expect(stage.r.because('per_a', 'pst_11')[0]).toMatchObject({ code: 'covisited', subject: 'pst_3' })
})

test('a person who wanted a product meets the posts that show it', () => {
  const stage = town()
  stage.product('prd_tea', 'shp_1')
  stage.post('pst_tea', 'per_buyer', [], { products: ['prd_tea'] as never, grownFrom: 'lin_1' as never })
  stage.add('product.clicked', 'per_a', 'product:prd_tea', { surface: 'grid' })
  const slot = stage.page('per_a').slots.find(s => s.item === 'pst_tea')
  expect(slot?.reasons[0]).toMatchObject({ code: 'shows_product', subject: 'prd_tea' })
})

test('the mall shows products, and those of the posts that a person liked come first', () => {
  const stage = town()
  for (let k = 0; k < 30; k++) stage.product(`prd_${k}`, `shp_${k % 15}`)
  stage.post('pst_show', 'per_author1', [], { products: ['prd_17'] as never })
  stage.like('per_a', 'pst_show')
  const slate = stage.page('per_a', { scene: 'mall' })
  expect(slate.slots.every(s => s.kind === 'product')).toBe(true)
  expect(slate.slots[0]!.item).toBe('prd_17')
})

test('nothing is shown twice while there is something unseen, and then the least recently seen comes again', () => {
  const stage = town(40, 10)
  const shown: string[] = []
  for (let page = 0; page < 5; page++)
    for (const id of ids(stage.serve('per_a'))) {
      shown.push(id)
      stage.watch('per_a', id, 0.3)
    }
  expect(new Set(shown).size).toBe(40)
  const again = stage.serve('per_a')
  expect(again.slots.every(s => s.source === 'again')).toBe(true)
  expect(new Set(ids(again))).toEqual(new Set(shown.slice(0, 8)))
})

test('what waits unseen in the player is not served again until it has gone stale', () => {
  const stage = town()
  const first = ids(stage.serve('per_a'))
  expect(ids(stage.page('per_a')).some(id => first.includes(id))).toBe(false)
  stage.now += 3_600_000
  expect(ids(stage.page('per_a', { n: 100 })).some(id => first.includes(id))).toBe(true)
})

test('a post of no interest and everything of a blocked author never come again, profiled or not', () => {
  const stage = town(40, 10)
  stage.like('per_a', 'pst_5')
  stage.add('post.not_interested', 'per_a', 'post:pst_5', {})
  stage.add('person.blocked', 'per_a', 'person:per_author6', {})
  for (const profiling of [true, false]) {
    const slate = stage.page('per_a', { n: 100, profiling })
    expect(slate.slots.length).toBeGreaterThan(30)
    expect(slate.slots.some(s => s.item === 'pst_5' || s.author === 'per_author6')).toBe(false)
    expect(slate.removed.blocked).toBeGreaterThan(0)
    expect(slate.removed.not_interested).toBeGreaterThan(0)
  }
})

test('who is unblocked comes again, also when a guest and the account had both blocked them', () => {
  const stage = town(40, 10)
  const shows = () => stage.page('per_a', { n: 100 }).slots.some(s => s.author === 'per_author6')
  for (const person of ['per_a', 'per_guest']) stage.add('person.blocked', person, 'person:per_author6', {})
  stage.add('person.merged', 'per_a', 'person:per_a', { from: 'per_guest' as never })
  expect(shows()).toBe(false)
  stage.add('person.unblocked', 'per_a', 'person:per_author6', {})
  expect(shows()).toBe(true)
})

test('without profiling two people get the same page, whatever they did', () => {
  const stage = town()
  stage.like('per_a', 'pst_7')
  stage.watch('per_a', 'pst_9')
  stage.add('person.followed', 'per_a', 'person:per_author3', {})
  stage.serve('per_a')
  const a = stage.page('per_a', { profiling: false, language: 'ja' })
  const b = stage.page('per_b', { profiling: false, language: 'ja' })
  const nobody = stage.page(null, { profiling: false, language: 'ja' })
  expect(b).toEqual(a)
  expect(nobody).toEqual(a)
})

test('personalisation that was switched off keeps nothing new of the person and ranks as for anybody', () => {
  const stage = town()
  stage.add('person.personalisation_set', 'per_a', 'person:per_a', { on: false })
  stage.like('per_a', 'pst_7')
  expect(stage.r.taste('per_a')).toEqual({ tags: [], authors: [], recent: [] })
  expect(ids(stage.page('per_a'))).toEqual(ids(stage.page('per_b', { profiling: false })))
})

test('removed posts come back in no slate until they are restored, also when they are published or upserted again', () => {
  const stage = town(20, 5)
  stage.like('per_a', 'pst_1')
  stage.add('post.removed', 'per_author1', 'post:pst_1', {})
  stage.add('subject.removed', null, 'post:pst_2', { reason: 'rule' })
  stage.add('post.removed', 'per_x', 'post:pst_later', {})
  stage.post('pst_later', 'per_x')
  stage.post('pst_1', 'per_author1', ['topic1'])
  stage.r.upsertItem(item('pst_2', { createdAt: stage.now }))
  stage.r.removeItem('pst_3')
  const all = (): string[] => ['per_a', 'per_b', null].flatMap(p => ids(stage.page(p, { n: 100 })))
  for (const id of ['pst_1', 'pst_2', 'pst_3', 'pst_later']) expect(all()).not.toContain(id)
  expect(stage.page('per_a', { n: 100 }).removed.removed).toBeGreaterThan(0)
  stage.add('post.restored', 'per_author1', 'post:pst_1', {})
  stage.add('subject.restored', null, 'post:pst_2', { reason: 'appeal' })
  expect(all()).toContain('pst_2')
  expect(ids(stage.page('per_b', { n: 100 }))).toContain('pst_1')
})

test('a removed or erased person’s posts are gone from every slate', () => {
  const stage = town(40, 10)
  stage.add('subject.removed', null, 'person:per_author4', { reason: 'rule' })
  stage.add('person.erased', 'per_author5', 'person:per_author5', {})
  const authors = stage.page('per_a', { n: 100 }).slots.map(s => s.author)
  expect(authors).not.toContain('per_author4')
  expect(authors).not.toContain('per_author5')
})

test('a selling post whose products are out of stock waits until they are back; a buyer’s post does not', () => {
  const stage = town(10, 5)
  stage.product('prd_1', 'shp_1')
  stage.post('pst_sell', 'per_shop', [], { products: ['prd_1'] as never, disclosure: 'own_product' })
  stage.post('pst_buyer', 'per_buyer', [], { products: ['prd_1'] as never })
  stage.add('stock.depleted', null, 'product:prd_1', { product: 'prd_1' as never })
  const out = stage.page('per_a', { n: 40 })
  expect(ids(out)).not.toContain('pst_sell')
  expect(ids(out)).toContain('pst_buyer')
  expect(out.removed.out_of_stock).toBe(1)
  expect(ids(stage.page('per_a', { n: 40, scene: 'mall' }))).not.toContain('prd_1')
  stage.add('stock.restocked', null, 'product:prd_1', { product: 'prd_1' as never })
  expect(ids(stage.page('per_a', { n: 40 }))).toContain('pst_sell')
})

test('merchants’ selling posts keep to their share of a person’s last slots, however well they score', () => {
  const stage = new Stage({ guaranteedImpressions: 0, randomShare: 0 })
  for (let k = 0; k < 400; k++)
    stage.post(`pst_${k}`, `per_author${k % 50}`, ['tea'], { disclosure: k % 2 ? 'own_product' : 'none' })
  for (let k = 1; k < 200; k += 2) for (const p of ['per_x', 'per_y']) stage.like(p, `pst_${k}`)
  const served: string[] = []
  for (let page = 0; page < 20; page++) {
    const slate = stage.serve('per_a')
    served.push(...ids(slate))
    stage.now += 60_000
    const last = served.slice(-50)
    expect(last.filter(id => Number(id.slice(4)) % 2 === 1).length).toBeLessThanOrEqual(4)
    expect(slate.removed.commerce).toBeGreaterThan(0)
  }
})

test('the following scene holds only people who are followed, profiled or not', () => {
  const stage = town()
  stage.add('person.followed', 'per_a', 'person:per_author3', {})
  stage.add('person.followed', 'per_a', 'person:per_author9', {})
  stage.add('person.unfollowed', 'per_a', 'person:per_author9', {})
  for (const profiling of [true, false]) {
    const { slots } = stage.page('per_a', { scene: 'following', profiling })
    expect(slots.length).toBe(3)
    expect(slots.every(s => s.author === 'per_author3')).toBe(true)
  }
})

test('excluded items are kept away, and the parts of a score add up to it', () => {
  const stage = town()
  const first = ids(stage.page('per_a'))
  const slate = stage.page('per_a', { exclude: first })
  expect(ids(slate).some(id => first.includes(id))).toBe(false)
  expect(slate.removed.excluded).toBe(8)
  for (const slot of slate.slots) expect(Object.values(slot.parts).reduce((a, b) => a + b, 0)).toBeCloseTo(slot.score, 9)
})

test('a clip that was uploaded twice is on a page once', () => {
  const stage = town(60, 10)
  for (const id of ['pst_twin1', 'pst_twin2']) stage.post(id, 'per_twin', ['same'], { durationMs: 12_345 })
  stage.like('per_a', 'pst_twin1')
  stage.add('post.unliked', 'per_a', 'post:pst_twin1', {})
  stage.like('per_fan', 'pst_twin2')
  stage.like('per_fan', 'pst_twin1')
  for (const person of ['per_a', 'per_b']) {
    const page = ids(stage.page(person, { n: 8 }))
    expect(page.filter(id => id.startsWith('pst_twin')).length).toBeLessThanOrEqual(1)
  }
})

test('another language comes later, but is not hidden', () => {
  const stage = new Stage({ guaranteedImpressions: 0, randomShare: 0 })
  for (let k = 0; k < 20; k++) stage.post(`pst_${k}`, `per_author${k}`, [], { language: k % 2 ? 'en' : 'ja' })
  const page = ids(stage.page('per_a', { n: 20, language: 'en' }))
  expect(page.length).toBe(20)
  expect(page.slice(0, 8).every(id => Number(id.slice(4)) % 2 === 1)).toBe(true)
})
