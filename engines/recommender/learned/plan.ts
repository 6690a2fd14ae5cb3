import { type Action, actions } from '../actions.ts'
import { countBuckets, hours, lengthBuckets, rareBuckets, rateBuckets } from '../rank/buckets.ts'
import { dims } from '../rank/pairwise.ts'
import { scenes } from '../rank/types.ts'

/** Heads: every action but the exposure; head h is action h + 1. */
export const heads = actions.slice(1) as readonly Exclude<Action, 'exposure'>[]
export const headCount = heads.length

/** Heads that are frequent enough to carry weights and vectors of their own. */
const richNames = ['skip', 'watch', 'finish', 'like', 'save', 'click'] as const
export const rich = Int32Array.from(richNames, name => heads.indexOf(name))
export const richCount = rich.length
/** Head → its place among the rich ones, -1 for none. */
export const richOf = Int32Array.from(heads, name => richNames.indexOf(name as (typeof richNames)[number]))

/** What is known of a person is the last wanted and the last skipped items, this many of each. */
export const listLength = 12
export const maxTags = 6

/** Single fields of the person and the moment, and rows of each. The two lists follow. */
export const personFields = [scenes, hours, countBuckets, rateBuckets, rateBuckets, rareBuckets] as const
/** Fields of the item: item, author, length, finishing, liking; its tags follow as a list. Items and authors grow. */
export const itemFields = [0, 0, lengthBuckets, rateBuckets, rareBuckets] as const
export const personCount = personFields.length + 2
export const itemCount = itemFields.length + 1
export const fieldCount = personCount + itemCount

/** Where ids stand in an example. */
const lists = personFields.length + 2
const itemAt = lists + 2 * listLength
export const idAt = {
  person: 0,
  /** Lengths of the two lists. */
  lengths: personFields.length,
  lists,
  item: itemAt,
  tagCount: itemAt + itemFields.length,
  tags: itemAt + itemFields.length + 1,
  end: itemAt + itemFields.length + 1 + maxTags,
} as const

/** Dense inputs of the person and the moment, the same for every candidate of a request. */
const traits = scenes + 6
export const personAt = {
  scene: 0,
  hourSin: scenes,
  hourCos: scenes + 1,
  seen: scenes + 2,
  wanted: scenes + 3,
  skipped: scenes + 4,
  known: scenes + 5,
  rates: traits,
  end: traits + richCount,
} as const
/** Signals that a sight keeps, in this order. */
export const keptSignals = ['covisit', 'tag', 'author', 'followed', 'language', 'similar', 'session', 'trained', 'fit'] as const
const signalCount = keptSignals.length
/** Dense inputs of a candidate: log-odds of the counters against the platform's by head, the signals, facts; then what the factors say. */
const signals = headCount + 7
const stored = signals + signalCount
export const candidateAt = {
  odds: 0,
  facts: headCount,
  signals,
  stored,
  scores: stored,
  latent: stored + richCount,
  end: stored + richCount + dims,
} as const
/** What a head that is seldom reads: of the person whether they are known and their rates, of the candidate the signals and the scores; its own odds. */
const ofPerson = richCount + 1
const ofCandidate = signalCount + richCount
export const fewAt = {
  person: ofPerson,
  candidate: ofCandidate,
  odds: ofPerson + ofCandidate,
  end: ofPerson + ofCandidate + 1,
} as const
/** What is stored of a sight: the person's inputs, the candidate's without the factors', the platform's log-odds. */
export const denseAt = {
  candidate: personAt.end,
  platform: personAt.end + candidateAt.stored,
  end: personAt.end + candidateAt.stored + headCount,
} as const
