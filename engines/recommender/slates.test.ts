import { expect, test } from 'vitest'
import { between, type Id, seeded } from '#base/kernel'
import { ids, Stage, wild } from './testing.ts'

test('no slate of any wild world repeats an item, shows what must not be shown, or claims an impossible propensity', () => {
  for (let seed = 1; seed <= 25; seed++) {
    const stage = wild(seed, 300)
    const removed = new Set<string>()
    for (const e of stage.log) {
      if (e.name === 'subject.removed') removed.add(e.subject.id)
    }
    for (let p = 0; p < 14; p++)
      for (const scene of ['for_you', 'mall', 'following'] as const)
        for (const profiling of [true, false]) {
          const slate = stage.page(`per_${p}`, { scene, profiling, n: 3 + (p % 3) * 8 })
          const page = ids(slate)
          expect(new Set(page).size, `seed ${seed}`).toBe(page.length)
          expect(
            page.some(id => removed.has(id)),
            `seed ${seed}`,
          ).toBe(false)
          for (const s of slate.slots) {
            expect(s.kind, `seed ${seed}`).toBe(scene === 'mall' ? 'product' : 'post')
            expect(s.propensity > 0 && s.propensity <= 1 && Number.isFinite(s.score), `seed ${seed}`).toBe(true)
            expect(s.reasons.length, `seed ${seed}`).toBeGreaterThan(0)
          }
        }
  }
})

test('where there are authors enough, nobody has more than two posts on a page nor two in a row, across pages too', () => {
  for (let seed = 1; seed <= 15; seed++) {
    const random = seeded(seed)
    const stage = new Stage({}, seed)
    const authors = between(random, 9, 20)
    // A few authors make most of the posts, and have all the likes.
    for (let k = 0; k < 400; k++)
      stage.post(`pst_${k}`, `per_author${Math.floor(random() ** 2 * authors)}`, [`t${between(random, 0, 5)}`])
    for (let k = 0; k < 150; k++) stage.like(`per_${k % 10}`, `pst_${between(random, 0, 399)}`)
    let last = ''
    for (let page = 0; page < 6; page++) {
      const { slots } = stage.serve('per_1')
      expect(slots.length, `seed ${seed}`).toBe(8)
      for (const s of slots) {
        expect(slots.filter(o => o.author === s.author).length, `seed ${seed} page ${page}`).toBeLessThanOrEqual(2)
        expect(s.author, `seed ${seed} page ${page}`).not.toBe(last)
        last = s.author
      }
    }
  }
})

test('a copy of a clip is never on a page with its original, or with another copy, while there is anything else to show', () => {
  for (let seed = 1; seed <= 10; seed++) {
    const stage = new Stage({}, seed)
    for (let k = 0; k < 60; k++) stage.post(`pst_${k}`, `per_author${k}`, ['tea'])
    const copies = ['pst_5', 'pst_17', 'pst_40']
    for (const copy of copies.slice(1))
      stage.add('post.flagged', null, `post:${copy}`, { flag: 'copy', of: 'pst_5' as Id<'post'>, share: null })
    for (let k = 0; k < 8; k++) for (const post of copies) stage.like(`per_${k}`, post)
    let shown = 0
    for (let p = 0; p < 10; p++) {
      const page = ids(stage.page(`per_viewer${p}`))
      const found = page.filter(id => copies.includes(id)).length
      expect(found, `seed ${seed}`).toBeLessThanOrEqual(1)
      shown += found
    }
    expect(shown, `seed ${seed}`).toBeGreaterThan(0)
  }
})

test('one author alone still fills a page', () => {
  const stage = new Stage()
  for (let k = 0; k < 20; k++) stage.post(`pst_${k}`, 'per_only')
  expect(stage.page('per_a').slots.length).toBe(8)
})

test('a shop window with selling posts only is not empty', () => {
  const stage = new Stage()
  for (let k = 0; k < 20; k++) stage.post(`pst_${k}`, `per_shop${k}`, [], { disclosure: 'own_product' })
  expect(stage.page('per_a').slots.length).toBe(8)
})

test('an empty world answers with an empty page', () => {
  expect(new Stage().page('per_a').slots).toEqual([])
})
