import type { Dataset } from './dataset.ts'
import { evaluatePrequential } from './prequential.ts'
import { evaluateRetrieval } from './retrieval.ts'

/** Progress for people: one line at a time. */
export type Say = (line: string) => void
/** `hr@10` → fraction. Names as in dataset.json, and more where a protocol reports more. */
export type Metrics = Readonly<Record<string, number>>

/**
 * Measures the engine's models on a folder of data: full-catalogue ranking, ties against the target, every setting chosen on a cut of the
 * train part, test read once. Never looks at the name of the data set.
 */
export const evaluateQuality = (data: Dataset, say: Say): Promise<Metrics> =>
  data.protocol === 'prequential' ? evaluatePrequential(data, say) : evaluateRetrieval(data, say)
