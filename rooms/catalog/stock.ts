import type { Id } from '#base/kernel'
import type { stockReasons } from './wire-stock.ts'

/** The counters of a variant, summed over its locations. Available is Σ max(0, on hand − reserved − safety). */
export interface Stock {
  readonly variant: Id<'variant'>
  readonly onHand: number
  readonly reserved: number
  readonly safety: number
  readonly sold: number
}

export interface StockLine {
  readonly variant: Id<'variant'>
  readonly quantity: number
}

/** How each kind of movement changes the counters, per piece. The ledger's sums are the counters because both come from here. */
export const effects = {
  opening: { onHand: 1, reserved: 0, sold: 0 },
  received: { onHand: 1, reserved: 0, sold: 0 },
  counted: { onHand: 1, reserved: 0, sold: 0 },
  damaged: { onHand: 1, reserved: 0, sold: 0 },
  returned: { onHand: 1, reserved: 0, sold: 0 },
  reserved: { onHand: 0, reserved: 1, sold: 0 },
  released: { onHand: 0, reserved: -1, sold: 0 },
  sold: { onHand: -1, reserved: -1, sold: 1 },
  restocked: { onHand: 1, reserved: 0, sold: -1 },
} as const satisfies Record<string, { onHand: number; reserved: number; sold: number }> &
  Record<(typeof stockReasons)[number], unknown>
export type MovementKind = keyof typeof effects

/** Demand per variant in the order of ids: the order in which rows are locked, so that two checkouts never wait for each other in a ring. */
export function demandOf(lines: readonly StockLine[]): { variants: Id<'variant'>[]; quantities: number[] } {
  const sums = new Map<Id<'variant'>, number>()
  for (const { variant, quantity } of lines) {
    if (!Number.isSafeInteger(quantity) || quantity < 1) throw new Error(`a quantity of ${quantity}`)
    sums.set(variant, (sums.get(variant) ?? 0) + quantity)
  }
  const variants = [...sums.keys()].sort()
  // Above any stock that there can be, and within an int4.
  return { variants, quantities: variants.map(v => Math.min(sums.get(v) as number, 2_000_000)) }
}
