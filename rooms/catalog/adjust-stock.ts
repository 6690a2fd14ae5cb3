import type { Caller } from '#base/http'
import { type Id, ok, type Refusal, type Result, refuse } from '#base/kernel'
import { ensureLocation, ensurePlaces } from './level-store.ts'
import { holdLocation } from './location-store.ts'
import { noteStock } from './note-stock.ts'
import type { StockChange, StockWire } from './product.ts'
import type { Room } from './room.ts'
import { stockToWire } from './show-stock.ts'
import { adjust, readStock, type VariantStock, writeMovement } from './stock-store.ts'
import type { CatalogTables } from './tables.ts'

type Refused =
  | 'not_found'
  | 'forbidden'
  | 'sign_in_required'
  | 'stock_below_reserved'
  | 'quantity_invalid'
  | 'invalid_request'
  | 'bundle_invalid'
const limit = 1_000_000

/**
 * Receives or corrects by hand at one location (the first unless one is named), once per `key`. What is reserved for a buyer can't
 * be taken away. A lot and a best-before day belong to pieces that are received.
 */
export async function adjustStock(
  room: Room,
  caller: Caller,
  variant: Id<'variant'>,
  change: StockChange,
  key: string,
): Promise<Result<StockWire, Refused>> {
  const [before] = await readStock(room.db, [variant])
  if (!before) return refuse('not_found', 'There is no such variant')
  const allowed = room.doors.accounts.may(caller, 'product.manage', { shop: before.shop })
  if (!allowed.ok) return allowed
  if (before.bundle) return refuse('bundle_invalid', 'A bundle has the stock of its components', { reason: 'no_stock' })
  if (change.change === 0 && change.safety === undefined) return refuse('quantity_invalid', 'Nothing would change')
  if ((change.lot || change.bestBefore) && !(change.reason === 'received' && change.change > 0))
    return refuse('invalid_request', 'Only pieces that are received have a lot', { fields: { lot: ['received only'] } })
  if (change.bestBefore !== undefined && !isDay(change.bestBefore))
    return refuse('invalid_request', 'There is no such day', { fields: { bestBefore: ['no day'] } })
  const done = await write(room, before, change, caller.person, key)
  if (done === 'no_location') return refuse('not_found', 'The shop has no such location that is on')
  const [after] = (await readStock(room.db, [variant])) as [VariantStock]
  return done ? ok(stockToWire(after)) : tooMuch(after, change)
}

/** 2027-02-28 is a day, 2027-02-30 is none. */
const isDay = (text: string): boolean => {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

function tooMuch(after: VariantStock, change: StockChange): Refusal<Refused> {
  if (after.bundle) return refuse('bundle_invalid', 'A bundle has the stock of its components', { reason: 'no_stock' })
  if (after.onHand + change.change > limit)
    return refuse('quantity_invalid', 'A variant holds at most a million pieces', { limit })
  const level = after.levels.find(l => l.location === change.location) ?? { on_hand: after.onHand, reserved: after.reserved }
  return refuse('stock_below_reserved', 'Buyers have reserved more than would be left', {
    onHand: level.on_hand,
    reserved: level.reserved,
  })
}

async function write(
  room: Room,
  stock: VariantStock,
  change: StockChange,
  by: string,
  key: string,
): Promise<boolean | 'no_location'> {
  const { variant, shop } = stock
  try {
    return await room.house.db.transaction<CatalogTables, true | 'no_location'>(async trx => {
      if (!change.location) await ensureLocation(trx, shop)
      const location = await holdLocation(trx, shop, change.location ?? null)
      if (!location) return 'no_location'
      const line = { variant, location, change: change.change, lot: change.lot || null, bestBefore: change.bestBefore ?? null }
      const at = room.house.clock.now()
      await ensurePlaces(trx, [line])
      const fresh =
        change.change === 0 || (await writeMovement(trx, { ...line, kind: change.reason, ref: `${by}:${key}`, at, by }))
      if (!fresh) return true
      const moved = await adjust(trx, { variant, location, change: change.change, safety: change.safety ?? null, limit })
      if (!moved) throw new NotChanged()
      await noteStock(room, trx, [moved])
      return true
    })
  } catch (error) {
    if (error instanceof NotChanged) return false
    throw error
  }
}

/** Takes the ledger row back with the transaction. */
class NotChanged extends Error {}
