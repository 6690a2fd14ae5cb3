import type { Dataset, Impressions } from './dataset.ts'
import { fitLowRank, type LowRank } from './low-rank.ts'
import { type Goods, Past } from './past.ts'
import type { Say } from './quality.ts'

const leastItemUsers = 8
const depth = 50
const fading = 0.98
const cut = 20
/** Queries × items at most, for learning the weights and for the test; fewer queries are drawn evenly over the rows. */
const work = { learn: 1.5e7, test: 4e7 }
const mostQueries = { learn: 2_000, test: 5_000 }
const rate = 0.1
/** What a logarithm of each feature starts from. */
const foldFloor = 0.02
const countFloor = 0.05

/** Features of an item for a person at a moment, as logarithms. */
const features = ['folded shown', 'folded good', 'good 12 h', 'shown 6 h', 'shown 1 h'] as const
const count = features.length

/** Where the weights start: the product of fold-in and popularity that did well before anything is learned. */
const initial = [0.5, 0.5, 0.4, 0.3, 0.1]

/**
 * Recall@20 of items that a person had not seen and found good, among all items not seen, at the time of the row. A log-linear blend of low-rank
 * fold-ins (of what was shown to the person, and of what was good) and of decayed popularities; its weights are learned as a conditional logit over
 * the whole catalogue on the first half of the rows, and held still on the last half.
 */
export function unseenRecall(data: Dataset, rows: Impressions, goods: Goods, { say, seed }: { say: Say; seed: number }): number {
  const n = rows.item.length
  const start = n >> 1
  const past = new Past(data, rows.userNames.length, goods)
  const blend = new Blend(data.itemNames.length, past, seed)
  const learn = drawn(rows, goods, [0, start], queriesFor('learn', data))
  const test = drawn(rows, goods, [start, n], queriesFor('test', data))
  let hits = 0
  let asked = 0
  for (let r = 0; r < n; r++) {
    const user = rows.user[r]!
    const item = rows.item[r]!
    if (r === start) blend.fit()
    if ((learn.has(r) || test.has(r)) && !past.saw(user, item)) {
      blend.open(user, rows.timeMs[r]!)
      if (r < start) blend.learn(item, past.seenBy(user))
      else {
        asked++
        hits += blend.standing(item, past.seenBy(user)) < cut ? 1 : 0
      }
    }
    past.add(rows, r, goods.row(r))
  }
  say(`recall@${cut} over ${asked} good rows of the last half, drawn evenly, repeats left out`)
  say(`weights: ${features.map((name, k) => `${name} ${blend.weights[k]!.toFixed(2)}`).join(', ')}`)
  return hits / asked
}

const queriesFor = (what: 'learn' | 'test', data: Dataset): number =>
  Math.min(mostQueries[what], Math.max(200, Math.floor(work[what] / data.itemNames.length)))

/** Good rows between two rows, evenly. */
function drawn(rows: Impressions, goods: Goods, [from, to]: readonly [number, number], most: number): ReadonlySet<number> {
  const all: number[] = []
  for (let r = from; r < to; r++) if (goods.row(r) && r < rows.item.length) all.push(r)
  const step = Math.max(1, all.length / most)
  return new Set(Array.from({ length: Math.floor(all.length / step) }, (_, k) => all[Math.floor(k * step)]!))
}

class Blend {
  readonly weights = Float64Array.from(initial)
  readonly #sums = new Float64Array(count).fill(1)
  readonly #past: Past
  readonly #items: number
  readonly #seed: number
  readonly #x: Float32Array
  readonly #z: Float64Array
  #shown: LowRank
  #good: LowRank

  constructor(items: number, past: Past, seed: number) {
    this.#items = items
    this.#seed = seed
    this.#past = past
    this.#x = new Float32Array(items * count)
    this.#z = new Float64Array(items)
    this.#shown = fitLowRank(past.liked('shown'), 96, leastItemUsers, seed)
    this.#good = fitLowRank(past.liked('good'), 64, leastItemUsers, seed)
  }

  fit(): void {
    this.#shown = fitLowRank(this.#past.liked('shown'), 96, leastItemUsers, this.#seed)
    this.#good = fitLowRank(this.#past.liked('good'), 64, leastItemUsers, this.#seed)
  }

  /** Features and scores of all items for a person at a moment. */
  open(user: number, timeMs: number): void {
    const past = this.#past
    const x = this.#x
    this.#fold(this.#shown, past.last('shown', user, depth), 0)
    this.#fold(this.#good, past.last('good', user, depth), 1)
    past.counts.forEach((c, k) => {
      const keep = c.keep(timeMs)
      for (let i = 0; i < this.#items; i++) x[i * count + 2 + k] = Math.log(c.values[i]! * keep + countFloor)
    })
    for (let i = 0; i < this.#items; i++) {
      let z = 0
      for (let k = 0; k < count; k++) z += this.weights[k]! * x[i * count + k]!
      this.#z[i] = z
    }
  }

  /** ln(max(0, cos-like) + .02), cos-like = v_i · p · √items / |p|, p = Σ_k .98^k v_jk / √d_jk. */
  #fold({ vectors, degrees, rank: d }: LowRank, last: readonly number[], feature: number): void {
    const person = new Float64Array(d)
    let weight = 1
    for (const j of last) {
      const w = degrees[j]! > 0 ? weight / Math.sqrt(degrees[j]!) : 0
      for (let k = 0; k < d; k++) person[k]! += w * vectors[j * d + k]!
      weight *= fading
    }
    const norm = Math.sqrt(person.reduce((sum, p) => sum + p * p, 0))
    const by = norm > 0 ? Math.sqrt(this.#items) / norm : 0
    for (let k = 0; k < d; k++) person[k]! *= by
    for (let i = 0; i < this.#items; i++) {
      let dot = 0
      for (let k = 0; k < d; k++) dot += person[k]! * vectors[i * d + k]!
      this.#x[i * count + feature] = Math.log(Math.max(0, dot) + foldFloor)
    }
  }

  /** One step of the conditional logit: gradient = E[x] - x of the target, over the unseen items. */
  learn(target: number, seen: ReadonlySet<number>): void {
    const z = this.#z
    for (const i of seen) z[i] = Number.NEGATIVE_INFINITY
    const top = z.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
    let total = 0
    for (let i = 0; i < z.length; i++) total += z[i] = Math.exp(z[i]! - top)
    for (let k = 0; k < count; k++) {
      let expected = 0
      for (let i = 0; i < z.length; i++) expected += z[i]! * this.#x[i * count + k]!
      const g = expected / total - this.#x[target * count + k]!
      this.#sums[k]! += g * g
      this.weights[k]! -= (rate * g) / Math.sqrt(this.#sums[k]!)
    }
  }

  /** How many unseen items stand above the target, or level with it. */
  standing(target: number, seen: ReadonlySet<number>): number {
    const s = this.#z[target]!
    let above = 0
    for (let i = 0; i < this.#items; i++) if (this.#z[i]! >= s && i !== target && !seen.has(i)) above++
    return above
  }
}
