import { expect, test } from 'vitest'
import { seeded } from '#base/kernel'
import { type Arm, chancesOfBest, fewestLooks, sureFrom, testDays, verdictOn } from './best-variant.ts'

const day = 86_400_000
const arm = (shown: number, stayed: number): Arm => ({ shown, stayed })

test('the chance of being the best is that of the posterior: equal arms share it, and known cases come out', () => {
  expect(chancesOfBest([arm(0, 0), arm(0, 0)])).toEqual([0.5, 0.5])
  for (const c of chancesOfBest([arm(300, 120), arm(300, 120), arm(300, 120)])) expect(c).toBeCloseTo(1 / 3, 9)
  // Beta(1, 1) against Beta(2, 1): ∫ 2x · x dx = 2/3.
  expect(chancesOfBest([arm(0, 0), arm(1, 1)])[1]).toBeCloseTo(2 / 3, 4)
  // Beta(1, 2) against Beta(2, 1): 5/6.
  expect(chancesOfBest([arm(1, 0), arm(1, 1)])[1]).toBeCloseTo(5 / 6, 4)
})

test('it agrees with draws from the posteriors, also where arms lie far apart or were seen very often', () => {
  const random = seeded(7)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  for (const arms of [
    [arm(400, 200), arm(500, 265), arm(450, 230)],
    [arm(20_000, 9000), arm(18_000, 8190)],
  ]) {
    const wins = arms.map(() => 0)
    for (let n = 0; n < 40_000; n++) {
      // With hundreds of looks a Beta is a normal distribution, nearly.
      const drawn = arms.map(({ shown, stayed }) => {
        const mean = (stayed + 1) / (shown + 2)
        return mean + normal() * Math.sqrt((mean * (1 - mean)) / (shown + 3))
      })
      wins[drawn.indexOf(Math.max(...drawn))]!++
    }
    for (const [i, chance] of chancesOfBest(arms).entries()) expect(Math.abs(chance - wins[i]! / 40_000)).toBeLessThan(0.012)
  }
  expect(chancesOfBest([arm(1_000_000, 100_000), arm(100, 90)])[1]).toBeCloseTo(1, 9)
})

test('nothing is decided before every clip was seen often enough, however clear it looks', () => {
  expect(verdictOn([arm(fewestLooks - 1, 5), arm(5000, 4000)], day)).toEqual({ verdict: 'running', best: null, chances: null })
  expect(verdictOn([arm(fewestLooks, 5), arm(5000, 4000)], day)).toMatchObject({ verdict: 'decided', best: 1 })
  expect(verdictOn([arm(5000, 4000)], day)).toMatchObject({ verdict: 'running', best: null })
})

test('after its days without a best one a test is undecided, and one that is sure by then stays decided', () => {
  const equal = [arm(800, 400), arm(800, 404)]
  expect(verdictOn(equal, testDays * day - 1).verdict).toBe('running')
  expect(verdictOn(equal, testDays * day).verdict).toBe('undecided')
  expect(verdictOn([arm(0, 0), arm(0, 0)], testDays * day).verdict).toBe('undecided')
  expect(verdictOn([arm(800, 300), arm(800, 420)], testDays * day)).toMatchObject({ verdict: 'decided', best: 1 })
})

/** Share of tests that name a best one when they are looked at after every 50 of 2,000 looks at each clip; and how often it is the last one. */
function decided(shares: readonly number[], runs: number, seed: number): { any: number; last: number } {
  const random = seeded(seed)
  let [any, last] = [0, 0]
  for (let run = 0; run < runs; run++) {
    const counts = shares.map(() => 0)
    for (let n = 1; n <= 2000; n++) {
      for (const [i, share] of shares.entries()) if (random() < share) counts[i]!++
      if (n % 50 !== 0) continue
      const { best } = verdictOn(
        counts.map(c => arm(n, c)),
        day,
      )
      if (best === null) continue
      any++
      if (best === shares.length - 1) last++
      break
    }
  }
  return { any: any / runs, last: last / runs }
}

test('equal clips are rarely decided though they are looked at all the time, and a clear difference nearly always, for the better one', () => {
  const equal = decided([0.5, 0.5], 120, 11)
  const clear = decided([0.5, 0.6], 40, 12)
  console.log(`sure from ${sureFrom}: equal ${equal.any}, clear ${clear.last} of ${clear.any}`)
  expect(equal.any).toBeLessThan(0.13)
  expect(clear.last).toBeGreaterThan(0.9)
  expect(clear.any - clear.last).toBeLessThan(0.06)
})
