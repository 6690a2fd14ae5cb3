import { seeded } from '#base/kernel'

/** Predictions and what happened, row by row; rows whose label is NaN are left out of everything. */
export interface Judged {
  readonly p: Float64Array
  readonly y: Float64Array
}

const least = 1e-9

/** Rows in order of p, ascending. */
function order(p: Float64Array, rows: readonly number[] | Int32Array): Int32Array {
  return Int32Array.from(rows).sort((a, b) => p[a]! - p[b]! || a - b)
}

/** Σ over positives of the negatives below them, a tie counting half (Mann-Whitney), over rows in ascending order. */
function wins(
  sorted: Int32Array,
  { p, y }: Judged,
): { readonly won: number; readonly positives: number; readonly negatives: number } {
  let won = 0
  let negatives = 0
  let positives = 0
  for (let from = 0; from < sorted.length; ) {
    let to = from
    let up = 0
    while (to < sorted.length && p[sorted[to]!] === p[sorted[from]!]) up += y[sorted[to++]!]! > 0.5 ? 1 : 0
    const down = to - from - up
    won += up * (negatives + down / 2)
    positives += up
    negatives += down
    from = to
  }
  return { won, positives, negatives }
}

const known = ({ y }: Judged): number[] => {
  const rows: number[] = []
  for (let r = 0; r < y.length; r++) if (!Number.isNaN(y[r]!)) rows.push(r)
  return rows
}

/** Probability that a positive stands above a negative; NaN when one of the two is missing. */
export function auc(judged: Judged): number {
  const { won, positives, negatives } = wins(order(judged.p, known(judged)), judged)
  return won / (positives * negatives)
}

/** AUC within each group, weighted by its rows; groups with one kind of label are left out. */
export function groupedAuc(judged: Judged, group: Int32Array): number {
  const members = new Map<number, number[]>()
  for (const r of known(judged)) {
    const rows = members.get(group[r]!)
    if (rows) rows.push(r)
    else members.set(group[r]!, [r])
  }
  let sum = 0
  let weight = 0
  for (const rows of members.values()) {
    const { won, positives, negatives } = wins(order(judged.p, rows), judged)
    if (positives === 0 || negatives === 0) continue
    sum += (rows.length * won) / (positives * negatives)
    weight += rows.length
  }
  return sum / weight
}

/** Mean of -ln p(y). */
export function logLoss(judged: Judged): number {
  const rows = known(judged)
  let sum = 0
  for (const r of rows) {
    const p = Math.max(least, Math.min(1 - least, judged.p[r]!))
    sum -= judged.y[r]! * Math.log(p) + (1 - judged.y[r]!) * Math.log(1 - p)
  }
  return sum / rows.length
}

/** Expected calibration error: |mean p - mean y| over bins of equal mass, weighted by their rows. */
export function calibrationError(judged: Judged, bins = 20): number {
  const sorted = order(judged.p, known(judged))
  let sum = 0
  for (let b = 0; b < bins; b++) {
    let gap = 0
    for (let k = Math.floor((b * sorted.length) / bins); k < Math.floor(((b + 1) * sorted.length) / bins); k++)
      gap += judged.p[sorted[k]!]! - judged.y[sorted[k]!]!
    sum += Math.abs(gap)
  }
  return sum / sorted.length
}

const pairsDrawn = 500_000

/** Share of pairs of rows whose watch times stand in the order that was predicted; pairs drawn from a seed, ties of the prediction count half. */
export function pairOrder({ p, y }: Judged, seed: number): number {
  const random = seeded(seed)
  let right = 0
  let all = 0
  for (let k = 0; k < pairsDrawn; k++) {
    const a = Math.floor(random() * y.length)
    const b = Math.floor(random() * y.length)
    const truth = y[a]! - y[b]!
    if (truth === 0 || Number.isNaN(truth)) continue
    const said = p[a]! - p[b]!
    all++
    right += said === 0 ? 0.5 : said > 0 === truth > 0 ? 1 : 0
  }
  return right / all
}

/** Mean of |p - y|. */
export function meanError(judged: Judged): number {
  const rows = known(judged)
  return rows.reduce((sum, r) => sum + Math.abs(judged.p[r]! - judged.y[r]!), 0) / rows.length
}
