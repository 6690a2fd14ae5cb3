import type { Keeper } from '../keeper.ts'
import { dims } from '../rank/pairwise.ts'
import { mix } from '../rank/rows.ts'

const initial = 0.05

/**
 * Rows of one field: a vector and, where it has any, weights by head, side by side so that a row is one cache line; AdaGrad sums, one for the
 * vector and one for each weight. Grows with the rows that are reached; a row that was never reached counts as nothing.
 */
export class Table {
  readonly stride: number
  readonly sumStride: number
  data = new Float32Array(0)
  /** By row: Σ of mean squared gradients of the vector, then of each weight. */
  sums = new Float32Array(0)
  rows = 0
  readonly #seed: number

  /** `weights`: heads that have a weight a row, or 0. */
  constructor(seed: number, weights: number, rows: number) {
    this.stride = dims + weights
    this.sumStride = 1 + weights
    this.#seed = seed
    this.reach(rows)
  }

  reach(rows: number): void {
    if (rows <= this.rows) return
    const room = Math.max(rows, 16)
    if (room * this.stride > this.data.length) this.#grow(Math.max(room, this.rows * 2))
    for (let row = this.rows; row < rows; row++)
      for (let k = 0; k < dims; k++)
        this.data[row * this.stride + k] = ((mix(row, this.#seed * dims + k) >>> 0) / 2 ** 31 - 1) * initial
    this.sums.fill(1, this.rows * this.sumStride, rows * this.sumStride)
    this.rows = rows
  }

  #grow(rows: number): void {
    const data = new Float32Array(rows * this.stride)
    data.set(this.data)
    this.data = data
    const sums = new Float32Array(rows * this.sumStride)
    sums.set(this.sums)
    this.sums = sums
  }

  /** Both ways; see `Keeper`. */
  keep(k: Keeper): void {
    this.rows = k.number(this.rows)
    this.data = k.column(this.data, this.rows * this.stride)
    this.sums = k.column(this.sums, this.rows * this.sumStride)
  }

  /** What is in use, for the state hash. */
  memory(): readonly Float32Array[] {
    return [this.data.subarray(0, this.rows * this.stride), this.sums.subarray(0, this.rows * this.sumStride)]
  }

  get bytes(): number {
    return this.data.byteLength + this.sums.byteLength
  }
}
