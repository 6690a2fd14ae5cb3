import type { Caller } from '#base/http'
import { ok, type Result, refuse } from '#base/kernel'
import type { Order } from './order.ts'
import { type Accounts, rolesOf, seesIt } from './roles.ts'
import { type Db, readOrder } from './store.ts'

/** An order for its buyer, its shop's staff, or whoever holds its key; for all others it does not exist. */
export async function viewOrder(
  db: Db,
  accounts: Accounts,
  caller: Caller,
  id: string,
  key?: string,
): Promise<Result<Order, 'not_found'>> {
  const order = await readOrder(db, id)
  return order && seesIt(rolesOf(accounts, caller, order, key)) ? ok(order) : refuse('not_found', 'No such order')
}
