import type { Caller } from '#base/http'
import { type Result, refuse } from '#base/kernel'
import type { Address, Order } from '#rooms/orders'
import { checkAddress } from './check-address.ts'
import type { Context } from './doors.ts'

/** Another address for a paid order, checked as at the checkout: its buyer, the holder of its key, or staff, until it is packed. */
export async function changeOrderAddress(
  c: Context,
  caller: Caller,
  id: string,
  wish: { readonly address: Address; readonly key?: string | undefined },
): Promise<Result<Order, 'not_found' | 'forbidden' | 'wrong_state' | 'address_invalid' | 'not_shippable'>> {
  const seen = await c.orders.view(caller, id, wish.key)
  if (!seen.ok) return refuse('not_found', 'No such order')
  const address = checkAddress(wish.address, seen.value.market)
  return address.ok ? c.orders.changeAddress(caller, id, { ...wish, address: address.value }) : address
}
