import type { House } from '#base/house'
import type { Caller } from '#base/http'
import { ok, type Result } from '#base/kernel'
import type { Order } from './order.ts'
import { type Accounts, refusal, rolesOf } from './roles.ts'
import type { OrderTables } from './rows.ts'
import { lockOrder } from './store.ts'
import { writeStatus } from './write-status.ts'

/** The buyer asks to return a delivered order, within the days that the shop named. The words stay here; the log gets none of them. */
export function requestReturn(
  house: House,
  accounts: Accounts,
  caller: Caller,
  id: string,
  wish: { reason: string; key?: string | undefined },
): Promise<Result<Order, 'not_found' | 'forbidden' | 'wrong_state'>> {
  return house.db.transaction<OrderTables, Result<Order, 'not_found' | 'forbidden' | 'wrong_state'>>(async trx => {
    const now = house.clock.now()
    const order = await lockOrder(trx, id)
    const refused = refusal(order, order ? rolesOf(accounts, caller, order, wish.key) : undefined, 'request_return', now)
    if (refused || !order) return refused as NonNullable<typeof refused>
    const written = await writeStatus(
      trx,
      order,
      { returnReason: wish.reason, timeline: [{ what: 'return_requested', note: wish.reason.slice(0, 400) }] },
      now,
    )
    const subject = { kind: 'order' as const, id: order.id }
    await house.log.append(trx, [
      { name: 'return.requested', at: now, person: order.person, subject, data: { shop: order.shop.id, reason: 'buyer' } },
    ])
    return ok(written)
  })
}
