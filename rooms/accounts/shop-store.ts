import { json, type Kysely, sql } from '#base/db'
import type { Id } from '#base/kernel'
import type { ShopCard } from './person.ts'
import { type RowOf, type Shop, shopCardOf, shopOf } from './shop.ts'
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

export async function loadShops(db: Db, shops: readonly string[]): Promise<Map<string, Shop | null>> {
  const rows = await db
    .selectFrom('accounts.shops')
    .selectAll()
    .where('shop', 'in', shops as Id<'shop'>[])
    .execute()
  const found = new Map<string, Shop | null>(shops.map(s => [s, null]))
  for (const row of rows) found.set(row.shop, shopOf(row))
  return found
}

export async function allShopCards(db: Db): Promise<ShopCard[]> {
  const rows = await db.selectFrom('accounts.shops').select(cardColumns).orderBy('opened').orderBy('shop').execute()
  return rows.map(shopCardOf)
}

/** Newest first; `after` is the sort key of the last row of the page before. */
export async function listShops(db: Db, words: string | null, after: [string, string] | null, limit: number) {
  let q = db
    .selectFrom('accounts.shops as h')
    .select(['h.shop', 'h.slug', 'h.name', 'h.picture', 'h.country', 'h.owner', 'h.opened'])
  if (words) {
    const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
    // Of the name its texts are searched, not the names of the languages.
    q = q.where(
      sql<boolean>`(h.slug ilike ${like} or exists (select 1 from jsonb_each_text(h.name) as t where t.value ilike ${like})
        or exists (select 1 from accounts.people p where p.person = h.owner and (p.handle ilike ${like} or p.name ilike ${like})))`,
    )
  }
  if (after) q = q.where(sql<boolean>`(h.opened, h.shop) < (${after[0]}::timestamptz, ${after[1]})`)
  return q.orderBy('h.opened', 'desc').orderBy('h.shop', 'desc').limit(limit).execute()
}

export async function readShop(db: Db, slug: string): Promise<RowOf | null> {
  return (await db.selectFrom('accounts.shops').selectAll().where('slug', '=', slug).executeTakeFirst()) ?? null
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
