import { type Id, ok, type Result, refuse } from '#base/kernel'
import { noteStock } from './note-stock.ts'
import { endHold, holdRef, holdState, lengthenHold } from './reservation-store.ts'
import type { Room } from './room.ts'
import { moveHeld } from './stock-store.ts'
import type { CatalogTables } from './tables.ts'

type Checkout = Id<'checkout'>

/** Ends the hold and moves its lines in one transaction; false when there was none to end. The row of the hold decides who ends it. */
async function end(
  room: Room,
  checkout: Checkout,
  as: 'released' | 'committed',
  overdueAt: Date | null = null,
): Promise<boolean> {
  return room.house.db.transaction<CatalogTables, boolean>(async trx => {
    const attempt = await endHold(trx, checkout, as, overdueAt)
    if (attempt === null) return false
    const hold = { checkout, attempt, ref: holdRef(checkout, attempt), at: room.house.clock.now() }
    await noteStock(room, trx, await moveHeld(trx, as === 'released' ? 'released' : 'sold', hold))
    return true
  })
}

/** Gives the stock back, with `overdueAt` only of a hold past its time. True when this call did it; what is sold or was released before stays as it is. */
export const releaseStock = (room: Room, checkout: Checkout, overdueAt: Date | null = null): Promise<boolean> =>
  end(room, checkout, 'released', overdueAt)

/** Reserved becomes sold. A hold past its time that nobody has released yet is still good. Twice is once. */
export async function commitStock(room: Room, checkout: Checkout): Promise<Result<void, 'reservation_expired'>> {
  if (await end(room, checkout, 'committed')) return ok(undefined)
  return (await holdState(room.db, checkout)) === 'committed'
    ? ok(undefined)
    : refuse('reservation_expired', 'The stock was given back')
}

/** Holds until a later time; an earlier one changes nothing. */
export async function extendHold(room: Room, checkout: Checkout, until: Date): Promise<Result<void, 'reservation_expired'>> {
  if (await lengthenHold(room.db, checkout, until)) return ok(undefined)
  return (await holdState(room.db, checkout)) === 'committed'
    ? ok(undefined)
    : refuse('reservation_expired', 'The stock was given back')
}
