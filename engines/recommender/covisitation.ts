import { lengths } from './config.ts'
import { grown } from './interner.ts'
import type { Keeper } from './keeper.ts'
import type { Sparse } from './sparse.ts'

const halfLifeMs = 30 * 86_400_000
/** Row lengths. A row moves to the next when it is full; at the last one the lightest neighbour makes room. */
const classes = [4, 16, 64, lengths.neighbours] as const
/** Shrinkage and the two popularity exponents: of the seed and, small on purpose, of the target (study-retrieval.md, 3 A and 4). */
export const norm = { kappa: 10, seed: 0.5, target: 0.15, back: 0.25, window: 10, distance: 0.5 } as const

/**
 * Directed, time-decayed co-visitation: w[i → j] grows when j is wanted after i, and by a quarter of it the other way round.
 * Weights are kept as w·2^((t-t0)/H), so that they decay by themselves; they are rescaled every few years.
 * Price: 18 bytes an item and 8 bytes a neighbour slot (4, 16, 64 or 200 of them).
 */
export class Covisitation {
  #ids = classes.map(n => new Int32Array(16 * n))
  #weights = classes.map(n => new Float32Array(16 * n))
  #free: number[][] = classes.map(() => [])
  #slots = classes.map(() => 0)
  #class = new Uint8Array(16).fill(255)
  #slot = new Int32Array(16)
  #length = new Uint8Array(16)
  /** Decayed wanted actions on the item, in the same scale as the weights. */
  #mass = new Float32Array(16)
  /** (mass + κ)^-target at the time of its last action. */
  targetNorm = new Float32Array(16)
  #zero: number | null = null
  #newest = 0

