import type { Trx } from '#base/db'
import type { Caller } from '#base/http'
import { type Id, newId, ok, type Refusal, type Result, refuse } from '#base/kernel'
import { ensureLocation } from './level-store.ts'
import { type Location, mostLocations } from './location.ts'
import { insertLocation, lockLocations, orderLocations, readLocations, shopOfLocation, updateLocation } from './location-store.ts'
import type { Room } from './room.ts'
import type { CatalogTables } from './tables.ts'

type Denied = 'forbidden' | 'sign_in_required'
export type LocationRefused = Denied | 'not_found' | 'invalid_request' | 'location_not_empty' | 'last_location'

/** A shop has at least one location, made when it is first asked for. */
export async function listLocations(room: Room, caller: Caller, shop: Id<'shop'>): Promise<Result<Location[], Denied>> {
  const allowed = room.doors.accounts.may(caller, 'product.manage', { shop })
  return allowed.ok ? ok(await locationsOf(room, shop)) : allowed
}

export async function locationsOf(room: Room, shop: Id<'shop'>): Promise<Location[]> {
  const found = await readLocations(room.db, shop)
  if (found.length > 0) return found
  await room.house.db.transaction<CatalogTables, void>(trx => ensureLocation(trx, shop))
  return readLocations(room.db, shop)
}

/** Adds a location, the last to be asked. */
export const addLocation = (room: Room, caller: Caller, shop: Id<'shop'>, name: string) =>
  change(room, caller, shop, async (trx, now) => {
    if (now.length >= mostLocations) return refuse('invalid_request', `A shop has at most ${mostLocations} locations`)
    if (taken(now, name)) return sameName()
    await insertLocation(trx, { id: newId('location', room.house.clock.now()), shop, name: name.trim() })
    return null
  })

/** Renames it, switches it on, or off: off only when nothing lies there and another one is left. */
export async function changeLocation(
  room: Room,
  caller: Caller,
  id: Id<'location'>,
  wish: { readonly name?: string | undefined; readonly active?: boolean | undefined },
): Promise<Result<Location[], LocationRefused>> {
  const shop = await shopOfLocation(room.db, id)
  if (!shop) return refuse('not_found', 'There is no such location')
  return change(room, caller, shop, async (trx, now) => {
    const others = now.filter(l => l.id !== id)
    if (wish.name !== undefined && taken(others, wish.name)) return sameName()
    const off = wish.active === false
    if (off && !others.some(l => l.active)) return refuse('last_location', 'A shop keeps at least one location')
    const pieces = now.find(l => l.id === id)?.pieces ?? 0
    if (off && pieces > 0) return refuse('location_not_empty', 'There are still pieces at this location', { pieces })
    await updateLocation(trx, { id, name: wish.name?.trim() ?? null, active: wish.active ?? null })
    return null
  })
}

/** Every location of the shop once, in the order in which orders are filled. */
export const sortLocations = (room: Room, caller: Caller, shop: Id<'shop'>, ids: readonly string[]) =>
  change(room, caller, shop, async (trx, now) => {
    if (ids.length !== now.length || !now.every(l => ids.includes(l.id)))
      return refuse('invalid_request', 'Name every location of the shop once')
    await orderLocations(trx, shop, ids)
    return null
  })

const taken = (locations: readonly Location[], name: string) => locations.some(l => l.name === name.trim())
const sameName = () => refuse('invalid_request', 'Another location has this name', { fields: { name: ['taken'] } })

type Change = (trx: Trx<CatalogTables>, now: readonly Location[]) => Promise<Refusal<LocationRefused> | null>
/** One change at a time, on locations as they are under the lock. */
async function change(room: Room, caller: Caller, shop: Id<'shop'>, act: Change): Promise<Result<Location[], LocationRefused>> {
  const allowed = room.doors.accounts.may(caller, 'product.manage', { shop })
  if (!allowed.ok) return allowed
  const refused = await room.house.db.transaction<CatalogTables, Refusal<LocationRefused> | null>(async trx => {
    await ensureLocation(trx, shop)
    await lockLocations(trx, shop)
    return act(trx, await readLocations(trx, shop))
  })
  return refused ?? ok(await readLocations(room.db, shop))
}
