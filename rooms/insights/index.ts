/** The loop, measured: phases, transitions and lineage, from the log alone. */
export { type Chain, createInsights, type Impact, type Insights, type LoopView } from './insights.ts'
export { insightsRoutes } from './routes.ts'
export { wire as insightsWire } from './wire.ts'
