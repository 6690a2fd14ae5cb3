import type { LoggedEvent } from '#base/catalogue'
import { ok, type Result } from '#base/kernel'
import { defaults } from './config.ts'
import { deciding } from './deciding.ts'
import { type Expectation, type ExpectRequest, expect } from './expect.ts'
import { because, similar, taste } from './explain.ts'
import { stateHash } from './hash.ts'
import { flag } from './items.ts'
import { learn } from './learn.ts'
import type { HeadHealth } from './learned/health.ts'
import { Server, sharedPageMs } from './recommend.ts'
import { snapshotOf, stateFrom } from './snapshot.ts'
import { standing } from './standing.ts'
import { State, tagName } from './state.ts'
import { type TrainingSet, trainingSet } from './trained/training-set.ts'
import type { Counts, Deciding, Item, Reason, RecommenderConfig, RecommendRequest, Slate, Standing, Taste } from './types.ts'
import { upsertItem } from './upsert.ts'
import type { WeightTables } from './weights.ts'

export { type Action, actions, outcome } from './actions.ts'
export { defaults as recommenderDefaults } from './config.ts'
export {
  type Dataset,
  type Histories,
  type Impressions,
  type Protocol,
  protocols,
  type Queries,
} from './evaluation/dataset.ts'
export { auc, calibrationError, groupedAuc, type Judged, logLoss } from './evaluation/metrics-binary.ts'
export { evaluateQuality, type Metrics, type Say } from './evaluation/quality.ts'
export type { Expectation, ExpectedAction, ExpectRequest } from './expect.ts'
export { type Arm, armOf, type Experiment, type SampleRatio, sampleRatio } from './judging/assignment.ts'
export { type Comparison, compareMeans, cuped, type Measured } from './judging/comparison.ts'
export {
  type FeedExperiment,
  type Policy,
  parseExperiments,
  policyFor,
} from './judging/experiments.ts'
export { type Interleaved, interleavingTest, teamDraft } from './judging/interleaving.ts'
export { doublyRobust, type Estimate, type LoggedChoice, type ModelledChoice, snips } from './judging/off-policy.ts'
export { type ArmFigures, type Reading, readExperiment } from './judging/read-experiment.ts'
export type { HeadHealth } from './learned/health.ts'
export { scenes } from './scenes.ts'
export { trainModel } from './trained/train.ts'
export type { TrainingSet } from './trained/training-set.ts'
export type * from './types.ts'
export { parseWeights, parseWeightTables, type ValueWeights, valueWeights, type WeightTables } from './weights.ts'
export { sharedPageMs }

