import { json, type Kysely } from '#base/db'
import type { Id } from '#base/kernel'
import type { ShopCard } from './person.ts'
import { type RowOf, shopCardOf } from './shop.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>
const cardColumns = ['shop', 'slug', 'name', 'picture', 'country', 'owner'] as const

export async function loadShopCards(db: Db, shops: readonly string[]): Promise<Map<string, ShopCard | null>> {
  const rows = await db
    .selectFrom('accounts.shops')
    .select(cardColumns)
    .where('shop', 'in', shops as Id<'shop'>[])
    .execute()
  const cards = new Map<string, ShopCard | null>(shops.map(s => [s, null]))
  for (const row of rows) cards.set(row.shop, shopCardOf(row))
  return cards
}

export async function allShopCards(db: Db): Promise<ShopCard[]> {
  const rows = await db.selectFrom('accounts.shops').select(cardColumns).orderBy('opened').orderBy('shop').execute()
  return rows.map(shopCardOf)
}

export async function readShop(db: Db, by: { shop: string } | { slug: string }): Promise<RowOf | null> {
  const q = db.selectFrom('accounts.shops').selectAll()
  const row = await ('shop' in by
    ? q.where('shop', '=', by.shop as Id<'shop'>)
    : q.where('slug', '=', by.slug)
  ).executeTakeFirst()
  return row ?? null
}

const jsonColumns = <T extends Partial<RowOf>>(row: T) => ({
  ...row,
  ...(row.name && { name: json(row.name) }),
  ...(row.about && { about: json(row.about) }),
  ...(row.seller && { seller: json(row.seller) }),
  ...(row.delivery && { delivery: json(row.delivery) }),
})

export async function insertShop(db: Db, row: RowOf): Promise<void> {
  await db.insertInto('accounts.shops').values(jsonColumns(row)).execute()
  await db.insertInto('accounts.staff').values({ shop: row.shop, person: row.owner, role: 'owner', since: row.opened }).execute()
}

export async function updateShop(db: Db, shop: Id<'shop'>, columns: Partial<RowOf>): Promise<void> {
  if (Object.keys(columns).length === 0) return
  await db.updateTable('accounts.shops').set(jsonColumns(columns)).where('shop', '=', shop).execute()
}
