import { expect, test } from 'vitest'
import { seeded } from '#base/kernel'
import { Stage } from './testing.ts'

/** Posts under tags, each tag with authors and people of its own who like what has it. */
function town(seed: number, tastes: number): { stage: Stage; tasteOf: (post: string) => number } {
  const stage = new Stage({}, seed)
  const random = seeded(seed)
  const posts = new Map<string, number>()
  for (let n = 0; n < 6; n++)
    for (let a = 0; a < 8; a++)
      for (let t = 0; t < tastes; t++) {
        posts.set(`pst_${t}_${a}_${n}`, t)
        stage.post(`pst_${t}_${a}_${n}`, `per_${t}_${a}`, [`t${t}`, `x${Math.floor(random() * 20)}`])
      }
  for (const [post, t] of posts)
    for (let f = 0; f < 8; f++)
      if (random() < 0.5) {
        stage.watch(`per_fan${t}_${f}`, post)
        stage.like(`per_fan${t}_${f}`, post)
      }
  return { stage, tasteOf: post => posts.get(post)! }
}

test('two likes of one taste bring at least three of it on the next page of eight, and leave at least three others', () => {
  for (let seed = 1; seed <= 12; seed++) {
    const { stage, tasteOf } = town(seed, 3 + (seed % 6))
    const of = tasteOf(stage.page('per_new').slots[0]!.item)
    for (const n of [3, 4]) {
      const post = `pst_${of}_${n}_${n}`
      stage.add('post.impression', 'per_new', `post:${post}`, { ms: 2300 })
      stage.like('per_new', post)
    }
    const next = stage.page('per_new').slots.map(s => tasteOf(s.item))
    expect(next.length, `seed ${seed}`).toBe(8)
    expect(next.filter(t => t === of).length, `seed ${seed}`).toBeGreaterThanOrEqual(3)
    expect(next.filter(t => t !== of).length, `seed ${seed}`).toBeGreaterThanOrEqual(3)
  }
})

test('what somebody is not interested in becomes rarer with its kind, and variety does not bring it back', () => {
  let [before, after] = [0, 0]
  for (let seed = 1; seed <= 12; seed++) {
    const { stage, tasteOf } = town(seed, 4)
    const first = stage.serve('per_new').slots.map(s => s.item)
    const kind = tasteOf(first[0]!)
    stage.add('post.impression', 'per_new', `post:${first[0]}`, { ms: 2300 })
    stage.add('post.not_interested', 'per_new', `post:${first[0]}`, {})
    const next = stage.page('per_new').slots.map(s => s.item)
    expect(next, `seed ${seed}`).not.toContain(first[0])
    before += first.filter(post => tasteOf(post) === kind).length
    after += next.filter(post => tasteOf(post) === kind).length
  }
  expect(after * 4).toBeLessThan(before)
})

test('where everything has one tag, the page is full all the same', () => {
  const stage = new Stage()
  for (let k = 0; k < 40; k++) stage.post(`pst_${k}`, `per_${k}`, ['tea'])
  stage.like('per_new', 'pst_1')
  expect(stage.page('per_new').slots.length).toBe(8)
})
