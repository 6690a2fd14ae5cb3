import { countsOf, type Sequences } from '../sequences.ts'
import type { CapWeights } from './layout.ts'
import { type CapSettings, trainCap } from './train.ts'

/** What one fit of the net may cost, in multiply-adds of the inner loops: a minute or two of one core. */
const netBudget = 1.2e12

/** Cost of an epoch: three products with the negatives, about a hundred passes over each history row, and what every example costs anyway. */
export function epochCost(s: Sequences, set: Pick<CapSettings, 'd' | 'length' | 'negatives'>): number {
  let rows = 0
  let examples = 0
  for (let g = 0; g + 1 < s.offsets.length; g++)
    for (let n = 1; n < s.offsets[g + 1]! - s.offsets[g]!; n++) {
      examples++
      rows += Math.min(n, set.length)
    }
  return set.d * (examples * (3 * set.negatives + 1200) + rows * 100)
}

/**
 * Size of the net for this many rows: width first, then passes. Long histories are read farther back and need less dropout; the passes are
 * what the budget (more for long histories, whose last rows change little afterwards) leaves of a number that falls with the rows. Sets are read as
 * plain means. Null where there is too little to learn from.
 */
export function capSettings(s: Sequences, sessions: boolean, newOnly: boolean): CapSettings | null {
  let groups = 0
  for (let g = 0; g + 1 < s.offsets.length; g++) if (s.offsets[g + 1]! > s.offsets[g]!) groups++
  const examples = s.items.length - groups
  const known = countsOf(s).filter(n => n > 0).length
  if (examples < 50 || known < 10 || (!s.ordered && examples > largeSet)) return null
  const long = s.items.length / Math.max(1, groups) > 40
  const length = !s.ordered ? 32 : long ? 50 : sessions ? 12 : 15
  const negatives = Math.min(1024, Math.max(8, Math.ceil(known * 0.15), Math.min(known - 2, 256)))
  const wanted = examples > 500_000 ? 4 : examples > 200_000 ? 6 : examples > 30_000 ? 8 : 12
  const budget = long ? netBudget * 1.6 : netBudget
  const fits = (d: number) => s.itemCount * d < 6e7 && epochCost(s, { d, length, negatives }) * wanted <= budget
  const d = [256, 192, 128, 96, 64].find(fits) ?? (s.itemCount < 1e6 ? 64 : 32)
  const affordable = budget / epochCost(s, { d, length, negatives })
  const epochs = Math.min(wanted, affordable)
  const drops = { dropRows: long ? 0.2 : sessions ? 0.3 : 0.3 + d / 1280, dropQuery: 0.1 }
  const rates = { tau: 0.07, vectors: 0.003, asks: s.ordered ? 0.0009 : 0, gives: 0.0009, places: s.ordered ? 0.009 : 0 }
  return { d, length, heads: 2, batch: 256, negatives, epochs, newOnly, ...drops, ...rates }
}

/** Beyond this many rows a net of sets falls behind the spectral filter and is not worth its minutes (study-retrieval.md, section 5). */
const largeSet = 300_000

/** Below this share of new rows what was learned on the cut is only freshened up. */
const few = 0.03

/**
 * Nets for the whole train part. Where the cut hid next to nothing: the net of the cut, a little further trained. Otherwise two whose answers
 * are averaged: the one of the cut trained on with the hidden rows, and one from nothing (alone they are level; together 5 % better).
 */
export function finalNets(
  train: Sequences,
  set: CapSettings,
  cut: { net: CapWeights; hidden: number; seed: number },
  say: (line: string) => void,
): CapWeights[] {
  if (cut.hidden < few)
    return [trainCap(train, set, { seed: cut.seed + 1, from: cut.net, epochs: set.epochs / 8, peak: 0.3 }, say)]
  return [
    trainCap(train, set, { seed: cut.seed + 1, from: cut.net, epochs: 0.6 * set.epochs, peak: 0.7 }, say),
    trainCap(train, set, { seed: cut.seed + 2, from: null, epochs: 0.75 * set.epochs, peak: 1 }, say),
  ]
}
