import type { Caller } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import { noteStock } from './note-stock.ts'
import type { StockChange, StockWire } from './product.ts'
import type { Room } from './room.ts'
import { availableOf, type Stock } from './stock.ts'
import { adjust, readStock, writeMovement } from './stock-store.ts'
import type { CatalogTables } from './tables.ts'

type Denied = 'not_found' | 'forbidden' | 'sign_in_required'
type Refused = Denied | 'stock_below_reserved' | 'quantity_invalid'
const limit = 1_000_000

export async function showStock(room: Room, caller: Caller, variant: Id<'variant'>): Promise<Result<StockWire, Denied>> {
  const stock = await readStock(room.db, variant)
  if (!stock) return refuse('not_found', 'There is no such variant')
  const allowed = room.doors.accounts.may(caller, 'product.manage', { shop: stock.shop })
  return allowed.ok ? ok(stockToWire(stock)) : allowed
}

/** Receives or corrects by hand, once per `key`. What is reserved for a buyer can't be taken away. */
export async function adjustStock(
  room: Room,
  caller: Caller,
  variant: Id<'variant'>,
  change: StockChange,
  key: string,
): Promise<Result<StockWire, Refused>> {
  const before = await readStock(room.db, variant)
  if (!before) return refuse('not_found', 'There is no such variant')
  const allowed = room.doors.accounts.may(caller, 'product.manage', { shop: before.shop })
  if (!allowed.ok) return allowed
  if (change.change === 0 && change.safety === undefined) return refuse('quantity_invalid', 'Nothing would change')
  const done = await write(room, variant, change, `${caller.person}:${key}`)
  const after = (await readStock(room.db, variant)) as Stock
  if (done) return ok(stockToWire(after))
  return after.onHand + change.change > limit
    ? refuse('quantity_invalid', 'A variant holds at most a million pieces', { limit })
    : refuse('stock_below_reserved', 'Buyers have reserved more than would be left', {
        onHand: after.onHand,
        reserved: after.reserved,
      })
}

async function write(room: Room, variant: Id<'variant'>, change: StockChange, ref: string): Promise<boolean> {
  try {
    await room.house.db.transaction<CatalogTables, void>(async trx => {
      const fresh =
        change.change === 0 ||
        (await writeMovement(trx, change.reason, ref, room.house.clock.now(), { variant, change: change.change }))
      if (!fresh) return
      const moved = await adjust(trx, { variant, change: change.change, safety: change.safety ?? null, limit })
      if (!moved) throw new NotChanged()
      await noteStock(room, trx, [moved])
    })
    return true
  } catch (error) {
    if (error instanceof NotChanged) return false
    throw error
  }
}

/** Takes the ledger row back with the transaction. */
class NotChanged extends Error {}

const stockToWire = (s: Stock): StockWire => ({
  variant: s.variant,
  onHand: s.onHand,
  reserved: s.reserved,
  safety: s.safety,
  sold: s.sold,
  available: availableOf(s),
})
