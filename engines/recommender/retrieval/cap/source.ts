import { Arena, type Kernels } from '../../kernels/kernels.ts'
import type { Query } from '../sequences.ts'
import { batchSize, type Scores, type Source } from '../source.ts'
import { type CapWeights, encode, open, takeEncoder } from './layout.ts'

/** One net, ready to encode. */
interface Encoder {
  readonly d: number
  readonly length: number
  /** Unit vectors of the items, items × d. */
  readonly vectors: Float32Array
  /** Encodes histories given newest first; the result stands at `z` of `floats`, a row of d each. */
  readonly encode: (history: Int32Array, starts: Int32Array, size: number) => void
  readonly floats: Float32Array
  readonly z: number
}

function encoderOf({ shape, place, vectors, ask, give }: CapWeights): Encoder {
  const { d, items, length } = shape
  const arena = new Arena()
  const { k, at } = open(arena, {
    ...takeEncoder(arena, shape, batchSize),
    table: arena.take(items * d),
    lengths: arena.take(items),
    rowOfX: arena.take(batchSize * length),
  })
  k.width(d)
  k.floats.set(vectors, at.table)
  k.floats.set(ask, at.ask)
  k.floats.set(give, at.give)
  k.unit(at.table, at.lengths, items)
  return {
    d,
    length,
    floats: k.floats,
    z: at.z,
    vectors: k.floats.subarray(at.table, at.table + items * d),
    encode(history, starts, size) {
      k.ints.set(history, at.rowOfX)
      k.gather(at.x, at.table, at.rowOfX, history.length)
      encode(k, at, shape, place, { size, starts, room: batchSize })
    },
  }
}

/**
 * p(j | h) = softmax_j(mean over nets of z·e_j / τ) over the items that occurred in training. A click changes the next answer with no
 * training: the person is a function of the history. Several nets are one scan: their vectors stand side by side.
 */
export function capSource(
  name: string,
  nets: readonly CapWeights[],
  known: Float32Array,
  { tau, ordered }: { tau: number; ordered: boolean },
): Source {
  const items = known.length
  const encoders = nets.map(encoderOf)
  const d = encoders.reduce((n, e) => n + e.d, 0)
  const arena = new Arena()
  const taken = { table: arena.take(items * d), z: arena.take(batchSize * d), logits: arena.take(batchSize * items) }
  const { k, at } = open(arena, taken)
  k.width(d)
  for (let i = 0, to = at.table; i < items; i++)
    for (const e of encoders) {
      k.floats.set(e.vectors.subarray(i * e.d, i * e.d + e.d), to)
      to += e.d
    }
  const starts = new Int32Array(batchSize + 1)
  const length = encoders[0]?.length ?? 1
  const newest = new Int32Array(batchSize * length)
  return {
    name,
    begin(batch: readonly Query[]) {
      let rows = 0
      for (let b = 0; b < batch.length; b++) {
        const history = (batch[b] as Query).items
        for (const item of ordered ? newestOf(history, length) : spreadOf(history, length))
          if (known[item]! > 0) newest[rows++] = item
        starts[b + 1] = rows
      }
      let column = at.z
      for (const e of encoders) {
        e.encode(newest.subarray(0, rows), starts, batch.length)
        for (let b = 0; b < batch.length; b++)
          for (let c = 0; c < e.d; c++) k.floats[column + b * d + c] = e.floats[e.z + b * e.d + c]! / (tau * encoders.length)
        column += e.d
      }
      k.scores(at.logits, at.z, at.table, batch.length, items)
    },
    fill(q: number, out: Scores) {
      if (starts[q] === starts[q + 1]) return
      shareOut(k, at.logits + q * items, known, out)
    },
  }
}

const newestOf = (history: Int32Array, most: number) => history.slice(-most).reverse()
/** Up to `most` of a set, the same ones whatever the order. */
function spreadOf(history: Int32Array, most: number): Int32Array {
  const sorted = history.slice().sort()
  if (sorted.length <= most) return sorted
  return Int32Array.from({ length: most }, (_, k) => sorted[Math.floor((k * sorted.length) / most)]!)
}

/** Softmax of one row of logits over the known items. */
function shareOut(k: Kernels, row: number, known: Float32Array, out: Scores): void {
  const { values, touched } = out
  const items = known.length
  const { floats } = k
  for (let i = 0; i < items; i++) if (known[i] === 0) floats[row + i] = -1e30
  const by = 1 / k.exponentials(row, items)
  let n = 0
  for (let i = 0; i < items; i++) {
    const p = floats[row + i]! * by
    if (p > 0) {
      values[i] = p
      touched[n++] = i
    }
  }
  out.count = n
}
