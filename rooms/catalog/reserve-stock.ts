import { type Id, ok, type Refusal, type Result, refuse } from '#base/kernel'
import { noteStock } from './note-stock.ts'
import { holdRef, openHold } from './reservation-store.ts'
import type { Room } from './room.ts'
import { demandOf, type StockLine } from './stock.ts'
import { type Short, takeStock } from './stock-store.ts'
import type { CatalogTables } from './tables.ts'

export interface Reservation {
  readonly checkout: Id<'checkout'>
  readonly expires: Date
  readonly lines: readonly StockLine[]
}
export type ReserveRefused = 'out_of_stock' | 'variant_unavailable'

/**
 * Holds all lines or none until `expires`. Once per checkout: while its stock is held or sold, a second call changes nothing.
 * After a release the checkout may hold again.
 */
export async function reserveStock(room: Room, wish: Reservation): Promise<Result<void, ReserveRefused>> {
  const demand = demandOf(wish.lines)
  if (demand.variants.length === 0) throw new Error(`reservation of ${wish.checkout} without lines`)
  const { checkout } = wish
  const at = room.house.clock.now()
  try {
    await room.house.db.transaction<CatalogTables, void>(async trx => {
      const attempt = await openHold(trx, checkout, wish.expires, at)
      if (attempt === null) return
      const { short, moved } = await takeStock(trx, { checkout, attempt, ref: holdRef(checkout, attempt), at }, demand)
      if (short[0]) throw new NotTaken(refusalOf(short))
      await noteStock(room, trx, moved)
    })
    return ok(undefined)
  } catch (error) {
    if (error instanceof NotTaken) return error.refusal
    throw error
  }
}

/** What can't be bought at all is said before what there is too little of. */
function refusalOf(short: readonly Short[]): Refusal<ReserveRefused> {
  const gone = short.find(s => !s.live)
  if (gone) return refuse('variant_unavailable', 'This is not on sale any more', { variant: gone.variant })
  const [first] = short as [Short]
  return refuse('out_of_stock', 'There are not enough pieces left', {
    variant: first.variant,
    available: first.available,
    lines: short.map(s => ({ variant: s.variant, available: s.available })),
  })
}

/** Rolls the transaction back with the refusal in hand. */
class NotTaken extends Error {
  readonly refusal: Refusal<ReserveRefused>
  constructor(refusal: Refusal<ReserveRefused>) {
    super(refusal.message)
    this.refusal = refusal
  }
}
