import { type Id, isId } from '#base/kernel'
import type { ShopCard } from './person.ts'
import type { Room } from './room.ts'
import { type Shop, shopOf } from './shop.ts'
import { readShop } from './shop-store.ts'

/** Cards of many shops, from memory where they are; unknown shops are missing. */
export async function shopCardsOf(room: Room, shops: readonly string[]): Promise<Map<string, ShopCard>> {
  const cards = new Map<string, ShopCard>()
  for (const [shop, card] of await room.shopCards.many(shops)) if (card) cards.set(shop, card)
  return cards
}

/** By id from memory, by slug from the table. */
export async function findShop(room: Room, idOrSlug: string): Promise<Shop | null> {
  if (isId('shop', idOrSlug)) return room.shops.get(idOrSlug)
  const row = await readShop(room.db, idOrSlug)
  return row && shopOf(row)
}

export async function shopsOf(
  room: Room,
  person: Id<'person'>,
): Promise<readonly { shop: Id<'shop'>; role: 'owner' | 'staff' }[]> {
  return (await room.facts.get(person)).shops
}
