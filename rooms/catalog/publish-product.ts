import type { Caller } from '#base/http'
import { type Id, type Money, ok, type Result, refuse } from '#base/kernel'
import { factsEvent } from './facts.ts'
import { findProducts } from './find-products.ts'
import { type Product, productMachine } from './product.ts'
import type { Room } from './room.ts'
import { isHidden } from './show-product.ts'
import { putOnSale } from './store.ts'
import type { CatalogTables } from './tables.ts'

export type PublishRefused = 'not_found' | 'forbidden' | 'sign_in_required' | 'wrong_state'

/** Puts a draft on sale. Whether it is complete, the flow has checked; `price` is its lowest, for the facts of the event. */
export async function publishProduct(
  room: Room,
  caller: Caller,
  id: Id<'product'>,
  price: Money,
): Promise<Result<Product, PublishRefused>> {
  const product = (await findProducts(room, [id])).get(id)
  if (!product) return refuse('not_found', 'There is no such product')
  const allowed = room.doors.accounts.may(caller, 'product.manage', { shop: product.shop })
  if (!allowed.ok) return allowed
  const next = productMachine.next(product.state, 'publish')
  if (!next.ok) return next
  if (await isHidden(room, product))
    return refuse('wrong_state', 'Moderation has removed this product or its shop', { state: 'removed', action: 'publish' })
  const now = room.house.clock.now()
  const published = await room.house.db.transaction<CatalogTables, boolean>(async trx => {
    const row = await putOnSale(trx, id, price, now)
    if (row) await room.house.log.append(trx, [factsEvent('product.published', row, now, caller.person)])
    return row !== null
  })
  const after = (await findProducts(room, [id])).get(id) as Product
  return published
    ? ok(after)
    : refuse('wrong_state', `product: can't publish when ${after.state}`, { state: after.state, action: 'publish' })
}
