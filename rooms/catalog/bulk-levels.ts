import { json, sql } from '#base/db'
import type { Id } from '#base/kernel'
import { type bundleReasons, type Candidate, type Component, misfit } from './bundle.ts'
import { lockedLevels, type Moved, movedFrom } from './level-store.ts'
import type { Db } from './store.ts'

/** What a source says of a variant at one location; null: nothing. */
export interface PlaceCount {
  readonly variant: Id<'variant'>
  readonly location: Id<'location'>
  /** Pieces free to sell there: on hand − reserved. */
  readonly free: number | null
  readonly safety: number | null
}

/**
 * Brings what is free to sell and what is kept back, location by location, to what was said: ledger and counters of one statement.
 * What is so already writes nothing; a reference counts once. A bundle has no pieces, and nothing holds more than a million.
 */
export async function countPlaces(db: Db, ref: string, at: Date, counts: readonly PlaceCount[]): Promise<Moved[]> {
  if (counts.length === 0) return []
  const moved = await sql<Moved>`
    with said as (select * from jsonb_to_recordset(${json(counts)}) as r(variant text, location text, free integer, safety integer)),
    locked as materialized (${lockedLevels(sql`array(select distinct variant from said)`)}),
    wanted as materialized (
      select k.variant, k.location, k.on_hand, k.reserved, k.safety, coalesce(s.free + k.reserved, k.on_hand) as counted, coalesce(s.safety, k.safety) as kept
      from locked k join catalog.variants v on v.id = k.variant left join said s on s.variant = k.variant and s.location = k.location where not v.bundle),
    fit as (select variant from wanted group by variant having sum(counted) <= 1000000),
    ledger as (
      insert into catalog.movements (variant, location, kind, on_hand, reserved, sold, ref, at)
      select variant, location, 'counted', counted - on_hand, 0, 0, ${ref}, ${at} from wanted
      where counted <> on_hand and variant in (select variant from fit) order by variant, location
      on conflict (ref, kind, variant, location) do nothing returning variant, location, on_hand),
    changed as materialized (
      select w.variant, w.location, w.on_hand + coalesce(g.on_hand, 0) as on_hand, w.reserved, w.kept as safety,
        greatest(0, w.on_hand - w.reserved - w.safety) as before, g.variant is not null or w.kept <> w.safety as moves
      from wanted w left join ledger g on g.variant = w.variant and g.location = w.location where w.variant in (select variant from fit)),
    written as (
      update catalog.levels l set on_hand = c.on_hand, reserved = c.reserved, safety = c.safety from changed c
      where c.moves and l.variant = c.variant and l.location = c.location),
    sums as (
      select variant, sum(on_hand) as on_hand, sum(reserved) as reserved, sum(safety) as safety, sum(before) as before,
        sum(greatest(0, on_hand - reserved - safety)) as after
      from changed group by variant having bool_or(moves)),
    summed as (
      update catalog.variants v set on_hand = s.on_hand, reserved = s.reserved, safety = s.safety, available = s.after
      from sums s where v.id = s.variant returning v.id as variant, v.product, s.before, s.after)
    ${movedFrom('summed')}`.execute(db)
  return moved.rows
}

export interface BundleWish {
  readonly bundle: Id<'variant'>
  readonly components: readonly { readonly sku: string; readonly quantity: number }[]
}
/** A bundle that can't be, with the rule that it breaks. */
export interface Unfit {
  readonly bundle: Id<'variant'>
  readonly reason: keyof typeof bundleReasons
}
/**
 * What bundles of a shop are made of, by SKU, many in four statements. Resolves to the first that can't be, and then nothing of any is
 * written: the caller takes the transaction back.
 */
export async function writeBundles(db: Db, shop: string, wishes: readonly BundleWish[]): Promise<Unfit | null> {
  if (wishes.length === 0) return null
  const bundles = wishes.map(w => w.bundle as string)
  const skus = wishes.flatMap(w => w.components.map(c => c.sku))
  const these = sql`from catalog.variants v where v.shop = ${shop} and v.active and (v.id = any(${bundles}) or v.sku = any(${skus}))`
  await sql`select v.id ${these} order by v.id for no key update`.execute(db)
  const { rows } = await sql<Candidate & { sku: string }>`
    select v.id, v.sku, v.shop, v.product, v.active, v.bundle, v.on_hand, exists (select 1 from catalog.components k where k.component = v.id) as used ${these}`.execute(
    db,
  )
  const bySku = new Map(rows.map(r => [r.sku, r.id]))
  const taken = new Set(skus.flatMap(s => bySku.get(s) ?? []))
  // What this call makes a bundle or a component of one counts as such.
  const known = new Map(
    rows.map(r => [r.id as string, { ...r, bundle: r.bundle || bundles.includes(r.id), used: r.used || taken.has(r.id) }]),
  )
  const parts = wishes.map(w => ({
    bundle: w.bundle,
    components: w.components.map(
      (c): Component => ({ variant: (bySku.get(c.sku) ?? c.sku) as Id<'variant'>, quantity: c.quantity }),
    ),
  }))
  for (const { bundle, components } of parts) {
    const reason = misfit(known, bundle, components)
    if (reason) return { bundle, reason }
  }
  const lines = parts.flatMap(p => p.components.map(c => ({ bundle: p.bundle, component: c.variant, quantity: c.quantity })))
  await sql`
    with said as (select * from jsonb_to_recordset(${json(lines)}) as r(bundle text, component text, quantity integer)),
    gone as (
      delete from catalog.components k where k.bundle = any(${bundles})
        and not exists (select 1 from said s where s.bundle = k.bundle and s.component = k.component))
    insert into catalog.components (bundle, component, quantity) select bundle, component, quantity from said
    on conflict (bundle, component) do update set quantity = excluded.quantity`.execute(db)
  await sql`update catalog.variants set bundle = true where id = any(${bundles})`.execute(db)
  return null
}
