import { expect, test } from 'vitest'
import { between, seeded, wordHashes } from '#base/kernel'
import { ids, Stage } from './testing.ts'
import { Words } from './words.ts'

test('a post that nobody has seen comes to whoever wanted its words, and says through which post', () => {
  const stage = new Stage({ poolEvery: 1_000_000, randomShare: 0 })
  const said = (text: string) => ({ words: wordHashes(text) })
  stage.post('pst_bowl', 'per_a', [], said('a bowl of matcha from Uji'))
  for (let k = 0; k < 300; k++) stage.post(`pst_other${k}`, `per_other${k}`, [], said(`clip ${k} about football in town ${k}`))
  stage.like('per_1', 'pst_bowl')
  stage.post('pst_whisk', 'per_b', [], said('whisking matcha in the morning'))
  for (let k = 300; k < 600; k++) stage.post(`pst_other${k}`, `per_other${k}`, [], said(`clip ${k} about football in town ${k}`))
  const slot = stage.page('per_1').slots.find(s => s.item === 'pst_whisk')
  expect(slot?.source).toBe('similar')
  expect(slot?.reasons[0]).toMatchObject({ code: 'similar', subject: 'pst_bowl' })
  expect(ids(stage.page('per_2'))).not.toContain('pst_whisk')
})

test('a new post stands beside one with its words, before anybody has seen it', () => {
  const stage = new Stage()
  stage.post('pst_bowl', 'per_a', [], { words: wordHashes('a bowl of matcha from Uji') })
  for (let k = 0; k < 50; k++) stage.post(`pst_${k}`, `per_${k}`, [], { words: wordHashes(`football in town ${k}`) })
  stage.post('pst_whisk', 'per_b', [], { words: wordHashes('whisking matcha in the morning') })
  expect(stage.r.similar('pst_bowl', 3)[0]?.item).toBe('pst_whisk')
})

test('words that are no small integers, or too many, are passed over', () => {
  const stage = new Stage()
  stage.post('pst_a', 'per_a', [], { words: [1, -1, 65_536, 0.5, Number.NaN, '3', null, ...Array(100).fill(7)] as number[] })
  stage.like('per_1', 'pst_a')
  stage.post('pst_b', 'per_b', [], { words: 'no list' as unknown as number[] })
  expect(ids(stage.page('per_1'))).toContain('pst_b')
})

test('what is counted of words is what a plain count over the items as last written gives', () => {
  for (let seed = 1; seed <= 30; seed++) {
    const random = seeded(seed)
    const words = new Words()
    const plain = new Map<number, number[]>()
    for (let k = 0; k < 80; k++) {
      const i = between(random, 0, 20)
      const list = [...new Set(Array.from({ length: between(random, 0, 30) }, () => between(random, 0, 15)))]
      words.write(i, 0, list)
      plain.set(i, list.slice(0, 24))
    }
    const all = [...plain.values()].filter(list => list.length > 0).length
    for (let w = 0; w <= 15; w++) {
      const having = [...plain.values()].filter(list => list.includes(w)).length
      expect(words.idf(w), `seed ${seed}`).toBeCloseTo(Math.max(0, Math.log((1 + all) / (1 + having))))
    }
    for (const [i, list] of plain) expect(Array.from({ length: words.count(i) }, (_, k) => words.at(i, k))).toEqual(list)
  }
})
