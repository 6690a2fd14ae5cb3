/** The loop, measured: phases, transitions and lineage, from the log alone. */
export { type Chain, createInsights, type Impact, type Insights, type LoopView } from './insights.ts'
export { insightsRoutes } from './routes.ts'
export { mostFans } from './topic-book.ts'
export { type Outcomes, outcomes, postKinds, type Tries, ways } from './tries-book.ts'
export { wire as insightsWire } from './wire.ts'
