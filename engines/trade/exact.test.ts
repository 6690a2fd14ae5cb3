import { expect, test } from 'vitest'
import { between, seeded } from '#base/kernel'
import { decimal, halfEven, minorRate, ratio, ratioText, shareOut, sumOf, wholeParts } from './exact.ts'

test('a decimal text is read exactly, and nothing else is a decimal', () => {
  expect(ratioText(decimal('25.5'))).toBe('51/2')
  expect(ratioText(decimal('0.0485'))).toBe('97/2000')
  for (const bad of ['', '-1', '1e5', '1,5', '.5', '5.', 'NaN', '1'.repeat(13)]) expect(() => decimal(bad)).toThrow(RangeError)
})

test('halves go to the even number', () => {
  expect([1n, 3n, 5n, 7n].map(n => halfEven(ratio(n, 2n)))).toEqual([0n, 2n, 2n, 4n])
  expect([-1n, -3n, -5n].map(n => halfEven(ratio(n, 2n)))).toEqual([0n, -2n, -2n])
  expect(halfEven(ratio(-7n, 3n))).toBe(-2n)
})

test('a rate counts in minor units, whatever the number of decimals of the two currencies', () => {
  expect(ratioText(minorRate('0.05', 'JPY', 'CNY'))).toBe('5')
  expect(ratioText(minorRate('20', 'CNY', 'JPY'))).toBe('1/5')
  expect(ratioText(minorRate('23.5', 'KWD', 'CNY'))).toBe('47/20')
  expect(ratioText(minorRate('500', 'KWD', 'JPY'))).toBe('1/2')
})

test('shares add up, are at most one unit from exact, and nothing comes of nothing, in 2,000 random splits', () => {
  const random = seeded(11)
  for (let round = 0; round < 2000; round++) {
    const total = BigInt(between(random, 0, 100_000))
    const weights = Array.from({ length: between(random, 1, 12) }, () => BigInt(random() < 0.2 ? 0 : between(random, 1, 5000)))
    const whole = weights.reduce((a, b) => a + b, 0n)
    const parts = shareOut(total, weights)
    expect(parts.reduce((a, b) => a + b, 0n)).toBe(total)
    if (whole === 0n) continue
    weights.forEach((w, i) => {
      const off = (parts[i] as bigint) * whole - total * w
      expect(off > -whole && off < whole).toBe(true)
      if (w === 0n) expect(parts[i]).toBe(0n)
    })
    // Largest remainder: whoever got a unit more had a remainder at least as large as whoever did not.
    const rest = weights.map((w, i) => ({ up: (parts[i] as bigint) > (total * w) / whole, r: (total * w) % whole }))
    const up = rest.filter(x => x.up).map(x => x.r)
    for (const down of rest.filter(x => !x.up)) for (const r of up) expect(r >= down.r).toBe(true)
  }
})

test('parts of a rounded sum add up to it', () => {
  const random = seeded(12)
  for (let round = 0; round < 500; round++) {
    const parts = Array.from({ length: between(random, 1, 6) }, () =>
      ratio(BigInt(between(random, 0, 999)), BigInt(between(random, 1, 40))),
    )
    const exact = sumOf(parts)
    const total = (exact.n * 2n + exact.d) / (exact.d * 2n)
    expect(wholeParts(parts, total).reduce((a, b) => a + b, 0n)).toBe(total)
  }
})
