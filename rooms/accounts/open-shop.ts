import type { Caller } from '#base/http'
import { newId, ok, type Result, refuse } from '#base/kernel'
import { checkPictures } from './check-pictures.ts'
import { membersOnly } from './permissions.ts'
import type { Room } from './room.ts'
import { checkShop, columnsOf, type RowOf, type Shop, type ShopDraft, type ShopRefused, shopOf } from './shop.ts'
import { insertShop } from './shop-store.ts'
import { holdPerson } from './store.ts'
import type { Tables } from './tables.ts'

/** Opens a shop; the caller becomes its owner with the next request. */
export async function openShop(
  room: Room,
  caller: Caller,
  draft: ShopDraft,
): Promise<Result<Shop, ShopRefused | 'sign_in_required' | 'not_found'>> {
  const allowed = membersOnly(caller)
  if (!allowed.ok) return allowed
  const checked = checkShop(draft, draft.country)
  if (!checked.ok) return checked
  const pictures = await checkPictures(room, caller, [draft.picture, draft.cover])
  if (!pictures.ok) return pictures
  const opened = room.house.clock.now()
  const shop = newId('shop', opened)
  const row = {
    picture: null,
    cover: null,
    delivery: [],
    protection_days: 0,
    ...columnsOf(draft),
    shop,
    slug: draft.slug,
    owner: caller.person,
    opened,
  } as RowOf
  try {
    const there = await room.house.db.transaction<Tables, boolean>(async trx => {
      if (!(await holdPerson(trx, caller.person))) return false
      await insertShop(trx, row)
      await room.house.log.append(trx, [
        {
          name: 'shop.opened',
          at: opened,
          person: caller.person,
          session: caller.session,
          subject: { kind: 'shop', id: shop },
          data: { owner: caller.person },
        },
      ])
      return true
    })
    if (!there) return refuse('sign_in_required', 'This account is gone')
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code === '23505' && constraint === 'shops_slug') return refuse('shop_slug_taken', 'A shop has this address already')
    throw error
  } finally {
    room.facts.drop(caller.person)
    room.shopCards.drop(shop)
    room.shops.drop(shop)
  }
  return ok(shopOf(row))
}
