import type { MediaUse } from './medium.ts'

type Span = readonly [from: number, to: number]
interface Stages {
  readonly render: Span
  readonly first: Span
  readonly better: Span
}
/** Percent of the whole way that each stage is. A rendered clip has one stage more, and the others come after it. */
const clip: Stages = { render: [0, 0], first: [10, 50], better: [50, 99] }
const edit: Stages = { render: [0, 60], first: [62, 80], better: [80, 99] }
export const stagesOf = (use: MediaUse): Stages => (use === 'edit' ? edit : clip)
