import { grown } from './interner.ts'
import type { Keeper } from './keeper.ts'
import { shrink } from './weights.ts'

/** Length classes: 0 for what has no length, then four to a factor of e, from a second up. */
const lengthClasses = 25
const classesPerFold = 4
/** Classes of time watched, nine to a factor of e of 1 + seconds. */
const timeClasses = 64
const timesPerFold = 9
/** Views that the middle is worth while few clips of a length were watched. */
const middleViews = 10
/** A length class is halved when it holds so many views, so that it follows the habits of now. */
const mostViews = 20_000
/** Views of an item, and of an author, after which the mean follows the newest. */
const itemViews = 400
const authorViews = 2000
export const middle = 0.5

const lengthClass = (durationMs: number): number =>
  durationMs <= 0
    ? 0
    : Math.min(lengthClasses - 1, 1 + Math.floor(classesPerFold * Math.max(0, Math.log(Math.max(1, durationMs / 1000)))))
const timeClass = (ms: number): number => Math.min(timeClasses - 1, Math.floor(timesPerFold * Math.log1p(ms / 1000)))

/**
 * How long a clip is watched against clips of the same length, 0…1: the mid-rank of the time in a histogram of its length class (D2Q,
 * "Deconfounding duration bias in watch-time prediction", KDD 2022), and the mean of it for each item and author. So a long clip gains
 * nothing by being long. Whoever wrote it is the prior of an item, the middle is the prior of an author.
 */
export class WatchQuantiles {
  #seen = new Float64Array(lengthClasses * timeClasses)
  #totals = new Float64Array(lengthClasses)
  #mean = new Float32Array(16)
  #views = new Float32Array(16)
  #authorMean = new Float32Array(16)
  #authorViews = new Float32Array(16)

  /** One view of item `i` by `author` (-1: none). Milliseconds. */
  learn(i: number, author: number, ms: number, durationMs: number): void {
    const length = lengthClass(durationMs)
    const at = length * timeClasses + timeClass(ms)
    const q = this.#rank(length, at)
    this.#seen[at]!++
    if (++this.#totals[length]! >= mostViews) {
      for (let b = length * timeClasses; b < (length + 1) * timeClasses; b++) this.#seen[b]! /= 2
      this.#totals[length]! /= 2
    }
    this.#mean = grown(this.#mean, i + 1)
    this.#views = grown(this.#views, i + 1)
    follow(this.#mean, this.#views, i, q, itemViews)
    if (author < 0) return
    this.#authorMean = grown(this.#authorMean, author + 1)
    this.#authorViews = grown(this.#authorViews, author + 1)
    follow(this.#authorMean, this.#authorViews, author, q, authorViews)
  }

  /** Expected quantile of a view of the item. */
  expected(i: number, author: number): number {
    const views = i < this.#views.length ? this.#views[i]! : 0
    return (
      (views * this.#mean[i < this.#mean.length ? i : 0]! + shrink.quantile * this.#ofAuthor(author)) / (views + shrink.quantile)
    )
  }

  /** Mean and number of the item's views, nothing of its author: what a gate of the pool judges by. */
  ownMean(i: number): number {
    return this.ownViews(i) > 0 ? this.#mean[i]! : middle
  }
  ownViews(i: number): number {
    return i < this.#views.length ? this.#views[i]! : 0
  }

  /** Both ways; see `Keeper`. */
  keep(k: Keeper): void {
    this.#seen = k.column(this.#seen)
    this.#totals = k.column(this.#totals)
    this.#mean = k.column(this.#mean)
    this.#views = k.column(this.#views)
    this.#authorMean = k.column(this.#authorMean)
    this.#authorViews = k.column(this.#authorViews)
  }

  /** All that was learned, for the state hash. Trailing rows without views are left out. */
  memory(): Float32Array[] {
    const used = (a: Float32Array, views: Float32Array): Float32Array => a.subarray(0, views.findLastIndex(n => n > 0) + 1)
    return [
      Float32Array.from(this.#seen),
      used(this.#mean, this.#views),
      used(this.#views, this.#views),
      used(this.#authorMean, this.#authorViews),
      used(this.#authorViews, this.#authorViews),
    ]
  }

  get bytes(): number {
    return this.#seen.byteLength + 8 * (this.#views.length + this.#authorViews.length)
  }

  #ofAuthor(author: number): number {
    const views = author >= 0 && author < this.#authorViews.length ? this.#authorViews[author]! : 0
    return views === 0
      ? middle
      : (views * this.#authorMean[author]! + shrink.quantileAuthor * middle) / (views + shrink.quantileAuthor)
  }

  #rank(length: number, at: number): number {
    let below = 0
    for (let b = length * timeClasses; b < at; b++) below += this.#seen[b]!
    return (below + this.#seen[at]! / 2 + middleViews * middle) / (this.#totals[length]! + middleViews)
  }
}

/** Running mean of at most `most` views. */
function follow(mean: Float32Array, views: Float32Array, at: number, q: number, most: number): void {
  const n = Math.min(views[at]! + 1, most)
  views[at] = n
  mean[at] = mean[at]! + (q - mean[at]!) / n
}
