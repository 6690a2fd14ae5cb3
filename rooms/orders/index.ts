/** Orders: frozen copies of what was bought, three statuses with one writer, and the checkouts that they come from. */
import { migrationsIn } from '#base/db'
import type { House } from '#base/house'
import type { Caller } from '#base/http'
import { type Id, type Money, ok, type Page, type Result } from '#base/kernel'
import { beginRefund, type Refund, type RefundRefused } from './begin-refund.ts'
import { beginReplacement } from './begin-replacement.ts'
import { changeAddress } from './change-address.ts'
import { type Claim, type ClaimRefused, claimCheckout, reopenCheckout } from './claim-checkout.ts'
import { countReceived } from './count-received.ts'
import { type End, endCheckout, refuseMoney } from './end-checkout.ts'
import { freezeSheets, type Resheet } from './freeze-sheets.ts'
import { type FulfilRefused, fulfilOrder } from './fulfil-order.ts'
import { fulfilWire } from './fulfil-wire.ts'
import type { OrderActionName } from './guards.ts'
import { letterOf, type OrderLetter } from './letter.ts'
import { type LineOwner, lineOwners } from './line-owner.ts'
import { type Customer, type CustomersWish, shopCustomers } from './list-customers.ts'
import {
  type Counts,
  chosenOrders,
  lastAddress,
  myOrders,
  orderCounts,
  type PageWish,
  type ShopOrdersWish,
  shopOrders,
} from './list-orders.ts'
import { type DeskReturn, type ReturnsWish, shopReturns } from './list-returns.ts'
import { markPaid } from './mark-paid.ts'
import { moveReturn, type ReturnMove } from './move-return.ts'
import type { Address, Checkout, Order } from './order.ts'
import type { CheckoutState } from './order-states.ts'
import { type Placed, type PlaceOrders, placeOrders } from './place-orders.ts'
import type { ParcelWish } from './plan-step.ts'
import { previewRefund } from './preview-refund.ts'
import { recordRefund, startedRefunds } from './record-refund.ts'
import type { RefundWish } from './refund-wish.ts'
import { type OwnMedia, type ReturnRefused, type ReturnWish, requestReturn } from './request-return.ts'
import { type Accounts, type Refused, refusal, rolesOf } from './roles.ts'
import type { OrderTables } from './rows.ts'
import { shipTogether, type TogetherWish } from './ship-together.ts'
import { countOrders, readCheckout, readOrder, type Tally, tallyOrders } from './store.ts'
import { subscribe, subscribePassedOn } from './subscribers.ts'
import { checkoutsOf, openCheckouts, overdueCheckouts, payersAmong, payingCheckouts, statesOf } from './sweep-reads.ts'
import { type OrderWire, wireOf } from './view.ts'
import { viewOrder } from './view-order.ts'
import { wire } from './wire.ts'

export type { Refund, RefundRefused } from './begin-refund.ts'
export type { Claim, ClaimRefused } from './claim-checkout.ts'
export type { Resheet } from './freeze-sheets.ts'
export { type Invoice, invoiceOf } from './invoice.ts'
export type { OrderLetter } from './letter.ts'
export type { LineOwner } from './line-owner.ts'
export { type Address, type Checkout, type FrozenShop, type Order, type OrderLine, protectedUntil, returnBy } from './order.ts'
export type { CheckoutState } from './order-states.ts'
export { mountPapers } from './paper-routes.ts'
export { somePieces } from './parcel-wire.ts'
export type { Parcel, Pieces } from './parcels.ts'
export type { LineDraft, Placed, PlaceOrders, ShopDraft } from './place-orders.ts'
export { type AskedPrice, type Fall, fallOf, type ProtectedLine, protectionOf } from './price-protection.ts'
export { refundShare, type Share } from './refund-share.ts'
export type { RefundKind, RefundWish } from './refund-wish.ts'
export { type Return, type ReturnOutcome, returnOutcomes } from './return.ts'
export { ordersRoutes } from './routes.ts'
export {
  type FrozenDelivery,
  type FrozenOffer,
  type FrozenRate,
  type FrozenTrade,
  type Sheet,
  sheetOf,
  type Way,
} from './sheet.ts'
export type { OrderWire } from './view.ts'
export { addressWire, orderWire } from './wire.ts'
export const ordersWire = { ...wire, ...fulfilWire }

