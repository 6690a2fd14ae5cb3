import { Arena } from '../../kernels/kernels.ts'
import type { Query } from '../sequences.ts'
import { batchSize, type Scores, type Source } from '../source.ts'
import { type CapWeights, encode, open, takeEncoder } from './layout.ts'

/**
 * p(j | h) = softmax_j(z·e_j / τ) over the items that occurred in training. A click changes the next answer with no training: the person is
 * a function of the history.
 */
export function capSource(name: string, weights: CapWeights, known: Float32Array, tau: number): Source {
  const { shape, place } = weights
  const { d, items, length } = shape
  const arena = new Arena()
  const { k, at } = open(arena, {
    ...takeEncoder(arena, shape, batchSize),
    table: arena.take(items * d),
    lengths: arena.take(items),
    rowOfX: arena.take(batchSize * length),
    logits: arena.take(batchSize * items),
  })
  k.width(d)
  k.floats.set(weights.vectors, at.table)
  k.floats.set(weights.ask, at.ask)
  k.floats.set(weights.give, at.give)
  k.unit(at.table, at.lengths, items)
  const starts = new Int32Array(batchSize + 1)
  const bias = known.map(n => (n > 0 ? 0 : -1e30))
  return {
    name,
    begin(batch: readonly Query[]) {
      let rows = 0
      for (let b = 0; b < batch.length; b++) {
        const history = (batch[b] as Query).items
        for (let r = history.length - 1; r >= Math.max(0, history.length - length); r--)
          if (known[history[r]!]! > 0) k.ints[at.rowOfX + rows++] = history[r]!
        starts[b + 1] = rows
      }
      k.gather(at.x, at.table, at.rowOfX, rows)
      encode(k, at, shape, place, { size: batch.length, starts, room: batchSize })
      for (let c = at.z; c < at.z + batch.length * d; c++) k.floats[c]! /= tau
      k.scores(at.logits, at.z, at.table, batch.length, items)
    },
    fill(q: number, out: Scores) {
      if (starts[q] === starts[q + 1]) return
      const row = at.logits + q * items
      for (let i = 0; i < items; i++) k.floats[row + i]! += bias[i]!
      const sum = k.exponentials(row, items)
      const { floats } = k
      const { values, touched } = out
      let n = 0
      for (let i = 0; i < items; i++) {
        const p = floats[row + i]! / sum
        if (p > 0) {
          values[i] = p
          touched[n++] = i
        }
      }
      out.count = n
    },
  }
}
