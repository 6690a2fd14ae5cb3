import { A, actionCount, actions } from './actions.ts'
import { type Counters, halfLives } from './counters.ts'
import type { Gains } from './gain.ts'
import type { Items } from './items.ts'
import { middle, type WatchQuantiles } from './watch-quantile.ts'
import { freshnessHalfLifeMs, lift, priorExposures, priorRates, shrink, type ValueWeights } from './weights.ts'

/** The part of the state that rates are read from. */
export interface Rated {
  readonly items: Items
  readonly counters: Counters
  readonly makerCounters: Counters
  readonly totals: Counters
  readonly quantiles: WatchQuantiles
  readonly gains: Gains
}

/** What is known of the pair person × item, each in -1…1 but `language`: 1 when the item is in another language. */
export interface Signals {
  covisit: number
  session: number
  similar: number
  trained: number
  /** Cosine of what the trained model asks for and the item's vector; 0 where one of them is missing. */
  fit: number
  tag: number
  author: number
  followed: number
  language: number
}

const prior = Float64Array.from(actions, name => priorRates[name])
const unwanted = Uint8Array.from(actions, name => (name === 'skip' || name === 'not_interested' || name === 'report' ? 1 : 0))
/** True for head h (action h + 1) when nobody wants it: affinity lowers it. */
export const unwantedHead = (h: number): boolean => unwanted[h + 1] === 1
const heads = actions.filter(name => name !== 'exposure')
/** No rate is believed to be above this; fewer exposures than this are none. */
const mostLikely = 0.98
const leastExposure = 0.05
const itemShrink = [shrink.item10m, shrink.item2h, shrink.item1d, shrink.item14d] as const

/** Rates of the whole platform for a kind of item: the prior of its authors. */
export function platformRates(s: Rated, kind: number, now: number, out: Float64Array): void {
  out.set(prior)
  refine(out, s.totals.values, kind * actionCount, s.totals.keep(kind, 0, now), priorExposures)
}

/**
 * p̂ of every action per exposure of item i, into `out`. Each level is the prior of the next finer one: platform → author → item over
 * 14 d → 1 d → 2 h → 10 min, p = (count + κ·prior) / (exposures + κ). So a new item has its author's rates, and a hot one those of now.
 */
export function baseRates(s: Rated, i: number, now: number, platform: Float64Array, out: Float64Array): void {
  const maker = s.items.maker(i)
  out.set(platform)
  refine(out, s.makerCounters.values, maker * actionCount, s.makerCounters.keep(maker, 0, now), shrink.author)
  const { values, stride } = s.counters
  for (let h = halfLives.length - 1; h >= 0; h--) {
    const base = i * stride + h * actionCount
    // Without exposures in its time a level says nothing, nor do the finer ones.
    if (values[base]! < leastExposure) break
    const keep = s.counters.keep(i, h, now)
    if (values[base]! * keep < leastExposure) break
    refine(out, values, base, keep, itemShrink[h]!)
  }
  for (let a = 0; a < actionCount; a++) if (out[a]! > mostLikely) out[a] = mostLikely
}

/** One level: `rates` comes as the prior and leaves as what the counts at `base` make of it. */
function refine(rates: Float64Array, values: Float32Array, base: number, keep: number, kappa: number): void {
  const by = 1 / (values[base + A.exposure]! * keep + kappa)
  const share = keep * by
  const rest = kappa * by
  for (let a = 0; a < actionCount; a++) rates[a] = values[base + a]! * share + rest * rates[a]!
}

/** Sum of the signals in log-odds. */
export function affinity(x: Signals): number {
  return (
    lift.covisit * x.covisit +
    lift.session * x.session +
    lift.similar * x.similar +
    lift.trained * x.trained +
    lift.fit * x.fit +
    lift.tag * x.tag +
    lift.author * x.author +
    lift.followed * x.followed +
    lift.language * x.language
  )
}

/** Moves every rate by the affinity: wanted actions up by it, unwanted ones down by a part of it, in odds. */
export function applyAffinity(rates: Float64Array, z: number): void {
  const up = Math.exp(z)
  const down = Math.exp(z * lift.unwanted)
  for (let a = 1; a < actionCount; a++) {
    const odds = unwanted[a] ? down : up
    const p = rates[a]!
    rates[a] = (p * odds) / (1 - p + p * odds)
  }
}

export const freshness = (age: number): number => 2 ** (-Math.max(0, age) / freshnessHalfLifeMs)

