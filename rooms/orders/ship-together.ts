import { sql } from '#base/db'
import type { House } from '#base/house'
import type { Caller } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import { type FulfilRefused, moveParcels } from './fulfil-order.ts'
import type { Order } from './order.ts'
import { type Accounts, refusal, rolesOf } from './roles.ts'
import type { OrderTables } from './rows.ts'
import { readOrders } from './store.ts'

export interface TogetherWish {
  readonly orders: readonly Id<'order'>[]
  readonly carrier: string
  readonly tracking: string
}
const sameDoor = (o: Order): string => {
  const { email: _, phone: __, ...door } = o.address ?? { email: '', phone: '' }
  return JSON.stringify([o.person, door])
}

/**
 * Several packed orders of one buyer to one address go in one parcel: each gets the same number, all or none. Rows are locked in
 * the order of their ids, so two who do this at once wait for each other and don't block each other.
 */
export function shipTogether(
  house: House,
  accounts: Accounts,
  caller: Caller,
  shop: Id<'shop'>,
  wish: TogetherWish,
): Promise<Result<Order[], FulfilRefused | 'address_invalid' | 'sign_in_required'>> {
  const may = accounts.may(caller, 'order.fulfil', { shop })
  if (!may.ok) return Promise.resolve(may)
  const ids = [...new Set(wish.orders)].sort()
  return house.db.transaction<OrderTables, Result<Order[], FulfilRefused | 'address_invalid'>>(async trx => {
    const now = house.clock.now()
    await sql`select 1 from orders.orders where id = any(${ids}) and shop = ${shop} order by id for update`.execute(trx)
    const orders = await readOrders(trx, sql`where o.id = any(${ids}) and o.shop = ${shop} order by o.id`)
    if (orders.length !== ids.length) return refuse('not_found', 'No such order')
    if (new Set(orders.map(sameDoor)).size !== 1 || orders.some(o => o.address === null))
      return refuse('address_invalid', 'These orders don’t go to one buyer at one address')
    for (const order of orders) {
      const refused = refusal(order, rolesOf(accounts, caller, order), 'ship', now)
      if (refused) return refused
    }
    const sent: Order[] = []
    for (const order of orders) {
      const done = await moveParcels(
        house,
        { trx, order, now },
        { action: 'ship', carrier: wish.carrier, tracking: wish.tracking },
      )
      // The guard said that there is something to ship, so this is a mistake and all of it is undone.
      if (!done.ok) throw new Error(`${order.id}: ${done.message}`)
      sent.push(done.value)
    }
    return ok(sent)
  })
}
