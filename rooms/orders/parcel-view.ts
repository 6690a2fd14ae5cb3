import type { Static } from 'typebox'
import type { parcelWire, returnWire } from './parcel-wire.ts'
import type { Parcel } from './parcels.ts'
import { type Return, reasonRules } from './return.ts'

export const parcelView = (p: Parcel): Static<typeof parcelWire> => ({
  id: p.id,
  state: p.state,
  contents: p.contents.map(c => ({ line: c.line, quantity: c.quantity, variant: c.variant })),
  replaces: p.replaces,
  carrier: p.carrier,
  tracking: p.tracking,
  shippedAt: p.shippedAt?.toISOString() ?? null,
  deliveredAt: p.deliveredAt?.toISOString() ?? null,
})
export const returnView = (r: Return): Static<typeof returnWire> => ({
  id: r.id,
  kind: r.kind,
  state: r.state,
  reason: r.reason,
  words: r.words,
  photos: [...r.photos],
  lines: r.pieces.map(p => ({ line: p.line, quantity: p.quantity })),
  variant: r.variant,
  wayBack: reasonRules[r.reason].wayBack,
  refusal: r.refusal && { ...r.refusal },
  carrier: r.carrier,
  tracking: r.tracking,
  outcome: r.outcome,
  asked: r.asked.toISOString(),
})
