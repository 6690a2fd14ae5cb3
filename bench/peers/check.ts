import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { readDataset } from '../../apps/cli/evaluate/read-dataset.ts'
import { testTask, validationTask } from '../../engines/recommender/evaluation/cut.ts'
import type { Dataset } from '../../engines/recommender/evaluation/dataset.ts'
import { metricsNamed } from '../../engines/recommender/evaluation/metrics.ts'
import { auc, logLoss } from '../../engines/recommender/evaluation/metrics-binary.ts'
import { countsOf } from '../../engines/recommender/retrieval/sequences.ts'
import { constantSource } from '../../engines/recommender/retrieval/source.ts'
import { tallyOf } from '../../engines/recommender/retrieval/tune.ts'

/** Popularity by our own code: which rows are learnt, asked and hidden, and what the metrics say. */
function popularity(data: Dataset): Record<string, number> {
  const task = testTask(data)
  const how = { metrics: metricsNamed(data.metrics), itemCount: data.itemNames.length, excludeSeen: data.excludeSeen }
  const tally = tallyOf(constantSource('popularity', countsOf(task.train)), task.queries, how)
  const cut = validationTask(data, Number.POSITIVE_INFINITY, 1)
  const hiddenRows = data.train.items.length - cut.train.items.length
  return { ...tally.means(), queries: tally.queries, items: how.itemCount, hiddenRows }
}

/** Each row's longView by the item's rate so far: (long views + 1) / (shown + 3). */
function prequential(data: Dataset): Record<string, number> {
  const rows = data.impressions!
  const long = rows.columns.longView!
  const n = rows.item.length
  const p = new Float64Array(n)
  const shown = new Float64Array(data.itemNames.length).fill(3)
  const good = new Float64Array(data.itemNames.length).fill(1)
  for (let r = 0; r < n; r++) {
    const item = rows.item[r]!
    p[r] = good[item]! / shown[item]!
    shown[item]!++
    good[item]! += long[r]!
  }
  const judged = { p: p.subarray(n >> 1), y: Float64Array.from(long.subarray(n >> 1)) }
  return { auc: auc(judged), logloss: logLoss(judged), queries: judged.p.length }
}

/**
 * Popularity on the same folder by our code and by the peers' Python: every figure has to be the same to ten digits, or nothing else is worth
 * comparing. Returns what differs.
 */
export async function differences(python: string, folder: string): Promise<string[]> {
  const data = await readDataset(folder)
  const ours = data.protocol === 'prequential' ? prequential(data) : popularity(data)
  const line = execFileSync(python, [join(import.meta.dirname, 'with_popularity.py'), folder], { encoding: 'utf8' })
  const said = JSON.parse(line) as { metrics: Record<string, number> } & Record<string, number>
  const theirs: Record<string, number | undefined> = { ...said, ...said.metrics }
  return Object.entries(ours).flatMap(([name, value]) =>
    Math.abs(value - (theirs[name] ?? Number.NaN)) < 1e-10 ? [] : [`${data.name} ${name}: ours ${value}, theirs ${theirs[name]}`],
  )
}
