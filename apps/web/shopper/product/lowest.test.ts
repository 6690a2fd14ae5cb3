import { expect, test } from 'vitest'
import { lowestOf } from './lowest.ts'

const now = Date.parse('2026-11-25T00:00:00Z')
const at = (daysAgo: number, minor: string) => ({
  at: new Date(now - daysAgo * 86_400_000).toISOString(),
  variant: 'var_1',
  price: { minor, currency: 'JPY' },
})

test('the lowest price of the last days counts what was still in force when they began, and nothing before', () => {
  const points = [at(80, '900'), at(50, '4600'), at(19, '4200')]
  expect(lowestOf(points, 90, now)?.price.minor).toBe('900')
  expect(lowestOf(points, 30, now)?.price.minor).toBe('4200')
  expect(lowestOf([at(80, '900'), at(10, '1000')], 30, now)?.price.minor).toBe('900')
  expect(lowestOf([], 30, now)).toBeNull()
})
