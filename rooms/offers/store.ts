import { json, type Kysely, sql } from '#base/db'
import type { Currency, Id, Texts } from '#base/kernel'
import type { OfferKind, OfferState, Standing } from './offer.ts'
import type { LayerName } from './stacking.ts'

/** What of an offer a merchant sets. Amounts are minor units of the shop's currency. */
export interface OfferFields {
  readonly name: Texts
  readonly layer: LayerName
  readonly code: string | null
  readonly starts: Date
  readonly ends: Date | null
  readonly markets: readonly string[]
  readonly products: readonly Id<'product'>[]
  readonly categories: readonly string[]
  readonly minimum: bigint | null
  readonly percent: number | null
  readonly amount: bigint | null
  readonly buy: number | null
  readonly get: number | null
  readonly uses_limit: number | null
  readonly budget: bigint | null
  readonly per_person: number | null
}
export interface ItemFields {
  readonly variant: Id<'variant'>
  readonly product: Id<'product'>
  readonly price: bigint
  readonly pieces_limit: number | null
}
export interface OfferTables {
  'offers.offers': OfferFields & {
    id: Id<'offer'>
    shop: Id<'shop'>
    kind: OfferKind
    funding: 'merchant' | 'platform'
    state: OfferState
    currency: Currency
    uses: number
    spent: bigint
    version: number
    created: Date
    created_by: Id<'person'>
  }
}
export type Db = Kysely<OfferTables>
export interface Item extends ItemFields {
  readonly pieces: number
}
/** An offer with its flash items and how it stands now. */
export type OfferRow = OfferTables['offers.offers'] & { readonly items: readonly Item[]; readonly standing: Standing }
type RawRow = Omit<OfferRow, 'items'> & {
  items: (Omit<Item, 'price'> & { price: string })[] | null
}
const rowOf = (r: RawRow): OfferRow => ({ ...r, items: (r.items ?? []).map(i => ({ ...i, price: BigInt(i.price) })) })

/** The one place that says how an offer stands. */
const standing = (now: Date) => sql<Standing>`case
  when o.state = 'ended' or o.ends <= ${now} then 'ended' when o.state = 'paused' then 'paused'
  when o.uses >= o.uses_limit or o.spent >= o.budget
    or (o.kind = 'flash' and not exists (select 1 from offers.items i where i.offer = o.id and (i.pieces_limit is null or i.pieces < i.pieces_limit))) then 'used_up'
  when o.starts > ${now} then 'planned' else 'running' end`
const items = sql`(select jsonb_agg(jsonb_build_object('variant', i.variant, 'product', i.product, 'price', i.price::text, 'pieces_limit', i.pieces_limit, 'pieces', i.pieces) order by i.variant)
  from offers.items i where i.offer = o.id)`

export async function readOffer(db: Db, id: string, now: Date): Promise<OfferRow | null> {
  const found =
    await sql<RawRow>`select o.*, ${standing(now)} as standing, ${items} as items from offers.offers o where o.id = ${id}`.execute(
      db,
    )
  return found.rows[0] ? rowOf(found.rows[0]) : null
}

export interface ListWish {
  readonly standing: Standing | null
  /** Of offers that hold at some time of [from, to). */
  readonly from: Date | null
  readonly to: Date | null
  readonly after: readonly (string | number)[] | null
  readonly limit: number
}
/** A shop's offers, the latest start first. */
export async function listOffers(db: Db, shop: string, wish: ListWish, now: Date): Promise<OfferRow[]> {
  const after = wish.after && { at: new Date(Number(wish.after[0])), id: String(wish.after[1]) }
  const found = await sql<RawRow>`
    select o.*, ${standing(now)} as standing, ${items} as items from offers.offers o where o.shop = ${shop}
      and (${wish.standing}::text is null or ${standing(now)} = ${wish.standing})
      and (${wish.to}::timestamptz is null or o.starts < ${wish.to}) and (${wish.from}::timestamptz is null or o.ends is null or o.ends > ${wish.from})
      and (${after === null} or (o.starts, o.id) < (${after?.at ?? now}, ${after?.id ?? ''}))
    order by o.starts desc, o.id desc limit ${wish.limit}`.execute(db)
  return found.rows.map(rowOf)
}

