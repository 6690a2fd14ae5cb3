import type { RawBuilder } from 'kysely'
import { sql } from '#base/db'
import type { Id } from '#base/kernel'
import { effects, type MovementKind, type Stock } from './stock.ts'
import type { Db } from './store.ts'

/** A variant whose counters were changed, as it is now. `before` and `after` are what could be bought. */
export interface Moved {
  variant: Id<'variant'>
  product: Id<'product'>
  before: number
  after: number
}
export interface Short {
  variant: Id<'variant'>
  available: number
  live: boolean
}
export interface Demand {
  readonly variants: readonly Id<'variant'>[]
  readonly quantities: readonly number[]
}

const wantedOf = (d: Demand) =>
  sql`select * from unnest(${[...d.variants]}::text[], ${[...d.quantities]}::int[]) as w(variant, quantity)`
const left = sql.raw('(v.on_hand - v.reserved - v.safety)')

/**
 * Takes all or nothing, in one statement: locks the rows in id order, finds what is short among the locked (so current) values,
 * and only if nothing is short raises `reserved`. The condition stands in the UPDATE once more, and a CHECK stands behind it.
 */
export async function takeStock(
  db: Db,
  hold: { checkout: string; attempt: number; ref: string; at: Date },
  demand: Demand,
): Promise<{ short: Short[]; moved: Moved[] }> {
  const found = await sql<Short & Moved & { is_short: boolean }>`
    with wanted as (${wantedOf(demand)}),
    locked as (
      select v.id, ${left} as free, p.state = 'live' as live from catalog.variants v join catalog.products p on p.id = v.product
      where v.id = any(${[...demand.variants]}) order by v.id for update of v),
    short as (
      select w.variant, greatest(coalesce(l.free, 0), 0) as available, coalesce(l.live, false) as live
      from wanted w left join locked l on l.id = w.variant where l.id is null or not l.live or l.free < w.quantity),
    taken as (
      update catalog.variants v set reserved = v.reserved + w.quantity from wanted w
      where v.id = w.variant and not exists (select 1 from short) and ${left} >= w.quantity
      returning v.id, v.product, w.quantity, ${left} as after),
    lines as (insert into catalog.reservation_lines (checkout, attempt, variant, quantity) select ${hold.checkout}, ${hold.attempt}::int, id, quantity from taken),
    ledger as (
      insert into catalog.movements (variant, kind, on_hand, reserved, sold, ref, at)
      select id, 'reserved', 0, quantity, 0, ${hold.ref}, ${hold.at} from taken)
    select true as is_short, variant, available, live, null as product, 0 as before, 0 as after from short
    union all select false, id, 0, true, product, after + quantity, after from taken order by variant`.execute(db)
  const short = found.rows.filter(r => r.is_short)
  const moved = found.rows.filter(r => !r.is_short)
  if (short.length === 0 && moved.length !== demand.variants.length)
    throw new Error(`stock of ${hold.checkout}: took ${moved.length} of ${demand.variants.length}`)
  return { short, moved }
}

/**
 * Any other movement: ledger rows first, which a second call with the same reference finds taken; then the counters of exactly
 * the rows that were written, locked in id order.
 */
async function move(db: Db, kind: MovementKind, ref: string, at: Date, lines: RawBuilder<unknown>): Promise<Moved[]> {
  const e = effects[kind]
  const moved = await sql<Moved>`
    with wanted as (${lines}),
    ledger as (
      insert into catalog.movements (variant, kind, on_hand, reserved, sold, ref, at)
      select variant, ${kind}, ${e.onHand}::int * quantity, ${e.reserved}::int * quantity, ${e.sold}::int * quantity, ${ref}, ${at} from wanted order by variant
      on conflict (ref, kind, variant) do nothing returning variant, on_hand, reserved, sold),
    locked as (select id from catalog.variants where id in (select variant from ledger) order by id for update)
    update catalog.variants v set on_hand = v.on_hand + l.on_hand, reserved = v.reserved + l.reserved, sold = v.sold + l.sold
    from ledger l where v.id = l.variant and (select count(*) from locked) > 0
    returning v.id as variant, v.product, ${left} as after, ${left} - (l.on_hand - l.reserved) as before`.execute(db)
  return moved.rows
}

