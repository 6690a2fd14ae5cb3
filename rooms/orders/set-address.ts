import { sql } from '#base/db'
import type { House } from '#base/house'
import { ok, type Result, refuse } from '#base/kernel'
import type { Address, Checkout } from './order.ts'
import type { OrderTables } from './rows.ts'

/** Where a checkout goes, copied to its orders; only while nothing is being paid. The flow has checked the address. */
export async function setAddress(house: House, checkout: Checkout, address: Address): Promise<Result<Checkout, 'wrong_state'>> {
  const rows = await sql<{ id: string }>`
    with changed as (
      update orders.checkouts set address = ${JSON.stringify(address)}::jsonb where id = ${checkout.id} and state = 'open' returning id)
    update orders.orders o set address = ${JSON.stringify(address)}::jsonb from changed where o.checkout = changed.id and o.state = 'pending' returning o.id`.execute(
    house.db.tables<OrderTables>(),
  )
  if (rows.rows.length === 0)
    return refuse('wrong_state', 'The address can’t be changed any more', { state: checkout.state, action: 'set_address' })
  return ok({ ...checkout, address, orders: checkout.orders.map(o => ({ ...o, address })) })
}
