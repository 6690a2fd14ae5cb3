import { sql } from '#base/db'
import type { Id } from '#base/kernel'
import type { Db } from './store.ts'

export interface LiveWish {
  readonly shop?: string | undefined
  readonly category?: string | undefined
  /** The last row of the page before. */
  readonly after: { readonly published: Date; readonly id: string } | null
  readonly limit: number
}
export async function readLive(db: Db, wish: LiveWish): Promise<{ id: Id<'product'>; published: Date }[]> {
  const found = await sql<{ id: Id<'product'>; published: Date }>`
    select id, published from catalog.products where state = 'live'
      ${wish.shop === undefined ? sql`` : sql`and shop = ${wish.shop}`}
      ${wish.category === undefined ? sql`` : sql`and category = ${wish.category}`}
      ${wish.after === null ? sql`` : sql`and (published, id) < (${wish.after.published}, ${wish.after.id})`}
    order by published desc, id desc limit ${wish.limit}`.execute(db)
  return found.rows
}

export interface ShopWish {
  readonly shop: string
  readonly state?: string | undefined
  readonly words?: string | undefined
  readonly after: string | null
  readonly limit: number
}
/** A shop's own list, newest first. Words are looked for in names, tags and SKUs as they stand. */
export async function readOfShop(db: Db, wish: ShopWish): Promise<Id<'product'>[]> {
  const like = wish.words === undefined ? null : `%${wish.words.trim().replace(/[\\%_]/g, '\\$&')}%`
  const found = await sql<{ id: Id<'product'> }>`
    select p.id from catalog.products p where p.shop = ${wish.shop}
      ${wish.state === undefined ? sql`` : sql`and p.state = ${wish.state}`}
      ${wish.after === null ? sql`` : sql`and p.id < ${wish.after}`}
      ${
        like === null
          ? sql``
          : sql`and (exists (select 1 from jsonb_each_text(p.name) n where n.value ilike ${like}) or exists (select 1 from unnest(p.tags) t where t ilike ${like})
            or exists (select 1 from catalog.variants v where v.product = p.id and v.sku ilike ${like}))`
      }
    order by p.id desc limit ${wish.limit}`.execute(db)
  return found.rows.map(r => r.id)
}

/** How many live products each of these shops has; shops without one are missing. */
export async function countOnSale(db: Db, shops: readonly string[]): Promise<Map<string, number>> {
  if (shops.length === 0) return new Map()
  const { rows } = await sql<{ shop: string; n: number }>`
    select shop, count(*)::int as n from catalog.products where state = 'live' and shop = any(${[...shops]}) group by shop`.execute(
    db,
  )
  return new Map(rows.map(r => [r.shop, r.n]))
}
