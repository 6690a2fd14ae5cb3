/** Checkout: reserve → freeze → pay → order, each step with its undo; finished by whoever comes first after a crash. */

import type { House } from '#base/house'
import type { Caller } from '#base/http'
import type { Result } from '#base/kernel'
import type { Address, Checkout, Order, OrderWire } from '#rooms/orders'
import type { IdentityWish } from '#rooms/trade'
import { defineJobs, subscribe } from './background.ts'
import { type BeginCheckout, type BeginRefused, beginCheckout } from './begin-checkout.ts'
import { type BuyerIdentity, giveIdentity, viewIdentity } from './buyer-identity.ts'
import { cancelCheckout } from './cancel-checkout.ts'
import { changeOrderAddress } from './change-address.ts'
import { type ChangeRefused, type CheckoutChange, changeCheckout } from './change-checkout.ts'
import type { Doors } from './doors.ts'
import { type CheckoutAndPayment, type PayCheckout, type PayRefused, payCheckout } from './pay-checkout.ts'
import { sweepCheckouts } from './sweep.ts'
import { type CheckoutWire, deliveriesOf, type OrderDeliveries, show, viewCheckout } from './view-checkout.ts'

export type { BeginCheckout, WishedLine } from './begin-checkout.ts'
export type { Doors as CheckoutDoors } from './doors.ts'
export type { CheckoutAndPayment, PayCheckout } from './pay-checkout.ts'
export { checkoutRoutes } from './routes.ts'
export { runSteps, type Step } from './steps.ts'
export type { CheckoutWire } from './view-checkout.ts'
export { wire as checkoutWire } from './wire.ts'

export interface Checkouts {
  /** Holds stock for 15 minutes and freezes prices; takes the place of the person's other open checkouts. */
  begin(caller: Caller, wish: BeginCheckout): Promise<Result<Checkout, BeginRefused>>
  /** The caller's checkout; finishes it first when its payment has ended unseen. */
  view(caller: Caller, id: string): Promise<Result<CheckoutAndPayment, 'not_found'>>
  /** Address, codes or the way to send; the amounts are counted and frozen anew. */
  change(caller: Caller, id: string, change: CheckoutChange): Promise<Result<Checkout, ChangeRefused>>
  setAddress(caller: Caller, id: string, address: Address): Promise<Result<Checkout, ChangeRefused>>
  /** How each order of the caller's checkout can be sent. */
  deliveries(caller: Caller, id: string): Promise<Result<OrderDeliveries[], 'not_found'>>
  /** What is asked of the buyer where an order crosses into China, and what of it is there, masked. */
  identity(caller: Caller, id: string): Promise<Result<BuyerIdentity, 'not_found'>>
  giveIdentity(
    caller: Caller,
    id: string,
    wish: IdentityWish,
  ): Promise<Result<BuyerIdentity, 'not_found' | 'wrong_state' | 'identity_invalid' | 'consent_needed' | 'trade_refused'>>
  /** Pays, or answers what a payment that is under way or done has come to. */
  pay(caller: Caller, id: string, wish: PayCheckout): Promise<Result<CheckoutAndPayment, PayRefused>>
  cancel(caller: Caller, id: string): Promise<Result<CheckoutAndPayment, 'not_found' | 'wrong_state'>>
  /** Another address for a paid order, until it is packed. */
  changeOrderAddress(
    caller: Caller,
    order: string,
    wish: { address: Address; key?: string | undefined },
  ): Promise<Result<Order, 'not_found' | 'forbidden' | 'wrong_state' | 'address_invalid' | 'not_shippable'>>
  showOrder(order: Order, caller: Caller, key?: string): OrderWire
  /** Expires, releases, finishes and gives up; runs every minute by itself. */
  sweep(now: Date): Promise<void>
  show(done: CheckoutAndPayment, caller: Caller): CheckoutWire
  /** Opens the subscriptions; the server calls it once. */
  start(): Promise<void>
}

export function createCheckout(house: House, doors: Doors): Checkouts {
  const c = { house, ...doors }
  defineJobs(c)
  return {
    begin: (caller, wish) => beginCheckout(c, caller, wish),
    view: (caller, id) => viewCheckout(c, caller, id),
    change: (caller, id, change) => changeCheckout(c, caller, id, change),
    setAddress: (caller, id, address) => changeCheckout(c, caller, id, { address }),
    deliveries: (caller, id) => deliveriesOf(c, caller, id),
    identity: (caller, id) => viewIdentity(c, caller, id),
    giveIdentity: (caller, id, wish) => giveIdentity(c, caller, id, wish),
    pay: (caller, id, wish) => payCheckout(c, caller, id, wish),
    cancel: (caller, id) => cancelCheckout(c, caller, id),
    changeOrderAddress: (caller, order, wish) => changeOrderAddress(c, caller, order, wish),
    showOrder: (order, caller, key) => c.orders.show(order, caller, key),
    sweep: now => sweepCheckouts(c, now),
    show: (done, caller) => show(c, caller, done),
    start: () => subscribe(c),
  }
}
