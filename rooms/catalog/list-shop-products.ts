import type { Caller } from '#base/http'
import { decodeCursor, encodeCursor, type Id, ok, type Page, type Result, refuse } from '#base/kernel'
import { findProducts } from './find-products.ts'
import { readOfShop } from './list-store.ts'
import { type ProductState, type ProductWire, productToWire } from './product.ts'
import type { Room } from './room.ts'

export interface ShopList {
  readonly state?: ProductState | undefined
  readonly words?: string | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}
type Refused = 'forbidden' | 'sign_in_required' | 'invalid_cursor'

/** A shop's products in every state, for its staff; newest first. */
export async function listShopProducts(
  room: Room,
  caller: Caller,
  shop: Id<'shop'>,
  wish: ShopList,
): Promise<Result<Page<ProductWire>, Refused>> {
  const allowed = room.doors.accounts.may(caller, 'product.manage', { shop })
  if (!allowed.ok) return allowed
  const key = wish.cursor === undefined ? null : decodeCursor(wish.cursor, 1)
  if (wish.cursor !== undefined && typeof key?.[0] !== 'string') return refuse('invalid_cursor', 'That cursor is not one of ours')
  const limit = wish.limit ?? 24
  const words = wish.words?.trim() || undefined
  const ids = await readOfShop(room.db, { shop, state: wish.state, words, after: key ? String(key[0]) : null, limit: limit + 1 })
  const shown = ids.slice(0, limit)
  const products = await findProducts(room, shown)
  const last = shown.at(-1)
  return ok({
    items: shown.flatMap(id => products.get(id) ?? []).map(p => productToWire(p, true)),
    next: ids.length > limit && last ? encodeCursor([last]) : null,
  })
}
