import { expect, test } from 'vitest'
import { type Random, seeded } from '#base/kernel'
import { doublyRobust, type ModelledChoice, snips } from './off-policy.ts'

/** A world of contexts and actions whose like rates are known, logged by a policy that prefers other actions than the one asked about. */
const contexts = 6
const actions = 5
const rate = (x: number, a: number): number => 0.1 + 0.6 * (((x * 3 + a * 7) % 11) / 11)
const softmax = (x: number, heat: number): number[] => {
  const e = Array.from({ length: actions }, (_, a) => Math.exp(heat * rate(x, a)))
  const sum = e.reduce((p, q) => p + q, 0)
  return e.map(v => v / sum)
}
const table = (heat: number): number[][] => Array.from({ length: contexts }, (_, x) => softmax(x, heat))
const [loggingTable, targetTable] = [table(-2), table(4)]
const logging = (x: number): number[] => loggingTable[x]!
const target = (x: number): number[] => targetTable[x]!
const truth =
  Array.from({ length: contexts }, (_, x) => target(x).reduce((sum, p, a) => sum + p * rate(x, a), 0)).reduce((a, b) => a + b) /
  contexts

const draw = (random: Random, p: readonly number[]): number => {
  let at = random()
  for (let a = 0; a < p.length; a++) if ((at -= p[a]!) < 0) return a
  return p.length - 1
}
interface Wish {
  /** What the model believes of an action. */
  readonly model?: (x: number, a: number) => number
  /** Choices of one person, who has a temper of their own. */
  readonly each?: number
}
function log(seed: number, n: number, wish: Wish = {}): ModelledChoice[] {
  const random = seeded(seed)
  const model = wish.model ?? rate
  const each = wish.each ?? 1
  let temper = 0
  return Array.from({ length: n }, (_, i) => {
    if (i % each === 0) temper = each > 1 ? (random() - 0.5) * 0.2 : 0
    const x = Math.floor(random() * contexts)
    const a = draw(random, logging(x))
    return {
      reward: random() < rate(x, a) + temper ? 1 : 0,
      propensity: logging(x)[a]!,
      target: target(x)[a]!,
      group: `per_${Math.floor(i / each)}`,
      predicted: model(x, a),
      expected: target(x).reduce((sum, p, k) => sum + p * model(x, k), 0),
    }
  })
}

type Estimator = typeof snips | typeof doublyRobust
/** Share of 300 logs whose interval holds the truth, and the mean error and width. */
function trial(estimate: Estimator, n: number, wish?: Wish): { covered: number; bias: number; width: number } {
  const runs = 300
  let [covered, bias, width] = [0, 0, 0]
  for (let seed = 1; seed <= runs; seed++) {
    const e = estimate(log(seed, n, wish))
    if (!e.ok) throw new Error(e.message)
    if (e.value.low <= truth && truth <= e.value.high) covered++
    bias += e.value.value - truth
    width += e.value.high - e.value.low
  }
  return { covered: covered / runs, bias: bias / runs, width: width / runs }
}

test('SNIPS tells what another policy would have brought: 95 % intervals hold the truth in 92 % of the logs and more', () => {
  const { covered, bias } = trial(snips, 1000)
  expect(covered).toBeGreaterThanOrEqual(0.92)
  expect(Math.abs(bias)).toBeLessThan(0.01)
  // What the log itself brought is something else: the estimate does not just repeat it.
  const logged = log(1, 5000)
  expect(truth - logged.reduce((sum, c) => sum + c.reward, 0) / logged.length).toBeGreaterThan(0.1)
})

test('doubly robust holds the truth as often with a good model, in a narrower interval', () => {
  const good = trial(doublyRobust, 1000)
  expect(good.covered).toBeGreaterThanOrEqual(0.92)
  expect(Math.abs(good.bias)).toBeLessThan(0.01)
  expect(good.width).toBeLessThan(trial(snips, 1000).width)
})

test('doubly robust holds the truth with a model that is wrong about everything', () => {
  const { covered, bias } = trial(doublyRobust, 1000, { model: (x, a) => 1 - rate(x, a) })
  expect(covered).toBeGreaterThanOrEqual(0.92)
  expect(Math.abs(bias)).toBeLessThan(0.01)
})

test('choices of one person are not taken for independent ones', () => {
  expect(trial(snips, 1000, { each: 20 }).covered).toBeGreaterThanOrEqual(0.9)
  const rows = log(1, 1000, { each: 20 })
  const alone = snips(rows.map(({ group: _, ...row }) => row))
  const grouped = snips(rows.map(row => ({ ...row, group: 'per_1' })))
  expect(alone.ok && grouped.ok && grouped.value.standardError).not.toBeCloseTo(alone.ok ? alone.value.standardError : 0, 6)
})

test('a log of few effective choices is refused, however long it is', () => {
  const rows = log(1, 3000).map((row, i) => ({ ...row, target: i % 100 === 0 ? 1 : 1e-6 }))
  for (const estimate of [snips, doublyRobust]) expect(estimate(rows)).toMatchObject({ ok: false, code: 'sample_too_small' })
  expect(snips([])).toMatchObject({ ok: false, code: 'sample_too_small' })
  expect(snips(log(1, 3000).map(row => ({ ...row, target: 0 })))).toMatchObject({ ok: false, code: 'sample_too_small' })
})

test('a policy that does what the log never tried is refused', () => {
  const rows = log(1, 3000).map(row => ({ ...row, target: row.target * 0.5 }))
  expect(snips(rows)).toMatchObject({ ok: false, code: 'no_overlap' })
})

test('impossible numbers are refused, never answered with NaN', () => {
  const [good] = log(1, 1)
  for (const wrong of [
    { propensity: 0 },
    { propensity: 1.1 },
    { target: -0.1 },
    { reward: Number.NaN },
    { propensity: Number.NaN },
  ])
    expect(snips([...log(2, 500), { ...good!, ...wrong }])).toMatchObject({ ok: false, code: 'log_invalid' })
  expect(doublyRobust([...log(2, 500), { ...good!, predicted: Number.NaN }])).toMatchObject({ ok: false, code: 'log_invalid' })
})
