import { json, sql } from '#base/db'
import type { Id } from '#base/kernel'
import { applied, available, lockedLevels, type Moved, move, movedFrom } from './level-store.ts'
import type { Stock } from './stock.ts'
import type { Db } from './store.ts'

export interface Short {
  variant: Id<'variant'>
  available: number
  live: boolean
}
export interface Demand {
  readonly variants: readonly Id<'variant'>[]
  readonly quantities: readonly number[]
}

/**
 * Takes all or nothing, in one statement. Lines become items (a bundle its components) and demand is summed per item, so that a
 * bundle and its component in one cart are one demand. The levels of all items are locked in order; what is short is found among
 * the locked, so current, values; only if nothing is short is each line laid over the locations in the shop's order, two rows of
 * intervals that are cut into each other. CHECK constraints stand behind it.
 */
export async function takeStock(
  db: Db,
  hold: { checkout: string; attempt: number; ref: string; at: Date },
  demand: Demand,
): Promise<{ short: Short[]; moved: Moved[] }> {
  const found = await sql<Short & Moved & { is_short: boolean; items: number }>`
    with items as materialized (
      select w.line, coalesce(k.component, w.line) as variant, coalesce(k.quantity, 1) as per, w.quantity::bigint * coalesce(k.quantity, 1) as quantity
      from unnest(${[...demand.variants]}::text[], ${[...demand.quantities]}::int[]) as w(line, quantity) left join catalog.components k on k.bundle = w.line),
    locked as materialized (${lockedLevels(sql`array(select variant from items)`)}),
    wanted as (select variant, sum(quantity) as quantity from items group by variant),
    room as (select variant, sum(greatest(0, on_hand - reserved - safety)) as free from locked group by variant),
    short as materialized (
      select i.line as variant, min(coalesce(r.free, 0) / i.per) as available, coalesce(bool_and(p.state = 'live'), false) as live
      from items i join wanted w on w.variant = i.variant left join room r on r.variant = i.variant
        left join catalog.variants v on v.id = i.line left join catalog.products p on p.id = v.product
      group by i.line having bool_or(coalesce(r.free, 0) < w.quantity) or not coalesce(bool_and(p.state = 'live'), false)),
    spans as (select line, variant, per, quantity, sum(quantity) over (partition by variant order by line) as upto from items),
    places as (
      select k.variant, k.location, k.on_hand - k.reserved - k.safety as free,
        sum(k.on_hand - k.reserved - k.safety) over (partition by k.variant order by o.position, o.id) as upto
      from locked k join catalog.locations o on o.id = k.location where k.on_hand - k.reserved - k.safety > 0),
    laid as materialized (
      select s.line, s.variant, s.per, p.location, (least(s.upto, p.upto) - greatest(s.upto - s.quantity, p.upto - p.free))::int as quantity
      from spans s join places p on p.variant = s.variant and p.upto > s.upto - s.quantity and p.upto - p.free < s.upto
      where not exists (select 1 from short)),
    lines as (
      insert into catalog.reservation_lines (checkout, attempt, line, variant, location, per, quantity)
      select ${hold.checkout}, ${hold.attempt}::int, line, variant, location, per, quantity from laid),
    ledger as (
      insert into catalog.movements (variant, location, kind, on_hand, reserved, sold, ref, at)
      select variant, location, 'reserved', 0, sum(quantity), 0, ${hold.ref}, ${hold.at} from laid group by variant, location
      returning variant, location, on_hand, reserved, sold),
    ${applied}
    select true as is_short, variant, least(available, 1000000)::int as available, live, null as product, 0 as before, 0 as after, '[]'::jsonb as bundles, 0 as items from short
    union all select false, t.variant, 0, true, t.product, t.before, t.after, t.bundles, (select count(*) from wanted)::int from (${movedFrom('summed')}) t
    order by variant`.execute(db)
  const short = found.rows.filter(r => r.is_short)
  const moved = found.rows.filter(r => !r.is_short)
  if (short.length === 0 && moved.length !== moved[0]?.items) throw new Error(`stock of ${hold.checkout}: took ${moved.length}`)
  return { short, moved }
}

/** What is held goes back, or is sold, at the very locations that it was taken from. */
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
    sql`select variant, location, quantity from catalog.reservation_lines where checkout = ${hold.checkout} and attempt = ${hold.attempt}`,
  )

