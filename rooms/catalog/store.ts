import { anyOf, json, type Kysely, sql } from '#base/db'
import type { Id, Money, Texts } from '#base/kernel'
import { available } from './level-store.ts'
import type { Category, Maker, ProductOption, ProductState, Responsible, Spec } from './product.ts'
import type { CatalogTables, VariantTable } from './tables.ts'
import type { TextDrafts, Written } from './text-drafts.ts'

export type Db = Kysely<CatalogTables>

/** A variant as it is read: counters folded into what can be bought. */
export interface VariantRow {
  id: Id<'variant'>
  sku: string
  gtin: string | null
  choice: string[]
  weight: number
  picture: Id<'media'> | null
  available: number
  bundle: boolean
}
export interface ProductRow {
  id: Id<'product'>
  shop: Id<'shop'>
  state: ProductState
  version: number
  category: Category
  name: Texts
  description: Texts
  specs: Spec[]
  tags: string[]
  options: ProductOption[]
  pictures: Id<'media'>[]
  in_stock: boolean
  created: Date
  published: Date | null
  drafts: TextDrafts
  written: Written
  maker: Maker | null
  responsible: Responsible | null
  variants: VariantRow[]
}

const productColumns = sql.raw(
  'p.id, p.shop, p.state, p.version, p.category, p.name, p.description, p.specs, p.tags, p.options, p.pictures, p.in_stock, p.created, p.published, p.drafts, p.written, p.maker, p.responsible',
)
const variantsOfProduct = sql`coalesce((
  select jsonb_agg(jsonb_build_object('id', v.id, 'sku', v.sku, 'gtin', v.gtin, 'choice', v.choice, 'weight', v.weight_grams,
    'picture', v.picture, 'available', ${available}, 'bundle', v.bundle) order by v.position)
  from catalog.variants v where v.product = p.id), '[]')`

/** Products with their variants in one statement, however many ids. */
export async function readProducts(db: Db, ids: readonly string[]): Promise<ProductRow[]> {
  if (ids.length === 0) return []
  const found = await sql<ProductRow>`
    select ${productColumns}, ${variantsOfProduct} as variants from catalog.products p where p.id = ${anyOf([...new Set(ids)])}`.execute(
    db,
  )
  return found.rows
}

export type VariantWithProduct = VariantRow & {
  product: Id<'product'>
  shop: Id<'shop'>
  category: Category
  state: ProductState
  name: Texts
  options: ProductOption[]
  cover: Id<'media'> | null
  published: Date | null
}
export async function readVariants(db: Db, ids: readonly string[]): Promise<VariantWithProduct[]> {
  if (ids.length === 0) return []
  const found = await sql<VariantWithProduct>`
    select v.id, v.sku, v.gtin, v.choice, v.weight_grams as weight, v.picture, ${available} as available, v.bundle,
      p.id as product, p.shop, p.category, p.state, p.name, p.options, p.pictures[1] as cover, p.published
    from catalog.variants v join catalog.products p on p.id = v.product where v.id = ${anyOf([...new Set(ids)])}`.execute(db)
  return found.rows
}

export interface NewProduct {
  readonly id: Id<'product'>
  readonly shop: Id<'shop'>
  readonly category: Category
  readonly name: Texts
  readonly description: Texts
  readonly specs: readonly Spec[]
  readonly tags: readonly string[]
  readonly options: readonly ProductOption[]
  readonly pictures: readonly Id<'media'>[]
  readonly inStock: boolean
  readonly created: Date
  readonly drafts: TextDrafts
  readonly written: Written
}
type Nulled = 'position' | 'active' | 'price_minor' | 'currency' | 'reserved' | 'sold' | 'available' | 'bundle' | 'low_at'
export type NewVariant = Omit<VariantTable, Nulled | 'product' | 'shop'>

export async function insertProduct(db: Db, p: NewProduct, variants: readonly NewVariant[]): Promise<void> {
  await db
    .insertInto('catalog.products')
    .values({
      id: p.id,
      shop: p.shop,
      state: 'draft',
      version: 1,
      category: p.category,
      name: json(p.name),
      description: json(p.description),
      specs: json(p.specs),
      tags: [...p.tags],
      options: json(p.options),
      pictures: [...p.pictures],
      in_stock: p.inStock,
      price_minor: null,
      currency: null,
      created: p.created,
      published: null,
      changed: p.created,
      drafts: json(p.drafts),
      written: json(p.written),
      ref: null,
      brand: null,
      maker: null,
      responsible: null,
    })
    .execute()
  await db
    .insertInto('catalog.variants')
    .values(
      variants.map((v, position) => ({
        ...v,
        product: p.id,
        shop: p.shop,
        position,
        active: true,
        price_minor: null,
        currency: null,
        reserved: 0,
        sold: 0,
        available: Math.max(0, v.on_hand - v.safety),
        bundle: false,
        low_at: null,
      })),
    )
    .execute()
}

