import { describe, expect, it } from 'vitest'
import { seeded } from '#base/kernel'
import { countsOf, type Sequences } from '../sequences.ts'
import { rankOf, Scores } from '../source.ts'
import { initialWeights } from './layout.ts'
import { capSource } from './source.ts'
import { type CapSettings, examplesOf, trainCap } from './train.ts'
import { CapTrainer, type Step } from './trainer.ts'

const rates = { tau: 0.3, dropRows: 0, dropQuery: 0, vectors: 0.003, asks: 0.0009, gives: 0.0009, places: 0.009 }
const shape = { items: 9, d: 8, length: 3, heads: 2 }
const step: Step = {
  size: 3,
  starts: Int32Array.of(0, 1, 4, 6),
  history: Int32Array.of(1, 2, 3, 1, 4, 5),
  targets: Int32Array.of(2, 6, 7),
  negatives: Int32Array.of(2, 7, 8, 0),
  correction: Float32Array.of(0.1, -0.2, 0.3, 0),
  seed: 77,
}

function shaken(seed: number) {
  const random = seeded(seed)
  const weights = initialWeights(shape, random)
  for (let i = 0; i < weights.ask.length; i++) weights.ask[i] = random() - 0.5
  for (let i = 0; i < weights.give.length; i++) weights.give[i]! += (random() - 0.5) * 0.5
  return weights
}

/** (L(w + h) − L(w − h)) / 2h in one place, against what `backward` says. */
function compare(trainer: CapTrainer, where: { array: Float32Array; at: number; gradient: number }) {
  const h = 4e-3
  const { array, at } = where
  const was = array[at]!
  array[at] = was + h
  const up = trainer.forward(step)
  array[at] = was - h
  const down = trainer.forward(step)
  array[at] = was
  const slope = ((up - down) / (2 * h)) * step.size
  expect(Math.abs(slope - where.gradient)).toBeLessThan(0.01 + 0.03 * Math.abs(slope))
}

const planted = (groups: number, length: number, items: number): Sequences => {
  const random = seeded(5)
  const rows: number[] = []
  for (let g = 0; g < groups; g++) {
    let item = Math.floor(random() * items)
    for (let k = 0; k < length; k++) {
      rows.push(item)
      item = random() < 0.8 ? (item * 3 + 1) % items : Math.floor(random() * items)
    }
  }
  return {
    offsets: Int32Array.from({ length: groups + 1 }, (_, g) => g * length),
    items: Int32Array.from(rows),
    actions: new Uint8Array(rows.length),
    age: new Float32Array(groups),
    itemCount: items,
    actionCount: 1,
    ordered: true,
  }
}

describe('cosine attention pooling', () => {
  for (const [name, drops] of [
    ['without dropout', rates],
    ['with dropout of a fixed seed', { ...rates, dropRows: 0.3, dropQuery: 0.2 }],
  ] as const)
    it(`has the gradients that finite differences say, ${name}`, () => {
      const trainer = new CapTrainer(shaken(3), drops, { batch: 4, negatives: 4 })
      const { k, at } = trainer
      trainer.forward(step)
      trainer.backward(step)
      const rowOf = (item: number) => [...Array(9).keys()].find(r => k.ints[at.itemOfRow + r] === item) as number
      const places: { array: Float32Array; at: number; gradient: number }[] = []
      for (const item of [1, 2, 5, 7, 8])
        for (const c of [0, 3, 7])
          places.push({ array: k.floats, at: at.table + item * 8 + c, gradient: k.floats[at.gradRows + rowOf(item) * 8 + c]! })
      for (const c of [0, 9, 63, 64, 100]) {
        places.push({ array: k.floats, at: at.ask + c, gradient: k.floats[at.gradAsk + c]! })
        places.push({ array: k.floats, at: at.give + c, gradient: k.floats[at.gradGive + c]! })
      }
      for (const c of [0, 1, 3, 4, 5]) places.push({ array: trainer.place, at: c, gradient: trainer.gradPlace[c]! })
      for (const place of places) compare(trainer, place)
    })

  const settings: CapSettings = {
    ...rates,
    tau: 0.1,
    vectors: 0.02,
    d: 16,
    length: 4,
    heads: 2,
    batch: 32,
    negatives: 16,
    epochs: 40,
    newOnly: false,
  }
  it('finds the planted successor, the same for the same seed', () => {
    const s = planted(150, 8, 40)
    const train = () => trainCap(s, settings, { seed: 1, from: null, epochs: 40, peak: 1 }, () => {})
    const weights = train()
    expect([...train().vectors.subarray(0, 50)]).toEqual([...weights.vectors.subarray(0, 50)])
    const source = capSource('net', [weights, train()], countsOf(s), { tau: settings.tau, ordered: true })
    const queries = [...Array(40).keys()].map(i => ({
      items: Int32Array.of((i * 7) % 40, i),
      actions: null,
      targets: Int32Array.of((i * 3 + 1) % 40),
    }))
    source.begin(queries)
    const scores = new Scores(40)
    const hits = queries.filter((q, at) => {
      scores.clear()
      source.fill(at, scores)
      return rankOf(q.targets[0]!, scores, null) <= 2
    })
    expect(hits.length).toBeGreaterThan(34)
  })
  it('makes an example of every prefix, and leaves repetitions out where they may not be recommended', () => {
    const s = { ...planted(1, 5, 40), items: Int32Array.of(1, 2, 1, 3, 3) }
    expect([...examplesOf(s, false)]).toEqual([1, 2, 3, 4])
    expect([...examplesOf(s, true)]).toEqual([1, 3])
  })
})
