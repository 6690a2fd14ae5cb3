import { dims, interact, stepPairs } from './pairwise.ts'
import { mix } from './rows.ts'
import type { Memory, Remembering } from './types.ts'

/** Most members of a list. */
export const listLength = 30
const vectorRate = 0.1
const weightRate = 0.05
const vectorDecay = 1e-4
const headShare = 0.3
const initial = 0.05

export interface FactorForm {
  /** Rows of each field. */
  readonly fields: readonly number[]
  /** List fields, each with its own table of `listRows` rows. */
  readonly lists: number
  readonly listRows: number
  readonly heads: number
  readonly seed: number
}

/** Which row of each field (-1 = none), and the members of each list with their weights. */
export interface FactorExample {
  readonly rows: Int32Array
  readonly members: Int32Array
  readonly memberWeights: Float32Array
  readonly lengths: Int32Array
}

/**
 * Field-weighted factorisation machine (Pan et al. 2018) with several heads over shared vectors:
 * z_h = b_h + Σ_f w[h,f] + Σ_k A[h,k] Σ_{a<b} R[a,b] v[a,k] v[b,k]. A list field is Σ w_j v_j / √Σ w_j². AdaGrad throughout.
 */
export class FactorMachine implements Remembering {
  readonly scores: Float64Array
  readonly #form: FactorForm
  readonly #n: number
  readonly #starts: Int32Array
  readonly #vectors: Float32Array
  readonly #vectorSums: Float32Array
  readonly #weights: Float32Array
  readonly #weightSums: Float32Array
  readonly #pairs: Float32Array
  readonly #pairSums: Float32Array
  /** A[h,k], then b_h. */
  readonly #heads: Float32Array
  readonly #headSums: Float32Array
  readonly #v: Float64Array
  readonly #m: Float64Array
  /** T_k = Σ_{a<b} R[a,b] v[a,k] v[b,k] of the last `forward`. */
  readonly interactions = new Float64Array(dims)
  readonly #norms: Float64Array

