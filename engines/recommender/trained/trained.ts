import { grown } from '../interner.ts'
import type { Keeper } from '../keeper.ts'
import { Arena, type Kernels } from '../kernels/kernels.ts'
import { nthLargest } from '../nth.ts'
import { type EncoderPlaces, encode, open, takeEncoder } from '../retrieval/cap/layout.ts'
import { type Model, modelFrom } from './model.ts'

/** Vectors that a request is compared with, at least: whole cells, the nearest first. */
const scanned = 2000
/** Best items that are told when they fit; some of them were seen. */
const told = 150
/** What is this many times less likely than the likeliest is not worth a candidate. */
const worthTelling = 1e-3

interface Places extends EncoderPlaces {
  readonly rows: number
  readonly norms: number
  readonly centres: number
  readonly near: number
  readonly scores: number
}

/** A model on its memory. */
interface Served extends Pick<Model, 'shape' | 'tau' | 'place' | 'cellStarts'> {
  readonly k: Kernels
  readonly at: Places
  /** Of each of the model's items the row of the state, -1 when there is none, and its kind, stored close together. */
  readonly rowOf: Int32Array
  readonly kindOf: Uint8Array
}

/** The part of the item table that is asked: rows by id, -1 for an unknown one, and their kinds. */
interface Rows {
  readonly ids: { find(id: string): number }
  kind(row: number): number
}
/** Of an item that is unknown here. */
const noKind = 255

/**
 * The trained model in force, if any, and one that waits for its event. What a person wants next is asked of it with their newest wanted
 * items: a click changes the answer, a training is not needed for it. Price: 5 bytes a number of a vector (64 an item) and the ids.
 */
export class Trained {
  /** Of the bytes in force; '' when there are none. */
  hash = ''
  position = -1n
  #bytes: Uint8Array = new Uint8Array(0)
  #served: Served | null = null
  /** Model item + 1 of each row of the state; 0 for none. */
  #itemOf = new Int32Array(16)
  /** By hash: offered, and not in force yet. */
  readonly #waiting = new Map<string, { readonly bytes: Uint8Array; readonly model: Model }>()
  readonly #starts = new Int32Array(2)
  #asked = false
  #sorted = new Float32Array(16)
  #items = new Int32Array(16)
  /** Of the last `ask`: rows, and of each its share of what is wanted next. */
  readonly found = new Int32Array(told)
  readonly shares = new Float32Array(told)

  /** Keeps bytes ready for the event that puts them in force. False: they are damaged or of another version. */
  offer(hash: string, bytes: Uint8Array): boolean {
    const model = modelFrom(bytes)
    if (model.ok) this.#waiting.set(hash, { bytes, model: model.value })
    return model.ok
  }

  /** Puts what was offered under this hash in force. False: nothing was, and what is in force stays. */
  swap(hash: string, rows: Rows): boolean {
    const offered = this.#waiting.get(hash)
    if (!offered) return false
    this.#waiting.delete(hash)
    this.#use(hash, offered.bytes, offered.model, rows)
    return true
  }

