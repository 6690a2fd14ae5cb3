import { Arena, type Kernels } from '../../kernels/kernels.ts'
import { type Batch, type CapShape, type CapWeights, type EncoderPlaces, encode, open, takeEncoder } from './layout.ts'

export interface CapRates {
  readonly tau: number
  /** Share of the elements of history vectors that are dropped, and of the encoded history. */
  readonly dropRows: number
  readonly dropQuery: number
  readonly vectors: number
  readonly asks: number
  readonly gives: number
  readonly places: number
}

interface TrainPlaces extends EncoderPlaces {
  /** items × d, and two moments behind it. */
  readonly table: number
  /** Unit vectors of the batch's items: the negatives first. */
  readonly rows: number
  readonly lengths: number
  readonly gradRows: number
  readonly itemOfRow: number
  readonly rowOfX: number
  readonly rowOfTarget: number
  readonly target: number
  readonly gradX: number
  readonly gradNewest: number
  readonly gradAsked: number
  readonly gradPooled: number
  readonly gradZ: number
  readonly query: number
  readonly logits: number
  readonly own: number
  readonly scratch: number
  readonly gradAsk: number
  readonly gradGive: number
  readonly identity: number
}

/** Room of one step: histories, negatives. */
export interface StepRoom {
  readonly batch: number
  readonly negatives: number
}

function takeTrainer(arena: Arena, shape: CapShape, { batch, negatives }: StepRoom): TrainPlaces {
  const { d, length, heads, items } = shape
  const rows = negatives + batch * (length + 1)
  return {
    ...takeEncoder(arena, shape, batch),
    table: arena.take(items * d * 3),
    rows: arena.take(rows * d),
    lengths: arena.take(rows),
    gradRows: arena.take(rows * d),
    itemOfRow: arena.take(rows),
    rowOfX: arena.take(batch * length),
    rowOfTarget: arena.take(batch),
    target: arena.take(batch * d),
    gradX: arena.take(batch * length * d),
    gradNewest: arena.take(batch * d),
    gradAsked: arena.take(batch * d),
    gradPooled: arena.take(batch * d),
    gradZ: arena.take(batch * d),
    query: arena.take(batch * d),
    logits: arena.take(batch * negatives),
    own: arena.take(batch),
    scratch: arena.take(length),
    gradAsk: arena.take(heads * d * d),
    gradGive: arena.take(heads * d * d),
    identity: arena.take(heads * d),
  }
}

/** Examples of one step: histories newest first, what came next, and the negatives they share with their −ln(expected draws). */
export interface Step extends Batch {
  readonly history: Int32Array
  readonly targets: Int32Array
  readonly negatives: Int32Array
  readonly correction: Float32Array
  readonly seed: number
}

/** Cosine attention pooling with gradients by hand: study-retrieval.md, section C. */
export class CapTrainer {
  readonly k: Kernels
  readonly at: TrainPlaces
  readonly shape: CapShape
  readonly rates: CapRates
  readonly place: Float32Array
  readonly gradPlace: Float32Array
  readonly #placeMoments: Float32Array
  readonly #room: StepRoom
  readonly #rowOfItem: Int32Array
  #rows = 0
  #steps = 0

  constructor(start: CapWeights, rates: CapRates, room: StepRoom, plain = false) {
    this.shape = start.shape
    this.rates = rates
    this.#room = room
    const arena = new Arena()
    const { k, at } = open(arena, takeTrainer(arena, start.shape, room), plain)
    this.k = k
    this.at = at
    k.width(start.shape.d)
    k.floats.set(start.vectors, at.table)
    k.floats.set(start.ask, at.ask)
    k.floats.set(start.give, at.give)
    this.place = start.place.slice()
    this.gradPlace = new Float32Array(start.place.length)
    this.#placeMoments = new Float32Array(start.place.length * 2)
    for (let i = 0; i < start.shape.heads * start.shape.d; i++) k.ints[at.identity + i] = i
    this.#rowOfItem = new Int32Array(start.shape.items).fill(-1)
  }

