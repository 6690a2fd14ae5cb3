import { type Metric, Tally } from '../evaluation/metrics.ts'
import type { Candidates } from './candidates.ts'
import type { Query } from './sequences.ts'
import { ascend } from './tune.ts'

/** A question with what the sources said, kept for choosing. `targets` are places in the candidates; -1 where no source had it among its best. */
export interface Answered {
  readonly candidates: Candidates
  readonly targets: Int32Array
}

export const answered = (query: Query, candidates: Candidates): Answered => ({
  candidates,
  targets: Int32Array.from(query.targets, t => candidates.items.indexOf(t)),
})

/** Three ways to put distributions together: Σ w p, Σ w ln(p + mu/I), Σ w √p. */
export type Form = 'sum' | 'log' | 'root'
export interface Blend {
  readonly form: Form
  readonly weights: readonly number[]
  readonly mu: number
}

/** Places of the targets by these scores, ties against them. */
export function ranksBy(scores: Float32Array, targets: Int32Array): number[] {
  return Array.from(targets, t => {
    if (t < 0) return Number.POSITIVE_INFINITY
    let rank = 0
    const own = scores[t]!
    for (const s of scores) if (s >= own) rank++
    return rank
  })
}

export function blendScores(blend: Blend, candidates: Candidates, itemCount: number): Float32Array {
  return weigh(transformed(candidates.shares, blend, itemCount), blend.weights, candidates.items.length)
}

function transformed(shares: Float32Array, { form, mu }: Pick<Blend, 'form' | 'mu'>, itemCount: number): Float32Array {
  if (form === 'sum') return shares
  if (form === 'root') return shares.map(Math.sqrt)
  return shares.map(p => Math.log(p + mu / itemCount))
}

function weigh(values: Float32Array, weights: readonly number[], count: number): Float32Array {
  const scores = new Float32Array(count)
  const n = weights.length
  for (let c = 0, at = 0; c < count; c++) {
    let sum = 0
    for (let s = 0; s < n; s++) sum += weights[s]! * values[at++]!
    scores[c] = sum
  }
  return scores
}

/** Worth of these ranks and of `missed` questions more that nothing can answer. */
export const worthOf = (metrics: readonly Metric[], ranks: readonly number[][], missed = 0): number => {
  const tally = new Tally(metrics)
  for (const r of ranks) tally.add(r)
  for (let i = 0; i < missed; i++) tally.add([Number.POSITIVE_INFINITY])
  return tally.worth()
}

const steps = [0, 0.03, 0.1, 0.2, 0.35, 0.5, 0.7, 1, 1.5]

/** The form and the weights with the best figures on answered questions. */
export function chooseBlend(asked: readonly Answered[], sources: number, itemCount: number, metrics: readonly Metric[]) {
  const live = asked.filter(a => a.targets.some(t => t >= 0))
  const forms: Pick<Blend, 'form' | 'mu'>[] = [
    { form: 'sum', mu: 0 },
    { form: 'root', mu: 0 },
    ...[0.03, 0.3].map(mu => ({ form: 'log' as const, mu })),
  ]
  let best: { blend: Blend; worth: number } = { blend: { form: 'sum', weights: [1], mu: 0 }, worth: Number.NEGATIVE_INFINITY }
  for (const form of forms) {
    const values = live.map(a => transformed(a.candidates.shares, form, itemCount))
    const start = Object.fromEntries(Array.from({ length: sources }, (_, s) => [s, 0.5]))
    const grid = Object.fromEntries(Array.from({ length: sources }, (_, s) => [s, steps]))
    const worth = (weights: Record<number, number>) => {
      const list = Array.from({ length: sources }, (_, s) => weights[s]!)
      const ranks = live.map((a, i) => ranksBy(weigh(values[i]!, list, a.candidates.items.length), a.targets))
      return worthOf(metrics, ranks, asked.length - live.length)
    }
    const got = ascend(start, grid, worth, { rounds: 3, gain: 0.0005 })
    if (got.worth > best.worth)
      best = { blend: { ...form, weights: Array.from({ length: sources }, (_, s) => got.settings[s]!) }, worth: got.worth }
  }
  return best
}
