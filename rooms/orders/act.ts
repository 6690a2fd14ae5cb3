import type { House } from '#base/house'
import type { Caller } from '#base/http'
import type { Result } from '#base/kernel'
import type { OrderActionName, Roles } from './guards.ts'
import type { Order } from './order.ts'
import { type Accounts, type Refused, refusal, rolesOf } from './roles.ts'
import type { OrderTables } from './rows.ts'
import { type Db, lockOrder } from './store.ts'

export interface Locked {
  readonly trx: Db
  readonly order: Order
  readonly roles: Roles
  readonly now: Date
}
interface Ask {
  readonly id: string
  readonly action: OrderActionName
  readonly key?: string | undefined
}

/** How every action on an order goes: the row lock, permission by the table of guards, then the work, in one transaction. */
export function actOn<T, C extends string>(
  house: House,
  accounts: Accounts,
  caller: Caller,
  { id, action, key }: Ask,
  work: (locked: Locked) => Promise<Result<T, C>>,
): Promise<Result<T, C | Refused>> {
  return house.db.transaction<OrderTables, Result<T, C | Refused>>(async trx => {
    const now = house.clock.now()
    const order = await lockOrder(trx, id)
    const roles = order ? rolesOf(accounts, caller, order, key) : undefined
    const refused = refusal(order, roles, action, now)
    if (refused || !order || !roles) return refused as NonNullable<typeof refused>
    return work({ trx, order, roles, now })
  })
}
