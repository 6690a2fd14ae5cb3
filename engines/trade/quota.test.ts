import { expect, test } from 'vitest'
import { between, must, pick, seeded } from '#base/kernel'
import { type QuotaEntry, quotaAfter } from './index.ts'
import { yuan } from './testing.ts'

const entry = (id: string, kind: 'use' | 'restore', order: string, fen: number, at: string, person = 'per_a'): QuotaEntry => ({
  id,
  person,
  order,
  kind,
  amount: yuan(fen),
  at: new Date(at),
})

test('a year begins at midnight of Shanghai', () => {
  const entries = [
    entry('1', 'use', 'o1', 100, '2025-12-31T15:59:59Z'),
    entry('2', 'use', 'o2', 20, '2025-12-31T16:00:00Z'),
    entry('3', 'use', 'o3', 3, '2026-12-31T15:59:59Z'),
  ]
  expect(must(quotaAfter(entries, 2025, 'per_a'))).toEqual(yuan(100))
  expect(must(quotaAfter(entries, 2026, 'per_a'))).toEqual(yuan(23))
  expect(must(quotaAfter(entries, 2027, 'per_a'))).toEqual(yuan(0))
})

test('a return in January gives back to December’s year', () => {
  const entries = [
    entry('2', 'restore', 'o1', 60, '2027-01-05T00:00:00Z'),
    entry('1', 'use', 'o1', 100, '2026-12-20T00:00:00Z'),
    entry('3', 'use', 'o2', 7, '2027-01-06T00:00:00Z'),
  ]
  expect(must(quotaAfter(entries, 2026, 'per_a'))).toEqual(yuan(40))
  expect(must(quotaAfter(entries, 2027, 'per_a'))).toEqual(yuan(7))
})

test('an entry that comes twice counts once; what can’t be is refused', () => {
  const use = entry('1', 'use', 'o1', 100, '2026-03-01T00:00:00Z')
  expect(must(quotaAfter([use, use], 2026, 'per_a'))).toEqual(yuan(100))
  const back = entry('2', 'restore', 'o1', 101, '2026-03-02T00:00:00Z')
  expect(quotaAfter([use, back], 2026, 'per_a')).toMatchObject({ code: 'quota_over_restored' })
  expect(quotaAfter([back], 2026, 'per_a')).toMatchObject({ code: 'quota_no_use' })
  expect(quotaAfter([{ ...use, amount: { minor: 5n, currency: 'JPY' } }], 2026, 'per_a')).toMatchObject({ code: 'quota_amount' })
  expect(quotaAfter([{ ...use, amount: yuan(-5) }], 2026, 'per_a')).toMatchObject({ code: 'quota_amount' })
  expect(must(quotaAfter([use, back], 2026, 'per_b'))).toEqual(yuan(0))
})

test('the allowance equals the sum of a person’s orders, whatever comes in whatever order (300 random years)', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = seeded(seed)
    const entries: QuotaEntry[] = []
    const truth = new Map<string, bigint>()
    for (let o = 0; o < 20; o++) {
      const person = pick(random, ['per_a', 'per_b'])
      const year = between(random, 2025, 2027)
      const fen = between(random, 0, 500_000)
      entries.push(entry(`u${o}`, 'use', `o${o}`, fen, `${year}-06-15T00:00:00Z`, person))
      let left = fen
      for (let r = 0; r < between(random, 0, 3); r++) {
        const back = between(random, 0, left)
        left -= back
        entries.push(entry(`r${o}.${r}`, 'restore', `o${o}`, back, `${year + between(random, 0, 1)}-07-01T00:00:00Z`, person))
      }
      truth.set(`${person}${year}`, (truth.get(`${person}${year}`) ?? 0n) + BigInt(left))
    }
    const mixed = [...entries, pick(random, entries)].map(e => ({ e, k: random() })).sort((a, b) => a.k - b.k)
    for (const person of ['per_a', 'per_b'])
      for (const year of [2025, 2026, 2027])
        expect([
          seed,
          must(
            quotaAfter(
              mixed.map(m => m.e),
              year,
              person,
            ),
          ).minor,
        ]).toEqual([seed, truth.get(`${person}${year}`) ?? 0n])
  }
})
