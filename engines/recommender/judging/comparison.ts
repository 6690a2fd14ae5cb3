import { ok, type Result, refuse } from '#base/kernel'
import { covariance, mean, variance } from './statistics.ts'

export interface Comparison {
  /** Mean of `b` less mean of `a`. */
  readonly difference: number
  /** Holds the true difference at every look at once, with probability 1 - alpha. */
  readonly low: number
  readonly high: number
  /** Valid whenever one stops. */
  readonly p: number
}
export interface ComparisonOptions {
  readonly alpha?: number
  /** People in both arms together at which the interval is tightest; it holds at every other number too. */
  readonly planned?: number
}
const leastInArm = 50

/**
 * Difference of two means with an always-valid interval: one may look after every person and stop at will. Mixture sequential test with a
 * normal mixture N(0, τ²) over the difference (Robbins 1970; Johari, Pekelis and Walsh 2015), in its asymptotic form with estimated
 * variances (Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas 2021): with V = s²_a/n_a + s²_b/n_b,
 *   Λ = √(V/(V+τ²)) · exp(τ²·d² / (2V(V+τ²))),  p = min(1, 1/Λ),
 *   |d - truth| ≤ √((2V(V+τ²)/τ²) · (ln(1/α) + ½·ln((V+τ²)/V))).
 * τ² = V·N/planned · (-2·ln α + ln(-2·ln α) + 1) makes it tightest at the planned number of people.
 */
export function compareMeans(
  a: readonly number[],
  b: readonly number[],
  options: ComparisonOptions = {},
): Result<Comparison, 'sample_too_small'> {
  const alpha = options.alpha ?? 0.05
  if (Math.min(a.length, b.length) < leastInArm)
    return refuse('sample_too_small', `It takes ${leastInArm} people in each arm`, { a: a.length, b: b.length })
  const difference = mean(b) - mean(a)
  const v = variance(a) / a.length + variance(b) / b.length
  // Nobody differs from anybody: the difference is what it is, and there is no noise to test it against.
  if (v === 0) return refuse('sample_too_small', 'Everybody did the same; that has no spread to judge by')
  const l = -2 * Math.log(alpha)
  const tau = ((v * (a.length + b.length)) / (options.planned ?? 10_000)) * (l + Math.log(l) + 1)
  const ratio = (v + tau) / v
  const reach = Math.sqrt(((2 * v * (v + tau)) / tau) * (Math.log(1 / alpha) + 0.5 * Math.log(ratio)))
  const logLambda = -0.5 * Math.log(ratio) + (tau * difference ** 2) / (2 * v * (v + tau))
  return ok({ difference, low: difference - reach, high: difference + reach, p: Math.min(1, Math.exp(-logLambda)) })
}

/** What a person did in the experiment, and what they did before it: not touched by it. */
export interface Measured {
  readonly outcome: number
  readonly before: number
}
export interface Adjusted {
  readonly a: number[]
  readonly b: number[]
  /** Share of the variance that is gone: 1 - corr², 0 when the past says nothing. */
  readonly reduced: number
}

/**
 * CUPED (Deng, Xu, Kohavi and Walker 2013): y' = y - θ·(x - mean x), θ = cov(x, y)/var(x) over both arms together, x from before the
 * experiment. The means keep their difference in expectation; what people differed in before is taken out of the noise.
 */
export function cuped(a: readonly Measured[], b: readonly Measured[]): Adjusted {
  const x = [...a, ...b].map(m => m.before)
  const y = [...a, ...b].map(m => m.outcome)
  const spread = variance(x)
  const theta = spread > 0 ? covariance(x, y) / spread : 0
  const centre = x.length > 0 ? mean(x) : 0
  const adjust = (m: Measured): number => m.outcome - theta * (m.before - centre)
  const whole = variance(y)
  return { a: a.map(adjust), b: b.map(adjust), reduced: whole > 0 ? (theta ** 2 * spread) / whole : 0 }
}
