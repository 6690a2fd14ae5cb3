import type { Caller } from '#base/http'
import { ok, type Result, refuse } from '#base/kernel'
import { checkPictures } from './check-pictures.ts'
import { findShop } from './find-shops.ts'
import type { Room } from './room.ts'
import { coverOf, squareOf } from './rules.ts'
import { checkShop, columnsOf, type Shop, type ShopChange, type ShopRefused } from './shop.ts'
import { updateShop } from './shop-store.ts'
import { managed } from './staff.ts'

type Refused = 'not_found' | 'forbidden' | 'sign_in_required'

export async function changeShop(
  room: Room,
  caller: Caller,
  idOrSlug: string,
  change: ShopChange,
): Promise<Result<Shop, Refused | ShopRefused>> {
  const shop = await managed(room, caller, idOrSlug)
  if (!shop.ok) return shop
  const checked = checkShop(change, change.country ?? shop.value.country)
  if (!checked.ok) return checked
  // What the shop shows already was checked when it came, and may be a colleague's.
  const pictures = await checkPictures(room, caller, [
    squareOf(change.picture ?? null) === shop.value.picture ? null : change.picture,
    coverOf(change.cover ?? null) === shop.value.cover ? null : change.cover,
  ])
  if (!pictures.ok) return pictures
  // Prices and orders are in this currency; changing it would change what they say.
  if (change.currency !== undefined && change.currency !== shop.value.currency)
    return refuse('invalid_request', 'A shop keeps its currency', { fields: { currency: ['can not be changed'] } })
  await updateShop(room.db, shop.value.id, columnsOf(change))
  room.shopCards.drop(shop.value.id)
  room.shops.drop(shop.value.id)
  return ok((await findShop(room, shop.value.id)) as Shop)
}
