import { expect, test } from 'vitest'
import { seeded } from '#base/kernel'
import { armOf, type Experiment, sampleRatio } from './assignment.ts'
import { compareMeans, cuped } from './comparison.ts'
import { interleavingTest, teamDraft } from './interleaving.ts'
import { chiSquareTail, covariance, fairCoin, normalBound, normalTails } from './statistics.ts'

const experiment = (name: string, more: Partial<Experiment<string>> = {}): Experiment<string> => ({
  name,
  share: 1,
  arms: [
    { name: 'as-is', treatment: 'a' },
    { name: 'new', treatment: 'b' },
  ],
  ...more,
})
const people = Array.from({ length: 20_000 }, (_, k) => `per_${k.toString(32).padStart(26, '0')}`)
const counts = (e: Experiment<string>): number[] => e.arms.map(arm => people.filter(p => armOf(e, p)?.name === arm.name).length)

test('distributions agree with the printed tables', () => {
  expect(chiSquareTail(3.841459, 1)).toBeCloseTo(0.05, 6)
  expect(chiSquareTail(18.307038, 10)).toBeCloseTo(0.05, 6)
  expect(normalTails(1.959964)).toBeCloseTo(0.05, 6)
  expect(normalBound(0.01)).toBeCloseTo(2.575829, 6)
  expect(fairCoin(2, 10)).toBeCloseTo(0.109375, 9)
  expect(fairCoin(5, 10)).toBe(1)
})

test('people are dealt evenly and by the parts, a second time the same', () => {
  expect(sampleRatio(counts(experiment('one')), [1, 1])).toMatchObject({ ok: true, value: { mismatch: false } })
  const parts = experiment('three', {
    share: 0.3,
    arms: [
      { name: 'x', part: 1, treatment: '' },
      { name: 'y', part: 2, treatment: '' },
      { name: 'z', part: 5, treatment: '' },
    ],
  })
  const dealt = counts(parts)
  expect(dealt).toEqual(counts(parts))
  expect(dealt.reduce((a, b) => a + b) / people.length).toBeCloseTo(0.3, 1)
  expect(sampleRatio(dealt, [1, 2, 5])).toMatchObject({ ok: true, value: { mismatch: false } })
})

test('another experiment deals everybody anew, and a larger share keeps the arms there are', () => {
  const [one, two] = [experiment('one'), experiment('two')]
  const both = people.filter(p => armOf(one, p)!.name === armOf(two, p)!.name).length
  expect(both / people.length).toBeCloseTo(0.5, 1)
  const small = experiment('one', { share: 0.1 })
  for (const p of people.slice(0, 2000)) {
    const before = armOf(small, p)
    if (before) expect(armOf(experiment('one', { share: 0.6 }), p)).toEqual(before)
  }
})

test('a loss of one in twelve people of one arm is noticed, and honest experiments raise the alarm hardly ever', () => {
  const [a, b] = counts(experiment('one')) as [number, number]
  expect(sampleRatio([a, Math.round((b * 11) / 12)], [1, 1])).toMatchObject({ ok: true, value: { mismatch: true } })
  let alarms = 0
  for (let k = 0; k < 100; k++) {
    const e = experiment(`honest ${k}`)
    const new_ = people.slice(0, 2000).filter(p => armOf(e, p)!.name === 'new').length
    const ratio = sampleRatio([2000 - new_, new_], [1, 1])
    if (ratio.ok && ratio.value.mismatch) alarms++
  }
  expect(alarms).toBeLessThanOrEqual(1)
  expect(sampleRatio([3, 4], [1, 1])).toMatchObject({ ok: false, code: 'sample_too_small' })
})

/** Likes a page of a person with a habit, known from the weeks before; `more` is what the new arm adds. */
function week(
  seed: number,
  n: number,
  more: number,
): { a: { outcome: number; before: number }[]; b: { outcome: number; before: number }[] } {
  const random = seeded(seed)
  const one = (add: number) => {
    const habit = random() * 4
    const noise = (): number => random() + random() + random() - 1.5
    return { outcome: habit + noise() + add, before: habit + noise() }
  }
  return { a: Array.from({ length: n }, () => one(0)), b: Array.from({ length: n }, () => one(more)) }
}

test('looking after every hundred people never cries wolf more often than promised, where a plain test does', () => {
  let [always, plain] = [0, 0]
  const runs = 200
  for (let seed = 1; seed <= runs; seed++) {
    const { a, b } = week(seed, 2000, 0)
    const [x, y] = [a.map(m => m.outcome), b.map(m => m.outcome)]
    let [cried, naive] = [false, false]
    for (let n = 100; n <= 2000; n += 100) {
      const c = compareMeans(x.slice(0, n), y.slice(0, n), { planned: 2000 })
      if (!c.ok) throw new Error(c.message)
      cried ||= c.value.low > 0 || c.value.high < 0
      const z =
        c.value.difference / Math.sqrt((covariance(x.slice(0, n), x.slice(0, n)) + covariance(y.slice(0, n), y.slice(0, n))) / n)
      naive ||= normalTails(z) < 0.05
    }
    if (cried) always++
    if (naive) plain++
  }
  expect(always / runs).toBeLessThanOrEqual(0.05)
  expect(plain / runs).toBeGreaterThan(0.2)
})

