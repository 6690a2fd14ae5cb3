import { Arena } from '../kernels/kernels.ts'
import { type CapWeights, open } from '../retrieval/cap/layout.ts'
import { epochCost } from '../retrieval/cap/size.ts'
import { type CapSettings, trainCap } from '../retrieval/cap/train.ts'
import type { Sequences } from '../retrieval/sequences.ts'
import { cellsOf } from './cells.ts'
import { modelBytes } from './model.ts'
import { sequencesIn, type TrainingSet } from './training-set.ts'

/** Multiply-adds of the inner loops that a training may cost: one to two minutes of one core. */
const budget = 6e11

/** Width for the speed of a page, the rest as `capSettings` has it for histories; as many passes as the budget pays for. */
export function liveSettings(s: Sequences): CapSettings {
  const examples = s.items.length - (s.offsets.length - 1)
  const shape = { d: 64, length: 15, heads: 2, batch: 256 }
  const negatives = Math.min(1024, Math.max(8, Math.ceil(s.itemCount * 0.15), Math.min(s.itemCount - 2, 256)))
  const wanted = examples > 500_000 ? 4 : examples > 200_000 ? 6 : examples > 30_000 ? 8 : 12
  const epochs = Math.min(wanted, budget / epochCost(s, { ...shape, negatives }))
  const drops = { dropRows: 0.3, dropQuery: 0.1 }
  const rates = { tau: 0.07, vectors: 0.003, asks: 0.0009, gives: 0.0009, places: 0.009 }
  return { ...shape, negatives, epochs, newOnly: true, ...drops, ...rates }
}

/**
 * Trains cosine attention pooling (`retrieval/cap`) on what people wanted, parts its items into cells, and answers the model as bytes. The
 * same set and seed give the same bytes on one machine. Minutes at most; for a thread of its own.
 */
export function trainModel(
  set: TrainingSet,
  { seed }: { seed: number },
  say: (line: string) => void = () => undefined,
): Uint8Array {
  const s = sequencesIn(set)
  const settings = liveSettings(s)
  const net = trainCap(s, settings, { seed, from: null, epochs: settings.epochs, peak: 1 }, say)
  const { d, items } = net.shape
  const vectors = unitRows(net)
  const { count, centres, cellOf } = cellsOf(vectors, d, seed)
  const order = Int32Array.from({ length: items }, (_, i) => i).sort((a, b) => cellOf[a]! - cellOf[b]! || a - b)
  const cellStarts = new Int32Array(count + 1)
  for (const c of cellOf) cellStarts[c + 1]!++
  for (let c = 0; c < count; c++) cellStarts[c + 1]! += cellStarts[c]!
  const sorted = new Float32Array(items * d)
  order.forEach((i, k) => void sorted.set(vectors.subarray(i * d, i * d + d), k * d))
  return modelBytes({
    ...net,
    tau: settings.tau,
    position: set.position,
    names: Array.from(order, i => set.names[i]!),
    vectors: sorted,
    cellStarts,
    centres,
  })
}

function unitRows({ shape: { items, d }, vectors }: CapWeights): Float32Array {
  const arena = new Arena()
  const { k, at } = open(arena, { table: arena.take(items * d), norms: arena.take(items) })
  k.width(d)
  k.floats.set(vectors, at.table)
  k.unit(at.table, at.norms, items)
  return k.floats.slice(at.table, at.table + items * d)
}
