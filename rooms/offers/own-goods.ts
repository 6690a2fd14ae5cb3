import { type Id, ok, type Result, refuse } from '#base/kernel'
import type { Checked } from './check-draft.ts'
import type { Room } from './room.ts'
import type { ItemFields } from './store.ts'

/** Products and variants of an offer are the shop's own; the items with their products. Two statements at most. */
export async function ownGoods(
  room: Room,
  shop: Id<'shop'>,
  { fields, items }: Checked,
): Promise<Result<ItemFields[], 'not_found'>> {
  const products = fields.products.length > 0 ? await room.doors.catalog.products(fields.products) : new Map()
  if (fields.products.some(id => products.get(id)?.shop !== shop))
    return refuse('not_found', 'There is no such product in this shop')
  const variants = items.length > 0 ? await room.doors.catalog.variants(items.map(i => i.variant)) : new Map()
  if (items.some(i => variants.get(i.variant)?.shop !== shop)) return refuse('not_found', 'There is no such variant in this shop')
  return ok(items.map(i => ({ ...i, product: variants.get(i.variant)!.product as Id<'product'> })))
}
