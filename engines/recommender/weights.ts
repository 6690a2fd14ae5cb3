import { ok, type Result, refuse } from '#base/kernel'
import type { Action } from './actions.ts'
import { type Scene, scenes } from './scenes.ts'

/**
 * What a page is worth; the formula is in `value.ts`. The one table of value weights; a like is 1.
 * Weights multiply predicted probabilities, not counts: a rare action (an order) moves V little even with a large weight.
 */
export const valueWeights = {
  /** Left within seconds. */
  skip: -0.6,
  /** At least half of the clip. */
  watch: 0.3,
  /** Practically all of it. */
  finish: 0.5,
  like: 1,
  /** A save says "I will want this again": worth two likes. */
  save: 2,
  comment: 1.5,
  /** The only action that brings somebody else: it closes the loop. */
  share: 3,
  follow: 4,
  /** Opened the product or its drawer. */
  click: 0.6,
  cart: 4,
  order: 12,
  not_interested: -8,
  report: -60,
  /** Not an action: 1 at publication, halved every `freshnessHalfLifeMs`. */
  freshness: 0.08,
  /** Times the expected quantile of the time watched, 0…1, against clips of the same length. */
  watch_quantile: 0.3,
  /** λ: times p̂ of an order and what it is expected to bring, in units of the operator's currency. A margin of 300 weighs a quarter of an order. */
  margin: 0.01,
} as const satisfies Record<Exclude<Action, 'exposure'> | 'freshness' | 'watch_quantile' | 'margin', number>
export type ValueWeights = { readonly [K in keyof typeof valueWeights]: number }

const heaviest = 1000

/** Weights by name over the defaults. `weights_invalid` says which name is unknown or which value is no number between -1000 and 1000. */
export function parseWeights(raw: unknown): Result<ValueWeights, 'weights_invalid'> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return refuse('weights_invalid', 'Weights are an object of name: number')
  for (const [name, value] of Object.entries(raw)) {
    if (!Object.hasOwn(valueWeights, name))
      return refuse('weights_invalid', `There is no weight "${name}"; known are ${Object.keys(valueWeights).join(', ')}`, {
        name,
      })
    if (typeof value !== 'number' || !(Math.abs(value) <= heaviest))
      return refuse('weights_invalid', `The weight "${name}" is not a number between -${heaviest} and ${heaviest}`, { name })
  }
  return ok({ ...valueWeights, ...(raw as Partial<ValueWeights>) })
}

/** The common table, and what single scenes weigh otherwise. */
export interface WeightTables {
  readonly common: ValueWeights
  readonly scenes: { readonly [S in Scene]?: Partial<ValueWeights> }
}

/** As `parseWeights`, of an object that may also hold `scenes: { following: { follow: 6 } }`: weights over the common ones, for that scene alone. */
export function parseWeightTables(raw: unknown): Result<WeightTables, 'weights_invalid'> {
  const isTable = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x)
  const { scenes: byScene = {}, ...rest } = isTable(raw) ? raw : {}
  const common = parseWeights(isTable(raw) ? rest : raw)
  if (!common.ok) return common
  if (!isTable(byScene)) return refuse('weights_invalid', 'The weights of scenes are an object of scene: weights')
  for (const [scene, table] of Object.entries(byScene)) {
    if (!scenes.includes(scene as Scene))
      return refuse('weights_invalid', `There is no scene "${scene}"; known are ${scenes.join(', ')}`, { name: scene })
    const known = parseWeights(table)
    if (!known.ok) return known
  }
  return ok({ common: common.value, scenes: { ...byScene } as WeightTables['scenes'] })
}

export const freshnessHalfLifeMs = 3 * 86_400_000

/** How much an action says about taste and relatedness: profile, co-visitation and trending. `exposure` says nothing. */
export const tasteStrength = {
  exposure: 0,
  skip: -0.35,
  watch: 0.4,
  finish: 1,
  like: 1.2,
  save: 1.6,
  comment: 1.2,
  share: 1.6,
  follow: 1.2,
  click: 1,
  cart: 2,
  order: 3,
  not_interested: -1.5,
  report: -2,
} as const satisfies Record<Action, number>

/** Rates of a platform nobody has used yet, per exposure. The log outweighs them after `priorExposures` exposures. */
export const priorRates = {
  exposure: 1,
  skip: 0.3,
  watch: 0.4,
  finish: 0.25,
  like: 0.04,
  save: 0.01,
  comment: 0.006,
  share: 0.005,
  follow: 0.005,
  click: 0.03,
  cart: 0.005,
  order: 0.002,
  not_interested: 0.004,
  report: 0.0003,
} as const satisfies Record<Action, number>
export const priorExposures = 200

/** Exposures that a level is worth against the one above it: platform → author → item over 14 d → 1 d → 2 h → 10 min. */
export const shrink = {
  author: 30,
  item14d: 20,
  item1d: 25,
  item2h: 30,
  item10m: 40,
  /** Views that the author's mean of the watch quantile is worth for an item, and the middle for an author. */
  quantile: 20,
  quantileAuthor: 30,
  /** Paid lines that the platform's refund rate is worth for a shop, and the shop's for a product. */
  refundShop: 20,
  refundProduct: 10,
  /** Impressions that the platform's rates are worth at a gate of the pool. */
  gate: 30,
} as const
/** Share of paid lines that is paid back on a platform nobody has used yet. */
export const priorRefunds = 0.05

/** Log-odds that one unit of each signal adds to the wanted heads; the unwanted heads get `unwanted` times it. Signals are in -1…1. */
export const lift = {
  covisit: 1.6,
  session: 1.2,
  similar: 1.2,
  trained: 1.2,
  /** By hand the share alone counts; the learned heads read the cosine too. */
  fit: 0,
  tag: 1.4,
  author: 0.9,
  followed: 0.8,
  language: -1.2,
  unwanted: -0.7,
} as const

/** Selection penalties, in units of the value range of the short list. */
export const diversity = {
  /** No penalty: the share of a page that one tag may have, so that a new liking never fills it. */
  tasteShare: 0.6,
  author: 0.35,
  shop: 0.15,
  category: 0.1,
  format: 0.04,
  tag: 0.15,
  /** Times how much a person's taste is against its tags, 0…1. */
  dislike: 0.6,
  fatigueAuthor: 0.12,
  fatigueShop: 0.05,
  fatigueCategory: 0.015,
  fatigueFormat: 0.002,
} as const