export interface Level {
  location: Id<'location'>
  on_hand: number
  reserved: number
  safety: number
}
export type VariantStock = Stock & {
  product: Id<'product'>
  shop: Id<'shop'>
  available: number
  bundle: boolean
  lowAt: number | null
  levels: Level[]
  components: { variant: Id<'variant'>; sku: string; quantity: number; available: number }[]
}
export async function readStock(db: Db, variants: readonly string[]): Promise<VariantStock[]> {
  const { rows } = await sql<VariantStock>`
    select v.id as variant, v.product, v.shop, v.on_hand as "onHand", v.reserved, v.safety, v.sold, ${available} as available, v.bundle, v.low_at as "lowAt",
      coalesce((select jsonb_agg(jsonb_build_object('location', l.location, 'on_hand', l.on_hand, 'reserved', l.reserved, 'safety', l.safety) order by l.location)
        from catalog.levels l where l.variant = v.id), '[]') as levels,
      coalesce((select jsonb_agg(jsonb_build_object('variant', c.id, 'sku', c.sku, 'quantity', k.quantity, 'available', c.available) order by c.sku)
        from catalog.components k join catalog.variants c on c.id = k.component where k.bundle = v.id), '[]') as components
    from catalog.variants v where v.id = any(${[...variants]}) order by v.product, v.position`.execute(db)
  return rows
}

export interface Adjustment {
  readonly variant: Id<'variant'>
  readonly location: Id<'location'>
  readonly change: number
  readonly safety: number | null
  readonly limit: number
}
/** Changes a level by hand unless that would leave less than is reserved or more than the limit, or the variant is a bundle; null then. */
export async function adjust(db: Db, a: Adjustment): Promise<Moved | null> {
  const moved = await sql<Moved>`
    with locked as materialized (${lockedLevels(sql`array[${a.variant}::text]`)}),
    changed as materialized (
      select k.location, k.on_hand + (case when k.location = ${a.location} then ${a.change}::int else 0 end) as on_hand, k.reserved,
        case when k.location = ${a.location} then coalesce(${a.safety}::int, k.safety) else k.safety end as safety,
        greatest(0, k.on_hand - k.reserved - k.safety) as before
      from locked k),
    sums as (
      select sum(on_hand) as on_hand, sum(reserved) as reserved, sum(safety) as safety, sum(before) as before,
        sum(greatest(0, on_hand - reserved - safety)) as after
      from changed having bool_and(on_hand >= reserved) and sum(on_hand) <= ${a.limit}::int),
    written as (
      update catalog.levels l set on_hand = c.on_hand, reserved = c.reserved, safety = c.safety from changed c
      where l.variant = ${a.variant} and l.location = c.location and c.location = ${a.location} and exists (select 1 from sums)),
    summed as (
      update catalog.variants v set on_hand = s.on_hand, reserved = s.reserved, safety = s.safety, available = s.after from sums s
      where v.id = ${a.variant} and not v.bundle returning v.id as variant, v.product, s.before, s.after)
    ${movedFrom('summed')}`.execute(db)
  return moved.rows[0] ?? null
}

export interface HandWritten {
  readonly kind: string
  readonly ref: string
  readonly at: Date
  readonly by: string
  readonly variant: Id<'variant'>
  readonly location: Id<'location'>
  readonly change: number
  readonly lot: string | null
  readonly bestBefore: string | null
}
/** False when this reference was written before. */
export async function writeMovement(db: Db, m: HandWritten): Promise<boolean> {
  const written = await sql<{ id: bigint }>`
    insert into catalog.movements (variant, location, kind, on_hand, reserved, sold, ref, at, by, lot, best_before)
    select ${m.variant}, ${m.location}, ${m.kind}, ${m.change}::int, 0, 0, ${m.ref}, ${m.at}, ${m.by}, ${m.lot}, ${m.bestBefore}::date
    on conflict (ref, kind, variant, location) do nothing returning id`.execute(db)
  return written.rows.length > 0
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
      select v.product, bool_or(${available} > 0) as buyable from catalog.variants v where v.product = any(${[...products]}) group by v.product) s
    where p.id = s.product and p.in_stock <> s.buyable returning p.id, p.in_stock, p.state`.execute(db)
  return flipped.rows
}

/** Of these variants those that can be bought now. */
export async function buyableOf(db: Db, variants: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select v.id from catalog.variants v where v.id in (select jsonb_array_elements_text(${json([...variants])})) and ${available} > 0`.execute(
    db,
  )
  return new Set(rows.map(r => r.id))
}
