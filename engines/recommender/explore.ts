import type { Random } from '#base/kernel'
import { type Candidates, from } from './candidates.ts'
import { flag } from './items.ts'
import { tagSignal } from './link.ts'
import { draw } from './random.ts'
import type { Ranker } from './ranker.ts'
import type { State } from './state.ts'

/** A slot that was drawn before the page was ranked. `rate` is the probability that the slot is drawn at all. */
export interface Drawn {
  /** Candidate, -1: not drawn this time; the ranking fills the slot with probability 1 - rate. */
  readonly c: number
  readonly propensity: number
  /** Bit of the source, 0 when the ranking fills the slot. */
  readonly via: number
}

/** The next in the queue among which the pool draws, and their odds before taste. */
const front = Float64Array.of(8, 4, 2, 1)
/** Items that are put forward among which a slot is drawn when no new item wants it. */
const promotedFront = 8
/** How much a person's taste for its tags multiplies the odds of a new item, and a dislike divides them. */
const tasteOdds = 2
/** A new item of a kind that the person turned away from this much comes only when nothing else is new. */
const unwanted = -0.5
/** Probability of being better beyond which it raises the odds of a draw no more: nine to one. */
const mostSure = 0.9
/** Queue entries that are looked at for one slot. */
const patience = 400
/** Rows among which a random slot is drawn evenly. */
const blockRows = 1024
const poolPosition = 3

/** Which slots of a page of n are drawn: from the pool of new items, and evenly from everything. */
export function exploredSlots(n: number, poolEvery: number): { pool: number[]; poolRate: number; random: number } {
  const pool: number[] = []
  for (let k = poolPosition; k < n; k += poolEvery) pool.push(k)
  const poolRate = pool.length > 0 ? 1 : Math.min(1, n / poolEvery)
  if (pool.length === 0 && n > 0) pool.push(n - 1)
  const random = n < 2 ? -1 : pool.includes(n - 1) ? 0 : n - 1
  return { pool, poolRate, random }
}

/** Draws the explored slots of one page, before anything is ranked: so their propensities depend on nothing else on the page. */
export class Explorer {
  readonly #state: State
  readonly #c: Candidates
  readonly #ranker: Ranker
  readonly #front = new Int32Array(promotedFront)
  readonly #odds = new Float64Array(promotedFront)

  constructor(state: State, candidates: Candidates, ranker: Ranker) {
    this.#state = state
    this.#c = candidates
    this.#ranker = ranker
  }

