import { sql } from '#base/db'
import type { Id } from '#base/kernel'
import type { MovementKind } from './stock.ts'
import type { Db } from './store.ts'

export interface MovementRow {
  id: bigint
  variant: Id<'variant'>
  location: Id<'location'>
  kind: MovementKind
  onHand: number
  reserved: number
  sold: number
  at: Date
  by: Id<'person'> | null
  lot: string | null
  bestBefore: string | null
}
export async function readMovements(
  db: Db,
  q: { readonly variants: readonly string[]; readonly before: bigint | null; readonly limit: number },
): Promise<MovementRow[]> {
  const { rows } = await sql<MovementRow>`
    select id, variant, location, kind, on_hand as "onHand", reserved, sold, at, by, lot, best_before::text as "bestBefore" from catalog.movements
    where variant = any(${[...q.variants]}) ${q.before === null ? sql`` : sql`and id < ${q.before}`} order by id desc limit ${q.limit}`.execute(
    db,
  )
  return rows
}

export interface LotRow {
  variant: Id<'variant'>
  location: Id<'location'>
  lot: string | null
  bestBefore: string | null
  received: number
  at: Date
}
/** Receipts with a lot or a day, the first to expire first: which pieces are left of each nobody counts. At most 100. */
export async function readLots(db: Db, variants: readonly string[]): Promise<LotRow[]> {
  const { rows } = await sql<LotRow>`
    select variant, location, lot, best_before::text as "bestBefore", on_hand as received, at from catalog.movements
    where variant = any(${[...variants]}) and (lot is not null or best_before is not null) order by best_before nulls last, id desc limit 100`.execute(
    db,
  )
  return rows
}
