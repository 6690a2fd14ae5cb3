import { logit } from './logistic.ts'
import type { Memory, Remembering } from './types.ts'

const priorRate = 0.05
const priorCount = 2
const halfLifeHours = 168
/** Rates never leave this range: their log-odds stay finite. */
const least = 1e-5

/** The rate of each head among everybody over the last week: where every other figure starts from. */
export class Everybody implements Remembering {
  readonly p: Float64Array
  readonly odds: Float64Array
  readonly #counts: Float64Array
  readonly #hour = new Float64Array(1)

  constructor(heads: number) {
    this.p = new Float64Array(heads).fill(priorRate)
    this.odds = new Float64Array(heads).fill(logit(priorRate))
    this.#counts = new Float64Array(heads * 2)
  }

  learn(y: Float64Array, hour: number): void {
    const age = hour - this.#hour[0]!
    const keep = age > 0 ? 2 ** (-age / halfLifeHours) : 1
    if (age > 0) this.#hour[0] = hour
    for (let h = 0; h < y.length; h++) {
      const c = this.#counts
      c[h * 2]! *= keep
      c[h * 2 + 1]! *= keep
      if (Number.isNaN(y[h]!)) continue
      c[h * 2]!++
      c[h * 2 + 1]! += y[h]!
      const p = (c[h * 2 + 1]! + priorRate * priorCount) / (c[h * 2]! + priorCount)
      this.p[h] = Math.max(least, Math.min(1 - least, p))
      this.odds[h] = logit(this.p[h]!)
    }
  }

  memory(): readonly Memory[] {
    return [this.p, this.odds, this.#counts, this.#hour]
  }
}
