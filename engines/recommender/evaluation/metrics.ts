/** `hr@10` → what it measures and how deep. */
export interface Metric {
  readonly name: string
  readonly kind: 'hr' | 'recall' | 'ndcg' | 'mrr'
  readonly k: number
}

/** The metrics that a folder names and that rank lists can answer; unknown names are an error that says so. */
export function metricsNamed(names: readonly string[]): Metric[] {
  const metrics = names.map(name => {
    const [, kind, k] = /^(hr|recall|ndcg|mrr)@(\d+)$/.exec(name.toLowerCase()) ?? []
    if (!kind || Number(k) < 1) throw new Error(`metric "${name}" is not known; known are hr@k, recall@k, ndcg@k and mrr@k`)
    return { name, kind: kind as Metric['kind'], k: Number(k) }
  })
  if (metrics.length === 0) throw new Error('dataset.json names no metrics')
  return metrics
}

/**
 * One query's figure from the ranks of its targets (1 = first; Infinity = not ranked).
 * hr: 1 when any target is within k. recall: hits / targets. mrr: 1 / rank of the first target, 0 beyond k.
 * ndcg: Σ 1/log2(rank+1) over hits, divided by the best that min(k, targets) hits could have.
 */
export function figureOf({ kind, k }: Metric, ranks: readonly number[]): number {
  let hits = 0
  let gain = 0
  let first = Number.POSITIVE_INFINITY
  for (const rank of ranks) {
    if (rank > k) continue
    hits++
    gain += 1 / Math.log2(rank + 1)
    first = Math.min(first, rank)
  }
  if (kind === 'hr') return hits > 0 ? 1 : 0
  if (kind === 'mrr') return hits > 0 ? 1 / first : 0
  if (kind === 'recall') return ranks.length > 0 ? hits / ranks.length : 0
  let ideal = 0
  for (let i = 1; i <= Math.min(k, ranks.length); i++) ideal += 1 / Math.log2(i + 1)
  return ideal > 0 ? gain / ideal : 0
}

/** Means over queries. */
export class Tally {
  readonly metrics: readonly Metric[]
  readonly sums: Float64Array
  queries = 0
  constructor(metrics: readonly Metric[]) {
    this.metrics = metrics
    this.sums = new Float64Array(metrics.length)
  }
  add(ranks: readonly number[]): void {
    this.queries++
    for (let m = 0; m < this.metrics.length; m++) this.sums[m]! += figureOf(this.metrics[m]!, ranks)
  }
  means(): Record<string, number> {
    return Object.fromEntries(this.metrics.map((m, i) => [m.name, this.queries > 0 ? this.sums[i]! / this.queries : 0]))
  }
  /** What is made as large as possible on validation: the mean of the logarithms, so that no metric rules by its size. */
  worth(): number {
    let sum = 0
    for (const s of this.sums) sum += Math.log(s / Math.max(1, this.queries) + 1e-4)
    return sum / this.sums.length
  }
}
