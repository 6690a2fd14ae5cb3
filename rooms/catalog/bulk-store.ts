import { json, sql } from '#base/db'
import type { Id, Texts } from '#base/kernel'
import { applied, lockedLevels, type Moved, movedFrom } from './level-store.ts'
import type { Category, Maker, ProductOption, Responsible } from './product.ts'
import type { SourcedStock } from './sourced.ts'
import type { Db } from './store.ts'

/** Rows as they are written, many in one statement and one parameter, however wide they are. */
export interface BulkProduct {
  readonly id: Id<'product'>
  readonly shop: Id<'shop'>
  readonly ref: string
  readonly brand: string | null
  readonly category: Category
  readonly name: Texts
  readonly description: Texts
  readonly tags: readonly string[]
  readonly options: readonly ProductOption[]
  readonly pictures: readonly Id<'media'>[]
  readonly maker: Maker | null
  readonly responsible: Responsible | null
  readonly in_stock: boolean
  readonly created: string
  /** Of an update: the version that it changes. */
  readonly version: number
}
export interface BulkVariant {
  readonly id: Id<'variant'>
  readonly product: Id<'product'>
  readonly shop: Id<'shop'>
  readonly position: number
  readonly sku: string
  readonly gtin: string | null
  readonly choice: readonly string[]
  readonly weight_grams: number
  readonly picture: Id<'media'> | null
  readonly on_hand: number
  /** Null: as it is. */
  readonly low_at: number | null
}

const recordOf = sql.raw(
  `r(id text, shop text, ref text, brand text, category text, name jsonb, description jsonb, tags jsonb, options jsonb, pictures jsonb,
    maker jsonb, responsible jsonb, in_stock boolean, created timestamptz, version integer)`,
)
const variantRecord = sql.raw(
  'r(id text, product text, shop text, position integer, sku text, gtin text, choice jsonb, weight_grams integer, picture text, on_hand integer, low_at integer)',
)
const textsOf = (column: string) => sql.raw(`array(select jsonb_array_elements_text(r.${column}))`)

export async function insertProducts(db: Db, products: readonly BulkProduct[]): Promise<void> {
  if (products.length === 0) return
  await sql`
    insert into catalog.products (id, shop, state, version, ref, brand, category, name, description, specs, tags, options, pictures, maker, responsible, in_stock, created)
    select id, shop, 'draft', 1, ref, brand, category, name, description, '[]', ${textsOf('tags')}, options, ${textsOf('pictures')}, maker, responsible, in_stock, created
    from jsonb_to_recordset(${json(products)}) as ${recordOf}`.execute(db)
}

/** Changes those that still have the version they were read with and may be changed; resolves to their ids. */
export async function updateProducts(db: Db, products: readonly BulkProduct[]): Promise<Set<string>> {
  if (products.length === 0) return new Set()
  const done = await sql<{ id: string }>`
    update catalog.products p set version = p.version + 1, ref = coalesce(p.ref, r.ref), brand = r.brand, category = r.category, name = r.name,
      description = r.description, tags = ${textsOf('tags')}, options = r.options, pictures = ${textsOf('pictures')}, maker = r.maker, responsible = r.responsible
    from jsonb_to_recordset(${json(products)}) as ${recordOf}
    where p.id = r.id and p.version = r.version and p.state in ('draft', 'live') returning p.id`.execute(db)
  return new Set(done.rows.map(r => r.id))
}

export async function insertVariants(db: Db, variants: readonly BulkVariant[]): Promise<void> {
  if (variants.length === 0) return
  await sql`
    insert into catalog.variants (id, product, shop, position, sku, gtin, choice, weight_grams, picture, on_hand, available, low_at)
    select id, product, shop, position, sku, gtin, ${textsOf('choice')}, weight_grams, picture, on_hand, on_hand, low_at
    from jsonb_to_recordset(${json(variants)}) as ${variantRecord}`.execute(db)
}

/** Stock is not touched, but levels are locked before variants, as every movement does: their counts follow in this transaction. */
export async function updateVariants(db: Db, variants: readonly BulkVariant[]): Promise<void> {
  if (variants.length === 0) return
  await sql`
    with levels as materialized (${lockedLevels(sql`${variants.map(v => v.id as string)}`)}),
    locked as materialized (
      select id from catalog.variants where id = any(${variants.map(v => v.id as string)}) and (select count(*) from levels) >= 0 order by id for no key update)
    update catalog.variants v set sku = r.sku, gtin = r.gtin, choice = ${textsOf('choice')}, weight_grams = r.weight_grams, picture = r.picture,
      low_at = coalesce(r.low_at, v.low_at)
    from jsonb_to_recordset(${json(variants)}) as ${variantRecord} where v.id = r.id and v.id in (select id from locked)`.execute(
    db,
  )
}

