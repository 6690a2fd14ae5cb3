import { noteStock } from './note-stock.ts'
import type { Room } from './room.ts'
import { demandOf, type StockLine } from './stock.ts'
import { moveLines } from './stock-store.ts'
import type { CatalogTables } from './tables.ts'

/** Sold pieces that come back (a cancelled order, a return). Once per reference and variant. More than was sold is a mistake and throws. */
export async function restock(room: Room, ref: string, lines: readonly StockLine[]): Promise<void> {
  const demand = demandOf(lines)
  if (demand.variants.length === 0) return
  await room.house.db.transaction<CatalogTables, void>(async trx => {
    await noteStock(room, trx, await moveLines(trx, 'restocked', ref, room.house.clock.now(), demand))
  })
}
