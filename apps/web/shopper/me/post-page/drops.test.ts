import { expect, test } from 'vitest'
import { dropsOf } from './drops.ts'

test('the three steps in which most left stand in their order; what is below a twentieth of all views is none', () => {
  expect(dropsOf([100, 70, 69, 40, 36, 20])).toEqual([
    { step: 0, left: 30, part: 0.3 },
    { step: 2, left: 29, part: 0.29 },
    { step: 4, left: 16, part: 0.16 },
  ])
  expect(dropsOf([100, 96, 92, 90])).toEqual([])
  expect(dropsOf([])).toEqual([])
  expect(dropsOf([0, 0])).toEqual([])
})