/** Of these SKUs, one that an active product of the shop has already. */
export async function takenSku(db: Db, shop: string, skus: readonly string[]): Promise<string | null> {
  const row = await sql<{ sku: string }>`
    select sku from catalog.variants where shop = ${shop} and active and sku = any(${[...skus]}) order by sku limit 1`.execute(db)
  return row.rows[0]?.sku ?? null
}

export interface ProductFields {
  readonly category?: Category | undefined
  readonly name?: Texts | undefined
  readonly description?: Texts | undefined
  readonly specs?: readonly Spec[] | undefined
  readonly tags?: readonly string[] | undefined
  readonly pictures?: readonly Id<'media'>[] | undefined
  readonly drafts?: TextDrafts | undefined
  readonly written?: Written | undefined
  readonly maker?: Maker | null | undefined
  readonly responsible?: Responsible | null | undefined
}
/** Changes the given fields if the product still has this version and is in one of these states; false when not. */
export async function updateProduct(
  db: Db,
  id: string,
  version: number,
  states: readonly ProductState[],
  f: ProductFields & { readonly changed: Date },
): Promise<boolean> {
  const done = await db
    .updateTable('catalog.products')
    .set({
      version: version + 1,
      changed: f.changed,
      ...(f.category && { category: f.category }),
      ...(f.name && { name: json(f.name) }),
      ...(f.description && { description: json(f.description) }),
      ...(f.drafts && { drafts: json(f.drafts) }),
      ...(f.written && { written: json(f.written) }),
      ...(f.maker !== undefined && { maker: f.maker && json(f.maker) }),
      ...(f.responsible !== undefined && { responsible: f.responsible && json(f.responsible) }),
      ...(f.specs && { specs: json(f.specs) }),
      ...(f.tags && { tags: [...f.tags] }),
      ...(f.pictures && { pictures: [...f.pictures] }),
    })
    .where('id', '=', id as Id<'product'>)
    .where('version', '=', version)
    .where('state', 'in', [...states])
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Moves products from one state to another; resolves to those that were moved, with the shop's last known facts. */
export async function moveState(
  db: Db,
  ids: readonly string[],
  from: ProductState,
  to: ProductState,
  now: Date,
): Promise<FactsRow[]> {
  const moved = await sql<FactsRow>`
    update catalog.products set state = ${to}, version = version + 1, changed = ${now} where id = any(${[...ids].sort()}) and state = ${from}
    returning id, shop, state, name, category, tags, in_stock, price_minor, currency`.execute(db)
  return moved.rows
}

export async function putOnSale(db: Db, id: string, price: Money, now: Date): Promise<FactsRow | null> {
  const moved = await sql<FactsRow>`
    update catalog.products set state = 'live', version = version + 1, published = coalesce(published, ${now}), changed = ${now}, price_minor = ${price.minor}, currency = ${price.currency}
    where id = ${id} and state = 'draft'
    returning id, shop, state, name, category, tags, in_stock, price_minor, currency`.execute(db)
  return moved.rows[0] ?? null
}

/** What the events of a product say of it. */
export interface FactsRow {
  id: Id<'product'>
  shop: Id<'shop'>
  state: ProductState
  name: Texts
  category: Category
  tags: string[]
  in_stock: boolean
  price_minor: bigint | null
  currency: string | null
}
export async function readFacts(db: Db, ids: readonly string[]): Promise<FactsRow[]> {
  const found = await sql<FactsRow>`
    select id, shop, state, name, category, tags, in_stock, price_minor, currency from catalog.products where id = any(${[...ids]}) order by id`.execute(
    db,
  )
  return found.rows
}

/** Frees the SKUs of an archived product. Rows are locked in id order, as every stock statement does. */
export async function deactivateVariants(db: Db, product: string): Promise<void> {
  await sql`
    with locked as (select id from catalog.variants where product = ${product} order by id for no key update)
    update catalog.variants set active = false where id in (select id from locked)`.execute(db)
}
