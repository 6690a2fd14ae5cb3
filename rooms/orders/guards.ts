import { leftToRefund, type Order, returnBy } from './order.ts'
import { fulfilmentMachine } from './order-states.ts'

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
  'ship',
  'deliver',
  'cancel',
  'refund',
  'receive',
  'request_return',
  'review',
  'accept_return',
] as const
export type OrderActionName = (typeof orderActions)[number]

interface Guard {
  readonly who: (r: Roles) => boolean
  readonly when: (o: Order, now: Date) => boolean
}
/** Money is there and not all of it promised back: only then is anything sent. */
const paid = (o: Order): boolean => (o.state === 'open' && leftToRefund(o) > 0n) || (o.state === 'open' && o.total.minor === 0n)
/** Nothing was handed to the carrier. */
export const unsent = (o: Order): boolean => o.fulfilment === 'none' || o.fulfilment === 'packed'

/** Who may do what, when: the list `can` that screens show and the actions themselves read this one table. */
export const guards: Readonly<Record<OrderActionName, Guard>> = {
  pack: { who: r => r.staff, when: o => paid(o) && fulfilmentMachine.can(o.fulfilment, 'pack') },
  ship: { who: r => r.staff, when: o => paid(o) && fulfilmentMachine.can(o.fulfilment, 'ship') },
  deliver: { who: r => r.staff, when: o => o.state === 'open' && fulfilmentMachine.can(o.fulfilment, 'deliver') },
  receive: { who: r => r.buyer, when: o => o.state === 'open' && fulfilmentMachine.can(o.fulfilment, 'deliver') },
  cancel: { who: r => r.buyer || r.refunder, when: o => o.state === 'open' && unsent(o) },
  refund: { who: r => r.refunder, when: o => leftToRefund(o) > 0n },
  request_return: {
    who: r => r.buyer,
    when: (o, now) => o.fulfilment === 'delivered' && !o.returnRequest && leftToRefund(o) > 0n && now <= (returnBy(o) ?? now),
  },
  accept_return: { who: r => r.refunder, when: o => fulfilmentMachine.can(o.fulfilment, 'take_back') },
  // Whether it was reviewed already, the reviews room knows.
  review: { who: r => r.buyer, when: o => o.deliveredAt !== null },
}

export const allowed = (o: Order, roles: Roles, action: OrderActionName, now: Date): boolean =>
  guards[action].who(roles) && guards[action].when(o, now)
export const canDo = (o: Order, roles: Roles, now: Date): OrderActionName[] => orderActions.filter(a => allowed(o, roles, a, now))