/** The heart: state in, slate out. No I/O, no clock, no randomness but the seed. */
export interface Recommender {
  /** Adds an item or writes its facts anew; events do it by themselves for what is published. False: no room, counted. What events removed stays removed. */
  upsertItem(item: Item): boolean
  /** Takes an item out of every slate until it is upserted again as visible. What was learned of it stays. */
  removeItem(id: string): void
  /** One event of the log, in order of position. The next call knows it. Learned once by position and by id; garbage is counted, never thrown. */
  learn(event: LoggedEvent): void
  /** A finished page. Read-only: what is served is learned from `feed.served`. May be shorter than n when there is nothing more to show. */
  recommend(request: RecommendRequest): Slate
  /** True when nothing keeps any of these items from the person of the request now; what was seen or served before counts for nothing. */
  mayShow(request: RecommendRequest, items: readonly string[]): boolean
  /** Up to n items of the same kind that go with this one, best first; none for an unknown id. */
  similar(id: string, n: number): { readonly item: string; readonly score: number }[]
  /** Why this item would come to this person now, strongest first. */
  because(person: string, item: string): Reason[]
  /** p̂ of every action if this person were exposed to each item now, by the scoring that pages are ranked by. Read-only; unknown and hidden items are left out. */
  expect(request: ExpectRequest): Expectation[]
  /** Where a post stands, for its creator: stage, guaranteed impressions, and what keeps it away in general terms. */
  standing(post: string): Standing
  /** The rules that decide how often a post comes up, with their numbers; null for an unknown id. Walks the pool of new posts: not for the hot path. */
  deciding(post: string): Deciding | null
  /** True when any item ever had this tag. */
  knowsTag(tag: string): boolean
  /** What would be used of this person now: everything that the engine derives from what it kept. */
  taste(person: string): Taste
  /** 64 bits in hexadecimal over everything learned: the same log, the same hash. Reads the whole state; not for the hot path. */
  stateHash(): string
  /** Everything learned, as bytes: version, log position, checksum, little-endian arrays. With the rest of the log it gives the same state, bit for bit. */
  snapshot(): Uint8Array
  /** What a page is worth now, by name, and what single scenes weigh otherwise: the defaults, or the tables of the last `feed.weights_set`. */
  weights(): WeightTables
  /** What a training of the sequence model reads: see `trainModel`. Null when too little was wanted by too few, or the source is off. */
  trainingSet(): TrainingSet | null
  /** Hands over a trained model, which serves from the event `feed.model_swapped` with this hash on. False: damaged, or of another version. */
  offerModel(hash: string, bytes: Uint8Array): boolean
  /** The trained model that serves, and the position of the log that it was trained at; null when there is none. */
  model(): { readonly hash: string; readonly position: bigint } | null
  /** Position of the last event that was learned; -1 before the first. */
  position(): bigint
  /** How each learned head has been doing: calibration, loss against the counters', and whom the mix trusts. Rows are 0 with `learnedRanker: false`. */
  health(): HeadHealth[]
  /** Sizes, bytes held in arrays, and why events were damped. */
  counts(): Counts
}

export interface RecommenderOptions {
  /** Any 32-bit integer; the only source of randomness. */
  readonly seed: number
}

/** Makes an empty recommender. `config` overrides single values of `recommenderDefaults`. */
export const createRecommender = (config: Partial<RecommenderConfig> = {}, { seed }: RecommenderOptions): Recommender =>
  over(new State({ ...defaults, ...config }, seed))

/** The recommender that `snapshot` was taken of; go on with the event after its `position()`. `snapshot_refused`: damaged, of another version or configuration. */
export function restoreRecommender(
  snapshot: Uint8Array,
  config: Partial<RecommenderConfig>,
  { seed }: RecommenderOptions,
): Result<Recommender, 'snapshot_refused'> {
  const state = stateFrom(snapshot, { ...defaults, ...config }, seed)
  return state.ok ? ok(over(state.value)) : state
}

function over(state: State): Recommender {
  const server = new Server(state)
  return {
    upsertItem: item => upsertItem(state, item),
    removeItem(id) {
      const i = state.items.ids.find(id)
      if (i < 0) return
      state.items.set(i, flag.withdrawn, true)
      state.pool.place(i)
    },
    learn: event => learn(state, event),
    recommend: request => server.recommend(request),
    mayShow: (request, items) => server.mayShow(request, items),
    similar: (id, n) => similar(state, id, n),
    because: (person, item) => because(state, server, person, item),
    expect: request => expect(state, server, request),
    standing: post => standing(state, post),
    deciding: post => deciding(state, post),
    knowsTag: tag => state.tags.find(tagName(tag)) >= 0,
    taste: person => taste(state, server, person),
    stateHash: () => stateHash(state),
    snapshot: () => snapshotOf(state),
    weights: () => state.weights,
    trainingSet: () => trainingSet(state),
    offerModel: (hash, bytes) => state.trained.offer(hash, bytes),
    model: () => (state.trained.hash === '' ? null : { hash: state.trained.hash, position: state.trained.position }),
    position: () => state.position,
    health: () => state.learned.read(),
    counts: () => ({
      learned: state.events,
      position: state.position,
      items: state.items.ids.size,
      people: state.people.ids.size,
      tags: state.tags.size,
      pool: state.pool.size,
      promoted: state.pool.promoted,
      gates: state.stages.counts(),
      bytes: state.bytes,
      damped: { ...state.damped },
    }),
  }
}
