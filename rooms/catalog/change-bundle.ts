import type { Caller } from '#base/http'
import { type Id, ok, type Refusal, type Result, refuse } from '#base/kernel'
import { bundleReasons, type Component, misfit } from './bundle.ts'
import { lockCandidates, setLowAt, writeComponents } from './bundle-store.ts'
import { flipAndTell } from './note-stock.ts'
import type { StockWire } from './product.ts'
import type { Room } from './room.ts'
import { stockToWire } from './show-stock.ts'
import { readStock, type VariantStock } from './stock-store.ts'
import type { CatalogTables } from './tables.ts'

type Denied = 'not_found' | 'forbidden' | 'sign_in_required'

/**
 * Says what a bundle is made of, whole; an empty list makes it a variant with stock of its own again. Components are variants of the
 * same shop, and no bundle is a component: so there are no rings. What is held already stays as it was taken.
 */
export async function changeBundle(
  room: Room,
  caller: Caller,
  id: Id<'variant'>,
  components: readonly Component[],
): Promise<Result<StockWire, Denied | 'bundle_invalid'>> {
  const found = await stockFor(room, caller, id)
  if (!found.ok) return found
  const refused = await room.house.db.transaction<CatalogTables, Refusal<'bundle_invalid'> | null>(async trx => {
    const known = await lockCandidates(trx, [id, ...components.map(c => c.variant)])
    const wrong = misfit(known, id, components)
    if (wrong) return refuse('bundle_invalid', bundleReasons[wrong], { reason: wrong })
    await writeComponents(trx, id, components)
    await flipAndTell(room, trx, [found.value.product])
    return null
  })
  return refused ?? ok(await wireOf(room, id))
}

/** With this many pieces or fewer a variant is low on stock; null: as every other. */
export async function changeLowStock(
  room: Room,
  caller: Caller,
  id: Id<'variant'>,
  at: number | null,
): Promise<Result<StockWire, Denied>> {
  const found = await stockFor(room, caller, id)
  if (!found.ok) return found
  await setLowAt(room.db, id, at)
  return ok(await wireOf(room, id))
}

async function stockFor(room: Room, caller: Caller, id: Id<'variant'>): Promise<Result<VariantStock, Denied>> {
  const [stock] = await readStock(room.db, [id])
  if (!stock) return refuse('not_found', 'There is no such variant')
  const allowed = room.doors.accounts.may(caller, 'product.manage', { shop: stock.shop })
  return allowed.ok ? ok(stock) : allowed
}
const wireOf = async (room: Room, id: string) => stockToWire((await readStock(room.db, [id]))[0] as VariantStock)
