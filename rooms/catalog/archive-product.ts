import type { Caller } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import { removedEvent } from './facts.ts'
import { findProducts } from './find-products.ts'
import { type Product, type ProductWire, productMachine, productToWire } from './product.ts'
import type { Room } from './room.ts'
import { deactivateVariants, moveState } from './store.ts'
import type { CatalogTables } from './tables.ts'

type Refused = 'not_found' | 'forbidden' | 'sign_in_required' | 'wrong_state'

/** Takes a product off the shop for good; stock that is reserved stays reserved, and its SKUs are free again. */
export async function archiveProduct(room: Room, caller: Caller, id: Id<'product'>): Promise<Result<ProductWire, Refused>> {
  const product = (await findProducts(room, [id])).get(id)
  if (!product) return refuse('not_found', 'There is no such product')
  const allowed = room.doors.accounts.may(caller, 'product.manage', { shop: product.shop })
  if (!allowed.ok) return allowed
  const next = productMachine.next(product.state, 'archive')
  if (!next.ok) return next
  const archived = await room.house.db
    .transaction<CatalogTables, boolean>(async trx => {
      await deactivateVariants(trx, id)
      const moved = await moveState(trx, [id], product.state, next.value, room.house.clock.now())
      if (moved.length === 0) throw new Changed()
      // Consumers have heard of it only if it was on sale; a removed one they have forgotten already.
      if (product.state === 'live') await room.house.log.append(trx, [removedEvent(id, room.house.clock.now(), caller.person)])
      return true
    })
    .catch(error => {
      if (error instanceof Changed) return false
      throw error
    })
  const after = (await findProducts(room, [id])).get(id) as Product
  return archived
    ? ok(productToWire(after, true))
    : refuse('wrong_state', 'The product has just changed its state', { state: after.state, action: 'archive' })
}

/** Rolls back: the state was another one when the rows were locked. */
class Changed extends Error {}
