import { grown } from '../interner.ts'
import type { Keeper } from '../keeper.ts'
import { Arena, type Kernels } from '../kernels/kernels.ts'
import { nthLargest } from '../nth.ts'
import { type EncoderPlaces, encode, open, takeEncoder } from '../retrieval/cap/layout.ts'
import { Late, lateRoom } from './late.ts'
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
  readonly late: number
}

/** A model on its memory. */
interface Served extends Pick<Model, 'shape' | 'tau' | 'place' | 'cellStarts'> {
  readonly k: Kernels
  readonly at: Places
  /** Of each of the model's items the row of the state, -1 when there is none, and its kind, stored close together. */
  readonly rowOf: Int32Array
  readonly kindOf: Uint8Array
  /** Items that came after the training; the vector of a place stands at `at.late`. */
  readonly late: Late
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
 * items: a click changes the answer, a training is not needed for it. Items that came after the training have vectors too (`adopt.ts`), 16 a cell.
 * Price: 5 bytes a number of a vector (64 an item) and the ids.
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
  /** Rows that were compared. */
  #rows = new Int32Array(16)
  readonly #sum: number[] = []
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
    const compared = model.shape.items + this.#served.late.rows.length
    this.#sorted = grown(this.#sorted, compared)
    this.#rows = grown(this.#rows, compared)
  }

  /**
   * What is likely wanted next by somebody who wanted these rows (newest first), into `found` and `shares`; answers how many. The share is
   * softmax(z·e / τ) over the items of the kind in the nearest cells; of the best those are told that `fits` lets through. Rows without a vector are passed over.
   */
  ask(rows: Int32Array, count: number, kind: number, fits: (row: number) => boolean): number {
    if (!this.#served || !this.#encode(rows, count)) return 0
    const { shape, tau, k, at } = this.#served
    for (let c = at.z; c < at.z + shape.d; c++) k.floats[c]! /= tau
    this.#asked = true
    const m = this.#scan(this.#served, kind)
    return m === 0 ? 0 : this.#tell(this.#served, m, fits)
  }

  /** What these rows (newest first) ask for, at length 1, at `at.z`; false when none of them has a vector. */
  #encode(rows: Int32Array, count: number): boolean {
    if (!this.#served) return false
    const { shape, place, k, at } = this.#served
    const { d, length } = shape
    this.#asked = false
    let n = 0
    for (let r = 0; r < count && n < length; r++) {
      const from = this.#vectorOf(this.#served, rows[r]!)
      if (from < 0) continue
      k.floats.copyWithin(at.x + n * d, from, from + d)
      n++
    }
    if (n === 0) return false
    this.#starts[1] = n
    encode(k, at, shape, place, { size: 1, starts: this.#starts, room: 1 })
    return true
  }

  /** What was asked before is over: there is no `fit` until the next question. */
  close(): void {
    this.#asked = false
  }

  /** Cosine of what the last question asks for and the vector of a row; 0 without a question or a vector. */
  fit(row: number): number {
    const from = this.#asked && this.#served ? this.#vectorOf(this.#served, row) : -1
    if (from < 0 || !this.#served) return 0
    const { shape, tau, k, at } = this.#served
    let sum = 0
    for (let c = 0, e = from; c < shape.d; c++) sum += k.floats[at.z + c]! * k.floats[e + c]!
    return sum * tau
  }

  /** Where in memory the vector of a row stands, -1 when it has none. */
  #vectorOf({ shape: { d }, at, late }: Served, row: number): number {
    const item = (this.#itemOf[row] ?? 0) - 1
    if (item >= 0) return at.rows + item * d
    const place = late.find(row)
    return place < 0 ? -1 : at.late + place * d
  }

  /** True when a model is in force that was trained without this row. */
  isMissing(row: number): boolean {
    return this.#served !== null && !this.#itemOf[row]
  }

  /** Begins a vector; what it answers adds rows of the training to it, others say nothing. */
  blend(): (row: number, weight: number) => void {
    const { shape, at, k } = this.#served!
    const sum = this.#sum
    sum.length = 0
    for (let c = 0; c < shape.d; c++) sum.push(0)
    return (row, weight) => {
      const item = (this.#itemOf[row] ?? 0) - 1
      if (item < 0) return
      const from = at.rows + item * shape.d
      for (let c = 0; c < shape.d; c++) sum[c]! += weight * k.floats[from + c]!
    }
  }

  /** Adds what somebody who wanted these rows (newest first) wants next, as the model sees it; false when it knows none of them. */
  blendWish(rows: Int32Array, count: number): boolean {
    if (!this.#encode(rows, count)) return false
    const { shape, at, k } = this.#served!
    for (let c = 0; c < shape.d; c++) this.#sum[c]! += k.floats[at.z + c]!
    return true
  }

  /** Adds the vector that a row of no training has so far, weighing as much as the wanted actions that it met. */
  blendOwn(row: number): void {
    const { shape, at, k, late } = this.#served!
    const place = late.find(row)
    if (place < 0) return
    const from = at.late + place * shape.d
    const weight = late.meet(place)
    for (let c = 0; c < shape.d; c++) this.#sum[c]! += weight * k.floats[from + c]!
  }

  /** Gives what was blended to a row, at length 1, in the cell whose centre is nearest. Nothing was blended: nothing changes. */
  settle(row: number, kind: number): void {
    const { shape, at, k, late, cellStarts } = this.#served!
    const length = Math.hypot(...this.#sum)
    if (!(length > 1e-9)) return
    let best = 0
    let most = Number.NEGATIVE_INFINITY
    for (let cell = 0; cell < cellStarts.length - 1; cell++) {
      let near = 0
      for (let c = 0, e = at.centres + cell * shape.d; c < shape.d; c++) near += this.#sum[c]! * k.floats[e + c]!
      if (near > most) {
        most = near
        best = cell
      }
    }
    const from = at.late + late.put(row, kind, best) * shape.d
    for (let c = 0; c < shape.d; c++) k.floats[from + c] = this.#sum[c]! / length
  }

  /** Scores of the items of a kind in the nearest cells, and which they are. */
  #scan({ shape: { d, items }, cellStarts, kindOf, rowOf, late, k, at }: Served, kind: number): number {
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
        this.#rows[m++] = rowOf[from + e]!
      }
      compared += size
      if (late.isEmpty(best)) continue
      const first = best * lateRoom
      k.scores(at.scores + m, at.z, at.late + first * d, 1, lateRoom)
      const told = at.scores + m
      for (let e = 0; e < lateRoom; e++) {
        if (late.rows[first + e]! < 0 || late.kinds[first + e] !== kind) continue
        floats[at.scores + m] = floats[told + e]!
        this.#rows[m++] = late.rows[first + e]!
      }
    }
    return m
  }

  #tell({ k, at }: Served, m: number, fits: (row: number) => boolean): number {
    const by = 1 / k.exponentials(at.scores, m)
    const likely = k.floats.subarray(at.scores, at.scores + m)
    let left = 0
    for (let e = 0; e < m; e++) {
      if (likely[e]! < worthTelling) continue
      likely[left] = this.#sorted[left] = likely[e]!
      this.#rows[left++] = this.#rows[e]!
    }
    const least = left > told ? nthLargest(this.#sorted, left, told) : 0
    let n = 0
    for (let e = 0; e < left && n < told; e++) {
      if (likely[e]! < least) continue
      const row = this.#rows[e]!
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
    if (bytes !== this.#bytes && hash !== '') {
      const model = modelFrom(bytes)
      if (model.ok) this.#use(hash, bytes, model.value, rows)
    }
    if (!this.#served) return
    const { late, at, shape, k: kernels } = this.#served
    late.keep(k, row => rows.kind(row))
    const vectors = kernels.floats.subarray(at.late, at.late + late.rows.length * shape.d)
    const kept = k.column(vectors)
    if (kept !== vectors) vectors.set(kept)
  }

  get bytes(): number {
    return (
      this.#bytes.byteLength +
      (this.#served ? this.#served.k.floats.byteLength + this.#served.late.bytes : 0) +
      this.#itemOf.byteLength
    )
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
    scores: arena.take(items + (cells + 1) * lateRoom),
    late: arena.take(cells * lateRoom * d),
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
  return { shape, tau, place, cellStarts, k, at, rowOf, kindOf, late: new Late(cells) }
}
