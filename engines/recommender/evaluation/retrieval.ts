import { type Answered, answered, blendScores, chooseBlend, ranksBy, worthOf } from '../retrieval/blend.ts'
import { type Candidates, gather } from '../retrieval/candidates.ts'
import type { CapWeights } from '../retrieval/cap/layout.ts'
import { finalNets } from '../retrieval/cap/size.ts'
import { type CapSettings, trainCap } from '../retrieval/cap/train.ts'
import { type FeatureShape, fitLogit, logitScores } from '../retrieval/logit.ts'
import { type Building, buildSources, choosePlan, sourceNames } from '../retrieval/plan.ts'
import { thin } from '../retrieval/sequences.ts'
import { textNeighbours } from '../retrieval/titles.ts'
import type { Judging } from '../retrieval/tune.ts'
import { type Task, testTask, validationTask } from './cut.ts'
import type { Dataset } from './dataset.ts'
import { metricsNamed, Tally } from './metrics.ts'
import type { Metrics, Say } from './quality.ts'

const mostQueries = 10_000
const blendQueries = 6000
const figures = (tally: Tally) =>
  Object.entries(tally.means())
    .map(([m, v]) => `${m} ${v.toFixed(4)}`)
    .join(' ')

/** Leave-one-out, session prefixes and sets: full-catalogue ranking, everything chosen on a cut of the train part. */
export async function evaluateRetrieval(data: Dataset, say: Say, seed = 1): Promise<Metrics> {
  const judging = { metrics: metricsNamed(data.metrics), itemCount: data.itemNames.length, excludeSeen: data.excludeSeen }
  const kind = data.protocol === 'session-prefix' ? 'sessions' : data.ordered ? 'rows' : 'set'
  const words = textNeighbours(data.facts, judging.itemCount)
  const cut = validationTask(data, mostQueries, seed)
  say(`${cut.queries.length} validation queries, ${cut.train.items.length} rows left to learn from`)
  const plan = choosePlan({ ...cut, how: judging, kind, say })
  const how = { ...judging, excludeSeen: plan.excludeSeen, each: depthOf(judging) }
  const test = testTask(data)
  const cutNets: CapWeights[] = []
  const onCut = (set: CapSettings) => {
    cutNets.push(trainCap(cut.train, set, { seed, from: null, epochs: set.epochs, peak: 1 }, say))
    return cutNets
  }
  const onAll = (set: CapSettings) => {
    const hidden = 1 - cut.train.items.length / test.train.items.length
    return finalNets(test.train, set, { net: cutNets[0] as CapWeights, hidden, seed }, say)
  }
  const ranker = chooseRanker(cut, { plan, words, nets: onCut }, how, say)
  const tally = new Tally(how.metrics)
  const sources = buildSources(test.train, { plan, words, nets: onAll }, ranker.sources)
  gather(sources, test.queries, how, (query, candidates) => {
    tally.add(ranksBy(ranker.scores(candidates), answered(query, candidates).targets))
  })
  return tally.means()
}

/** How many of each source are looked at: several times what the deepest metric counts. */
const depthOf = ({ metrics }: Judging) => Math.max(60, 3 * Math.max(...metrics.map(m => m.k)))

interface Ranker {
  /** The sources that are asked, in the order of the shares. */
  readonly sources: readonly string[]
  readonly scores: (candidates: Candidates) => Float32Array
}

/** Fits the sources on the cut and chooses how to put them together: the best blend, or the logit where it holds out of sample. */
function chooseRanker(cut: Task, building: Building, how: Judging & { each: number }, say: Say): Ranker {
  const names = sourceNames(building.plan, building.words)
  const sources = buildSources(cut.train, building, names)
  const asked: Answered[] = []
  gather(sources, thin(cut.queries, cut.train.ordered ? blendQueries : blendQueries / 2), how, (query, candidates) =>
    asked.push(answered(query, candidates)),
  )
  const figuresBy = (scores: Ranker['scores']) => {
    const tally = new Tally(how.metrics)
    for (const a of asked) tally.add(ranksBy(scores(a.candidates), a.targets))
    return figures(tally)
  }
  names.forEach((name, s) => {
    const alone = { form: 'sum' as const, mu: 0, weights: names.map((_, i) => (i === s ? 1 : 0)) }
    say(`${name} on validation: ${figuresBy(c => blendScores(alone, c, how.itemCount))}`)
  })
  const best = chooseBlend(asked, names.length, how.itemCount, how.metrics)
  say(`blend: ${best.blend.form} ${names.map((name, i) => `${name} ${best.blend.weights[i]}`).join(', ')}`)
  say(`blend on validation: ${figuresBy(c => blendScores(best.blend, c, how.itemCount))}`)
  const shape = { sources: names.length, itemCount: how.itemCount, blends: [best.blend] }
  const crossed = crossFit(asked, shape)
  const tally = new Tally(how.metrics)
  for (const ranks of crossed) tally.add(ranks)
  say(`logit on validation, each half by the other: ${figures(tally)}`)
  if (worthOf(how.metrics, crossed) > best.worth + 0.002) {
    const model = fitLogit(asked, shape)
    return { sources: names, scores: c => logitScores(model, c, shape) }
  }
  const used = names.map((_, s) => s).filter(s => best.blend.weights[s]! > 0)
  const blend = { ...best.blend, weights: used.map(s => best.blend.weights[s]!) }
  return { sources: used.map(s => names[s] as string), scores: c => blendScores(blend, c, how.itemCount) }
}

/** Places of the targets when each half of the questions is answered by what the other half taught. */
function crossFit(asked: readonly Answered[], shape: FeatureShape): number[][] {
  const halves = [0, 1].map(h => asked.filter((_, i) => i % 2 === h)) as [Answered[], Answered[]]
  return halves.flatMap((half, h) => {
    const model = fitLogit(halves[1 - h] as Answered[], shape)
    return half.map(a => ranksBy(logitScores(model, a.candidates, shape), a.targets))
  })
}