/** What the value formula weighs beside p̂ of every action. */
export interface Merits {
  /** Milliseconds since publication. */
  age: number
  /** E[quantile of the time watched], 0…1: see `watch-quantile.ts`. */
  quantile: number
  /** E[margin · (1 − refund)] · trust of an order: see `gain.ts`. */
  gain: number
}

/** Writes the merits of item i into `out`. */
export function meritsOf(s: Rated, i: number, now: number, out: Merits): void {
  out.age = now - s.items.created(i)
  out.quantile = s.quantiles.expected(i, s.items.maker(i))
  out.gain = s.gains.of(s.items, i)
}

/** Places in the vector of weights behind those of the actions. */
export const place = { quantile: actionCount, margin: actionCount + 1 } as const

/**
 * The value formula: V = Σ w_a·p̂_a + w_f·freshness + w_t·E[watch quantile] + λ·p̂_order·E[margin·(1 − refund)]·trust. Penalties are the
 * negative weights. The only place where actions are weighed against each other. No price and no margin depends on the person.
 */
export function value(w: Float64Array, rates: Float64Array, m: Merits): number {
  let v = w[0]! * freshness(m.age) + w[place.quantile]! * m.quantile + w[place.margin]! * rates[A.order]! * m.gain
  for (let a = 1; a < actionCount; a++) v += w[a]! * rates[a]!
  return v
}

/** The table of weights as a vector: by action, freshness in the place of the exposure, which has no weight, then the watch quantile and λ. */
export function weightVector(w: ValueWeights): Float64Array {
  return Float64Array.of(...actions.map(name => (name === 'exposure' ? w.freshness : w[name])), w.watch_quantile, w.margin)
}

/** The same, part by part; the parts add up to V. */
export function valueParts(w: ValueWeights, rates: Float64Array, m: Merits): Record<string, number> {
  const parts: Record<string, number> = { freshness: w.freshness * freshness(m.age) }
  heads.forEach((name, k) => void (parts[name] = w[name] * rates[k + 1]!))
  parts.watch_quantile = w.watch_quantile * m.quantile
  parts.margin = w.margin * rates[A.order]! * m.gain
  return parts
}

/** Rates, what they are weighed by, and the newest time. */
interface Weighed extends Rated {
  readonly weightVector: Float64Array
  readonly now: number
}

/** Posterior of an item's value: normal approximation of the sum of its heads. */
export interface Posterior {
  mean: number
  sd: number
}

/**
 * p̂ of every action by what an item's own viewers did, into `out`: each a Beta posterior over the platform's rate worth `shrink.gate`
 * exposures. Answers the exposures behind them. `platform` are the rates of its kind.
 */
export function ownRates(s: Weighed, i: number, platform: Float64Array, out: Float64Array): number {
  const h = halfLives.length - 1
  const base = i * s.counters.stride + h * actionCount
  const keep = s.counters.keep(i, h, s.now)
  const { values } = s.counters
  const n = values[base + A.exposure]! * keep
  for (let a = 1; a < actionCount; a++)
    out[a] = Math.min(mostLikely, (values[base + a]! * keep + shrink.gate * platform[a]!) / (n + shrink.gate))
  return n
}

/** Watch quantile of an item by its own views, over the middle worth `shrink.gate` views. */
export function ownQuantile(s: Rated, i: number): number {
  const views = s.quantiles.ownViews(i)
  return (views * s.quantiles.ownMean(i) + shrink.gate * middle) / (views + shrink.gate)
}

const own = new Float64Array(actionCount)

/**
 * What an item's own viewers say of its value, without freshness and without its author: the heads of `ownRates`, taken as independent;
 * the watch quantile likewise, with the spread of an even draw.
 */
export function posteriorOf(s: Weighed, i: number, platform: Float64Array, out: Posterior): void {
  const w = s.weightVector
  const n = ownRates(s, i, platform, own)
  const gain = s.gains.of(s.items, i)
  let mean = 0
  let variance = 0
  for (let a = 1; a < actionCount; a++) {
    const p = own[a]!
    const weight = w[a]! + (a === A.order ? w[place.margin]! * gain : 0)
    mean += weight * p
    variance += (weight * weight * p * (1 - p)) / (n + shrink.gate + 1)
  }
  out.mean = mean + w[place.quantile]! * ownQuantile(s, i)
  out.sd = Math.sqrt(variance + w[place.quantile]! ** 2 / 12 / (s.quantiles.ownViews(i) + shrink.gate + 1))
}

/** The value of an item that is like the platform's mean, without freshness. */
export function meanValue(w: Float64Array, platform: Float64Array): number {
  let v = w[place.quantile]! * middle
  for (let a = 1; a < actionCount; a++) v += w[a]! * platform[a]!
  return v
}
