import type { Id } from '#base/kernel'
import type { ParcelState, ReturnState } from './order-states.ts'
import type { Parcel, Pieces } from './parcels.ts'
import type { RefusalReason, Return, ReturnKind, ReturnOutcome, ReturnReason } from './return.ts'

/** Parcels and returns as JSON of their rows. */
export interface ParcelJson {
  readonly id: string
  readonly state: ParcelState
  readonly contents: Parcel['contents']
  readonly replaces: string | null
  readonly carrier: string | null
  readonly tracking: string | null
  readonly shipped_at: string | null
  readonly delivered_at: string | null
}
export interface ReturnJson {
  readonly id: string
  readonly kind: ReturnKind
  readonly state: ReturnState
  readonly reason: ReturnReason
  readonly words: string | null
  readonly photos: readonly Id<'media'>[]
  readonly pieces: readonly Pieces[]
  readonly variant: string | null
  readonly refusal: RefusalReason | null
  readonly refusal_note: string | null
  readonly carrier: string | null
  readonly tracking: string | null
  readonly outcome: ReturnOutcome | null
  readonly asked: string
}
const time = (text: string | null): Date | null => (text === null ? null : new Date(text))

export const toParcel = (r: ParcelJson): Parcel => ({
  id: r.id as Id<'parcel'>,
  state: r.state,
  contents: r.contents,
  replaces: r.replaces as Id<'returns'> | null,
  carrier: r.carrier,
  tracking: r.tracking,
  shippedAt: time(r.shipped_at),
  deliveredAt: time(r.delivered_at),
})
/** `position`: which of the order's parcels it is, because ids of one moment don't sort. */
export const parcelRow = (order: string, p: Parcel, position: number): ParcelJson & { order_id: string; position: number } => ({
  order_id: order,
  position,
  id: p.id,
  state: p.state,
  contents: p.contents,
  replaces: p.replaces,
  carrier: p.carrier,
  tracking: p.tracking,
  shipped_at: p.shippedAt?.toISOString() ?? null,
  delivered_at: p.deliveredAt?.toISOString() ?? null,
})
export const toReturn = (r: ReturnJson): Return => ({
  id: r.id as Id<'returns'>,
  kind: r.kind,
  state: r.state,
  reason: r.reason,
  words: r.words,
  photos: r.photos,
  pieces: r.pieces,
  variant: r.variant as Id<'variant'> | null,
  refusal: r.refusal && { reason: r.refusal, note: r.refusal_note },
  carrier: r.carrier,
  tracking: r.tracking,
  outcome: r.outcome,
  asked: new Date(r.asked),
})
export const returnRow = (order: string, r: Return, position: number): ReturnJson & { order_id: string; position: number } => ({
  order_id: order,
  position,
  id: r.id,
  kind: r.kind,
  state: r.state,
  reason: r.reason,
  words: r.words,
  photos: r.photos,
  pieces: r.pieces,
  variant: r.variant,
  refusal: r.refusal?.reason ?? null,
  refusal_note: r.refusal?.note ?? null,
  carrier: r.carrier,
  tracking: r.tracking,
  outcome: r.outcome,
  asked: r.asked.toISOString(),
})
