import { countDco, type DcoAsking, type DcoCounting, type DcoCounts, type DcoSettings, dcoSource, startOf } from './dco.ts'
import { type Query, type Sequences, thin } from './sequences.ts'
import { ascend, type Chosen, type Grid, type Judging, tallyOf } from './tune.ts'

export type Kind = 'rows' | 'sessions' | 'set'

const asking: Grid<DcoAsking> = {
  gamma: [0.2, 0.5, 0.75, 1, 1.5],
  rows: [5, 10, 30, 100],
  b: [0, 0.08, 0.15, 0.22, 0.3, 0.45],
  a: [0, 0.25, 0.5, 0.75, 1],
  kappa: [0, 1, 10],
}
const counting: Grid<DcoCounting> = {
  window: [5, 10, 20, 50, 100],
  delta: [0.25, 0.5, 0.75, 1],
  beta: [0, 0.25, 0.5, 1],
}
const inTime: Grid<DcoCounting> = { rho: [0, 1, 2, 4], eta: [0, 0.3, 0.6, 1] }
/** What a change must be worth, in the logarithm of the figures. */
const gain = 0.003
const ofSets: Grid<DcoAsking> = { b: asking.b, a: asking.a, kappa: asking.kappa }

/** Settings of the counts, chosen on questions that the counted rows do not answer. */
export function tuneDco(train: Sequences, all: readonly Query[], how: Judging, kind: Kind): Chosen<DcoSettings> {
  const start = startOf(train, kind, !how.excludeSeen)
  let counts: DcoCounts = countDco(train, start)
  const queries = thin(all, affordable(counts, kind))
  const ask = (from: Chosen<DcoSettings>): Chosen<DcoSettings> => {
    const worthOf = (s: DcoSettings) => tallyOf(dcoSource(counts, s), queries, how).worth()
    return ascend(from.settings, kind === 'set' ? ofSets : asking, worthOf, { rounds: 2, gain })
  }
  const count = (from: Chosen<DcoSettings>): Chosen<DcoSettings> => {
    const worthOf = (s: DcoSettings) => tallyOf(dcoSource(countDco(train, s), s), queries, how).worth()
    const grid: Grid<DcoSettings> =
      kind === 'set' ? { eta: [0, 0.3, 0.6, 1] } : kind === 'rows' ? counting : { ...counting, ...inTime }
    return ascend(from.settings, { ...grid, ...actionGrid(train) }, worthOf, { rounds: 1, gain })
  }
  let best = ask({ settings: start, worth: Number.NEGATIVE_INFINITY })
  for (let round = 0; round < 2; round++) {
    const before = best.worth
    const counted = count(best)
    counts = countDco(train, counted.settings)
    best = ask(counted)
    if (best.worth - before < 2e-3) break
  }
  return best
}

/** How many questions are worth their time: long rows take longer to read. */
function affordable({ items, offsets }: DcoCounts, kind: Kind): number {
  const row = (2 * items.length) / Math.max(1, offsets.length - 1)
  return Math.round(Math.max(1000, Math.min(10_000, 4e7 / (row * (kind === 'set' ? 30 : 5)))))
}

/** With several kinds of action: each may count more than the others as a target. */
function actionGrid({ actionCount }: Sequences): Grid<DcoCounting> {
  if (actionCount < 2 || actionCount > 8) return {}
  const weights: number[][] = []
  for (let a = 0; a < actionCount; a++)
    for (const by of [3, 10]) weights.push(Array.from({ length: actionCount }, (_, k) => (k === a ? by : 1)))
  return { actionWeights: weights }
}