export interface Orders {
  // What the checkout flow does, in its order.
  /** Freezes everything into one pending order a shop; emits checkout.started. Says which other open checkouts it replaced. */
  place(draft: PlaceOrders): Promise<Placed>
  checkout(id: string): Promise<Checkout | null>
  /** Writes an open checkout's address, codes and sheets anew, all or nothing. */
  resheet(checkout: Checkout, change: Resheet): Promise<Result<Checkout, 'wrong_state'>>
  /** Takes the checkout for paying if it is the person's, open, addressed, in time and of this total. */
  claim(person: Id<'person'>, checkout: string, expectedTotal: Money): Promise<Result<Claim, ClaimRefused>>
  /** The payment came to nothing: it can be paid again. False when it moved on. */
  reopen(checkout: string): Promise<boolean>
  /** Opens the orders and emits order.paid for each, once. Null when it was paid or cancelled before. Throws on another amount. */
  markPaid(checkout: Checkout, payment: { id: Id<'payment'>; amount: Money }, how: { late: boolean }): Promise<Checkout | null>
  /** Expires or cancels a checkout that is not paid, with its orders. False when it had moved on. */
  end(checkout: string, end: End): Promise<boolean>
  /** Turns a late payment down for good, before it is given back. False when the checkout is paid or cancelled. */
  refuseMoney(checkout: string, payment: string): Promise<boolean>
  /** The person's checkouts that hold stock and are not being paid. */
  openOf(person: Id<'person'>): Promise<Id<'checkout'>[]>
  /** How many orders of this person were paid or placed, in any state. */
  countOf(person: Id<'person'>): Promise<number>
  /** Of shops: their paid orders, and how many of those had money given back; shops without one are missing. One statement. */
  tallies(shops: readonly Id<'shop'>[]): Promise<Map<string, Tally>>
  // What sweeps ask.
  overdue(now: Date, limit: number): Promise<Id<'checkout'>[]>
  paying(before: Date, limit: number): Promise<{ id: Id<'checkout'>; expires: Date }[]>
  payersAmong(payments: readonly string[]): Promise<Set<string>>
  statesOf(checkouts: readonly string[]): Promise<Map<string, CheckoutState>>
  /** The checkouts that these orders came from. */
  checkoutsOf(orders: readonly string[]): Promise<Id<'checkout'>[]>
  // Refunds: written down first, carried out by flows/refund, then recorded.
  beginRefund(caller: Caller, order: string, wish: RefundWish): Promise<Result<Refund, RefundRefused>>
  /** What `beginRefund` would give back now; nothing is written. */
  previewRefund(caller: Caller, order: string, wish: RefundWish): Promise<Result<Money, RefundRefused>>
  recordRefund(refund: Refund, outcome: 'done' | 'failed'): Promise<Order>
  startedRefunds(before: Date, limit: number): Promise<Refund[]>
  // An order's life.
  order(id: string): Promise<Order | null>
  /** The order for its buyer, its shop's staff, or whoever holds its key. */
  view(caller: Caller, id: string, key?: string): Promise<Result<Order, 'not_found'>>
  /** Moves a parcel, or all that wait, one step on; `pack` with pieces makes a parcel of them. */
  fulfil(caller: Caller, id: string, wish: ParcelWish): Promise<Result<Order, FulfilRefused>>
  /** Packed orders of one buyer to one address leave in one parcel, all or none. */
  shipTogether(
    caller: Caller,
    shop: Id<'shop'>,
    wish: TogetherWish,
  ): Promise<Result<Order[], FulfilRefused | 'address_invalid' | 'sign_in_required'>>
  /** Until it is packed; the address is checked already. */
  changeAddress(
    caller: Caller,
    id: string,
    wish: { address: Address; key?: string | undefined },
  ): Promise<Result<Order, 'not_found' | 'forbidden' | 'wrong_state' | 'not_shippable'>>
  requestReturn(caller: Caller, id: string, wish: ReturnWish): Promise<Result<Order, ReturnRefused>>
  /** Whether the caller may do this with the order now, before something is done elsewhere for it. */
  may(order: Order, caller: Caller, action: OrderActionName): Result<true, Refused>
  /** Settles a return with other goods, whose stock is held; ends, as a refund does, with `recordRefund`. With money: `beginRefund`. */
  beginReplacement(
    caller: Caller,
    where: { order: string; returned: string },
    restock: boolean,
  ): Promise<Result<Refund, 'not_found' | 'forbidden' | 'wrong_state'>>
  /** Answers, withdraws, sends back or receives a return. */
  moveReturn(
    caller: Caller,
    where: { order: string; returned: string },
    move: ReturnMove,
  ): Promise<Result<Order, 'not_found' | 'forbidden' | 'wrong_state'>>
  returns(
    caller: Caller,
    shop: Id<'shop'>,
    wish: ReturnsWish,
  ): Promise<Result<Page<DeskReturn>, 'invalid_cursor' | 'forbidden' | 'sign_in_required'>>
  /** Orders whose days after delivery are over count as received; runs every hour by itself. Answers how many. */
  countReceived(now: Date): Promise<number>
  mine(caller: Caller, page: PageWish): Promise<Result<Page<Order>, 'invalid_cursor'>>
  ofShop(
    caller: Caller,
    shop: Id<'shop'>,
    page: ShopOrdersWish,
  ): Promise<Result<Page<Order>, 'invalid_cursor' | 'forbidden' | 'sign_in_required'>>
  /** These paid orders of the shop, as they were named: for its staff. */
  chosen(
    caller: Caller,
    shop: Id<'shop'>,
    ids: readonly Id<'order'>[],
  ): Promise<Result<Order[], 'forbidden' | 'sign_in_required' | 'not_found'>>
  /** Who ordered in the shop, the last to order first; what their orders say of them and no more. */
  customers(
    caller: Caller,
    shop: Id<'shop'>,
    wish: CustomersWish,
  ): Promise<Result<Page<Customer>, 'invalid_cursor' | 'forbidden' | 'sign_in_required'>>
  counts(caller: Caller, shop: Id<'shop'>): Promise<Result<Counts, 'forbidden' | 'sign_in_required'>>
  lastAddress(caller: Caller): Promise<Address | null>
  /** The wire shape, with what this caller (or the holder of `key`) may do now. */
  show(order: Order, caller: Caller, key?: string): OrderWire
  // For other rooms' ports.
  /** Whose paid line this is; null for unknown lines and cancelled orders. */
  lineOwner(line: string): Promise<LineOwner | null>
  lineOwners(lines: readonly string[]): Promise<Map<string, LineOwner>>
  /** With `parcel`: who carries that parcel. */
  letterFor(order: string, parcel?: string | null): Promise<OrderLetter | null>
  /** Opens the subscriptions; the server calls it once. */
  start(): Promise<void>
}

