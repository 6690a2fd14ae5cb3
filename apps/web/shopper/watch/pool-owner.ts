import type { Video } from '../../client/types.ts'
import type { Rung } from './throughput.ts'

export interface Measured {
  readonly firstFrameMs: number
  readonly ready: number
  readonly stalls: number
  readonly rung: string
  readonly bytes: number
}
/** A feed that uses the pool: where slide i is drawn and what it plays (null: pictures, or nothing there). */
export interface PoolOwner {
  readonly clip: (i: number) => Video | null
  readonly slot: (i: number) => HTMLElement | null
  readonly measured: (i: number, measured: Measured) => void
  /** All of the active clip is here, in this rung. */
  readonly whole: (i: number, rung: Rung) => void
}
