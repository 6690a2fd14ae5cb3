import { actionCount } from './actions.ts'
import { grown } from './interner.ts'
import type { Keeper } from './keeper.ts'

/** Half-lives of the item counters in milliseconds: what happens now, this session, today, in general. */
export const halfLives = [600_000, 7_200_000, 86_400_000, 1_209_600_000] as const

/**
 * Exponentially decayed action counts per row at some half-lives: row r, half-life h, action a lies at ((r·H)+h)·actions + a.
 * Decay is lazy: a row is brought to the time of its newest event; an event from the past is added at the weight it would have by now.
 */
export class Counters {
  readonly halfLives: readonly number[]
  readonly stride: number
  values: Float32Array
  at: Float64Array

  constructor(lives: readonly number[]) {
    this.halfLives = lives
    this.stride = lives.length * actionCount
    this.values = new Float32Array(16 * this.stride)
    this.at = new Float64Array(16)
  }

  reach(rows: number): void {
    if (rows <= this.at.length) return
    this.at = grown(this.at, rows)
    this.values = grown(this.values, this.at.length * this.stride)
  }

  /** Adds `amount` (negative takes back; no count falls below 0). */
  add(row: number, action: number, time: number, amount = 1): void {
    const { values, halfLives: lives } = this
    const base = row * this.stride
    const elapsed = time - this.at[row]!
    if (elapsed > 0) this.at[row] = time
    for (let h = 0; h < lives.length; h++) {
      const from = base + h * actionCount
      let weight = amount
      if (elapsed > 0) {
        const keep = Math.exp((-Math.LN2 * elapsed) / lives[h]!)
        for (let a = 0; a < actionCount; a++) values[from + a]! *= keep
      } else if (elapsed < 0) weight *= Math.exp((Math.LN2 * elapsed) / lives[h]!)
      const next = values[from + action]! + weight
      values[from + action] = Math.max(0, next)
    }
  }

  /** Both ways; see `Keeper`. */
  keepAll(k: Keeper): void {
    this.at = k.column(this.at)
    this.values = k.column(this.values)
  }

  /** What is left at `now` of a count at half-life `h`: multiply by it. */
  keep(row: number, h: number, now: number): number {
    const elapsed = now - this.at[row]!
    return elapsed > 0 ? Math.exp((-Math.LN2 * elapsed) / this.halfLives[h]!) : 1
  }
}
