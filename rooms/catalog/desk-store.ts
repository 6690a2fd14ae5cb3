import { sql } from '#base/db'
import { type Id, type Language, languages, type Texts } from '#base/kernel'
import { type DeskCounts, type DeskFilter, type DeskRow, type DeskSort, lowStock } from './desk.ts'
import { available } from './level-store.ts'
import type { Category, ProductOption, ProductState } from './product.ts'
import type { Db } from './store.ts'

type Sql = ReturnType<typeof sql>
const nothing = sql``
const noText = sql`(p.name = '{}' or p.description = '{}')`
const noPicture = sql`p.pictures = '{}'`
const noPrice = sql`exists (select 1 from catalog.variants v where v.product = p.id and v.price_minor is null)`
const waiting = sql`(p.drafts <> '{}' and p.state in ('draft', 'live'))`

const lacks = {
  picture: noPicture,
  text: noText,
  price: noPrice,
  anything: sql`(${noPicture} or ${noText} or ${noPrice})`,
} as const
const stocks = {
  out: sql`not p.in_stock`,
  low: sql`p.in_stock and (s.below or s.usual and s.pieces <= ${lowStock})`,
  in: sql`p.in_stock`,
} as const

/** Pieces of every product of the shop, from the index alone unless it is a bundle; joined only where they sort or filter. */
const piecesOf = (shop: string): Sql =>
  sql`join (select v.product, sum(${available})::int as pieces, bool_and(v.low_at is null) as usual,
      bool_or(v.low_at is not null and ${available} <= v.low_at) as below from catalog.variants v where v.shop = ${shop} group by v.product) s on s.product = p.id`

function conditions(shop: string, f: DeskFilter, now: Date): Sql {
  const like = f.words === undefined ? null : `%${f.words.trim().replace(/[\\%_]/g, '\\$&')}%`
  return sql`p.shop = ${shop}
    ${f.state ? sql`and p.state = ${f.state}` : nothing}
    ${f.category ? sql`and p.category = ${f.category}` : nothing}
    ${f.stock ? sql`and ${stocks[f.stock]}` : nothing}
    ${f.lacks ? sql`and ${lacks[f.lacks]}` : nothing}
    ${f.waiting ? sql`and ${waiting}` : nothing}
    ${f.tag ? sql`and exists (select 1 from unnest(p.tags) t where lower(t) = lower(${f.tag}))` : nothing}
    ${f.changedDays ? sql`and p.changed > ${new Date(now.getTime() - f.changedDays * 86_400_000)}` : nothing}
    ${
      like === null
        ? nothing
        : sql`and (${sql.join(
            languages.map(l => sql`p.name->>${sql.lit(l)} ilike ${like}`),
            sql` or `,
          )} or array_to_string(p.tags, ' ') ilike ${like}
          or p.id in (select v.product from catalog.variants v where v.shop = ${shop} and v.sku ilike ${like}))`
    }`
}

/** The sort keys; a cursor carries them as text, so that no digit of a time or an amount is lost. Without a price comes last. */
function keyOf(sort: DeskSort, descending: boolean, language: Language): { key: Sql; type: Sql } {
  switch (sort) {
    case 'created':
      return { key: sql`p.id`, type: sql`text` }
    case 'changed':
      return { key: sql`p.changed`, type: sql`timestamptz` }
    case 'name':
      return {
        key: sql`left(lower(coalesce(p.name->>${language}::text, p.name->>'en', p.name->>'ja', p.name->>'zh', '')), 40)`,
        type: sql`text`,
      }
    case 'price':
      return { key: sql`coalesce(p.price_minor, ${descending ? -1n : 9_000_000_000_000_000n}::bigint)`, type: sql`bigint` }
    case 'stock':
      return { key: sql`s.pieces`, type: sql`int` }
  }
}

export interface DeskQuery {
  readonly shop: string
  readonly filter: DeskFilter
  readonly sort: DeskSort
  readonly descending: boolean
  readonly language: Language
  readonly after: { readonly key: string; readonly id: string } | null
  readonly limit: number
  readonly now: Date
}
/** Ids of one page with their sort keys, in order; a first page is counted by the same scan, in `total`. */
export async function readDeskIds(db: Db, q: DeskQuery): Promise<{ id: Id<'product'>; key: string; total: number }[]> {
  const { key, type } = keyOf(q.sort, q.descending, q.language)
  const way = q.descending ? sql`desc` : sql`asc`
  const beyond = q.descending ? sql`<` : sql`>`
  const found = await sql<{ id: Id<'product'>; key: string; total: number }>`
    select p.id, (${key})::text as key, ${q.after === null ? sql`count(*) over ()` : sql`0`}::int as total from catalog.products p
    ${q.sort === 'stock' || q.filter.stock === 'low' ? piecesOf(q.shop) : nothing}
    where ${conditions(q.shop, q.filter, q.now)}
      ${q.after === null ? nothing : sql`and (${key}, p.id) ${beyond} (${q.after.key}::${type}, ${q.after.id})`}
    order by ${key} ${way}, p.id ${way} limit ${q.limit}`.execute(db)
  return found.rows
}

export interface DeskTableRow {
  id: Id<'product'>
  shop: Id<'shop'>
  state: ProductState
  version: number
  category: Category
  name: Texts
  tags: string[]
  options: ProductOption[]
  cover: Id<'media'> | null
  changed: Date
  waiting: Language[]
  lacks: DeskRow['lacks']
  variants: { id: Id<'variant'>; sku: string; choice: string[]; available: number }[]
}
/** What a row shows, in one statement; descriptions stay where they are. */
export async function readDeskRows(db: Db, ids: readonly string[]): Promise<DeskTableRow[]> {
  if (ids.length === 0) return []
  const found = await sql<DeskTableRow>`
    select p.id, p.shop, p.state, p.version, p.category, p.name, p.tags, p.options, p.pictures[1] as cover, p.changed,
      array(select jsonb_object_keys(p.drafts)) as waiting,
      array_remove(array[case when ${noPicture} then 'picture' end, case when ${noText} then 'text' end, case when ${noPrice} then 'price' end], null) as lacks,
      coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'sku', v.sku, 'choice', v.choice, 'available', ${available}) order by v.position)
        from catalog.variants v where v.product = p.id), '[]') as variants
    from catalog.products p where p.id = any(${[...ids]})`.execute(db)
  return found.rows
}

export async function readDeskCounts(db: Db, shop: string): Promise<DeskCounts> {
  const count = (where: Sql) => sql`(count(*) filter (where ${where}))::int`
  const state = (s: ProductState) => count(sql`p.state = ${s}`)
  const found = await sql<DeskCounts>`
    select count(*)::int as all, ${state('draft')} as draft, ${state('live')} as live, ${state('archived')} as archived, ${state('removed')} as removed,
      ${count(sql`p.state = 'live' and ${stocks.out}`)} as out, ${count(sql`p.state = 'live' and ${stocks.low}`)} as low,
      ${count(sql`p.state = 'draft' and ${lacks.anything}`)} as unready, ${count(waiting)} as waiting
    from catalog.products p ${piecesOf(shop)} where p.shop = ${shop}`.execute(db)
  return found.rows[0] as DeskCounts
}
