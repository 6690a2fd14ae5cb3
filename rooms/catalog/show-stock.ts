import type { Static } from 'typebox'
import type { Caller } from '#base/http'
import { decodeCursor, encodeCursor, type Id, ok, type Page, type Result, refuse } from '#base/kernel'
import { locationToWire } from './location.ts'
import { locationsOf } from './locations.ts'
import { readLots, readMovements } from './movement-store.ts'
import type { StockWire } from './product.ts'
import type { Room } from './room.ts'
import { readStock, type VariantStock } from './stock-store.ts'
import { readProducts } from './store.ts'
import type { movementWire, productStockWire } from './wire-stock.ts'

type Denied = 'not_found' | 'forbidden' | 'sign_in_required'
export type MovementWire = Static<typeof movementWire>
export type ProductStockWire = Static<typeof productStockWire>

export async function showStock(room: Room, caller: Caller, variant: Id<'variant'>): Promise<Result<StockWire, Denied>> {
  const [stock] = await readStock(room.db, [variant])
  if (!stock) return refuse('not_found', 'There is no such variant')
  const allowed = room.doors.accounts.may(caller, 'product.manage', { shop: stock.shop })
  return allowed.ok ? ok(stockToWire(stock)) : allowed
}

/** All variants of a product with their stock at every location, and the lots that were received, the first to expire first. */
export async function showProductStock(room: Room, caller: Caller, id: Id<'product'>): Promise<Result<ProductStockWire, Denied>> {
  const [product] = await readProducts(room.db, [id])
  if (!product) return refuse('not_found', 'There is no such product')
  const allowed = room.doors.accounts.may(caller, 'product.manage', { shop: product.shop })
  if (!allowed.ok) return allowed
  const variants = product.variants.map(v => v.id)
  const [stocks, locations, lots] = [
    await readStock(room.db, variants),
    await locationsOf(room, product.shop),
    await readLots(room.db, variants),
  ]
  return ok({
    locations: locations.map(locationToWire),
    variants: stocks.map(stockToWire),
    lots: lots.map(l => ({ ...l, at: l.at.toISOString() })),
  })
}

/** What moved, newest first. */
export async function listMovements(
  room: Room,
  caller: Caller,
  id: Id<'product'>,
  wish: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Promise<Result<Page<MovementWire>, Denied | 'invalid_cursor'>> {
  const [product] = await readProducts(room.db, [id])
  if (!product) return refuse('not_found', 'There is no such product')
  const allowed = room.doors.accounts.may(caller, 'product.manage', { shop: product.shop })
  if (!allowed.ok) return allowed
  const cursor = wish.cursor === undefined ? null : decodeCursor(wish.cursor, 1)
  if (wish.cursor !== undefined && !/^\d{1,18}$/.test(String(cursor?.[0] ?? '')))
    return refuse('invalid_cursor', 'That cursor is not one of this list')
  const limit = wish.limit ?? 50
  const before = cursor ? BigInt(String(cursor[0])) : null
  const variants = product.variants.map(v => v.id)
  const rows = await readMovements(room.db, { variants, before, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return ok({
    items: shown.map(m => ({ ...m, id: m.id.toString(), at: m.at.toISOString() })),
    next: rows.length > limit && last ? encodeCursor([last.id.toString()]) : null,
  })
}

export const stockToWire = (s: VariantStock): StockWire => ({
  variant: s.variant,
  onHand: s.onHand,
  reserved: s.reserved,
  safety: s.safety,
  sold: s.sold,
  available: s.available,
  bundle: s.bundle,
  lowAt: s.lowAt,
  levels: s.levels.map(l => ({ location: l.location, onHand: l.on_hand, reserved: l.reserved, safety: l.safety })),
  components: s.components.map(c => ({ ...c })),
})
