import type { Keeper } from '../keeper.ts'
import { dims, interact, stepPairs } from '../rank/pairwise.ts'
import { fieldCount, idAt, itemCount, itemFields, listLength, personCount, personFields, richCount } from './plan.ts'
import { Table } from './table.ts'

const vectorRate = 0.1
const weightRate = 0.05
const vectorDecay = 1e-4
const headShare = 0.3
/** Weight of a list member against the one after it. */
const fading = 0.95
const goods = personFields.length
const others = goods + 1
const tags = personCount + itemFields.length
const headWidth = dims + 1

/**
 * Field-weighted factorisation machine (Pan et al. 2018) in two halves: the person and the moment once a request, the item for every
 * candidate. z_h = b_h + Σ_f w[h,f] + Σ_k A[h,k] Σ_{a<b} R[a,b] v[a,k] v[b,k]; a list is Σ w_j v_j / √Σ w_j². Row-wise AdaGrad.
 * No row belongs to a person: what is known of one comes as lists and buckets, and goes when it is forgotten.
 */
export class Factors {
  readonly scores = new Float64Array(richCount)
  /** T_k = Σ_{a<b} R[a,b] v[a,k] v[b,k]. */
  readonly interactions = new Float64Array(dims)
  readonly tables: readonly Table[]
  #pairs = new Float32Array(fieldCount * fieldCount).fill(1)
  #pairSums = new Float32Array(fieldCount * fieldCount).fill(1)
  /** A[h,k], then b_h. */
  #heads = new Float32Array(richCount * headWidth)
  #headSums = new Float32Array(richCount * headWidth).fill(1)
  readonly #v = new Float64Array(fieldCount * dims)
  readonly #m = new Float64Array(fieldCount * dims)
  /** Of the person's half: interactions, scores, and what each field of the item meets. */
  readonly own = new Float64Array(dims)
  readonly ownScores = new Float64Array(richCount)
  readonly #meets = new Float64Array(itemCount * dims)
  readonly #norms = new Float64Array(fieldCount)
  /** Σ_h g_h A[h,k] of the step. */
  readonly #pull = new Float64Array(dims)

