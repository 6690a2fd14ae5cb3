import type { LoggedEvent } from '#base/catalogue'
import type {
  Counts,
  Deciding,
  Expectation,
  ExpectRequest,
  HeadHealth,
  Reason,
  ReasonCode,
  RecommendRequest,
  Slate,
  SourceName,
  Standing,
  Taste,
  TrainingSet,
  WeightTables,
} from '#engines/recommender'

/** What the main thread asks of the worker that holds the recommender, its sole writer. */
export type Question =
  | { readonly kind: 'recommend'; readonly request: RecommendRequest }
  | { readonly kind: 'because'; readonly person: string; readonly item: string }
  | { readonly kind: 'expect'; readonly request: ExpectRequest }
  | { readonly kind: 'taste'; readonly person: string }
  | { readonly kind: 'knowsTag'; readonly tag: string }
  | { readonly kind: 'standing'; readonly post: string }
  | { readonly kind: 'deciding'; readonly post: string }
  | { readonly kind: 'counts' }
  | { readonly kind: 'health' }
  | { readonly kind: 'stateHash' }
  | { readonly kind: 'weights' }
  | { readonly kind: 'trainingSet' }
  | { readonly kind: 'offerModel'; readonly hash: string; readonly bytes: Uint8Array }
  | { readonly kind: 'model' }
  | { readonly kind: 'snapshot' }
  | { readonly kind: 'restore'; readonly bytes: Uint8Array }
/** What a page needs of a slate: the rest would only be copied from thread to thread. */
export interface LeanSlate {
  readonly slots: readonly LeanSlot[]
}
export interface LeanSlot {
  readonly item: string
  readonly source: SourceName
  readonly propensity: number
  /** Codes, the strongest first. */
  readonly reasons: ReasonCode[]
  readonly signals?: readonly number[]
}
export const lean = ({ slots }: Slate): LeanSlate => ({
  slots: slots.map(({ item, source, propensity, reasons, signals }) => ({
    item,
    source,
    propensity,
    reasons: reasons.map(r => r.code),
    ...(signals && { signals }),
  })),
})
export interface Answers {
  readonly recommend: LeanSlate
  readonly because: Reason[]
  readonly expect: Expectation[]
  readonly taste: Taste
  readonly knowsTag: boolean
  readonly standing: Standing
  readonly deciding: Deciding | null
  readonly counts: Counts
  readonly health: HeadHealth[]
  readonly stateHash: string
  readonly weights: WeightTables
  readonly trainingSet: TrainingSet | null
  /** False: refused. */
  readonly offerModel: boolean
  readonly model: { readonly hash: string; readonly position: bigint } | null
  readonly snapshot: { readonly bytes: Uint8Array; readonly position: bigint }
  /** Where to go on in the log; null when the snapshot was refused, with the reason. */
  readonly restore: { readonly position: bigint } | { readonly refused: string }
}
/** An event on its way to the thread. Like a page's slate on its way back, its largest part travels as JSON: its objects would cost twice as much. */
export type CarriedEvent = Omit<LoggedEvent, 'data'> & { readonly data: string }
export const carried = (event: LoggedEvent): CarriedEvent => ({ ...event, data: JSON.stringify(event.data) })
export const unpacked = (event: CarriedEvent): LoggedEvent => ({ ...event, data: JSON.parse(event.data) }) as LoggedEvent

export type ToWorker =
  | { readonly id: number; readonly question: Question }
  | { readonly id: number; readonly learn: readonly CarriedEvent[] }
export type FromWorker =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly json: string }
  | { readonly id: number; readonly failure: string }