  #use(hash: string, bytes: Uint8Array, model: Model, rows: Rows): void {
    this.hash = hash
    this.#bytes = bytes
    this.position = model.position
    this.#served = serve(model, rows)
    const { rowOf } = this.#served
    this.#itemOf.fill(0)
    rowOf.forEach((row, k) => {
      if (row < 0) return
      this.#itemOf = grown(this.#itemOf, row + 1)
      this.#itemOf[row] = k + 1
    })
    this.#sorted = grown(this.#sorted, model.shape.items)
    this.#items = grown(this.#items, model.shape.items)
  }

  /**
   * What is likely wanted next by somebody who wanted these rows (newest first), into `found` and `shares`; answers how many. The share is
   * softmax(z·e / τ) over the items of the kind in the nearest cells; of the best those are told that `fits` lets through. Rows that came after the training are passed over.
   */
  ask(rows: Int32Array, count: number, kind: number, fits: (row: number) => boolean): number {
    if (!this.#served) return 0
    const { shape, tau, place, k, at } = this.#served
    const { d, length } = shape
    let n = 0
    for (let r = 0; r < count && n < length; r++) {
      const item = (this.#itemOf[rows[r]!] ?? 0) - 1
      if (item < 0) continue
      k.floats.copyWithin(at.x + n * d, at.rows + item * d, at.rows + item * d + d)
      n++
    }
    if (n === 0) return 0
    this.#starts[1] = n
    encode(k, at, shape, place, { size: 1, starts: this.#starts, room: 1 })
    for (let c = at.z; c < at.z + d; c++) k.floats[c]! /= tau
    this.#asked = true
    const m = this.#scan(this.#served, kind)
    return m === 0 ? 0 : this.#tell(this.#served, m, fits)
  }

  /** What was asked before is over: there is no `fit` until the next question. */
  close(): void {
    this.#asked = false
  }

  /** Cosine of what the last question asks for and the vector of a row; 0 without a question or a vector. */
  fit(row: number): number {
    const item = (this.#itemOf[row] ?? 0) - 1
    if (!this.#asked || !this.#served || item < 0) return 0
    const { shape, tau, k, at } = this.#served
    let sum = 0
    for (let c = 0, e = at.rows + item * shape.d; c < shape.d; c++) sum += k.floats[at.z + c]! * k.floats[e + c]!
    return sum * tau
  }

  /** Scores of the items of a kind in the nearest cells, and which they are. */
  #scan({ shape: { d, items }, cellStarts, kindOf, k, at }: Served, kind: number): number {
    const { floats } = k
    const near = floats.subarray(at.near, at.near + cellStarts.length - 1)
    k.scores(at.near, at.z, at.centres, 1, near.length)
    let m = 0
    for (let compared = 0; compared < Math.min(scanned, items); ) {
      let best = 0
      for (let c = 1; c < near.length; c++) if (near[c]! > near[best]!) best = c
      near[best] = Number.NEGATIVE_INFINITY
      const from = cellStarts[best]!
      const size = cellStarts[best + 1]! - from
      const scores = at.scores + m
      k.scores(scores, at.z, at.rows + from * d, 1, size)
      for (let e = 0; e < size; e++) {
        if (kindOf[from + e] !== kind) continue
        floats[at.scores + m] = floats[scores + e]!
        this.#items[m++] = from + e
      }
      compared += size
    }
    return m
  }

  #tell({ k, at, rowOf }: Served, m: number, fits: (row: number) => boolean): number {
    const by = 1 / k.exponentials(at.scores, m)
    const likely = k.floats.subarray(at.scores, at.scores + m)
    let left = 0
    for (let e = 0; e < m; e++) {
      if (likely[e]! < worthTelling) continue
      likely[left] = this.#sorted[left] = likely[e]!
      this.#items[left++] = this.#items[e]!
    }
    const least = left > told ? nthLargest(this.#sorted, left, told) : 0
    let n = 0
    for (let e = 0; e < left && n < told; e++) {
      if (likely[e]! < least) continue
      const row = rowOf[this.#items[e]!]!
      if (!fits(row)) continue
      this.found[n] = row
      this.shares[n++] = likely[e]! * by
    }
    return n
  }

  /** Both ways; see `Keeper`. The bytes go into the snapshot, so that it needs no file beside it. */
  keep(k: Keeper, rows: Rows): void {
    const [hash = ''] = k.texts([this.hash])
    const bytes = k.column(this.#bytes)
    if (bytes === this.#bytes || hash === '') return
    const model = modelFrom(bytes)
    if (model.ok) this.#use(hash, bytes, model.value, rows)
  }

  get bytes(): number {
    return this.#bytes.byteLength + (this.#served?.k.floats.byteLength ?? 0) + this.#itemOf.byteLength
  }
}

function serve(model: Model, rows: Rows): Served {
  const { items, d } = model.shape
  const cells = model.cellStarts.length - 1
  const arena = new Arena()
  const { k, at } = open(arena, {
    ...takeEncoder(arena, model.shape, 1),
    rows: arena.take(items * d),
    norms: arena.take(items),
    centres: arena.take(cells * d),
    near: arena.take(cells),
    scores: arena.take(items),
  })
  k.width(d)
  k.floats.set(model.vectors, at.rows)
  k.unit(at.rows, at.norms, items)
  k.floats.set(model.ask, at.ask)
  k.floats.set(model.give, at.give)
  k.floats.set(model.centres, at.centres)
  const { shape, tau, place, cellStarts } = model
  const rowOf = new Int32Array(items)
  const kindOf = new Uint8Array(items)
  for (let i = 0; i < items; i++) {
    const row = (rowOf[i] = rows.ids.find(model.names[i]!))
    kindOf[i] = row < 0 ? noKind : rows.kind(row)
  }
  return { shape, tau, place, cellStarts, k, at, rowOf, kindOf }
}
