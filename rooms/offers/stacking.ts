import type { OfferKind } from './offer.ts'

/**
 * The stacking order, in one table. Offers are looked at layer by layer from above. A layer reaches only those lines on which nothing
 * stands but the layers that it names in `with`; within a layer a line takes one offer, and a layer `on: 'basket'` gives one offer in all.
 * Among the offers of a layer the one that takes most off goes first, so the result does not depend on the order in which they were made.
 * The order itself is the one that shoppers know: a price made on air, then campaigns, flash prices, product discounts, order discounts,
 * codes, delivery.
 */
export const stacking = [
  { layer: 'live_flash', on: 'line', with: [] },
  { layer: 'campaign', on: 'line', with: [] },
  { layer: 'flash', on: 'line', with: [] },
  { layer: 'product', on: 'line', with: [] },
  { layer: 'order', on: 'basket', with: ['campaign', 'product'] },
  { layer: 'code', on: 'basket', with: ['campaign', 'product', 'order'] },
  { layer: 'shipping', on: 'shipping', with: ['live_flash', 'campaign', 'flash', 'product', 'order', 'code'] },
] as const satisfies readonly { layer: string; on: 'line' | 'basket' | 'shipping'; with: readonly string[] }[]

export type LayerName = (typeof stacking)[number]['layer']
export interface Layer {
  readonly layer: LayerName
  readonly on: 'line' | 'basket' | 'shipping'
  readonly with: readonly LayerName[]
}

/** What decides the layer of an offer. `onAir`: a flash price that is made in a live show. */
export interface Placed {
  readonly kind: OfferKind
  readonly code: string | null
  readonly campaign: boolean
  readonly onAir: boolean
  /** It is for some products or categories only. */
  readonly scoped: boolean
}
/** Free delivery is always last, with a code or without; a flash price has no code. */
export function layerOf(o: Placed): LayerName {
  if (o.kind === 'free_shipping') return 'shipping'
  if (o.kind === 'flash') return o.onAir ? 'live_flash' : 'flash'
  if (o.code !== null) return 'code'
  if (o.campaign) return 'campaign'
  return o.scoped ? 'product' : 'order'
}