  constructor() {
    // Small vectors out of fixed numbers: what is learned depends on the log alone, not on the seed of the draws.
    const at = (f: number): number => 101 + f
    this.tables = [
      ...personFields.map((rows, f) => new Table(at(f), richCount, rows)),
      new Table(at(goods), 0, 0),
      new Table(at(others), 0, 0),
      ...itemFields.map((rows, f) => new Table(at(personCount + f), richCount, rows)),
      new Table(at(tags), richCount, 0),
    ]
    for (let k = 0; k < this.#heads.length; k++) this.#heads[k] = k % headWidth === dims ? 0 : 1
  }

  /** Makes the rows that an example names. */
  reach(ids: Int32Array): void {
    for (let l = 0; l < 2; l++)
      for (let j = 0; j < ids[idAt.lengths + l]!; j++) this.tables[goods + l]!.reach(ids[idAt.lists + l * listLength + j]! + 1)
    for (let f = 0; f < 2; f++) this.tables[personCount + f]!.reach(ids[idAt.item + f]! + 1)
    for (let j = 0; j < ids[idAt.tagCount]!; j++) this.tables[tags]!.reach(ids[idAt.tags + j]! + 1)
  }

  /** The half that all candidates of a request share. */
  person(ids: Int32Array): void {
    const v = this.#v
    const scores = this.ownScores
    for (let h = 0; h < richCount; h++) scores[h] = this.#heads[h * headWidth + dims]!
    for (let f = 0; f < goods; f++) this.#single(f, ids[f]!, scores)
    for (let l = 0; l < 2; l++) this.#list(goods + l, ids, idAt.lists + l * listLength, ids[idAt.lengths + l]!, null)
    const own = this.own.fill(0)
    const r = this.#pairs
    for (let a = 0; a < personCount; a++)
      for (let b = a + 1; b < personCount; b++) {
        const w = r[a * fieldCount + b]!
        for (let k = 0; k < dims; k++) own[k]! += w * v[a * dims + k]! * v[b * dims + k]!
      }
    for (let h = 0; h < richCount; h++) for (let k = 0; k < dims; k++) scores[h]! += this.#heads[h * headWidth + k]! * own[k]!
    const meets = this.#meets.fill(0)
    for (let a = 0; a < personCount; a++)
      for (let b = 0; b < itemCount; b++) {
        const w = r[a * fieldCount + personCount + b]!
        for (let k = 0; k < dims; k++) meets[b * dims + k]! += w * v[a * dims + k]!
      }
  }

  /** The item's half after `person`: scores and interactions. Ids of the item start at `at`. */
  item(ids: Int32Array): void {
    const { scores, interactions: t } = this
    scores.set(this.ownScores)
    for (let f = 0; f < itemFields.length; f++) this.#single(personCount + f, ids[idAt.item + f]!, scores)
    this.#list(tags, ids, idAt.tags, ids[idAt.tagCount]!, scores)
    t.set(this.own)
    this.#meet(t)
    const heads = this.#heads
    const { own } = this
    for (let h = 0; h < richCount; h++) {
      let z = scores[h]!
      for (let k = 0; k < dims; k++) z += heads[h * headWidth + k]! * (t[k]! - own[k]!)
      scores[h] = z
    }
  }

  /** T of the item's fields with the person's and among themselves; written out for eight dimensions, so that sums stay in registers. */
  #meet(t: Float64Array): void {
    const v = this.#v
    const r = this.#pairs
    const meets = this.#meets
    const first = personCount * dims
    for (let b = 0; b < itemCount; b++) {
      const at = b * dims
      let m0 = meets[at]!
      let m1 = meets[at + 1]!
      let m2 = meets[at + 2]!
      let m3 = meets[at + 3]!
      let m4 = meets[at + 4]!
      let m5 = meets[at + 5]!
      let m6 = meets[at + 6]!
      let m7 = meets[at + 7]!
      for (let a = 0; a < b; a++) {
        const w = r[(personCount + a) * fieldCount + personCount + b]!
        const from = first + a * dims
        m0 += w * v[from]!
        m1 += w * v[from + 1]!
        m2 += w * v[from + 2]!
        m3 += w * v[from + 3]!
        m4 += w * v[from + 4]!
        m5 += w * v[from + 5]!
        m6 += w * v[from + 6]!
        m7 += w * v[from + 7]!
      }
      const own = first + at
      t[0]! += m0 * v[own]!
      t[1]! += m1 * v[own + 1]!
      t[2]! += m2 * v[own + 2]!
      t[3]! += m3 * v[own + 3]!
      t[4]! += m4 * v[own + 4]!
      t[5]! += m5 * v[own + 5]!
      t[6]! += m6 * v[own + 6]!
      t[7]! += m7 * v[own + 7]!
    }
  }