  constructor(form: FactorForm) {
    this.#form = form
    this.#n = form.fields.length + form.lists
    this.#starts = new Int32Array(this.#n + 1)
    for (let f = 0; f < this.#n; f++) this.#starts[f + 1] = this.#starts[f]! + (form.fields[f] ?? form.listRows)
    const rows = this.#starts[this.#n]!
    this.#vectors = new Float32Array(rows * dims)
    this.#vectorSums = new Float32Array(rows * dims).fill(1)
    this.#weights = new Float32Array(this.#starts[form.fields.length]! * form.heads)
    this.#weightSums = new Float32Array(this.#weights.length).fill(1)
    this.#pairs = new Float32Array(this.#n * this.#n).fill(1)
    this.#pairSums = new Float32Array(this.#n * this.#n).fill(1)
    this.#heads = new Float32Array(form.heads * (dims + 1)).fill(1)
    for (let h = 0; h < form.heads; h++) this.#heads[h * (dims + 1) + dims] = 0
    this.#headSums = new Float32Array(this.#heads.length).fill(1)
    this.#v = new Float64Array(this.#n * dims)
    this.#m = new Float64Array(this.#n * dims)
    this.#norms = new Float64Array(form.lists)
    this.scores = new Float64Array(form.heads)
    for (let row = 0; row < rows; row++) this.#begin(row)
  }

  /** A row starts anew: small vector out of the seed, no weight. */
  reset(field: number, row: number): void {
    const at = this.#starts[field]! + row
    this.#begin(at)
    this.#vectorSums.fill(1, at * dims, (at + 1) * dims)
    if (field >= this.#form.fields.length) return
    const { heads } = this.#form
    this.#weights.fill(0, at * heads, (at + 1) * heads)
    this.#weightSums.fill(1, at * heads, (at + 1) * heads)
  }

  #begin(at: number): void {
    for (let k = 0; k < dims; k++)
      this.#vectors[at * dims + k] = ((mix(at, this.#form.seed * dims + k) >>> 0) / 2 ** 31 - 1) * initial
  }

  /** Scores of all heads into `scores`; keeps what `step` needs. */
  forward(x: FactorExample): void {
    const { fields, heads } = this.#form
    const count = fields.length
    const v = this.#v
    for (let f = 0; f < count; f++) {
      const row = x.rows[f]!
      const from = (this.#starts[f]! + row) * dims
      if (row < 0) for (let k = 0; k < dims; k++) v[f * dims + k] = 0
      else for (let k = 0; k < dims; k++) v[f * dims + k] = this.#vectors[from + k]!
    }
    for (let l = 0; l < this.#form.lists; l++) this.#gather(x, l)
    this.#interact()
    const scores = this.scores
    for (let h = 0; h < heads; h++) {
      const base = h * (dims + 1)
      let z = this.#heads[base + dims]!
      for (let k = 0; k < dims; k++) z += this.#heads[base + k]! * this.interactions[k]!
      for (let f = 0; f < count; f++) if (x.rows[f]! >= 0) z += this.#weights[(this.#starts[f]! + x.rows[f]!) * heads + h]!
      scores[h] = z
    }
  }

  #gather(x: FactorExample, list: number): void {
    const f = this.#form.fields.length + list
    const v = this.#v
    const table = this.#vectors
    const at = f * dims
    for (let k = 0; k < dims; k++) v[at + k] = 0
    let squares = 0
    const start = list * listLength
    for (let j = start; j < start + x.lengths[list]!; j++) {
      const w = x.memberWeights[j]!
      squares += w * w
      const from = (this.#starts[f]! + x.members[j]!) * dims
      for (let k = 0; k < dims; k++) v[at + k]! += w * table[from + k]!
    }
    const norm = squares > 0 ? 1 / Math.sqrt(squares) : 0
    this.#norms[list] = norm
    for (let k = 0; k < dims; k++) v[at + k]! *= norm
  }

  /** m, and T_k = ½ Σ_a v[a,k] m[a,k]. */
  #interact(): void {
    const v = this.#v
    const m = this.#m
    const n = this.#n
    interact(v, this.#pairs, n, m)
    const t = this.interactions.fill(0)
    for (let a = 0; a < n; a++) for (let k = 0; k < dims; k++) t[k]! += 0.5 * v[a * dims + k]! * m[a * dims + k]!
  }

  /** Of the scores, what stems from `constant` fields alone, into `out`: the same for every candidate of a request. Call after `forward`. */
  constantPart(x: FactorExample, constant: readonly number[], out: Float64Array): void {
    const { fields, heads } = this.#form
    const n = this.#n
    const t = new Float64Array(dims)
    for (const a of constant)
      for (const b of constant) {
        if (b <= a) continue
        const r = this.#pairs[a * n + b]!
        for (let k = 0; k < dims; k++) t[k]! += r * this.#v[a * dims + k]! * this.#v[b * dims + k]!
      }
    for (let h = 0; h < heads; h++) {
      let z = this.#heads[h * (dims + 1) + dims]!
      for (let k = 0; k < dims; k++) z += this.#heads[h * (dims + 1) + k]! * t[k]!
      for (const f of constant)
        if (f < fields.length && x.rows[f]! >= 0) z += this.#weights[(this.#starts[f]! + x.rows[f]!) * heads + h]!
      out[h] = z
    }
  }

  /** One step after `forward` of the same example; `g` = p - y by head, 0 where the label is unknown. */
  step(x: FactorExample, g: Float64Array): void {
    const { fields, heads, lists } = this.#form
    const c = new Float64Array(dims)
    for (let h = 0; h < heads; h++) for (let k = 0; k < dims; k++) c[k]! += g[h]! * this.#heads[h * (dims + 1) + k]!
    stepPairs(this.#v, c, this.#n, [this.#pairs, this.#pairSums], vectorRate)
    for (let f = 0; f < fields.length; f++) {
      if (x.rows[f]! < 0) continue
      const at = this.#starts[f]! + x.rows[f]!
      this.#stepVector(at, f, c, 1)
      for (let h = 0; h < heads; h++) if (g[h] !== 0) this.#stepWeight(at * heads + h, g[h]!)
    }
    for (let l = 0; l < lists; l++) {
      const f = fields.length + l
      const start = l * listLength
      for (let j = start; j < start + x.lengths[l]!; j++)
        this.#stepVector(this.#starts[f]! + x.members[j]!, f, c, x.memberWeights[j]! * this.#norms[l]!)
    }
    this.#stepHeads(g)
  }

  #stepWeight(at: number, g: number): void {
    const sum = this.#weightSums[at]! + g * g
    this.#weightSums[at] = sum
    this.#weights[at]! -= (weightRate * g) / Math.sqrt(sum)
  }

  #stepVector(row: number, field: number, c: Float64Array, share: number): void {
    const table = this.#vectors
    const sums = this.#vectorSums
    const m = this.#m
    for (let k = 0; k < dims; k++) {
      const at = row * dims + k
      const g = share * c[k]! * m[field * dims + k]! + vectorDecay * table[at]!
      const sum = sums[at]! + g * g
      sums[at] = sum
      table[at]! -= (vectorRate * g) / Math.sqrt(sum)
    }
  }

  #stepHeads(g: Float64Array): void {
    for (let h = 0; h < this.#form.heads; h++) {
      if (g[h] === 0) continue
      for (let k = 0; k <= dims; k++) {
        const at = h * (dims + 1) + k
        const gk = k < dims ? headShare * g[h]! * this.interactions[k]! : g[h]!
        const sum = this.#headSums[at]! + gk * gk
        this.#headSums[at] = sum
        this.#heads[at]! -= ((k < dims ? vectorRate : weightRate) * gk) / Math.sqrt(sum)
      }
    }
  }

  /** Copies the vector and weights of one row. */
  read(field: number, row: number, out: Float32Array): void {
    const at = this.#starts[field]! + row
    const { heads } = this.#form
    for (let k = 0; k < dims; k++) out[k] = this.#vectors[at * dims + k]!
    for (let h = 0; h < heads; h++) out[dims + h] = this.#weights[at * heads + h]!
  }

  /** Exchanges the vector and weights of one row with those held, to put a frozen row in its place and back. */
  swap(field: number, row: number, held: Float32Array): void {
    const at = this.#starts[field]! + row
    const { heads } = this.#form
    for (let k = 0; k < dims; k++) {
      const x = this.#vectors[at * dims + k]!
      this.#vectors[at * dims + k] = held[k]!
      held[k] = x
    }
    for (let h = 0; h < heads; h++) {
      const x = this.#weights[at * heads + h]!
      this.#weights[at * heads + h] = held[dims + h]!
      held[dims + h] = x
    }
  }

  memory(): readonly Memory[] {
    const tables = [this.#vectors, this.#vectorSums, this.#weights, this.#weightSums]
    return [...tables, this.#pairs, this.#pairSums, this.#heads, this.#headSums]
  }
}