/**
 * Brings what is free to sell (on hand − reserved, over all locations) to what was counted: ledger and counters of one statement, so
 * that both say the same. More is put at the shop's first location, where it has a level
 * (`ensureLevels`); less is taken from the locations in their order. What is as
 * counted already writes nothing; a reference writes once. A bundle is not counted.
 */
export async function countStock(
  db: Db,
  ref: string,
  at: Date,
  counts: readonly { variant: Id<'variant'>; free: number }[],
): Promise<Moved[]> {
  if (counts.length === 0) return []
  const moved = await sql<Moved>`
    with counted as (select * from jsonb_to_recordset(${json(counts)}) as r(variant text, free integer)),
    locked as materialized (${lockedLevels(sql`array(select variant from counted)`)}),
    gaps as (
      select c.variant, c.free - sum(s.on_hand - s.reserved) as gap from counted c join locked s on s.variant = c.variant
        join catalog.variants v on v.id = c.variant where not v.bundle group by c.variant, c.free
      having c.free <> sum(s.on_hand - s.reserved) and c.free + sum(s.reserved) <= 1000000),
    spans as (
      select g.variant, s.location, g.gap, s.on_hand - s.reserved as free, o.active, o.position, o.id,
        sum(s.on_hand - s.reserved) over (partition by g.variant order by o.position, o.id) as upto,
        row_number() over (partition by g.variant order by not o.active, o.position, o.id) as place
      from gaps g join locked s on s.variant = g.variant join catalog.locations o on o.id = s.location),
    changes as (
      select variant, location, gap as change from spans where gap > 0 and place = 1
      union all select variant, location, -least(free, -gap - (upto - free)) from spans where gap < 0 and free > 0 and upto - free < -gap),
    ledger as (
      insert into catalog.movements (variant, location, kind, on_hand, reserved, sold, ref, at)
      select variant, location, 'counted', change, 0, 0, ${ref}, ${at} from changes order by variant, location
      on conflict (ref, kind, variant, location) do nothing returning variant, location, on_hand, reserved, sold),
    ${applied}
    ${movedFrom('summed')}`.execute(db)
  return moved.rows
}

export interface SourceRow {
  id: Id<'product'>
  ref: string | null
  brand: string | null
  levels: { id: Id<'variant'>; free: number; sku: string; stock: SourcedStock }[]
}
/** Of one shop, in any state but archived: products by where they came from, by a SKU, or by id. One statement. */
export async function readSources(
  db: Db,
  shop: string | null,
  by: { readonly refs?: readonly string[]; readonly skus?: readonly string[]; readonly ids?: readonly string[] },
): Promise<SourceRow[]> {
  const { refs = [], skus = [], ids = [] } = by
  const found = await sql<SourceRow>`
    select p.id, p.ref, p.brand, coalesce((
      select jsonb_agg(jsonb_build_object('id', v.id, 'free', v.on_hand - v.reserved, 'sku', v.sku, 'stock', jsonb_build_object(
        'onHand', v.on_hand, 'lowAt', v.low_at,
        'levels', coalesce((select jsonb_agg(jsonb_build_object('location', l.location, 'free', l.on_hand - l.reserved, 'safety', l.safety) order by l.location)
          from catalog.levels l where l.variant = v.id), '[]'),
        'components', case when v.bundle then coalesce((select jsonb_agg(jsonb_build_object('sku', c.sku, 'quantity', k.quantity) order by c.sku)
          from catalog.components k join catalog.variants c on c.id = k.component where k.bundle = v.id), '[]') else '[]' end)) order by v.position)
      from catalog.variants v where v.product = p.id), '[]') as levels
    from catalog.products p where p.id in (
      select id from catalog.products where shop = ${shop} and ref = any(${[...refs]}) and state <> 'archived'
      union select product from catalog.variants where shop = ${shop} and active and sku = any(${[...skus]})
      union select id from catalog.products where id = any(${[...ids]}) and (${shop}::text is null or shop = ${shop}))`.execute(
    db,
  )
  return found.rows
}
