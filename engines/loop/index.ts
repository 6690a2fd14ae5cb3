/** The six-phase loop: evidence, journeys, lineage, and reports that say what they don't know. */
export { type Measured, measured, missing, type Share, wilson, z95 } from './intervals.ts'
export type { Grown, GrownKind, LineageEdge, LineageNode, LineageView } from './lineage.ts'
export { type EvidenceFacts, evidence, noFacts, type Phase, phaseOf, phases, thresholds } from './phases.ts'
export { horizonDays, type LoopReport, type PhaseReport, type ReportOptions, type Transition } from './report.ts'
export { createLoop, type JourneyView, type Loop, type LoopOptions } from './state.ts'