  #single(f: number, row: number, scores: Float64Array): void {
    const { data, stride, rows } = this.tables[f]!
    const v = this.#v
    if (row < 0 || row >= rows) {
      for (let k = 0; k < dims; k++) v[f * dims + k] = 0
      return
    }
    const from = row * stride
    for (let k = 0; k < dims; k++) v[f * dims + k] = data[from + k]!
    for (let h = 0; h < richCount; h++) scores[h]! += data[from + dims + h]!
  }

  #list(f: number, ids: Int32Array, from: number, n: number, scores: Float64Array | null): void {
    const { data, stride, rows } = this.tables[f]!
    const v = this.#v
    for (let k = 0; k < dims; k++) v[f * dims + k] = 0
    let squares = 0
    for (let j = 0, w = 1; j < n; j++, w *= scores ? 1 : fading) squares += w * w
    const norm = squares > 0 ? 1 / Math.sqrt(squares) : 0
    this.#norms[f] = norm
    for (let j = 0, w = norm; j < n; j++, w *= scores ? 1 : fading) {
      const row = ids[from + j]!
      if (row >= rows) continue
      for (let k = 0; k < dims; k++) v[f * dims + k]! += w * data[row * stride + k]!
      if (scores) for (let h = 0; h < richCount; h++) scores[h]! += w * data[row * stride + dims + h]!
    }
  }

  /** One step after `person` and `item` of the same example; `g` = p - y by rich head, 0 where the label is unknown. */
  step(ids: Int32Array, g: Float64Array): void {
    const c = this.#pull.fill(0)
    for (let h = 0; h < richCount; h++) for (let k = 0; k < dims; k++) c[k]! += g[h]! * this.#heads[h * headWidth + k]!
    interact(this.#v, this.#pairs, fieldCount, this.#m)
    stepPairs(this.#v, c, fieldCount, [this.#pairs, this.#pairSums], vectorRate)
    for (let f = 0; f < goods; f++) this.#stepRow(f, ids[f]!, g, 1)
    for (let l = 0; l < 2; l++) this.#stepList(goods + l, ids, idAt.lists + l * listLength, ids[idAt.lengths + l]!, g)
    for (let f = 0; f < itemFields.length; f++) this.#stepRow(personCount + f, ids[idAt.item + f]!, g, 1)
    this.#stepList(tags, ids, idAt.tags, ids[idAt.tagCount]!, g)
    for (let h = 0; h < richCount; h++) {
      if (g[h] === 0) continue
      for (let k = 0; k <= dims; k++) {
        const at = h * headWidth + k
        const gk = k < dims ? headShare * g[h]! * this.interactions[k]! : g[h]!
        const sum = this.#headSums[at]! + gk * gk
        this.#headSums[at] = sum
        this.#heads[at]! -= ((k < dims ? vectorRate : weightRate) * gk) / Math.sqrt(sum)
      }
    }
  }

  #stepList(f: number, ids: Int32Array, from: number, n: number, g: Float64Array): void {
    const fade = f === tags ? 1 : fading
    for (let j = 0, w = this.#norms[f]!; j < n; j++, w *= fade) this.#stepRow(f, ids[from + j]!, g, w)
  }

  #stepRow(f: number, row: number, g: Float64Array, share: number): void {
    const { data, sums, stride, sumStride } = this.tables[f]!
    if (row < 0) return
    const m = this.#m
    const c = this.#pull
    const from = row * stride
    const at = row * sumStride
    let squares = 0
    for (let k = 0; k < dims; k++) {
      const gk = share * c[k]! * m[f * dims + k]! + vectorDecay * data[from + k]!
      squares += gk * gk
    }
    const sum = sums[at]! + squares / dims
    sums[at] = sum
    const by = vectorRate / Math.sqrt(sum)
    for (let k = 0; k < dims; k++) data[from + k]! -= by * (share * c[k]! * m[f * dims + k]! + vectorDecay * data[from + k]!)
    if (stride === dims) return
    for (let h = 0; h < richCount; h++) {
      if (g[h] === 0) continue
      const gh = share * g[h]!
      const total = sums[at + 1 + h]! + gh * gh
      sums[at + 1 + h] = total
      data[from + dims + h]! -= (weightRate * gh) / Math.sqrt(total)
    }
  }

  /** Both ways; see `Keeper`. */
  keep(k: Keeper): void {
    for (const table of this.tables) table.keep(k)
    this.#pairs = k.column(this.#pairs)
    this.#pairSums = k.column(this.#pairSums)
    this.#heads = k.column(this.#heads)
    this.#headSums = k.column(this.#headSums)
  }

  memory(): readonly Float32Array[] {
    return [...this.tables.flatMap(t => t.memory()), this.#pairs, this.#pairSums, this.#heads, this.#headSums]
  }
}
