import type { Money } from '#base/kernel'
import type { Pieces } from './parcels.ts'
import type { Fall } from './price-protection.ts'

export type RefundKind = 'cancel' | 'refund' | 'return' | 'protection'
export interface RefundWish {
  readonly kind: RefundKind
  /** A part; all that is left when neither this nor `pieces`, `parcel` or `returned` is there. */
  readonly amount?: Money | undefined
  /** What these pieces cost. */
  readonly pieces?: readonly Pieces[] | undefined
  /** With `pieces`: their part of the delivery too. */
  readonly shipping?: boolean | undefined
  /** For `return`: one parcel of several came back. */
  readonly parcel?: string | undefined
  /** For `return`: the open return that this settles; its pieces. */
  readonly returned?: string | undefined
  /** For `return`: what came back can be sold again; true unless said. */
  readonly restock?: boolean | undefined
  /** For `protection`: what the public prices did; what of that is due is counted when it is begun. */
  readonly falls?: readonly Fall[] | undefined
  readonly reason: string | null
  readonly key?: string | undefined
}
