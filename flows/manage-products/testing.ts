import { sql } from '#base/db'
import type { House } from '#base/house'
import { refuse } from '#base/kernel'
import type { DeskWish } from '#rooms/catalog'
import { createPrices, pricesMigrations } from '#rooms/prices'
import { commerceMigrations, commerceOf } from '#testing/commerce'
import type { ManageDoors } from './doors.ts'

export const deskMigrations = [...commerceMigrations, ...pricesMigrations]
/** Ways to ask for the list: every sort, every filter. */
export const wishes: readonly DeskWish[] = [
  {},
  { sort: 'name', order: 'asc' },
  { sort: 'price', order: 'asc' },
  { sort: 'price', order: 'desc' },
  { sort: 'stock', order: 'asc' },
  { sort: 'changed' },
  { state: 'live', stock: 'low' },
  { stock: 'out' },
  { lacks: 'anything' },
  { words: '湯呑み 77' },
  { category: 'tea', tag: 'KILN3' },
]

/** Real catalogue and prices in a small world of commerce. */
export async function openDesk(house: House) {
  const w = commerceOf(house)
  await w.catalog.start()
  const may: Parameters<typeof createPrices>[1]['accounts']['may'] = (caller, _p, about) =>
    caller.shops.some(s => s.shop === about?.shop)
      ? { ok: true, value: true }
      : { ok: false, code: 'forbidden', message: 'no', details: undefined }
  const accounts = { may, shop: async (id: string) => w.shops.get(id) ?? null }
  const prices = createPrices(house, { accounts, catalog: w.catalog })
  // The other flow is put in its place by the test that needs it.
  const publishProduct: ManageDoors['publishProduct'] = { publish: async () => refuse('internal', 'not in this test') }
  return { w, prices, doors: { accounts, catalog: w.catalog, prices, publishProduct } }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** `n` products of a shop, written straight into the tables: two variants each, some sold out, some without a price. */
export async function manyProducts(house: House, at: Desk, n: number) {
  const { id: shop, owner } = await at.w.shop([1])
  const db = house.db.tables<Record<never, never>>()
  await sql`
    insert into catalog.products (id, shop, state, category, name, description, specs, tags, options, pictures, in_stock, price_minor, currency, created, published, changed)
    select 'prd_bulk' || right(${shop}, 6) || lpad(i::text, 6, '0'), ${shop}, case when i % 10 = 0 then 'draft' else 'live' end, case when i % 3 = 0 then 'tea' else 'ceramics' end,
      jsonb_build_object('en', 'Cup ' || (i * 7919 % ${n}), 'ja', '湯呑み ' || i), case when i % 50 = 0 then '{}'::jsonb else '{"en": "A cup"}'::jsonb end, '[]', array['cup', 'kiln' || i % 20],
      '[]', array['med_none00'], i % 11 <> 0, case when i % 13 = 0 then null else 1000 + i % 900 end, 'JPY', '2026-01-01', '2026-01-01', timestamptz '2026-01-01' + i * interval '1 minute'
    from generate_series(1, ${n}::int) i`.execute(db)
  await sql`
    insert into catalog.variants (id, product, shop, position, sku, choice, weight_grams, price_minor, currency, on_hand, available)
    select 'var_bulk' || right(p.id, 12) || k, p.id, p.shop, k, 'S' || right(p.id, 6) || k, '{}', 100, p.price_minor, 'JPY', n.pieces, n.pieces
    from catalog.products p cross join generate_series(0, 1) k cross join lateral (
      select case when p.in_stock then 1 + (right(p.id, 6)::int % 7) * k else 0 end as pieces) n where p.shop = ${shop} and p.id like 'prd_bulk%'`.execute(
    db,
  )
  await sql`
    insert into catalog.levels (variant, location, on_hand)
    select v.id, o.id, v.on_hand from catalog.variants v join catalog.locations o on o.shop = v.shop where v.shop = ${shop} and v.id like 'var_bulk%'`.execute(
    db,
  )
  await sql`
    insert into prices.changes (id, variant, product, shop, price_minor, currency, at, by)
    select 'prc_' || right(v.id, 20), v.id, v.product, v.shop, v.price_minor, 'JPY', '2026-01-01', 'per_test000000' from catalog.variants v where v.shop = ${shop} and v.price_minor is not null`.execute(
    db,
  )
  await sql`analyze catalog.products`.execute(db)
  await sql`analyze catalog.variants`.execute(db)
  return { shop, owner }
}
