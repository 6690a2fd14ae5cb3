import { expect, test, vi } from 'vitest'

vi.mock('../../client/net.ts', () => ({ connection: () => ({}) }))
const ranges = (...parts: readonly (readonly [number, number])[]) =>
  ({
    length: parts.length,
    start: (k: number) => parts[k]?.[0],
    end: (k: number) => parts[k]?.[1],
  }) as TimeRanges

test('a clip is whole when all of it came, not when one jumped to its end', async () => {
  const { isWhole } = await import('./throughput.ts')
  expect(isWhole(ranges([0, 20]), 20)).toBe(true)
  expect(isWhole(ranges([0.05, 19.9]), 20)).toBe(true)
  expect(isWhole(ranges([0, 3], [15, 20]), 20)).toBe(false)
  // The browser let go of what was played.
  expect(isWhole(ranges([4, 20]), 20)).toBe(true)
  expect(isWhole(ranges([0, 19]), 20)).toBe(false)
  expect(isWhole(ranges(), 20)).toBe(false)
  // A clip whose length is not known yet.
  expect(isWhole(ranges([0, 3]), Number.NaN)).toBe(false)
})
