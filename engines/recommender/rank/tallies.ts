import type { Memory, Remembering } from './types.ts'

/** How many heads a tally counts, and for how many it keeps residuals; rich heads come first. */
export interface TallyForm {
  readonly heads: number
  readonly rich: number
  readonly halfLifeHours: number
}

/**
 * Decayed counts of one kind of thing: per head the impressions whose label is known and the sum of the labels, and per rich head the sum of
 * y - p₁ (what context alone does not explain). A row decays as a whole when it is touched: x ← x·2^(-Δt / half-life).
 */
export class Tallies implements Remembering {
  /** Row-wise: heads × (n, sum), residual sums, hour of the last change. Replaced as a whole when a frozen copy is read. */
  values: Float32Array
  readonly width: number
  readonly #form: TallyForm
  readonly #rate: number

  constructor(rows: number, form: TallyForm) {
    this.#form = form
    this.width = form.heads * 2 + form.rich + 1
    this.values = new Float32Array(rows * this.width)
    this.#rate = Math.LN2 / form.halfLifeHours
  }

  /** What is left of the row at `hour`; 0 for no row. */
  keep(row: number, hour: number): number {
    if (row < 0) return 0
    const age = hour - this.values[row * this.width + this.width - 1]!
    return age > 0 ? Math.exp(-this.#rate * age) : 1
  }

  /** Adds one impression. `labels` and `residuals` by head, NaN = unknown. */
  add(row: number, hour: number, labels: Float64Array, residuals: Float64Array): void {
    const { heads, rich } = this.#form
    const { values: v, width } = this
    const keep = this.keep(row, hour)
    const base = row * width
    const last = base + width - 1
    if (keep < 1) for (let c = base; c < last; c++) v[c]! *= keep
    if (hour > v[last]!) v[last] = hour
    for (let h = 0; h < heads; h++) {
      const y = labels[h]!
      if (Number.isNaN(y)) continue
      v[base + h * 2]! += 1
      v[base + h * 2 + 1]! += y
    }
    const at = base + heads * 2
    for (let h = 0; h < rich; h++) if (!Number.isNaN(labels[h]!)) v[at + h]! += residuals[h]!
  }

  clear(row: number): void {
    this.values.fill(0, row * this.width, (row + 1) * this.width)
  }

  memory(): readonly Memory[] {
    return [this.values]
  }
}
