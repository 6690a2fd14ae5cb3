import type { Static } from 'typebox'
import type { Id } from '#base/kernel'
import type { locationWire } from './wire-stock.ts'

/** Where a shop keeps stock, in the order in which its orders are filled. */
export interface Location {
  readonly id: Id<'location'>
  readonly shop: Id<'shop'>
  /** Empty for the shop's first one, until it is named. */
  readonly name: string
  readonly active: boolean
  /** Pieces that lie there, of all variants. */
  readonly pieces: number
}
export type LocationWire = Static<typeof locationWire>
export const mostLocations = 20

export const locationToWire = ({ id, name, active, pieces }: Location): LocationWire => ({ id, name, active, pieces })