  /** What a weight of now counts in the kept scale. */
  scale(time: number): number {
    this.#zero ??= time
    let exponent = (time - this.#zero) / halfLifeMs
    if (exponent > 60) {
      this.#rescale(exponent)
      this.#zero = time
      exponent = 0
    }
    return 2 ** Math.max(-60, exponent)
  }

  /** The scale of now without moving anything: for readers. */
  peekScale(now: number): number {
    return this.#zero === null ? 1 : 2 ** Math.max(-60, Math.min(120, (now - this.#zero) / halfLifeMs))
  }

  mass(i: number, scale: number): number {
    return i < this.#mass.length ? this.#mass[i]! / scale : 0
  }

  /** One wanted action of this strength on j by somebody whose earlier items, newest first, are history[0…n). */
  add(j: number, strength: number, history: Int32Array, n: number, time: number): void {
    const scale = this.scale(time)
    if (time > this.#newest) this.#newest = time
    this.#reach(j)
    this.#mass[j]! += strength * scale
    this.targetNorm[j] = (this.#mass[j]! / this.peekScale(this.#newest) + norm.kappa) ** -norm.target
    for (let k = 0; k < n; k++) {
      const i = history[k]!
      const weight = (strength * scale) / (k + 1) ** norm.distance
      this.#raise(i, j, weight)
      this.#raise(j, i, weight * norm.back)
    }
  }

  /** Neighbours of i: `each(j, weight)` in kept order; weights in the scale of `scale`. */
  each(i: number, scale: number, each: (j: number, weight: number) => void): void {
    if (i >= this.#class.length || this.#class[i] === 255) return
    const cls = this.#class[i]!
    const from = this.#slot[i]! * classes[cls]!
    const ids = this.#ids[cls]!
    const weights = this.#weights[cls]!
    const seed = 1 / ((this.mass(i, scale) + norm.kappa) ** norm.seed * scale)
    for (let k = from; k < from + this.#length[i]!; k++) each(ids[k]!, weights[k]! * seed * this.targetNorm[ids[k]!]!)
  }

  /** Weight from seed i to j in the scale of `scale`, as `each` gives it; 0 for strangers. */
  weight(i: number, j: number, scale: number): number {
    if (i >= this.#class.length || this.#class[i] === 255) return 0
    const cls = this.#class[i]!
    const from = this.#slot[i]! * classes[cls]!
    const to = from + this.#length[i]!
    const ids = this.#ids[cls]!
    for (let k = from; k < to; k++)
      if (ids[k] === j)
        return (this.#weights[cls]![k]! * this.targetNorm[j]!) / ((this.mass(i, scale) + norm.kappa) ** norm.seed * scale)
    return 0
  }

  /** Adds the neighbours of i, times `strength` but not yet times `targetNorm`, to `sums`; `seeds[j]` becomes i where that is more than everything before. */
  spread(i: number, scale: number, strength: number, sums: Sparse, seeds: Int32Array): void {
    if (i >= this.#class.length || this.#class[i] === 255) return
    const cls = this.#class[i]!
    const from = this.#slot[i]! * classes[cls]!
    const to = from + this.#length[i]!
    const ids = this.#ids[cls]!
    const weights = this.#weights[cls]!
    const by = strength / ((this.mass(i, scale) + norm.kappa) ** norm.seed * scale)
    sums.room(to - from)
    const { values, touched } = sums
    let count = sums.count
    for (let k = from; k < to; k++) {
      const j = ids[k]!
      const add = weights[k]! * by
      const before = values[j]!
      if (before === 0) touched[count++] = j
      if (add > before) seeds[j] = i
      values[j] = before + add + tiny
    }
    sums.count = count
  }

  /** Row i as it is kept, for the state hash. */
  rowOf(i: number): { mass: number; ids: Int32Array; weights: Float32Array } {
    if (i >= this.#class.length || this.#class[i] === 255) return { mass: this.#mass[i] ?? 0, ids: noIds, weights: noWeights }
    const cls = this.#class[i]!
    const from = this.#slot[i]! * classes[cls]!
    const to = from + this.#length[i]!
    return { mass: this.#mass[i]!, ids: this.#ids[cls]!.subarray(from, to), weights: this.#weights[cls]!.subarray(from, to) }
  }

  /** Both ways; see `Keeper`. */
  keep(k: Keeper): void {
    this.#slots = [...k.column(Int32Array.from(this.#slots))]
    this.#free = classes.map((_, c) => [...k.column(Int32Array.from(this.#free[c]!))])
    this.#ids = classes.map((n, c) => k.column(this.#ids[c]!, this.#slots[c]! * n))
    this.#weights = classes.map((n, c) => k.column(this.#weights[c]!, this.#slots[c]! * n))
    this.#class = k.column(this.#class)
    this.#slot = k.column(this.#slot)
    this.#length = k.column(this.#length)
    this.#mass = k.column(this.#mass)
    this.targetNorm = k.column(this.targetNorm)
    const zero = k.number(this.#zero ?? Number.NaN)
    this.#zero = Number.isNaN(zero) ? null : zero
    this.#newest = k.number(this.#newest)
  }

  get bytes(): number {
    const sum = (arrays: readonly { byteLength: number }[]) => arrays.reduce((n, a) => n + a.byteLength, 0)
    return sum(this.#ids) + sum(this.#weights) + this.#class.length * 14
  }

  #raise(i: number, j: number, weight: number): void {
    if (i === j) return
    this.#reach(i)
    if (this.#class[i] === 255) this.#move(i, 0)
    let cls = this.#class[i]!
    let from = this.#slot[i]! * classes[cls]!
    const length = this.#length[i]!
    const ids = this.#ids[cls]!
    const weights = this.#weights[cls]!
    let lightest = from
    for (let k = from; k < from + length; k++) {
      if (ids[k] === j) {
        weights[k]! += weight
        return
      }
      if (weights[k]! < weights[lightest]!) lightest = k
    }
    if (length === classes[cls]) {
      if (cls === classes.length - 1) {
        ids[lightest] = j
        weights[lightest] = weight
        return
      }
      this.#move(i, ++cls)
      from = this.#slot[i]! * classes[cls]!
    }
    this.#ids[cls]![from + length] = j
    this.#weights[cls]![from + length] = weight
    this.#length[i] = length + 1
  }

  #move(i: number, to: number): void {
    const size = classes[to]!
    const slot = this.#free[to]!.pop() ?? this.#slots[to]!++
    this.#ids[to] = grown(this.#ids[to]!, (slot + 1) * size)
    this.#weights[to] = grown(this.#weights[to]!, (slot + 1) * size)
    const was = this.#class[i]!
    if (was !== 255) {
      const from = this.#slot[i]! * classes[was]!
      this.#ids[to]!.set(this.#ids[was]!.subarray(from, from + this.#length[i]!), slot * size)
      this.#weights[to]!.set(this.#weights[was]!.subarray(from, from + this.#length[i]!), slot * size)
      this.#free[was]!.push(this.#slot[i]!)
    }
    this.#class[i] = to
    this.#slot[i] = slot
  }

  #reach(i: number): void {
    if (i < this.#class.length) return
    this.#class = grown(this.#class, i + 1, 255)
    const n = this.#class.length
    this.#slot = grown(this.#slot, n)
    this.#length = grown(this.#length, n)
    this.#mass = grown(this.#mass, n)
    this.targetNorm = grown(this.targetNorm, n)
  }

  #rescale(exponent: number): void {
    const by = 2 ** -exponent
    for (const weights of this.#weights) for (let k = 0; k < weights.length; k++) weights[k]! *= by
    for (let k = 0; k < this.#mass.length; k++) this.#mass[k]! *= by
  }
}

/** Keeps a sum from being 0, which would list its key twice. */
const tiny = 1e-30
const noIds = new Int32Array(0)
const noWeights = new Float32Array(0)