export const moveHeld = (
  db: Db,
  kind: 'released' | 'sold',
  hold: { checkout: string; attempt: number; ref: string; at: Date },
): Promise<Moved[]> =>
  move(
    db,
    kind,
    hold.ref,
    hold.at,
    sql`select variant, quantity from catalog.reservation_lines where checkout = ${hold.checkout} and attempt = ${hold.attempt}`,
  )

export const moveLines = (db: Db, kind: MovementKind, ref: string, at: Date, demand: Demand): Promise<Moved[]> =>
  move(db, kind, ref, at, wantedOf(demand))

export async function readStock(db: Db, variant: string): Promise<(Stock & { product: Id<'product'>; shop: Id<'shop'> }) | null> {
  const row = await db
    .selectFrom('catalog.variants')
    .select(['id as variant', 'product', 'shop', 'on_hand as onHand', 'reserved', 'safety', 'sold'])
    .where('id', '=', variant as Id<'variant'>)
    .executeTakeFirst()
  return row ?? null
}

export interface Adjustment {
  readonly variant: Id<'variant'>
  readonly change: number
  readonly safety: number | null
  readonly limit: number
}
/** Changes a variant by hand unless that would leave less than is reserved or more than the limit; null then. */
export async function adjust(db: Db, a: Adjustment): Promise<Moved | null> {
  const moved = await sql<Moved>`
    with locked as (select id, ${left} as free from catalog.variants v where id = ${a.variant} for update)
    update catalog.variants v set on_hand = v.on_hand + ${a.change}::int, safety = coalesce(${a.safety}::int, v.safety) from locked
    where v.id = locked.id and v.on_hand + ${a.change}::int between v.reserved and ${a.limit}::int
    returning v.id as variant, v.product, locked.free as before, ${left} as after`.execute(db)
  return moved.rows[0] ?? null
}

/** False when this reference was written before. */
export async function writeMovement(
  db: Db,
  kind: MovementKind,
  ref: string,
  at: Date,
  line: { variant: Id<'variant'>; change: number },
): Promise<boolean> {
  const written = await sql<{ id: bigint }>`
    insert into catalog.movements (variant, kind, on_hand, reserved, sold, ref, at) values (${line.variant}, ${kind}, ${line.change}, 0, 0, ${ref}, ${at})
    on conflict (ref, kind, variant) do nothing returning id`.execute(db)
  return written.rows.length > 0
}

/** The opening stock of new variants, in the ledger. */
export async function writeOpening(
  db: Db,
  product: string,
  at: Date,
  lines: readonly { variant: Id<'variant'>; quantity: number }[],
): Promise<void> {
  const some = lines.filter(l => l.quantity > 0)
  if (some.length === 0) return
  await sql`
    insert into catalog.movements (variant, kind, on_hand, reserved, sold, ref, at)
    select variant, 'opening', quantity, 0, 0, ${product}, ${at} from (${wantedOf({ variants: some.map(l => l.variant), quantities: some.map(l => l.quantity) })}) w`.execute(
    db,
  )
}

/** Locks the products, then says anew whether each can be bought; resolves to those whose answer changed. */
export async function flipInStock(
  db: Db,
  products: readonly string[],
): Promise<{ id: Id<'product'>; in_stock: boolean; state: string }[]> {
  // Two statements on purpose: the second one's snapshot begins after the locks, so it sees what those who held them committed.
  await sql`select id from catalog.products where id = any(${[...products]}) order by id for no key update`.execute(db)
  const flipped = await sql<{ id: Id<'product'>; in_stock: boolean; state: string }>`
    update catalog.products p set in_stock = s.buyable from (
      select v.product, bool_or(${left} > 0) as buyable from catalog.variants v where v.product = any(${[...products]}) group by v.product) s
    where p.id = s.product and p.in_stock <> s.buyable returning p.id, p.in_stock, p.state`.execute(db)
  return flipped.rows
}
