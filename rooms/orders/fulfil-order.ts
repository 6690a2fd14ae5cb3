import type { House } from '#base/house'
import type { Caller } from '#base/http'
import { ok, type Result } from '#base/kernel'
import { actOn, type Locked } from './act.ts'
import type { Order } from './order.ts'
import { orderEvent, parcelEvents } from './order-events.ts'
import { type ParcelWish, planStep } from './plan-step.ts'
import type { Accounts } from './roles.ts'
import { writeStatus } from './write-status.ts'

export type FulfilRefused = 'not_found' | 'forbidden' | 'wrong_state' | 'quantity_invalid'

/** Moves one parcel, or all that wait for it, one step on, under the order's row lock, with the events. */
export function fulfilOrder(
  house: House,
  accounts: Accounts,
  caller: Caller,
  id: string,
  wish: ParcelWish,
): Promise<Result<Order, FulfilRefused>> {
  return actOn<Order, FulfilRefused>(house, accounts, caller, { id, action: wish.action, key: wish.key }, locked =>
    moveParcels(house, locked, wish),
  )
}

/** The step itself, for who holds the lock and may do it. */
export async function moveParcels(
  house: House,
  { trx, order, now }: Omit<Locked, 'roles'>,
  wish: ParcelWish,
): Promise<Result<Order, FulfilRefused>> {
  const plan = planStep(order, wish, now)
  if (!plan.ok) return plan
  const { change, parcels, move } = plan.value
  const written = await writeStatus(trx, order, change, now)
  const events = parcelEvents(order, written, parcels, move)
  if (change.received && written.fulfilment === 'delivered')
    events.push({ name: 'order.received', ...orderEvent(written, now), data: { shop: order.shop.id, by: 'buyer' } })
  await house.log.append(trx, events)
  return ok(written)
}
