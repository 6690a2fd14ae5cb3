import { json, sql } from '#base/db'
import type { Id } from '#base/kernel'
import { ensurePlaces, move, type Placed, placedLines } from './level-store.ts'
import { noteStock } from './note-stock.ts'
import type { Room } from './room.ts'
import { demandOf, type StockLine } from './stock.ts'
import type { Db } from './store.ts'
import type { CatalogTables } from './tables.ts'

/** What a buyer has in place of a line's pieces, by another hold: it comes back before them. */
export interface Instead {
  readonly line: Id<'variant'>
  readonly checkout: Id<'checkout'>
  readonly variant: Id<'variant'>
}
/**
 * Sold pieces of a checkout that come back (a cancelled order, a return), to the very locations that they were taken from; a location
 * that was switched off meanwhile hands over to the first. A bundle brings back what was taken for it, whatever it is made of today.
 * Once per reference. More than the checkout was sold is a mistake and throws; one that was never sold anything brings nothing back.
 */
export async function restock(
  room: Room,
  ref: string,
  checkout: Id<'checkout'>,
  lines: readonly StockLine[],
  instead: readonly Instead[] = [],
): Promise<void> {
  const { variants, quantities } = demandOf(lines)
  await room.house.db.transaction<CatalogTables, void>(async trx => {
    const sold = await soldLines(trx, ref, [checkout, ...instead.map(i => i.checkout)])
    if (!sold.some(s => s.checkout === checkout)) return
    const back = variants.flatMap((line, i) => {
      const others = instead.filter(x => x.line === line)
      return fromAll(sold, [...others, { checkout, variant: line }], quantities[i] as number)
    })
    await countReturned(trx, back)
    const placed = back.map(b => ({ ...b, location: b.to }))
    await ensurePlaces(trx, placed)
    await noteStock(room, trx, await move(trx, 'restocked', ref, room.house.clock.now(), placedLines(placed)))
  })
}

interface Sold {
  readonly checkout: string
  readonly line: Id<'variant'>
  readonly variant: Id<'variant'>
  readonly location: Id<'location'>
  readonly to: Id<'location'>
  /** Pieces for one of the line. */
  readonly per: number
  /** Sold and not yet returned. */
  readonly left: number
}
type Back = Placed & Pick<Sold, 'checkout' | 'line' | 'to'>

/** What can come back, under the lock of the holds and of the locations; nothing when this reference has brought it back before. */
async function soldLines(db: Db, ref: string, checkouts: readonly string[]): Promise<Sold[]> {
  const ids = [...checkouts]
  await sql`select 1 from catalog.reservations where checkout = any(${ids}::text[]) order by checkout for no key update`.execute(
    db,
  )
  const done = await sql`select 1 from catalog.movements where ref = ${ref} and kind = 'restocked' limit 1`.execute(db)
  if (done.rows.length > 0) return []
  await sql`
    select o.id from catalog.locations o where o.shop in (
      select v.shop from catalog.reservation_lines r join catalog.variants v on v.id = r.variant where r.checkout = any(${ids}::text[]))
    order by o.id for share`.execute(db)
  const { rows } = await sql<Sold>`
    select r.checkout, r.line, r.variant, r.location, r.per, r.quantity - r.returned as left, case when o.active then o.id else (
      select f.id from catalog.locations f where f.shop = o.shop and f.active order by f.position, f.id limit 1) end as to
    from catalog.reservations h join catalog.reservation_lines r on r.checkout = h.checkout and r.attempt = h.attempt
      join catalog.locations o on o.id = r.location
    where h.checkout = any(${ids}::text[]) and h.state = 'committed' order by r.line, r.variant, o.position, o.id`.execute(db)
  return rows
}

/** `quantity` of a line from several holds, each as far as it goes; the last one must have the rest. */
function fromAll(sold: readonly Sold[], holds: readonly Pick<Instead, 'checkout' | 'variant'>[], quantity: number): Back[] {
  let wanted = quantity
  return holds.flatMap(({ checkout, variant }, i) => {
    const own = sold.filter(s => s.checkout === checkout && s.line === variant)
    const now = i === holds.length - 1 ? wanted : Math.min(wanted, wholeOnes(own))
    wanted -= now
    return now > 0 ? bringBack(own, variant, now) : []
  })
}
/** How many of a line can still come back: as many as its scarcest part. */
function wholeOnes(own: readonly Sold[]): number {
  const left = new Map<string, number>()
  for (const s of own) left.set(s.variant, (left.get(s.variant) ?? 0) + s.left / s.per)
  return left.size === 0 ? 0 : Math.floor(Math.min(...left.values()))
}

/** `quantity` of a line in pieces, location by location. */
function bringBack(own: readonly Sold[], line: Id<'variant'>, quantity: number): Back[] {
  const missing = new Map<string, number>()
  const back: Back[] = []
  for (const s of own) {
    const wanted = missing.get(s.variant) ?? quantity * s.per
    const now = Math.min(wanted, s.left)
    missing.set(s.variant, wanted - now)
    const { checkout, variant, location, to } = s
    if (now > 0) back.push({ checkout, line, variant, location, to, quantity: now })
  }
  if (missing.size === 0 || [...missing.values()].some(n => n > 0)) throw new Error(`more of ${line} comes back than was sold`)
  return back
}

async function countReturned(db: Db, back: readonly Back[]): Promise<void> {
  await sql`
    update catalog.reservation_lines r set returned = r.returned + b.quantity
    from jsonb_to_recordset(${json(back)}) as b(checkout text, line text, variant text, location text, quantity integer), catalog.reservations h
    where h.checkout = b.checkout and r.checkout = h.checkout and r.attempt = h.attempt
      and r.line = b.line and r.variant = b.variant and r.location = b.location`.execute(db)
}
