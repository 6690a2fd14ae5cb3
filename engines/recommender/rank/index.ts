export { expertNames } from './experts.ts'
export type { FrozenPersons } from './freeze.ts'
export { OnlineRanker, type Prediction } from './ranker.ts'
export { type Context, defaultRoom, type Head, type Labels, type RankSettings, type Room } from './types.ts'
