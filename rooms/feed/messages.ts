import type { LoggedEvent } from '#base/catalogue'
import type { Counts, Reason, RecommendRequest, Slate, Taste } from '#engines/recommender'

/** What the main thread asks of the worker that holds the recommender, its sole writer. */
export type Question =
  | { readonly kind: 'recommend'; readonly request: RecommendRequest }
  | { readonly kind: 'because'; readonly person: string; readonly item: string }
  | { readonly kind: 'taste'; readonly person: string }
  | { readonly kind: 'counts' }
  | { readonly kind: 'stateHash' }
export interface Answers {
  readonly recommend: Slate
  readonly because: Reason[]
  readonly taste: Taste
  readonly counts: Counts
  readonly stateHash: string
}
export type ToWorker =
  | { readonly id: number; readonly question: Question }
  | { readonly id: number; readonly learn: readonly LoggedEvent[] }
export type FromWorker = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly failure: string }
