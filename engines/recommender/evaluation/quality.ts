import type { Dataset } from './dataset.ts'

/** Progress for people: one line at a time. */
export type Say = (line: string) => void
/** `hr@10` → fraction. Names as in dataset.json, and more where a protocol reports more. */
export type Metrics = Readonly<Record<string, number>>

/**
 * Measures the engine's models on a folder of data: full-catalogue ranking, ties against the target, every setting chosen on a cut of the
 * train part, test read once. Never looks at the name of the data set. `seed` (a whole number, 1 unless said) draws the cuts and starts the nets.
 */
export async function evaluateQuality(data: Dataset, say: Say, seed?: number): Promise<Metrics> {
  // Loaded when it is asked for: a server that only recommends has no use for it.
  if (data.protocol === 'prequential') return (await import('./prequential.ts')).evaluatePrequential(data, say, seed)
  return (await import('./retrieval.ts')).evaluateRetrieval(data, say, seed)
}
