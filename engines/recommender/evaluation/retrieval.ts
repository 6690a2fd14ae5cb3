import type { Dataset } from './dataset.ts'
import type { Metrics, Say } from './quality.ts'

/** Leave-one-out, session prefixes and sets: full-catalogue ranking. */
export async function evaluateRetrieval(data: Dataset, say: Say): Promise<Metrics> {
  say(`${data.test.group.length} queries`)
  throw new Error('retrieval evaluation comes with its models')
}
