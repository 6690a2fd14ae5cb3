import type { RawBuilder } from 'kysely'
import { json, sql } from '#base/db'
import type { Id } from '#base/kernel'
import { effects, type MovementKind } from './stock.ts'
import type { Db } from './store.ts'

/**
 * Counters stand at (variant, location) in catalog.levels; catalog.variants carries their sums and what can be bought. Who changes
 * a level locks ALL levels of its variant first, ordered by variant and location: so nobody waits in a ring, and all new values are
 * computed from locked rows. They are written whole, also those that stay: PostgreSQL tries an UPDATE (and its CHECKs) on the row as
 * the statement first saw it, and only then on the row as it became while it waited; a difference would be added to the wrong one.
 */
export const lockedLevels = (variants: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select l.variant, l.location, l.on_hand, l.reserved, l.safety from catalog.levels l
  where l.variant = any(${variants}) order by l.variant, l.location for no key update`

/** What can be bought of a variant `v`: kept for one with stock of its own, the scarcest component for a bundle. */
export const available = sql.raw(`(case when v.bundle then coalesce((
  select min(c.available / k.quantity) from catalog.components k join catalog.variants c on c.id = k.component where k.bundle = v.id), 0)
  else v.available end)`)

/** A variant whose stock was changed, as it is now. `before` and `after` are what could be bought. */
export interface Moved {
  variant: Id<'variant'>
  product: Id<'product'>
  before: number
  after: number
  /** Bundles of it for which there was too little and now is enough of it, or the other way round. */
  bundles: { variant: Id<'variant'>; product: Id<'product'> }[]
}
/** The columns of `Moved` from rows with `variant`, `product`, `before`, `after`. */
export const movedFrom = (rows: string): RawBuilder<unknown> =>
  sql.raw(`select m.variant, m.product, m.before::int as before, m.after::int as after, coalesce((
    select jsonb_agg(jsonb_build_object('variant', b.id, 'product', b.product)) from catalog.components k join catalog.variants b on b.id = k.bundle
    where k.component = m.variant and (m.before >= k.quantity) <> (m.after >= k.quantity)), '[]') as bundles from ${rows} m`)

export interface Placed {
  readonly variant: Id<'variant'>
  readonly location: Id<'location'>
  readonly quantity: number
}
/**
 * A movement of any kind but a hold: ledger rows first, which a second call with the same reference finds taken; then the levels of
 * exactly the rows that were written, and the sums.
 */
export async function move(db: Db, kind: MovementKind, ref: string, at: Date, lines: RawBuilder<unknown>): Promise<Moved[]> {
  const e = effects[kind]
  const moved = await sql<Moved>`
    with wanted as (select variant, location, sum(quantity)::int as quantity from (${lines}) w group by variant, location),
    ledger as (
      insert into catalog.movements (variant, location, kind, on_hand, reserved, sold, ref, at)
      select variant, location, ${kind}, ${e.onHand}::int * quantity, ${e.reserved}::int * quantity, ${e.sold}::int * quantity, ${ref}, ${at}
      from wanted order by variant, location on conflict (ref, kind, variant, location) do nothing returning variant, location, on_hand, reserved, sold),
    locked as materialized (${lockedLevels(sql`array(select variant from ledger)`)}),
    ${applied}
    ${movedFrom('summed')}`.execute(db)
  return moved.rows
}

/** Brings the rows of `ledger` into levels and sums, of one statement with it; `locked` are all levels of its variants. */
export const applied: RawBuilder<unknown> = sql`
  changed as materialized (
    select k.variant, k.location, g.variant is not null as moves, k.on_hand + coalesce(g.on_hand, 0) as on_hand, k.reserved + coalesce(g.reserved, 0) as reserved,
      k.safety, coalesce(g.sold, 0) as sold, greatest(0, k.on_hand - k.reserved - k.safety) as before
    from locked k left join ledger g on g.variant = k.variant and g.location = k.location),
  written as (
    update catalog.levels l set on_hand = c.on_hand, reserved = c.reserved from changed c where c.moves and l.variant = c.variant and l.location = c.location),
  sums as (
    select variant, sum(on_hand) as on_hand, sum(reserved) as reserved, sum(sold) as sold, sum(before) as before,
      sum(greatest(0, on_hand - reserved - safety)) as after
    from changed group by variant having bool_or(moves)),
  summed as (
    update catalog.variants v set on_hand = s.on_hand, reserved = s.reserved, sold = v.sold + s.sold, available = s.after
    from sums s where v.id = s.variant returning v.id as variant, v.product, s.before, s.after)`

export const placedLines = (lines: readonly Placed[]): RawBuilder<unknown> =>
  sql`select * from jsonb_to_recordset(${json(lines)}) as r(variant text, location text, quantity integer)`

const firstOf = (shop: string) =>
  sql.raw(`(select o.id from catalog.locations o where o.shop = ${shop} and o.active order by o.position, o.id limit 1)`)

/** The levels of new variants at the shop's first location, with their opening stock in the ledger; the reference is the product. */
export async function openLevels(
  db: Db,
  at: Date,
  variants: readonly { id: Id<'variant'>; product: Id<'product'>; shop: Id<'shop'>; on_hand: number; safety?: number }[],
): Promise<void> {
  if (variants.length === 0) return
  const rows = variants.map(v => ({ safety: 0, ...v }))
  await sql`
    with opened as (
      select r.id as variant, ${firstOf('r.shop')} as location, r.product, r.on_hand, r.safety
      from jsonb_to_recordset(${json(rows)}) as r(id text, product text, shop text, on_hand integer, safety integer)),
    levels as (insert into catalog.levels (variant, location, on_hand, safety) select variant, location, on_hand, safety from opened)
    insert into catalog.movements (variant, location, kind, on_hand, reserved, sold, ref, at)
    select variant, location, 'opening', on_hand, 0, 0, product, ${at} from opened where on_hand > 0`.execute(db)
}

/** A level at the shop's first location for variants that have none there: where more of them will be put. */
export async function ensureLevels(db: Db, variants: readonly string[]): Promise<void> {
  await sql`
    insert into catalog.levels (variant, location) select v.id, ${firstOf('v.shop')} from catalog.variants v where v.id = any(${[...variants]})
    on conflict do nothing`.execute(db)
}

/** Levels where pieces will be put. */
export async function ensurePlaces(db: Db, places: readonly Pick<Placed, 'variant' | 'location'>[]): Promise<void> {
  await sql`
    insert into catalog.levels (variant, location)
    select distinct variant, location from jsonb_to_recordset(${json(places)}) as r(variant text, location text) on conflict do nothing`.execute(
    db,
  )
}

/** The first location of a shop, which everybody who needs it calls the same. */
export async function ensureLocation(db: Db, shop: string): Promise<void> {
  await sql`
    insert into catalog.locations (id, shop, name, position) values ('loc_' || substr(${shop}, 5), ${shop}, '', 0) on conflict (id) do nothing`.execute(
    db,
  )
}

/** The shop's first location is there, and its locations stay as they are until the end of the transaction. */
export async function holdLocations(db: Db, shop: string): Promise<void> {
  await ensureLocation(db, shop)
  await sql`select id from catalog.locations where shop = ${shop} order by id for share`.execute(db)
}
