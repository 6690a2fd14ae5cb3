import { sql } from '#base/db'
import type { Id } from '#base/kernel'
import type { Location } from './location.ts'
import type { Db } from './store.ts'

export async function readLocations(db: Db, shop: string): Promise<Location[]> {
  const { rows } = await sql<Location>`
    select o.id, o.shop, o.name, o.active,
      coalesce((select sum(l.on_hand) from catalog.levels l where l.location = o.id and l.on_hand > 0), 0)::int as pieces
    from catalog.locations o where o.shop = ${shop} order by o.position, o.id`.execute(db)
  return rows
}

export async function shopOfLocation(db: Db, id: string): Promise<Id<'shop'> | null> {
  const { rows } = await sql<{ shop: Id<'shop'> }>`select shop from catalog.locations where id = ${id}`.execute(db)
  return rows[0]?.shop ?? null
}

/** Where stock that is changed by hand goes: this location of the shop while it is on, or its first; held, so that it stays on. */
export async function holdLocation(db: Db, shop: string, location: string | null): Promise<Id<'location'> | null> {
  const { rows } = await sql<{ id: Id<'location'> }>`
    select id from catalog.locations where shop = ${shop} and active and (${location}::text is null or id = ${location})
    order by position, id limit 1 for share`.execute(db)
  return rows[0]?.id ?? null
}

/** Locks the locations of a shop against stock that comes in and against each other's changes. */
export const lockLocations = (db: Db, shop: string) =>
  sql`select id from catalog.locations where shop = ${shop} order by id for update`.execute(db)

export async function insertLocation(db: Db, l: { id: string; shop: string; name: string }): Promise<void> {
  await sql`
    insert into catalog.locations (id, shop, name, position)
    select ${l.id}, ${l.shop}, ${l.name}, coalesce(max(position) + 1, 0) from catalog.locations where shop = ${l.shop}`.execute(
    db,
  )
}

export async function updateLocation(db: Db, l: { id: string; name: string | null; active: boolean | null }): Promise<void> {
  await sql`
    update catalog.locations set name = coalesce(${l.name}::text, name), active = coalesce(${l.active}::boolean, active) where id = ${l.id}`.execute(
    db,
  )
}

/** The order of the list is the order in which orders are filled. */
export async function orderLocations(db: Db, shop: string, ids: readonly string[]): Promise<void> {
  await sql`
    update catalog.locations o set position = w.place from unnest(${[...ids]}::text[]) with ordinality as w(id, place)
    where o.id = w.id and o.shop = ${shop}`.execute(db)
}
