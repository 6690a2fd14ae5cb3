import { leftToRefund, type Order, protectedUntil, returnBy } from './order.ts'
import { type ParcelAction, parcelMachine } from './order-states.ts'
import { allUnpacked, allUnsent, isSent, keptOf, ofSale } from './parcels.ts'
import { openReturn } from './return.ts'

/** In which roles somebody looks at an order. Both at once is possible: an owner who buys at home. */
export interface Roles {
  readonly buyer: boolean
  /** May pack, ship, deliver. */
  readonly staff: boolean
  /** May give money back. */
  readonly refunder: boolean
}
export const orderActions = [
  'pack',
  'unpack',
  'ship',
  'deliver',
  'cancel',
  'cancel_lines',
  'refund',
  'receive',
  'change_address',
  'request_return',
  'answer_return',
  'move_return',
  'protect_price',
  'review',
  'accept_return',
  'take_back',
] as const
export type OrderActionName = (typeof orderActions)[number]

interface Guard {
  readonly who: (r: Roles) => boolean
  readonly when: (o: Order, now: Date) => boolean
}
/** Money is there and not all of it promised back: only then is anything sent. */
const paid = (o: Order): boolean => (o.state === 'open' && leftToRefund(o) > 0n) || (o.state === 'open' && o.total.minor === 0n)
/** Nothing was handed to the carrier. */
export const unsent = (o: Order): boolean => !ofSale(o.parcels).some(isSent)
const sale = (o: Order, move: ParcelAction): boolean => ofSale(o.parcels).some(p => parcelMachine.can(p.state, move))
/** A replacement is sent after the order has ended. */
const replacement = (o: Order, move: ParcelAction): boolean =>
  o.parcels.some(p => p.replaces !== null && parcelMachine.can(p.state, move))
const kept = (o: Order): boolean => o.lines.some(l => keptOf(o, l) > 0)

/** Who may do what, when: the list `can` that screens show and the actions themselves read this one table. */
export const guards: Readonly<Record<OrderActionName, Guard>> = {
  pack: { who: r => r.staff, when: o => (paid(o) && allUnpacked(o) > 0) || replacement(o, 'pack') },
  unpack: { who: r => r.staff, when: o => o.state === 'open' && ofSale(o.parcels).some(p => p.state === 'packed') },
  ship: { who: r => r.staff, when: o => (paid(o) && sale(o, 'ship')) || replacement(o, 'ship') },
  deliver: { who: r => r.staff, when: o => (o.state === 'open' && sale(o, 'deliver')) || replacement(o, 'deliver') },
  receive: { who: r => r.buyer, when: o => (o.state === 'open' && sale(o, 'deliver')) || replacement(o, 'deliver') },
  cancel: { who: r => r.buyer || r.refunder, when: o => o.state === 'open' && unsent(o) },
  cancel_lines: { who: r => r.buyer || r.refunder, when: o => o.state === 'open' && allUnsent(o) > 0 },
  refund: { who: r => r.refunder, when: o => leftToRefund(o) > 0n },
  // A label that is on a parcel already can't be changed from here.
  change_address: {
    who: r => r.buyer || r.staff,
    when: o => o.state === 'open' && o.address !== null && ofSale(o.parcels).length === 0,
  },
  request_return: {
    who: r => r.buyer,
    when: (o, now) =>
      o.fulfilment === 'delivered' && !openReturn(o.returns) && kept(o) && leftToRefund(o) > 0n && now <= (returnBy(o) ?? now),
  },
  answer_return: { who: r => r.staff, when: o => openReturn(o.returns) !== null },
  move_return: { who: r => r.buyer, when: o => openReturn(o.returns) !== null },
  // Whether a price fell, prices and offers know.
  protect_price: {
    who: r => r.buyer,
    when: (o, now) =>
      (o.state === 'open' || o.state === 'completed') && leftToRefund(o) > 0n && now <= (protectedUntil(o) ?? new Date(0)),
  },
  accept_return: {
    who: r => r.refunder,
    when: o => allUnsent(o) === 0 && sale(o, 'take_back') && o.fulfilment !== 'returned',
  },
  // One of several parcels came back.
  take_back: { who: r => r.refunder, when: o => sale(o, 'take_back') && o.fulfilment !== 'returned' },
  // Whether it was reviewed already, the reviews room knows.
  review: { who: r => r.buyer, when: o => o.deliveredAt !== null },
}

export const allowed = (o: Order, roles: Roles, action: OrderActionName, now: Date): boolean =>
  guards[action].who(roles) && guards[action].when(o, now)
export const canDo = (o: Order, roles: Roles, now: Date): OrderActionName[] => orderActions.filter(a => allowed(o, roles, a, now))
