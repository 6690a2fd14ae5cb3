import { json, sql } from '#base/db'
import type { Id } from '#base/kernel'
import { ensurePlaces, move, type Placed, placedLines } from './level-store.ts'
import { noteStock } from './note-stock.ts'
import type { Room } from './room.ts'
import { demandOf, type StockLine } from './stock.ts'
import type { Db } from './store.ts'
import type { CatalogTables } from './tables.ts'

/**
 * Sold pieces of a checkout that come back (a cancelled order, a return), to the very locations that they were taken from; a location
 * that was switched off meanwhile hands over to the first. A bundle brings back what was taken for it, whatever it is made of today.
 * Once per reference. More than the checkout was sold is a mistake and throws; one that was never sold anything brings nothing back.
 */
export async function restock(room: Room, ref: string, checkout: Id<'checkout'>, lines: readonly StockLine[]): Promise<void> {
  const { variants, quantities } = demandOf(lines)
  await room.house.db.transaction<CatalogTables, void>(async trx => {
    const sold = await soldLines(trx, ref, checkout)
    if (sold.length === 0) return
    const back = variants.flatMap((line, i) => bringBack(sold, line, quantities[i] as number))
    await countReturned(trx, checkout, back)
    const placed = back.map(b => ({ ...b, location: b.to }))
    await ensurePlaces(trx, placed)
    await noteStock(room, trx, await move(trx, 'restocked', ref, room.house.clock.now(), placedLines(placed)))
  })
}

interface Sold {
  readonly line: Id<'variant'>
  readonly variant: Id<'variant'>
  readonly location: Id<'location'>
  readonly to: Id<'location'>
  /** Pieces for one of the line. */
  readonly per: number
  /** Sold and not yet returned. */
  readonly left: number
}
type Back = Placed & { readonly line: Id<'variant'>; readonly to: Id<'location'> }

/** What can come back, under the lock of the hold and of the locations; nothing when this reference has brought it back before. */
async function soldLines(db: Db, ref: string, checkout: string): Promise<Sold[]> {
  await sql`select 1 from catalog.reservations where checkout = ${checkout} for no key update`.execute(db)
  const done = await sql`select 1 from catalog.movements where ref = ${ref} and kind = 'restocked' limit 1`.execute(db)
  if (done.rows.length > 0) return []
  await sql`
    select o.id from catalog.locations o where o.shop in (
      select v.shop from catalog.reservation_lines r join catalog.variants v on v.id = r.variant where r.checkout = ${checkout})
    order by o.id for share`.execute(db)
  const { rows } = await sql<Sold>`
    select r.line, r.variant, r.location, r.per, r.quantity - r.returned as left, case when o.active then o.id else (
      select f.id from catalog.locations f where f.shop = o.shop and f.active order by f.position, f.id limit 1) end as to
    from catalog.reservations h join catalog.reservation_lines r on r.checkout = h.checkout and r.attempt = h.attempt
      join catalog.locations o on o.id = r.location
    where h.checkout = ${checkout} and h.state = 'committed' order by r.line, r.variant, o.position, o.id`.execute(db)
  return rows
}

/** `quantity` of a line in pieces, location by location. */
function bringBack(sold: readonly Sold[], line: Id<'variant'>, quantity: number): Back[] {
  const missing = new Map<string, number>()
  const back: Back[] = []
  for (const s of sold.filter(x => x.line === line)) {
    const wanted = missing.get(s.variant) ?? quantity * s.per
    const now = Math.min(wanted, s.left)
    missing.set(s.variant, wanted - now)
    if (now > 0) back.push({ line, variant: s.variant, location: s.location, to: s.to, quantity: now })
  }
  if (missing.size === 0 || [...missing.values()].some(n => n > 0)) throw new Error(`more of ${line} comes back than was sold`)
  return back
}

async function countReturned(db: Db, checkout: string, back: readonly Back[]): Promise<void> {
  await sql`
    update catalog.reservation_lines r set returned = r.returned + b.quantity
    from jsonb_to_recordset(${json(back)}) as b(line text, variant text, location text, quantity integer), catalog.reservations h
    where h.checkout = ${checkout} and r.checkout = h.checkout and r.attempt = h.attempt
      and r.line = b.line and r.variant = b.variant and r.location = b.location`.execute(db)
}
