import { actionCount } from './actions.ts'
import { grown } from './interner.ts'
import { normalTails } from './judging/statistics.ts'
import type { Keeper } from './keeper.ts'
import type { State } from './state.ts'
import type { GateCount, GateRecord } from './types.ts'
import { meanValue, platformRates, posteriorOf } from './value.ts'

/** Impressions at which the gates stand, in guarantees: 100, 400 and 1,600 as shipped. */
const gateAt = [1, 4, 16] as const
const gates = gateAt.length
/** A gate passes what is better than the middle of its cohort with at least this probability. */
const needed = 0.6
/** Items are of one cohort that were published within so many seconds of each other. */
const cohortSeconds = 12 * 3600
/** With fewer of them at the gate the nearest in time join; with fewer than that at all, the platform's mean is the measure. */
const leastCohort = 8
/** Newest items of a kind that a gate remembers. */
const remembered = 256
const kinds = 2
const mostImpressions = 65_535
const gateBits = 15
const firstPass = 16
const passes = 0xf0
/** True when the last gate let the item through. */
const hasPassed = (last: number): boolean => (last & gateBits) > 0 && (last & (firstPass << ((last & gateBits) - 1))) !== 0

/**
 * Gates of the pool of new items. After its guaranteed impressions, and at each further stage's end, an item is judged by what its viewers
 * did: does it beat the median of the items that were published in the same hours, at the same gate? If so it is put forward (`pool.ts`)
 * until the next gate; if not it lives on its merits, and is judged again when those bring it as far. Decision 0011.
 */
export class Stages {
  readonly ends: readonly number[]
  /** Ring of each kind and gate: seconds of publication and value of those that came to it. */
  #created = new Int32Array(kinds * gates * remembered)
  #values = new Float32Array(kinds * gates * remembered)
  #came = new Int32Array(kinds * gates)
  #passes = new Int32Array(gates)
  #judged = new Int32Array(gates)
  /** By item: the last gate that judged it (1…), 0 for none, and from bit 4 on the gates that it passed. */
  #last = new Uint8Array(16)
  #chance = new Float32Array(16)
  #value = new Float32Array(16)
  #median = new Float32Array(16)
  #cohort = new Uint8Array(16)
  readonly #platform = new Float64Array(actionCount)
  readonly #posterior = { mean: 0, sd: 0 }
  readonly #nearest = new Float64Array(remembered)

  constructor(guaranteed: number) {
    this.ends = gateAt.map(by => Math.min(mostImpressions, by * guaranteed))
  }

  /** After an impression: judges the item when it stands at a gate. */
  judge(s: State, i: number): void {
    const gate = this.ends.indexOf(s.items.impressions[i]!)
    if (gate < 0) return
    const kind = s.items.kind(i)
    platformRates(s, kind, s.now, this.#platform)
    posteriorOf(s, i, this.#platform, this.#posterior)
    const { mean, sd } = this.#posterior
    const created = Math.floor(s.items.created(i) / 1000)
    const ring = kind * gates + gate
    const cohort = this.#cohortOf(ring, created)
    const median = cohort > 0 ? middleOf(this.#nearest.subarray(0, cohort)) : meanValue(s.weightVector, this.#platform)
    const above = normalTails((mean - median) / sd) / 2
    const chance = mean > median ? 1 - above : above
    this.#reach(i + 1)
    const passed = chance >= needed
    this.#last[i] = (gate + 1) | (this.#last[i]! & passes) | (passed ? firstPass << gate : 0)
    this.#chance[i] = chance
    this.#value[i] = mean
    this.#median[i] = median
    this.#cohort[i] = Math.min(255, cohort)
    const at = ring * remembered + (this.#came[ring]! % remembered)
    this.#created[at] = created
    this.#values[at] = mean
    this.#came[ring]!++
    this.#judged[gate]!++
    if (passed) this.#passes[gate]!++
  }

  /** Impressions until which the item is put forward; 0 when its last gate stopped it, or there is no further one. */
  until(i: number): number {
    const last = i < this.#last.length ? this.#last[i]! : 0
    return hasPassed(last) ? (this.ends[last & gateBits] ?? 0) : 0
  }

  /** Probability that the item is better than its cohort's middle, by its last gate. */
  chance(i: number): number {
    return i < this.#chance.length ? this.#chance[i]! : 0
  }

  record(i: number): GateRecord | null {
    const last = i < this.#last.length ? this.#last[i]! : 0
    if (last === 0) return null
    const gate = last & gateBits
    const [chance, value, median, cohort] = [this.#chance[i]!, this.#value[i]!, this.#median[i]!, this.#cohort[i]!]
    const through = Array.from({ length: gates }, (_, g) => (last & (firstPass << g)) !== 0).filter(Boolean).length
    return {
      gate,
      at: this.ends[gate - 1]!,
      next: this.ends[gate] ?? 0,
      passed: hasPassed(last),
      through,
      chance,
      needed,
      value,
      median,
      cohort,
    }
  }

  counts(): GateCount[] {
    return this.ends.map((at, gate) => ({ at, judged: this.#judged[gate]!, passed: this.#passes[gate]! }))
  }

  /** Both ways; see `Keeper`. */
  keep(k: Keeper): void {
    this.#created = k.column(this.#created)
    this.#values = k.column(this.#values)
    this.#came = k.column(this.#came)
    this.#passes = k.column(this.#passes)
    this.#judged = k.column(this.#judged)
    this.#last = k.column(this.#last)
    this.#chance = k.column(this.#chance)
    this.#value = k.column(this.#value)
    this.#median = k.column(this.#median)
    this.#cohort = k.column(this.#cohort)
  }

  /** All that was learned, for the state hash. */
  memory(): Iterable<number>[] {
    const used = this.#last.findLastIndex(x => x > 0) + 1
    const byItem = [this.#last, this.#chance, this.#value, this.#median, this.#cohort].map(a => a.subarray(0, used))
    return [this.#created, this.#values, this.#came, this.#passes, this.#judged, ...byItem]
  }

  get bytes(): number {
    return 8 * this.#values.length + 14 * this.#last.length
  }

  /** Values of the cohort into `#nearest`; how many they are. */
  #cohortOf(ring: number, created: number): number {
    const length = Math.min(remembered, this.#came[ring]!)
    if (length < leastCohort) return 0
    const from = ring * remembered
    const away = (e: number): number => Math.abs(this.#created[from + e]! - created)
    let n = 0
    for (let e = 0; e < length; e++) if (away(e) <= cohortSeconds) this.#nearest[n++] = this.#values[from + e]!
    if (n >= leastCohort) return n
    const order = Array.from({ length }, (_, e) => e).sort((a, b) => away(a) - away(b) || a - b)
    for (n = 0; n < leastCohort; n++) this.#nearest[n] = this.#values[from + order[n]!]!
    return n
  }

  #reach(rows: number): void {
    this.#last = grown(this.#last, rows)
    this.#chance = grown(this.#chance, rows)
    this.#value = grown(this.#value, rows)
    this.#median = grown(this.#median, rows)
    this.#cohort = grown(this.#cohort, rows)
  }
}

function middleOf(x: Float64Array): number {
  const sorted = x.slice().sort()
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}
