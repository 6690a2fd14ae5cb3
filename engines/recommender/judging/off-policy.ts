import { ok, type Result, refuse } from '#base/kernel'
import { normalBound } from './statistics.ts'

/** One logged choice: what the policy of then put there, and what came of it. */
export interface LoggedChoice {
  /** What it was worth. */
  readonly reward: number
  /** Probability with which the logging policy chose it: as `feed.served` says. */
  readonly propensity: number
  /** Probability with which the policy that is asked about would have chosen it. */
  readonly target: number
  /** Choices of one group (a person, a page) are not independent of each other; without it each stands alone. */
  readonly group?: string
}
/** With a model's guess, for the doubly robust estimate. */
export interface ModelledChoice extends LoggedChoice {
  /** The model's reward of what was chosen. */
  readonly predicted: number
  /** The model's mean reward under the policy that is asked about: Σ_a target(a)·model(a). */
  readonly expected: number
}
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly standardError: number
  /** As many unweighted choices would say as much: (Σw)² / Σw² (Kish 1965). */
  readonly effectiveSize: number
  readonly size: number
}
export type EstimateRefusal = 'log_invalid' | 'sample_too_small' | 'no_overlap'

export interface EstimateOptions {
  /** Below this effective size there is no answer. */
  readonly leastEffective?: number
  /** 1 - the share of intervals that hold the truth. */
  readonly alpha?: number
}
const leastEffective = 100

/**
 * Self-normalised inverse propensity: V = Σ w·r / Σ w with w = target / propensity (Swaminathan and Joachims 2015). Slightly biased, O(1/n),
 * but bounded by the rewards. Variance by linearisation, Σ_g (Σ_{i∈g} w(r - V))² / (Σw)², over groups g.
 */
export function snips(log: readonly LoggedChoice[], options: EstimateOptions = {}): Result<Estimate, EstimateRefusal> {
  const weights = weigh(log, options)
  if (!weights.ok) return weights
  const { w, total } = weights.value
  let sum = 0
  for (const [i, row] of log.entries()) sum += w[i]! * row.reward
  const value = sum / total
  const influence = log.map((row, i) => w[i]! * (row.reward - value))
  return ok(interval(value, Math.sqrt(squares(log, influence)) / total, weights.value, options))
}

/**
 * Doubly robust: V = mean of expected + w·(reward - predicted) (Dudík, Langford and Li 2011). Right when either the propensities or the
 * model are; the better the model, the tighter. Variance over groups as above.
 */
export function doublyRobust(log: readonly ModelledChoice[], options: EstimateOptions = {}): Result<Estimate, EstimateRefusal> {
  const weights = weigh(log, options)
  if (!weights.ok) return weights
  if (!log.every(row => Number.isFinite(row.predicted) && Number.isFinite(row.expected)))
    return refuse('log_invalid', 'A prediction is not a number')
  const { w } = weights.value
  const each = log.map((row, i) => row.expected + w[i]! * (row.reward - row.predicted))
  const value = each.reduce((a, b) => a + b, 0) / log.length
  const influence = each.map(x => x - value)
  return ok(interval(value, Math.sqrt(squares(log, influence)) / log.length, weights.value, options))
}

interface Weights {
  readonly w: Float64Array
  readonly total: number
  readonly effectiveSize: number
}

/** The weights, or why this log can't answer: impossible numbers, too few effective choices, or a policy that does what the log never tried. */
function weigh(log: readonly LoggedChoice[], options: EstimateOptions): Result<Weights, EstimateRefusal> {
  const w = new Float64Array(log.length)
  let total = 0
  let square = 0
  for (const [i, { reward, propensity, target }] of log.entries()) {
    if (!(propensity > 0 && propensity <= 1 && target >= 0 && target <= 1 && Number.isFinite(reward)))
      return refuse('log_invalid', `Row ${i} has no propensity in (0, 1], target in [0, 1] and finite reward`, { row: i })
    w[i] = target / propensity
    total += w[i]!
    square += w[i]! ** 2
  }
  const least = options.leastEffective ?? leastEffective
  const effectiveSize = square > 0 ? total ** 2 / square : 0
  if (effectiveSize < least)
    return refuse('sample_too_small', `${effectiveSize.toFixed(1)} effective choices; it takes ${least}`, {
      effectiveSize,
      least,
    })
  // Where the log could have shown all that the policy does, weights are 1 on average; below that some of its choices are never seen.
  const average = total / log.length
  const spread = Math.sqrt(Math.max(0, square / log.length - average ** 2) / log.length)
  if (average < 0.9 && average + 4 * spread < 1)
    return refuse('no_overlap', `The log shows only ${(100 * average).toFixed(0)} % of what the policy would do`, { average })
  return ok({ w, total, effectiveSize })
}

/** Σ over groups of the squared sum of their influences. */
function squares(log: readonly LoggedChoice[], influence: readonly number[]): number {
  const groups = new Map<string, number>()
  let alone = 0
  for (const [i, { group }] of log.entries()) {
    if (group === undefined) alone += influence[i]! ** 2
    else groups.set(group, (groups.get(group) ?? 0) + influence[i]!)
  }
  return [...groups.values()].reduce((sum, x) => sum + x * x, alone)
}

function interval(value: number, standardError: number, weights: Weights, options: EstimateOptions): Estimate {
  const reach = normalBound(options.alpha ?? 0.05) * standardError
  const { effectiveSize, w } = weights
  return { value, low: value - reach, high: value + reach, standardError, effectiveSize, size: w.length }
}