test('the interval holds a true difference and finds it, with p and interval agreeing', () => {
  let [held, found] = [0, 0]
  for (let seed = 1; seed <= 100; seed++) {
    const { a, b } = week(seed, 2000, 0.25)
    const c = compareMeans(
      a.map(m => m.outcome),
      b.map(m => m.outcome),
      { planned: 4000 },
    )
    if (!c.ok) throw new Error(c.message)
    if (c.value.low <= 0.25 && 0.25 <= c.value.high) held++
    if (c.value.low > 0) found++
    expect(c.value.p < 0.05).toBe(c.value.low > 0 || c.value.high < 0)
  }
  expect(held).toBeGreaterThanOrEqual(97)
  expect(found).toBeGreaterThanOrEqual(90)
})

test('CUPED takes out what people differed in before: the same difference in a narrower interval', () => {
  const { a, b } = week(7, 2000, 0.25)
  const adjusted = cuped(a, b)
  const raw = compareMeans(
    a.map(m => m.outcome),
    b.map(m => m.outcome),
  )
  const tight = compareMeans(adjusted.a, adjusted.b)
  if (!raw.ok || !tight.ok) throw new Error('refused')
  expect(adjusted.reduced).toBeGreaterThan(0.5)
  expect(tight.value.high - tight.value.low).toBeLessThan(0.75 * (raw.value.high - raw.value.low))
  expect(Math.abs(tight.value.difference - 0.25)).toBeLessThan(0.06)
  const blind = cuped(
    a.map(m => ({ ...m, before: 1 })),
    b.map(m => ({ ...m, before: 1 })),
  )
  expect(blind).toEqual({ a: a.map(m => m.outcome), b: b.map(m => m.outcome), reduced: 0 })
})

test('too few people, or nobody different from anybody, is refused', () => {
  expect(compareMeans([1, 2], [1, 2])).toMatchObject({ ok: false, code: 'sample_too_small' })
  expect(compareMeans(Array(60).fill(1), Array(60).fill(1))).toMatchObject({ ok: false, code: 'sample_too_small' })
})

test('a drafted page has no item twice, is full when it can be, and gives both teams the same chance at every slot', () => {
  const random = seeded(3)
  const a = Array.from({ length: 12 }, (_, k) => `x${k}`)
  const b = Array.from({ length: 12 }, (_, k) => (k % 2 ? `x${11 - k}` : `y${k}`))
  const ofA = Array<number>(8).fill(0)
  for (let k = 0; k < 4000; k++) {
    const page = teamDraft(a, b, 8, random)
    expect(new Set(page.map(d => d.item)).size).toBe(8)
    for (const [slot, d] of page.entries()) if (d.team === 'a') ofA[slot]!++
  }
  for (const n of ofA) expect(Math.abs(n / 4000 - 0.5)).toBeLessThan(0.04)
  expect(teamDraft(a, a, 8, random).map(d => d.item)).toEqual(a.slice(0, 8))
  expect(
    teamDraft(['p'], ['p', 'q'], 8, random)
      .map(d => d.item)
      .sort(),
  ).toEqual(['p', 'q'])
  expect(teamDraft([], [], 8, random)).toEqual([])
})

/** People who see drafted pages and like what is good; ranking b errs less by `better`. */
function preference(seed: number, persons: number, better: number): [number, number][] {
  const random = seeded(seed)
  const worth = Array.from({ length: 40 }, (_, k) => 0.5 * (1 - k / 40))
  const ranking = (noise: number): string[] =>
    worth
      .map((w, k) => ({ k, at: w + (random() - 0.5) * noise }))
      .sort((p, q) => q.at - p.at)
      .map(r => String(r.k))
  return Array.from({ length: persons }, () => {
    const credit = { a: 0, b: 0 }
    for (const d of teamDraft(ranking(1.2), ranking(1.2 * (1 - better)), 8, random))
      if (random() < worth[Number(d.item)]!) credit[d.team]++
    return [credit.a, credit.b]
  })
}

test('interleaving finds the better ranking with a few hundred people, and equals are called different as often as promised', () => {
  let [found, cried] = [0, 0]
  for (let seed = 1; seed <= 100; seed++) {
    const better = interleavingTest(preference(seed, 400, 0.7))
    const same = interleavingTest(preference(seed, 400, 0))
    if (!better.ok || !same.ok) throw new Error('refused')
    if (better.value.p < 0.05 && better.value.lead > 0) found++
    if (same.value.p < 0.05) cried++
  }
  expect(found).toBeGreaterThanOrEqual(90)
  expect(cried).toBeLessThanOrEqual(11)
  expect(interleavingTest([[1, 0]])).toMatchObject({ ok: false, code: 'sample_too_small' })
})
