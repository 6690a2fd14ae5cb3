import { expect, it } from 'vitest'
import { seeded } from '#base/kernel'
import { FactorMachine, listLength } from './fwfm.ts'
import { LogisticHeads, sigmoid } from './logistic.ts'
import { Net } from './net.ts'
import { dims } from './pairwise.ts'

const loss = (z: number, y: number): number => -(y * Math.log(sigmoid(z)) + (1 - y) * Math.log(1 - sigmoid(z)))

it('the gradient of the net is that of finite differences, for every kind of weight', () => {
  const random = seeded(3)
  const net = new Net(5, 2, 3)
  const x = Float64Array.from({ length: 5 }, () => random() * 2 - 1)
  const y = [1, 0]
  const total = (): number => {
    net.forward(x)
    return loss(net.scores[0]!, y[0]!) + loss(net.scores[1]!, y[1]!)
  }
  for (let i = 0; i < net.parameters.length; i++) net.parameters[i]! += (random() - 0.5) * 0.2
  total()
  const g = Float64Array.from(net.scores, (z, h) => sigmoid(z) - y[h]!)
  const gradient = net.gradient(x, g).slice()
  for (let i = 0; i < net.parameters.length; i += 3) {
    const w = net.parameters[i]!
    const e = 1e-2
    net.parameters[i] = w + e
    const up = total()
    net.parameters[i] = w - e
    const down = total()
    net.parameters[i] = w
    expect(gradient[i]!).toBeCloseTo((up - down) / (2 * e), 3)
  }
})

it('one step of the factorisation machine goes against the gradient of finite differences, for every kind of weight', () => {
  const form = { fields: [4, 3, 5], lists: 1, listRows: 6, heads: 2, seed: 5 }
  const members = new Int32Array(listLength)
  const memberWeights = new Float32Array(listLength)
  members.set([1, 4, 2])
  memberWeights.set([1, 0.95, 0.9])
  const x = { rows: Int32Array.of(2, -1, 3), members, memberWeights, lengths: Int32Array.of(3) }
  const y = [1, 0]
  const fm = new FactorMachine(form)
  const random = seeded(6)
  const [vectors, , weights, , pairs, , heads] = fm.memory() as Float32Array[]
  for (const part of [vectors!, weights!, pairs!, heads!]) for (let i = 0; i < part.length; i++) part[i]! += random() - 0.5
  const decay = 1e-4
  const total = (): number => {
    fm.forward(x)
    return loss(fm.scores[0]!, y[0]!) + loss(fm.scores[1]!, y[1]!)
  }
  total()
  const g = Float64Array.from(fm.scores, (z, h) => sigmoid(z) - y[h]!)
  const before = (fm.memory() as Float32Array[]).map(m => m.slice())
  fm.step(x, g)
  const after = (fm.memory() as Float32Array[]).map(m => m.slice())
  const put = (state: readonly Float32Array[]) => (fm.memory() as Float32Array[]).forEach((m, i) => void m.set(state[i]!))
  for (const part of [0, 2, 4, 6])
    for (let i = 0; i < before[part]!.length; i++) {
      put(before)
      const w = (fm.memory() as Float32Array[])[part]!
      w[i] = before[part]![i]! + 1e-2
      const up = total()
      w[i] = before[part]![i]! - 1e-2
      const down = total()
      const slope = (up - down) / 2e-2
      const bias = part === 6 && i % (dims + 1) === dims
      // The squared gradient is what the accumulator gained.
      const gained = after[part + 1]![i]! - before[part + 1]![i]!
      const share = part === 6 && !bias ? 0.3 : 1
      const full = share * slope + (part === 0 && gained > 0 ? decay * before[0]![i]! : 0)
      expect(Math.sqrt(Math.max(0, gained))).toBeCloseTo(Math.abs(full), 2)
      if (Math.abs(full) > 0.02) expect(Math.sign(before[part]![i]! - after[part]![i]!)).toBe(Math.sign(full))
    }
})

it('a logistic head finds the weights that made the labels', () => {
  const random = seeded(4)
  const heads = new LogisticHeads(1, 2, 0.1)
  const x = new Float64Array(2)
  for (let k = 0; k < 20_000; k++) {
    x[0] = random() * 2 - 1
    x[1] = random() * 2 - 1
    const y = random() < sigmoid(2 * x[0]! - x[1]! + 0.5) ? 1 : 0
    heads.step(0, x, sigmoid(heads.score(0, x)) - y)
  }
  expect(heads.weights[0]).toBeCloseTo(2, 0)
  expect(heads.weights[1]).toBeCloseTo(-1, 0)
  expect(heads.weights[2]).toBeCloseTo(0.5, 0)
})