export function createOrders(house: House, doors: { accounts: Accounts; ownMedia?: OwnMedia }): Orders {
  const db = house.db.tables<OrderTables>()
  const { accounts, ownMedia = async () => false } = doors
  house.jobs.every('orders.received', '17 * * * *', async () => void (await countReceived(house, house.clock.now())))
  return {
    place: draft => placeOrders(house, draft),
    checkout: id => readCheckout(db, id),
    resheet: (checkout, change) => freezeSheets(house, checkout, change),
    claim: (person, checkout, total) => claimCheckout(house, person, checkout, total),
    reopen: checkout => reopenCheckout(house, checkout),
    markPaid: (checkout, payment, how) => markPaid(house, checkout, payment, how),
    end: (checkout, end) => endCheckout(house, checkout, end),
    refuseMoney: (checkout, payment) => refuseMoney(house, checkout, payment),
    openOf: person => openCheckouts(db, person),
    countOf: person => countOrders(db, person),
    tallies: shops => tallyOrders(db, shops),
    overdue: (now, limit) => overdueCheckouts(db, now, limit),
    paying: (before, limit) => payingCheckouts(db, before, limit),
    payersAmong: payments => payersAmong(db, payments),
    statesOf: checkouts => statesOf(db, checkouts),
    checkoutsOf: orders => checkoutsOf(db, orders),
    beginRefund: (caller, order, wish) => beginRefund(house, accounts, caller, order, wish),
    previewRefund: (caller, order, wish) => previewRefund({ db, accounts, now: house.clock.now() }, caller, order, wish),
    recordRefund: (refund, outcome) => recordRefund(house, refund, outcome),
    startedRefunds: (before, limit) => startedRefunds(db, before, limit),
    order: id => readOrder(db, id),
    view: (caller, id, key) => viewOrder(db, accounts, caller, id, key),
    fulfil: (caller, id, wish) => fulfilOrder(house, accounts, caller, id, wish),
    shipTogether: (caller, shop, wish) => shipTogether(house, accounts, caller, shop, wish),
    changeAddress: (caller, id, wish) => changeAddress(house, accounts, caller, id, wish),
    requestReturn: (caller, id, wish) => requestReturn(house, { accounts, ownMedia }, caller, id, wish),
    may: (order, caller, action) => refusal(order, rolesOf(accounts, caller, order), action, house.clock.now()) ?? ok(true),
    beginReplacement: (caller, where, restock) => beginReplacement(house, accounts, caller, where, restock),
    moveReturn: (caller, where, move) => moveReturn(house, accounts, caller, where, move),
    returns: (caller, shop, wish) => shopReturns(db, accounts, caller, shop, wish),
    countReceived: now => countReceived(house, now),
    mine: (caller, page) => myOrders(db, caller, page),
    ofShop: (caller, shop, page) => shopOrders(db, accounts, caller, shop, page),
    chosen: (caller, shop, ids) => chosenOrders(db, accounts, caller, shop, ids),
    customers: (caller, shop, wish) => shopCustomers(db, accounts, caller, shop, wish),
    counts: (caller, shop) => orderCounts(db, accounts, caller, shop),
    lastAddress: caller => lastAddress(db, caller),
    show: (order, caller, key) => wireOf(order, rolesOf(accounts, caller, order, key), house.clock.now()),
    lineOwner: async line => (await lineOwners(db, [line])).get(line) ?? null,
    lineOwners: lines => lineOwners(db, lines),
    letterFor: async (id, parcel) => {
      const order = await readOrder(db, id)
      return order ? letterOf(order, house.config.publicUrl, parcel) : null
    },
    async start() {
      await subscribe(house)
      await subscribePassedOn(house)
    },
  }
}

export const ordersMigrations = migrationsIn('orders', new URL('./migrations/', import.meta.url))
