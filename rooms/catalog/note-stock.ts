import type { NewEvent } from '#base/catalogue'
import type { Trx } from '#base/db'
import type { Id } from '#base/kernel'
import type { Moved } from './level-store.ts'
import type { Room } from './room.ts'
import { buyableOf, flipInStock } from './stock-store.ts'
import type { CatalogTables } from './tables.ts'

/**
 * Tells when the last piece of a product is gone and when there is one again, each once, however many buyers act at the same time:
 * only a variant that reached or left zero asks, and then under a lock of the product, which every writer takes after its variants.
 * A sold-out variant that is back is told as well. A bundle asks when one of its components reaches or leaves what it takes of it.
 */
export async function noteStock(room: Room, trx: Trx<CatalogTables>, moved: readonly Moved[]): Promise<void> {
  const crossing = moved.filter(m => m.before > 0 !== m.after > 0)
  const bundles = moved.flatMap(m => m.bundles.map(b => ({ ...b, up: m.after > m.before })))
  if (crossing.length + bundles.length === 0) return
  await flipAndTell(
    room,
    trx,
    [...crossing, ...bundles].map(m => m.product),
    async () => [...crossing.filter(m => m.after > 0), ...(await whole(trx, bundles))],
  )
}

type Back = Pick<Moved, 'variant' | 'product'>
/** Under a lock of the products: which of them can be bought now and could not before, or the other way round. */
export async function flipAndTell(
  room: Room,
  trx: Trx<CatalogTables>,
  products: readonly Id<'product'>[],
  backOf: () => Promise<Back[]> = async () => [],
): Promise<void> {
  const at = room.house.clock.now()
  const flipped = await flipInStock(trx, [...new Set(products)].sort())
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
  for (const { variant, product } of await backOf())
    events.push({ name: 'variant.restocked', at, person: null, subject: { kind: 'product', id: product }, data: { variant } })
  if (events.length > 0) await room.house.log.append(trx, events)
}

interface Bundle extends Back {
  readonly up: boolean
}
/** Bundles that got back what they lacked, and lack nothing else: seen under the lock of their products, so told by one only. */
async function whole(trx: Trx<CatalogTables>, bundles: readonly Bundle[]): Promise<Bundle[]> {
  const up = new Map(bundles.filter(b => b.up).map(b => [b.variant, b]))
  if (up.size === 0) return []
  const buyable = await buyableOf(trx, [...up.keys()])
  return [...up.values()].filter(b => buyable.has(b.variant))
}