  /** Slot → what was drawn for it. `selling` is how many selling posts the page may still hold. */
  draw(n: number, selling: number, random: Random): Map<number, Drawn> {
    const { config } = this.#state
    const plan = exploredSlots(n, config.poolEvery)
    const drawn = new Map<number, Drawn>()
    const taken = new Set<number>()
    for (const slot of plan.pool) {
      const hit = random() < plan.poolRate
      const next = this.#fromPool(taken, selling, random) ?? this.#fromStages(taken, selling, random)
      if (next === null) continue
      drawn.set(
        slot,
        hit ? { ...next, propensity: plan.poolRate * next.propensity } : { c: -1, propensity: 1 - plan.poolRate, via: 0 },
      )
      if (!hit) continue
      taken.add(next.c)
      if (this.#state.items.has(this.#c.item[next.c]!, flag.selling)) selling--
    }
    const rate = Math.min(1, config.randomShare * n)
    if (plan.random < 0 || rate <= 0) return drawn
    const hit = random() < rate
    const any = hit ? this.#evenly(taken, selling, random) : null
    if (any) drawn.set(plan.random, { ...any, propensity: rate * any.propensity })
    else if (!hit) drawn.set(plan.random, { c: -1, propensity: 1 - rate, via: 0 })
    return drawn
  }

  /** Plackett–Luce over the front of the queue: fewest impressions, then longest waiting. */
  #fromPool(taken: ReadonlySet<number>, selling: number, random: Random): Drawn | null {
    const { pool, items } = this.#state
    let found = 0
    let looked = 0
    let last = -1
    for (let queue = 0; queue < pool.queues && found < front.length && looked < patience; queue++)
      for (let i = pool.first(this.#c.kind, queue); i >= 0 && found < front.length && looked++ < patience; i = pool.next(i)) {
        if (items.has(i, flag.selling) && selling <= 0) continue
        const c = this.#c.touch(i, from.pool)
        if (c < 0 || taken.has(c)) continue
        const odds = this.#tasteOdds(i)
        if (odds === 0) {
          if (last < 0) last = c
          continue
        }
        this.#front[found] = c
        this.#odds[found] = front[found]! * odds
        found++
      }
    return this.#drawn(found, random, from.pool) ?? (last < 0 ? null : { c: last, propensity: 1, via: from.pool })
  }

  /** Plackett–Luce over the items that waited longest for their turn among those that passed their last gate: by the odds that they are better than their cohort. */
  #fromStages(taken: ReadonlySet<number>, selling: number, random: Random): Drawn | null {
    const { pool, stages, items } = this.#state
    let found = 0
    let looked = 0
    for (let i = pool.firstPromoted(this.#c.kind); i >= 0 && found < promotedFront && looked++ < patience; i = pool.next(i)) {
      if (items.has(i, flag.selling) && selling <= 0) continue
      const odds = this.#tasteOdds(i)
      if (odds === 0) continue
      const c = this.#c.touch(i, from.stage)
      if (c < 0 || taken.has(c)) continue
      const chance = Math.min(mostSure, stages.chance(i))
      this.#front[found] = c
      this.#odds[found] = (odds * chance) / (1 - chance)
      found++
    }
    return this.#drawn(found, random, from.stage)
  }

  /** How much a person's tastes multiply the odds of an item, 0 when they turned away from its kind. */
  #tasteOdds(i: number): number {
    const taste = tagSignal(this.#state, this.#ranker.view, i)
    return taste <= unwanted ? 0 : taste >= 0 ? 1 + tasteOdds * taste : 1 / (1 - tasteOdds * taste)
  }

  #drawn(found: number, random: Random, via: number): Drawn | null {
    const k = draw(random, this.#odds, found)
    if (k < 0) return null
    let total = 0
    for (let f = 0; f < found; f++) total += this.#odds[f]!
    return { c: this.#front[k]!, propensity: this.#odds[k]! / total, via }
  }

  /**
   * A block of rows is drawn, then an item in it: every item that may be shown has a chance, and its probability is known without
   * counting them all. A block without any hands on to the next; an item's probability counts the empty blocks before its own.
   */
  #evenly(taken: ReadonlySet<number>, selling: number, random: Random): Drawn | null {
    const { length } = this.#state.items
    const blocks = Math.ceil(length / blockRows)
    const may = (i: number): boolean => {
      const { items } = this.#state
      if (items.kind(i) !== this.#c.kind || this.#c.judge(i) !== 0 || (selling <= 0 && items.has(i, flag.selling))) return false
      for (const c of taken) if (this.#c.item[c] === i) return false
      return true
    }
    const isEmpty = (block: number): boolean => {
      for (let i = block * blockRows; i < Math.min(length, (block + 1) * blockRows); i++) if (may(i)) return false
      return true
    }
    let block = Math.floor(random() * blocks)
    for (let tried = 0; tried < blocks && isEmpty(block); tried++) block = (block + 1) % blocks
    const rows: number[] = []
    for (let i = block * blockRows; i < Math.min(length, (block + 1) * blockRows); i++) if (may(i)) rows.push(i)
    if (rows.length === 0) return null
    let share = 1
    while (share < blocks && isEmpty((block - share + blocks) % blocks)) share++
    const c = this.#c.touch(rows[Math.floor(random() * rows.length)]!, from.random)
    return c < 0 ? null : { c, propensity: share / blocks / rows.length, via: from.random }
  }
}
