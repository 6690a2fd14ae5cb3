import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { seeded } from '#base/kernel'
import { hashOf } from '../../../tools/build-kernels.ts'
import { builtFrom } from './built.ts'
import { createKernels, type Kernels } from './kernels.ts'

const d = 24
const m = 7
const n = 53
const size = 20000
type Both = Kernels & { readonly start: number }

/** Runs the same work on both and expects the whole memory to agree. */
function agree(work: (k: Both, at: (i: number) => number) => void, tolerance = 1e-4) {
  const [fast, plain] = [false, true].map(p => {
    const k = createKernels(size, p)
    const random = seeded(7)
    for (let i = 0; i < size; i++) k.floats[k.start + i] = random() * 2 - 1
    k.width(d)
    for (let i = 0; i < 60; i++) k.ints[k.start + 19000 + i] = (i * 31) % 50
    work(k, i => k.start + i)
    return k
  }) as [Both, Both]
  let worst = 0
  for (let i = 0; i < 19000; i++) worst = Math.max(worst, Math.abs(fast.floats[fast.start + i]! - plain.floats[plain.start + i]!))
  expect(worst).toBeLessThan(tolerance)
}

describe('kernels', () => {
  it('were built from the source that stands beside them', () => {
    const source = readFileSync(new URL('./assembly/kernels.as.ts', import.meta.url), 'utf8')
    expect(hashOf(source), 'run node tools/build-kernels.ts').toBe(builtFrom)
  })
  it('multiply the same in SIMD and in plain TypeScript, odd sizes included', () => {
    agree((k, at) => k.scores(at(5000), at(0), at(1000), m, n))
    agree((k, at) => k.mix(at(5000), at(0), at(1000), m, n))
    agree((k, at) => k.spread(at(5000), at(0), at(1000), m, n))
  })
  it('gather, scatter and mix rows the same', () => {
    agree((k, at) => k.gather(at(5000), at(0), at(19000), 60))
    agree((k, at) => k.scatter(at(5000), at(0), at(19000), 60))
    agree((k, at) => k.gatherMix(at(5000), at(0), at(19000), at(8000), 60))
  })
  it('normalise rows and carry gradients through it the same', () => {
    agree((k, at) => {
      k.unit(at(0), at(5000), 11)
      k.unitBack(at(1000), at(0), at(5000), 11)
    })
  })
  it('drop the same places for the same seed, about as many as asked', () => {
    agree((k, at) => k.drop(at(0), 200, 12345, 0.6))
    const k = createKernels(size)
    k.width(d)
    k.floats.fill(1, k.start, k.start + 500 * d)
    k.drop(k.start, 500, 99, 0.6)
    const kept = k.floats.subarray(k.start, k.start + 500 * d).filter(x => x !== 0).length / (500 * d)
    expect(Math.abs(kept - 0.6)).toBeLessThan(0.02)
  })
  it('take exponentials and softmax the same', () => {
    agree((k, at) => {
      for (let i = 0; i < m * n; i++) k.floats[at(i)]! *= 30
      k.softmax(at(0), at(1000), m, n)
      expect(k.exponentials(at(2000), n)).toBeGreaterThan(1)
    })
  })
  it('step with Adam the same', () => {
    agree((k, at) => {
      for (let i = 4000; i < 6000; i++) k.floats[at(i)] = Math.abs(k.floats[at(i)]!)
      k.pace(0.01, 0.1, 0.001)
      k.adam(at(0), 2000, at(8000), at(19000), 50)
    })
  })
})
