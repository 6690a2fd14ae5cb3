import { expect, test } from 'vitest'
import { seeded } from '#base/kernel'
import { wilson } from './intervals.ts'
import { Sketch } from './sketch.ts'

test('the Wilson interval agrees with published values', () => {
  // Newcombe 1998, Statistics in Medicine 17:857, table I (method 3): 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  const cases = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const
  for (const [k, n, low, high] of cases) {
    expect(wilson(k, n).low).toBeCloseTo(low, 4)
    expect(wilson(k, n).high).toBeCloseTo(high, 4)
  }
})

test('an interval stays within 0 and 1 and holds its share, for every k of n up to 60', () => {
  for (let n = 1; n <= 60; n++)
    for (let k = 0; k <= n; k++) {
      const { share, low, high } = wilson(k, n)
      expect(low >= 0 && low <= share && share <= high && high <= 1).toBe(true)
    }
  expect(() => wilson(1, 0)).toThrow(RangeError)
})

test('the median of a sketch is within 2 % (half a minute below ten minutes), and what was taken out is gone', () => {
  const random = seeded(7)
  for (let round = 0; round < 40; round++) {
    const times = Array.from({ length: 1 + Math.floor(random() * 200) }, () => Math.exp(random() * 12) * 30_000)
    const sketch = new Sketch()
    for (const ms of times) sketch.add(ms)
    sketch.add(999_999)
    sketch.add(999_999, -1)
    const exact = [...times].sort((a, b) => a - b)[Math.ceil(times.length / 2) - 1] as number
    expect(Math.abs((sketch.median() as number) - exact)).toBeLessThanOrEqual(0.02 * exact + 30_000)
  }
  expect(new Sketch().median()).toBe(null)
})
