import { type Answered, type Blend, blendScores } from './blend.ts'
import type { Candidates } from './candidates.ts'

/** A linear score over features of a candidate, learned so that the target wins among the candidates. */
export interface Logit {
  readonly blends: readonly Blend[]
  readonly mean: Float32Array
  readonly scale: Float32Array
  readonly weights: Float64Array
}

export interface FeatureShape {
  readonly sources: number
  readonly itemCount: number
  readonly blends: readonly Blend[]
}

const widthOf = ({ sources, blends }: FeatureShape) => sources * 3 + 1 + blends.length

/** For each source ln(p + .1/I), √p and whether it knows the item; whether the history holds it; the logarithm of each blend. */
export function featuresOf(candidates: Candidates, shape: FeatureShape): Float32Array {
  const { sources, itemCount, blends } = shape
  const width = widthOf(shape)
  const count = candidates.items.length
  const features = new Float32Array(count * width)
  const blended = blends.map(b => blendScores(b, candidates, itemCount))
  for (let c = 0; c < count; c++) {
    let at = c * width
    for (let s = 0; s < sources; s++) {
      const p = candidates.shares[c * sources + s]!
      features[at++] = Math.log(p + 0.1 / itemCount)
      features[at++] = Math.sqrt(p)
      features[at++] = p > 0 ? 1 : 0
    }
    features[at++] = candidates.seen[c]!
    blends.forEach((b, k) => {
      features[at++] = b.form === 'log' ? blended[k]![c]! : Math.log(blended[k]![c]! + 1e-6)
    })
  }
  return features
}

export function logitScores(model: Logit, candidates: Candidates, shape: FeatureShape): Float32Array {
  return scoresOf(featuresOf(candidates, shape), model)
}

function scoresOf(features: Float32Array, { mean, scale, weights }: Logit): Float32Array {
  const width = weights.length
  const scores = new Float32Array(features.length / width)
  for (let c = 0, at = 0; c < scores.length; c++) {
    let sum = 0
    for (let f = 0; f < width; f++, at++) sum += weights[f]! * (features[at]! - mean[f]!) * scale[f]!
    scores[c] = sum
  }
  return scores
}

/**
 * Conditional logit: maximises Σ ln( e^{w·x_target} / Σ_c e^{w·x_c} ) − l2 |w − w0|² over questions whose target is a candidate (targets of
 * one question do not compete), full-batch Adam, from w0 = the best blend alone.
 */
export function fitLogit(asked: readonly Answered[], shape: FeatureShape, rounds = 150): Logit {
  const width = widthOf(shape)
  const all = asked
    .filter(a => a.targets.some(t => t >= 0))
    .map(a => ({ x: featuresOf(a.candidates, shape), targets: a.targets }))
  const { mean, scale } = moments(
    all.map(a => a.x),
    width,
  )
  for (const { x } of all) for (let at = 0; at < x.length; at++) x[at] = (x[at]! - mean[at % width]!) * scale[at % width]!
  const weights = new Float64Array(width)
  weights[width - shape.blends.length] = 1 / Math.max(1e-6, scale[width - shape.blends.length]!)
  const start = weights.slice()
  const m = new Float64Array(width)
  const v = new Float64Array(width)
  for (let round = 1; round <= rounds; round++) {
    const g = gradient(all, weights)
    const rate = 0.06 * (1 - (0.95 * round) / rounds)
    for (let f = 0; f < width; f++) {
      const slope = g[f]! / Math.max(1, all.length) - 0.001 * (weights[f]! - start[f]!)
      m[f] = 0.9 * m[f]! + 0.1 * slope
      v[f] = 0.99 * v[f]! + 0.01 * slope * slope
      weights[f]! += (rate * (m[f]! / (1 - 0.9 ** round))) / (Math.sqrt(v[f]! / (1 - 0.99 ** round)) + 1e-8)
    }
  }
  return { blends: shape.blends, mean, scale, weights }
}

function moments(all: readonly Float32Array[], width: number) {
  const sum = new Float64Array(width)
  const square = new Float64Array(width)
  let rows = 0
  for (const x of all) {
    rows += x.length / width
    for (let at = 0; at < x.length; at++) {
      sum[at % width]! += x[at]!
      square[at % width]! += x[at]! ** 2
    }
  }
  const mean = Float32Array.from(sum, s => s / Math.max(1, rows))
  const scale = Float32Array.from(square, (s, f) => 1 / Math.sqrt(Math.max(1e-4, s / Math.max(1, rows) - mean[f]! ** 2)))
  return { mean, scale }
}

function gradient(all: readonly { x: Float32Array; targets: Int32Array }[], weights: Float64Array): Float64Array {
  const width = weights.length
  const g = new Float64Array(width)
  for (const { x, targets } of all) {
    const count = x.length / width
    const e = new Float64Array(count)
    let top = Number.NEGATIVE_INFINITY
    for (let c = 0; c < count; c++) {
      let sum = 0
      for (let f = 0; f < width; f++) sum += weights[f]! * x[c * width + f]!
      e[c] = sum
      top = Math.max(top, sum)
    }
    let others = 0
    for (let c = 0; c < count; c++) e[c] = Math.exp(e[c]! - top)
    for (let c = 0; c < count; c++) if (!targets.includes(c)) others += e[c]!
    const hits = targets.filter(t => t >= 0)
    let push = 0
    for (const t of hits) {
      push += 1 / (others + e[t]!) / hits.length
      const own = (1 - e[t]! / (others + e[t]!)) / hits.length
      for (let f = 0; f < width; f++) g[f]! += own * x[t * width + f]!
    }
    for (let c = 0; c < count; c++) {
      if (hits.includes(c)) continue
      const by = push * e[c]!
      for (let f = 0; f < width; f++) g[f]! -= by * x[c * width + f]!
    }
  }
  return g
}
