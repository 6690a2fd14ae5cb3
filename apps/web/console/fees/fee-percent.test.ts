import { expect, test } from 'vitest'
import { bpsOf } from './fee-percent.ts'

test('a percentage with two places is exact; what could be something else is none', () => {
  const typed = ['3', '3.6', '0.07', '3,25', ' 10 % ', '３．２５％', '100', '0']
  expect(typed.map(bpsOf)).toEqual([300, 360, 7, 325, 1000, 325, 10_000, 0])
  for (const bad of ['', '-1', '100.01', '1.234', '1,000', 'abc', '1.', '.5', '3 5', '1e2']) expect(bpsOf(bad), bad).toBeNull()
})
