import type { Dataset } from './dataset.ts'
import type { Metrics, Say } from './quality.ts'

/** Predict, then learn, in time order. */
export async function evaluatePrequential(data: Dataset, say: Say): Promise<Metrics> {
  say(`${data.impressions?.item.length ?? 0} impressions`)
  throw new Error('prequential evaluation comes with the ranker')
}
