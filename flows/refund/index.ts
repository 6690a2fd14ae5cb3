/** Refund: cancel before it ships, give back a part or all, take a parcel back; safe against crashes in the middle. */

import type { House } from '#base/house'
import type { Caller } from '#base/http'
import type { Money, Result } from '#base/kernel'
import type { Order, OrderWire, RefundRefused, RefundWish } from '#rooms/orders'
import { askProtection, type Protection, type ProtectionRefused, viewProtection } from './price-protection.ts'
import { type Doors, refundOrder, sweepRefunds } from './refund.ts'
import { type SettleWish, settleReturn } from './settle-return.ts'

export type { Doors as RefundDoors } from './refund.ts'
export { refundRoutes } from './routes.ts'
export { wire as refundWire } from './wire.ts'

export interface Refunds {
  /** `cancel`: buyer or shop, before it is sent. `refund`: shop or operator, a part or all. `return`: the parcel came back. */
  refund(caller: Caller, order: string, wish: RefundWish): Promise<Result<Order, RefundRefused | 'refund_failed'>>
  /** What it would give back now; nothing is written. */
  preview(caller: Caller, order: string, wish: RefundWish): Promise<Result<Money, RefundRefused>>
  /** Ends a return with money or with other goods; when none are left, with money. */
  settleReturn(
    caller: Caller,
    where: { order: string; returned: string },
    wish: SettleWish,
  ): Promise<Result<Order, RefundRefused | 'refund_failed'>>
  /** What the price-protection promise of an order brings now: for its buyer, its shop, or whoever holds its key. */
  protection(caller: Caller, order: string, key?: string): Promise<Result<Protection, 'not_found'>>
  /** Gives the buyer the difference to the lowest public price within the promise; by its own refund, less what earlier falls brought. */
  protect(caller: Caller, order: string, key?: string): Promise<Result<Order, ProtectionRefused>>
  /** Finishes refunds that were begun more than a minute ago; runs every minute by itself. */
  sweep(now: Date): Promise<void>
  show(order: Order, caller: Caller, key?: string): OrderWire
}

export function createRefund(house: House, doors: Doors): Refunds {
  const c = { house, ...doors }
  house.jobs.every('refund.sweep', '* * * * *', () => sweepRefunds(c, house.clock.now()))
  return {
    refund: (caller, order, wish) => refundOrder(c, caller, order, wish),
    preview: (caller, order, wish) => doors.orders.previewRefund(caller, order, wish),
    settleReturn: (caller, where, wish) => settleReturn(c, caller, where, wish),
    protection: (caller, order, key) => viewProtection(c, caller, order, key),
    protect: (caller, order, key) => askProtection(c, caller, order, key),
    sweep: now => sweepRefunds(c, now),
    show: (order, caller, key) => doors.orders.show(order, caller, key),
  }
}