  weights(): CapWeights {
    const { items, d, heads } = this.shape
    const { floats } = this.k
    return {
      shape: this.shape,
      vectors: floats.slice(this.at.table, this.at.table + items * d),
      ask: floats.slice(this.at.ask, this.at.ask + heads * d * d),
      give: floats.slice(this.at.give, this.at.give + heads * d * d),
      place: this.place.slice(),
    }
  }

  /** Gives every item of the step one row, the negatives first, and fetches the unit vectors. */
  #load(step: Step): void {
    const { k, at } = this
    const { ints } = k
    this.#rows = 0
    const rowOf = (item: number) => {
      let row = this.#rowOfItem[item]!
      if (row < 0) {
        row = this.#rows++
        this.#rowOfItem[item] = row
        ints[at.itemOfRow + row] = item
      }
      return row
    }
    for (const item of step.negatives) rowOf(item)
    const rows = step.starts[step.size]!
    for (let r = 0; r < rows; r++) ints[at.rowOfX + r] = rowOf(step.history[r]!)
    for (let b = 0; b < step.size; b++) ints[at.rowOfTarget + b] = rowOf(step.targets[b]!)
    for (let row = 0; row < this.#rows; row++) this.#rowOfItem[ints[at.itemOfRow + row]!] = -1
    k.gather(at.rows, at.table, at.itemOfRow, this.#rows)
    k.unit(at.rows, at.lengths, this.#rows)
    k.gather(at.x, at.rows, at.rowOfX, rows)
    k.gather(at.target, at.rows, at.rowOfTarget, step.size)
  }

  /** Mean of −ln p(target | target and negatives); leaves in place what `backward` needs. */
  forward(step: Step): number {
    const { k, at, rates } = this
    const { d } = this.shape
    const { floats: f, ints } = k
    const n = step.negatives.length
    this.#load(step)
    if (rates.dropRows > 0) k.drop(at.x, step.starts[step.size]!, step.seed, 1 - rates.dropRows)
    encode(k, at, this.shape, this.place, { ...step, room: this.#room.batch })
    f.copyWithin(at.query, at.z, at.z + step.size * d)
    if (rates.dropQuery > 0) k.drop(at.query, step.size, step.seed ^ 0x55555555, 1 - rates.dropQuery)
    for (let c = at.query; c < at.query + step.size * d; c++) f[c]! /= rates.tau
    k.scores(at.logits, at.query, at.rows, step.size, n)
    for (let b = 0; b < step.size; b++) {
      const row = at.logits + b * n
      for (let j = 0; j < n; j++) f[row + j]! += step.correction[j]!
      const target = ints[at.rowOfTarget + b]!
      if (target < n) f[row + target] = -1e30
      k.scores(at.own + b, at.query + b * d, at.target + b * d, 1, 1)
    }
    k.softmax(at.logits, at.own, step.size, n)
    let loss = 0
    for (let b = 0; b < step.size; b++) loss -= Math.log(Math.max(1e-30, f[at.own + b]!))
    return loss / step.size
  }

  /** Gradients of the summed loss, after `forward` of the same step. */
  backward(step: Step): void {
    const { k, at, rates } = this
    const { d } = this.shape
    const f = k.floats
    const { size } = step
    const n = step.negatives.length
    f.fill(0, at.gradRows, at.gradRows + this.#rows * d)
    f.fill(0, at.gradZ, at.gradZ + size * d)
    k.spread(at.gradRows, at.logits, at.query, size, n)
    k.mix(at.gradZ, at.logits, at.rows, size, n)
    for (let b = 0; b < size; b++) {
      const by = f[at.own + b]! - 1
      for (let c = b * d; c < b * d + d; c++) {
        f[at.gradZ + c]! += by * f[at.target + c]!
        f[at.target + c] = by * f[at.query + c]!
      }
    }
    k.scatter(at.gradRows, at.target, at.rowOfTarget, size)
    for (let c = at.gradZ; c < at.gradZ + size * d; c++) f[c]! /= rates.tau
    if (rates.dropQuery > 0) k.drop(at.gradZ, size, step.seed ^ 0x55555555, 1 - rates.dropQuery)
    k.unitBack(at.gradZ, at.z, at.zLength, size)
    this.#backThroughHeads(step)
    const rows = step.starts[size]!
    for (let b = 0; b < size; b++)
      for (let c = 0; c < d; c++) f[at.gradX + step.starts[b]! * d + c]! += f[at.gradNewest + b * d + c]!
    if (rates.dropRows > 0) k.drop(at.gradX, rows, step.seed, 1 - rates.dropRows)
    k.scatter(at.gradRows, at.gradX, at.rowOfX, rows)
    k.unitBack(at.gradRows, at.rows, at.lengths, this.#rows)
  }

  #backThroughHeads(step: Step): void {
    const { k, at } = this
    const { d, heads } = this.shape
    const f = k.floats
    const { size, starts } = step
    const room = this.#room.batch
    f.fill(0, at.gradX, at.gradX + starts[size]! * d)
    f.fill(0, at.gradNewest, at.gradNewest + size * d)
    f.fill(0, at.gradAsk, at.gradAsk + heads * d * d)
    f.fill(0, at.gradGive, at.gradGive + heads * d * d)
    this.gradPlace.fill(0)
    for (let m = 0; m < heads; m++) {
      const map = m * d * d
      f.fill(0, at.gradPooled, at.gradPooled + size * d)
      f.fill(0, at.gradAsked, at.gradAsked + size * d)
      k.mix(at.gradPooled, at.gradZ, at.give + map, size, d)
      k.spread(at.gradGive + map, at.gradZ, at.pooled + m * room * d, size, d)
      for (let b = 0; b < size; b++) this.#backThroughAttention(m, b, starts[b]!, starts[b + 1]! - starts[b]!)
      k.mix(at.gradNewest, at.gradAsked, at.ask + map, size, d)
      k.spread(at.gradAsk + map, at.gradAsked, at.newest, size, d)
    }
  }

  #backThroughAttention(m: number, b: number, from: number, rows: number): void {
    const { k, at } = this
    const { d, length } = this.shape
    const f = k.floats
    const room = this.#room.batch
    const alpha = at.alpha + (m * room + b) * length
    const x = at.x + from * d
    const pooled = at.gradPooled + b * d
    k.scores(at.scratch, x, pooled, rows, 1)
    let mean = 0
    for (let r = 0; r < rows; r++) mean += f[alpha + r]! * f[at.scratch + r]!
    for (let r = 0; r < rows; r++) {
      const ds = f[alpha + r]! * (f[at.scratch + r]! - mean)
      f[at.scratch + r] = ds
      this.gradPlace[m * length + r]! += ds
    }
    k.mix(at.gradAsked + b * d, at.scratch, x, 1, rows)
    k.spread(at.gradX + from * d, alpha, pooled, 1, rows)
    k.spread(at.gradX + from * d, at.scratch, at.asked + (m * room + b) * d, 1, rows)
  }

  /** Adam on what the step touched; `pace` scales all rates. */
  update(pace: number): void {
    const { k, at, rates } = this
    const { d, heads, items } = this.shape
    const t = ++this.#steps
    const first = 1 - 0.9 ** t
    const second = 1 - 0.999 ** t
    k.pace(rates.vectors * pace, first, second)
    k.adam(at.table, items * d, at.gradRows, at.itemOfRow, this.#rows)
    k.pace(rates.asks * pace, first, second)
    k.adam(at.ask, heads * d * d, at.gradAsk, at.identity, heads * d)
    k.pace(rates.gives * pace, first, second)
    k.adam(at.give, heads * d * d, at.gradGive, at.identity, heads * d)
    const moments = this.#placeMoments
    const n = this.place.length
    for (let i = 0; i < n; i++) {
      const g = this.gradPlace[i]!
      const m = (moments[i] = 0.9 * moments[i]! + 0.1 * g)
      const v = (moments[n + i] = 0.999 * moments[n + i]! + 0.001 * g * g)
      this.place[i]! -= (rates.places * pace * (m / first)) / (Math.sqrt(v / second) + 1e-8)
    }
  }
}
