import type { Id } from '#base/kernel'
import type { ReturnState } from './order-states.ts'
import type { Pieces } from './parcels.ts'

/** `return`: goods back for money. `exchange`: goods back for others. `claim`: something is wrong with them; nothing needs to be sent back. */
export const returnKinds = ['return', 'exchange', 'claim'] as const
export type ReturnKind = (typeof returnKinds)[number]

export const returnReasons = [
  'changed_mind',
  'wrong_size',
  'damaged',
  'not_as_described',
  'wrong_item',
  'missing',
  'late',
  'other',
] as const
export type ReturnReason = (typeof returnReasons)[number]

interface ReasonRule {
  /** Who pays for sending it back. */
  readonly wayBack: 'buyer' | 'shop'
  /** The part of the delivery of these pieces goes back with their price: the shop is at fault. */
  readonly shipping: boolean
  /** There may be nothing to send back, so it can only be a claim. */
  readonly claimOnly: boolean
}
const theirs: ReasonRule = { wayBack: 'buyer', shipping: false, claimOnly: false }
const ours: ReasonRule = { wayBack: 'shop', shipping: true, claimOnly: false }
/** What follows from a reason unless the shop decides better for the buyer. */
export const reasonRules: Readonly<Record<ReturnReason, ReasonRule>> = {
  changed_mind: theirs,
  wrong_size: theirs,
  damaged: ours,
  not_as_described: ours,
  wrong_item: ours,
  missing: { ...ours, claimOnly: true },
  late: ours,
  other: theirs,
}

/** Why a shop says no; the buyer sees it in their own language. */
export const refusalReasons = ['too_late', 'used', 'not_returnable', 'no_proof', 'other'] as const
export type RefusalReason = (typeof refusalReasons)[number]

export const returnOutcomes = ['refund', 'replacement'] as const
export type ReturnOutcome = (typeof returnOutcomes)[number]

/** A buyer's wish to give something back, and what became of it. */
export interface Return {
  readonly id: Id<'returns'>
  readonly kind: ReturnKind
  readonly state: ReturnState
  readonly reason: ReturnReason
  /** The buyer's own words; null once the person is erased. */
  readonly words: string | null
  /** Pictures or clips of the buyer's own. */
  readonly photos: readonly Id<'media'>[]
  readonly pieces: readonly Pieces[]
  /** What the buyer wants in exchange, of the same product; null: the same again. */
  readonly variant: Id<'variant'> | null
  readonly refusal: { readonly reason: RefusalReason; readonly note: string | null } | null
  readonly carrier: string | null
  readonly tracking: string | null
  readonly outcome: ReturnOutcome | null
  readonly asked: Date
}

/** The goods are under way to the shop, or there. */
export const cameBack = (r: Return): boolean => r.state === 'sent_back' || r.state === 'received'

const ended: readonly ReturnState[] = ['refused', 'settled', 'withdrawn']
/** One at a time: while one is open, another can't be asked for. */
export const openReturn = (returns: readonly Return[]): Return | null => returns.find(r => !ended.includes(r.state)) ?? null
