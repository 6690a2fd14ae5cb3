import { type Metric, Tally } from '../evaluation/metrics.ts'
import type { Query } from './sequences.ts'
import { batchSize, Marks, rankOf, Scores, type Source } from './source.ts'

/** How questions are judged. */
export interface Judging {
  readonly metrics: readonly Metric[]
  readonly itemCount: number
  /** Is what the history holds kept out? */
  readonly excludeSeen: boolean
}

/** Figures of one source by itself. */
export function tallyOf(source: Source, queries: readonly Query[], how: Judging): Tally {
  const tally = new Tally(how.metrics)
  const scores = new Scores(how.itemCount)
  const marks = new Marks(how.itemCount)
  for (let from = 0; from < queries.length; from += batchSize) {
    const batch = queries.slice(from, from + batchSize)
    source.begin(batch)
    batch.forEach((query, q) => {
      scores.clear()
      source.fill(q, scores)
      if (how.excludeSeen) marks.set(query.items)
      tally.add([...query.targets].map(t => rankOf(t, scores, how.excludeSeen ? marks : null)))
    })
  }
  return tally
}

/** The values to try of each setting, in the order of trying. */
export type Grid<T> = { readonly [K in keyof T]?: readonly T[K][] }

export interface Chosen<T> {
  readonly settings: T
  readonly worth: number
}

export interface Patience {
  readonly rounds: number
  /** A change is made when it is worth at least this much: what is less is as likely chance. */
  readonly gain: number
}

/** One setting after the other, the best value kept, until a round changes nothing. */
export function ascend<T extends object>(
  start: T,
  grid: Grid<T>,
  worthOf: (settings: T) => number,
  { rounds, gain }: Patience,
): Chosen<T> {
  let best = start
  let worth = worthOf(start)
  for (let round = 0; round < rounds; round++) {
    const before = best
    for (const key of Object.keys(grid) as (keyof T)[]) {
      const held = best
      const floor = worth + gain
      for (const value of grid[key] ?? []) {
        if (held[key] === value) continue
        const tried = { ...held, [key]: value }
        const got = worthOf(tried)
        if (got > Math.max(worth, floor)) {
          best = tried
          worth = got
        }
      }
    }
    if (best === before) break
  }
  return { settings: best, worth }
}
