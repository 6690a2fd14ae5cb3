import type { NewEvent } from '#base/catalogue'
import type { Trx } from '#base/db'
import type { Room } from './room.ts'
import { flipInStock, type Moved } from './stock-store.ts'
import type { CatalogTables } from './tables.ts'

/**
 * Tells when the last piece of a product is gone and when there is one again, each once, however many buyers act at the same time:
 * only a variant that reached or left zero asks, and then under a lock of the product, which every writer takes after its variants.
 * A sold-out variant that is back is told as well.
 */
export async function noteStock(room: Room, trx: Trx<CatalogTables>, moved: readonly Moved[]): Promise<void> {
  const crossing = moved.filter(m => m.before > 0 !== m.after > 0)
  if (crossing.length === 0) return
  const crossed = crossing.map(m => m.product)
  const at = room.house.clock.now()
  const flipped = await flipInStock(trx, [...new Set(crossed)].sort())
  const events = flipped
    .filter(p => p.state === 'live')
    .map(
      (p): NewEvent => ({
        name: p.in_stock ? 'stock.restocked' : 'stock.depleted',
        at,
        person: null,
        subject: { kind: 'product', id: p.id },
        data: { product: p.id },
      }),
    )
  for (const { variant, product } of crossing.filter(m => m.after > 0))
    events.push({ name: 'variant.restocked', at, person: null, subject: { kind: 'product', id: product }, data: { variant } })
  if (events.length > 0) await room.house.log.append(trx, events)
}
