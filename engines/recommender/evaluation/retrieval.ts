import { countDco, dcoSource } from '../retrieval/dco.ts'
import { tallyOf } from '../retrieval/tune.ts'
import { tuneDco } from '../retrieval/tune-dco.ts'
import { testTask, validationTask } from './cut.ts'
import type { Dataset } from './dataset.ts'
import { metricsNamed } from './metrics.ts'
import type { Metrics, Say } from './quality.ts'

const seed = 1
const most = 6000

/** Leave-one-out, session prefixes and sets: full-catalogue ranking, everything chosen on a cut of the train part. */
export async function evaluateRetrieval(data: Dataset, say: Say): Promise<Metrics> {
  const how = { metrics: metricsNamed(data.metrics), itemCount: data.itemNames.length, excludeSeen: data.excludeSeen }
  const kind = data.protocol === 'session-prefix' ? 'sessions' : data.ordered ? 'rows' : 'set'
  const cut = validationTask(data, most, seed)
  say(`${cut.queries.length} validation queries, ${cut.train.items.length} rows left to learn from`)
  const dco = tuneDco(cut.train, cut.queries, how, kind)
  say(`counts: ${JSON.stringify(dco.settings)}`)
  say(
    `counts on validation: ${JSON.stringify(tallyOf(dcoSource(countDco(cut.train, dco.settings), dco.settings), cut.queries, how).means())}`,
  )
  const test = testTask(data)
  return tallyOf(dcoSource(countDco(test.train, dco.settings), dco.settings), test.queries, how).means()
}