/** What everybody may see of a shop: running offers without a code, the soonest to end first. */
export async function listRunning(
  db: Db,
  shop: string,
  wish: { product: string | null; category: string | null; market: string | null; limit: number },
  now: Date,
): Promise<OfferRow[]> {
  const found = await sql<RawRow>`
    select o.*, ${standing(now)} as standing, ${items} as items from offers.offers o
    where o.shop = ${shop} and o.state = 'active' and o.code is null and o.starts <= ${now} and (o.ends is null or o.ends > ${now}) and ${standing(now)} = 'running'
      and (${wish.market}::text is null or o.markets = '{}' or ${wish.market} = any(o.markets))
      and (${wish.product}::text is null or case when o.kind = 'flash' then exists (select 1 from offers.items i where i.offer = o.id and i.product = ${wish.product})
        else (o.products = '{}' and o.categories = '{}') or ${wish.product} = any(o.products) or ${wish.category} = any(o.categories) end)
    order by o.ends nulls last, o.id limit ${wish.limit}`.execute(db)
  return found.rows.map(rowOf)
}

/** How many offers of a shop have not ended. */
export async function countOpen(db: Db, shop: string, now: Date): Promise<number> {
  const found = await sql<{ n: bigint }>`
    select count(*) as n from offers.offers where shop = ${shop} and state <> 'ended' and (ends is null or ends > ${now})`.execute(
    db,
  )
  return Number(found.rows[0]?.n ?? 0)
}

/** A code of an offer whose time has passed is free again. */
export const endOverdue = (db: Db, shop: string, code: string, now: Date): Promise<unknown> =>
  sql`update offers.offers set state = 'ended' where shop = ${shop} and code = ${code} and state <> 'ended' and ends <= ${now}`.execute(
    db,
  )

const columns = (f: OfferFields) => ({
  ...f,
  name: json(f.name),
  markets: [...f.markets],
  products: [...f.products],
  categories: [...f.categories],
})

export async function insertOffer(
  db: Db,
  offer: OfferFields & Pick<OfferRow, 'id' | 'shop' | 'kind' | 'currency' | 'created' | 'created_by'>,
): Promise<void> {
  const first = { funding: 'merchant' as const, state: 'active' as const, uses: 0, spent: 0n, version: 1 }
  await db
    .insertInto('offers.offers')
    .values({ ...columns(offer), ...first } as never)
    .execute()
}

/** Sets the fields of an offer that is still at this version and has not ended; false otherwise. */
export async function updateOffer(db: Db, id: string, version: number, fields: OfferFields): Promise<boolean> {
  const done = await db
    .updateTable('offers.offers')
    .set({ ...columns(fields), version: version + 1 } as never)
    .where('id', '=', id as Id<'offer'>)
    .where('version', '=', version)
    .where('state', '<>', 'ended')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function updateState(db: Db, id: string, version: number, from: OfferState, to: OfferState): Promise<boolean> {
  const done = await db
    .updateTable('offers.offers')
    .set({ state: to, version: version + 1 })
    .where('id', '=', id as Id<'offer'>)
    .where('version', '=', version)
    .where('state', '=', from)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Writes the flash items; pieces that were sold stay counted, and an item that has some is never taken out. */
export async function writeItems(db: Db, offer: string, list: readonly ItemFields[]): Promise<void> {
  const kept = list.map(i => i.variant as string)
  await sql`delete from offers.items where offer = ${offer} and pieces = 0 and variant <> all(${kept}::text[])`.execute(db)
  if (list.length === 0) return
  const rows = list.map(i => ({ ...i, price: i.price.toString() }))
  await sql`
    insert into offers.items (offer, variant, product, price, pieces_limit)
    select ${offer}, variant, product, price, pieces_limit from jsonb_to_recordset(${json(rows)}) as r(variant text, product text, price bigint, pieces_limit int)
    on conflict (offer, variant) do update set price = excluded.price, pieces_limit = excluded.pieces_limit`.execute(db)
}

/** Deletes an offer that no checkout ever had; false when one had. */
export async function deleteUnused(db: Db, id: string): Promise<boolean> {
  const done = await sql<{ id: string }>`
    delete from offers.offers o where o.id = ${id} and o.uses = 0 and not exists (select 1 from offers.claim_uses u where u.offer = o.id) returning o.id`.execute(
    db,
  )
  return done.rows.length > 0
}
