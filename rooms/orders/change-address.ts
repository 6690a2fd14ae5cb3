import type { House } from '#base/house'
import type { Caller } from '#base/http'
import { ok, type Result, refuse } from '#base/kernel'
import { actOn } from './act.ts'
import type { Address, Order } from './order.ts'
import { orderEvent } from './order-events.ts'
import type { Accounts } from './roles.ts'
import { writeStatus } from './write-status.ts'

type Refused = 'not_found' | 'forbidden' | 'wrong_state' | 'not_shippable'
/** Until it is packed, in the same country: prices and taxes are those of one market. The address is checked by who calls. */
export function changeAddress(
  house: House,
  accounts: Accounts,
  caller: Caller,
  id: string,
  wish: { readonly address: Address; readonly key?: string | undefined },
): Promise<Result<Order, Refused>> {
  return actOn<Order, Refused>(
    house,
    accounts,
    caller,
    { id, action: 'change_address', key: wish.key },
    async ({ trx, order, now }) => {
      if (wish.address.country !== order.market)
        return refuse('not_shippable', 'Another country has other prices', {
          market: order.market,
          country: wish.address.country,
        })
      const written = await writeStatus(trx, order, { address: wish.address, timeline: [{ what: 'address_changed' }] }, now)
      await house.log.append(trx, [{ name: 'order.address_changed', ...orderEvent(order, now), data: { shop: order.shop.id } }])
      return ok(written)
    },
  )
}
