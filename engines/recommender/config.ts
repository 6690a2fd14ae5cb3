import type { RecommenderConfig } from './types.ts'
import { valueWeights } from './weights.ts'

export const defaults: RecommenderConfig = {
  maxItems: 2_000_000,
  maxPeople: 2_000_000,
  maxTags: 200_000,
  commerceShare: 0.08,
  commerceWindow: 50,
  guaranteedImpressions: 100,
  poolEvery: 8,
  randomShare: 0.005,
  authorsPerPage: 2,
  pendingMs: 30 * 60_000,
  maxLeapMs: 400 * 86_400_000,
  floodBurst: 400,
  floodPerSecond: 3,
  sourcesOff: [],
  weights: valueWeights,
  learnedRanker: true,
}

/** Lengths of the rings, in entries. */
export const lengths = {
  actions: 200,
  skips: 64,
  seen: 2048,
  served: 64,
  declined: 1024,
  links: 1024,
  tagNewest: 64,
  wordNewest: 64,
  makerNewest: 64,
  showing: 32,
  hotKind: 128,
  hotTag: 32,
  neighbours: 200,
  session: 16,
  sessions: 262_144,
  itemSessions: 64,
} as const
