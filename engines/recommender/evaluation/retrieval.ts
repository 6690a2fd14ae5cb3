import { type Answered, answered, type Blend, blendScores, chooseBlend, ranksBy, worthOf } from '../retrieval/blend.ts'
import { type Candidates, gather } from '../retrieval/candidates.ts'
import { type FeatureShape, fitLogit, type Logit, logitScores } from '../retrieval/logit.ts'
import { buildSources, choosePlan, type Plan } from '../retrieval/plan.ts'
import { thin } from '../retrieval/sequences.ts'
import type { Source } from '../retrieval/source.ts'
import { type Neighbours, textNeighbours } from '../retrieval/titles.ts'
import type { Judging } from '../retrieval/tune.ts'
import { type Task, testTask, validationTask } from './cut.ts'
import type { Dataset } from './dataset.ts'
import { metricsNamed, Tally } from './metrics.ts'
import type { Metrics, Say } from './quality.ts'

const seed = 1
const mostQueries = 20_000
const blendQueries = 6000
const figures = (tally: Tally) =>
  Object.entries(tally.means())
    .map(([m, v]) => `${m} ${v.toFixed(4)}`)
    .join(' ')

/** Leave-one-out, session prefixes and sets: full-catalogue ranking, everything chosen on a cut of the train part. */
export async function evaluateRetrieval(data: Dataset, say: Say): Promise<Metrics> {
  const how = { metrics: metricsNamed(data.metrics), itemCount: data.itemNames.length, excludeSeen: data.excludeSeen }
  const kind = data.protocol === 'session-prefix' ? 'sessions' : data.ordered ? 'rows' : 'set'
  const words = textNeighbours(data.facts, how.itemCount)
  const cut = validationTask(data, mostQueries, seed)
  say(`${cut.queries.length} validation queries, ${cut.train.items.length} rows left to learn from`)
  const plan = choosePlan({ ...cut, how, kind, say })
  const ranker = chooseRanker(cut, { plan, words, how, say })
  const test = testTask(data)
  const tally = new Tally(how.metrics)
  const sources = buildSources(test.train, plan, words, say)
  const each = depthOf(how)
  gather(sources, test.queries, { ...how, excludeSeen: plan.excludeSeen, each }, (query, candidates) => {
    tally.add(ranksBy(ranker(candidates), answered(query, candidates).targets))
  })
  return tally.means()
}

/** How many of each source are looked at: several times what the deepest metric counts. */
const depthOf = ({ metrics }: Judging) => Math.max(60, 3 * Math.max(...metrics.map(m => m.k)))

type Ranker = (candidates: Candidates) => Float32Array
interface Given {
  readonly plan: Plan
  readonly words: Neighbours | null
  readonly how: Judging
  readonly say: Say
}

/** Fits the sources on the cut and chooses how to put them together: the best blend, or the logit where it holds out of sample. */
function chooseRanker(cut: Task, { plan, words, how, say }: Given): Ranker {
  const sources = buildSources(cut.train, plan, words, say)
  const asked: Answered[] = []
  gather(
    sources,
    thin(cut.queries, blendQueries),
    { ...how, excludeSeen: plan.excludeSeen, each: depthOf(how) },
    (query, candidates) => asked.push(answered(query, candidates)),
  )
  tellAlone(sources, asked, how, say)
  const best = chooseBlend(asked, sources.length, how.itemCount, how.metrics)
  say(`blend: ${best.blend.form} ${sources.map((s, i) => `${s.name} ${best.blend.weights[i]}`).join(', ')}`)
  const blend =
    (b: Blend): Ranker =>
    candidates =>
      blendScores(b, candidates, how.itemCount)
  say(`blend on validation: ${figures(tallyOf(asked, how, blend(best.blend)))}`)
  const shape = { sources: sources.length, itemCount: how.itemCount, blends: [best.blend] }
  const halves = [0, 1].map(h => asked.filter((_, i) => i % 2 === h)) as [Answered[], Answered[]]
  const crossed = crossFit(halves, shape)
  const tally = new Tally(how.metrics)
  for (const ranks of crossed) tally.add(ranks)
  say(`logit on validation, each half by the other: ${figures(tally)}`)
  if (worthOf(how.metrics, crossed) < best.worth + 0.002) return blend(best.blend)
  const model = fitLogit(asked, shape)
  return candidates => logitScores(model, candidates, shape)
}

function crossFit(halves: readonly [Answered[], Answered[]], shape: FeatureShape): number[][] {
  return halves.flatMap((half, h) => {
    const model: Logit = fitLogit(halves[1 - h] as Answered[], shape)
    return half.map(a => ranksBy(logitScores(model, a.candidates, shape), a.targets))
  })
}

function tallyOf(asked: readonly Answered[], how: Judging, ranker: Ranker): Tally {
  const tally = new Tally(how.metrics)
  for (const a of asked) tally.add(ranksBy(ranker(a.candidates), a.targets))
  return tally
}

function tellAlone(sources: readonly Source[], asked: readonly Answered[], how: Judging, say: Say): void {
  sources.forEach((source, s) => {
    const alone = { form: 'sum' as const, mu: 0, weights: sources.map((_, i) => (i === s ? 1 : 0)) }
    say(`${source.name} on validation: ${figures(tallyOf(asked, how, c => blendScores(alone, c, how.itemCount)))}`)
  })
}
