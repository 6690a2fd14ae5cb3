import { type Machine, machine } from '#base/kernel'

export type OrderState = 'pending' | 'open' | 'completed' | 'cancelled' | 'expired'
export type OrderAction = 'pay' | 'complete' | 'cancel' | 'expire'
/** `expired` leads on: money that comes late may still find the stock. */
export const orderMachine = machine<OrderState, OrderAction>('order', 'pending', ['completed', 'cancelled'], {
  pending: { pay: 'open', cancel: 'cancelled', expire: 'expired' },
  expired: { pay: 'open' },
  open: { complete: 'completed', cancel: 'cancelled' },
  completed: {},
  cancelled: {},
})

export type PayState = 'none' | 'paid' | 'partially_refunded' | 'refunded'
export type PayAction = 'settle' | 'refund_part' | 'refund_rest'
export const payMachine = machine<PayState, PayAction>('order payment', 'none', ['refunded'], {
  none: { settle: 'paid' },
  paid: { refund_part: 'partially_refunded', refund_rest: 'refunded' },
  partially_refunded: { refund_part: 'partially_refunded', refund_rest: 'refunded' },
  refunded: {},
})

export type ParcelState = 'planned' | 'packed' | 'shipped' | 'delivered' | 'returned' | 'dropped'
export type ParcelAction = 'pack' | 'ship' | 'deliver' | 'take_back' | 'drop'
/** `planned`: a replacement that waits to be packed. A parcel that nobody took comes back from `shipped`. */
export const parcelMachine = machine<ParcelState, ParcelAction>('parcel', 'planned', ['returned', 'dropped'], {
  planned: { pack: 'packed', drop: 'dropped' },
  packed: { ship: 'shipped', drop: 'dropped' },
  shipped: { deliver: 'delivered', take_back: 'returned' },
  delivered: { take_back: 'returned' },
  returned: {},
  dropped: {},
})

export type FulfilmentState =
  | 'none'
  | 'packed'
  | 'partially_shipped'
  | 'shipped'
  | 'partially_delivered'
  | 'delivered'
  | 'returned'
/** Computed from an order's parcels (`fulfilmentOf`), so an action is named after where it leads; the table says which ways there are. */
export const fulfilmentMachine = machine<FulfilmentState, FulfilmentState>('fulfilment', 'none', ['returned'], {
  none: { packed: 'packed', partially_shipped: 'partially_shipped' },
  packed: { none: 'none', partially_shipped: 'partially_shipped', shipped: 'shipped' },
  partially_shipped: {
    shipped: 'shipped',
    partially_delivered: 'partially_delivered',
    delivered: 'delivered',
    returned: 'returned',
  },
  shipped: { partially_delivered: 'partially_delivered', delivered: 'delivered', returned: 'returned' },
  partially_delivered: { delivered: 'delivered', returned: 'returned' },
  delivered: { returned: 'returned' },
  returned: {},
})

export type ReturnState = 'requested' | 'approved' | 'refused' | 'sent_back' | 'received' | 'settled' | 'withdrawn'
export type ReturnAction = 'approve' | 'refuse' | 'withdraw' | 'send_back' | 'receive' | 'settle'
/** A claim is settled without sending anything back, and a shop may take a parcel back before it answered. */
export const returnMachine = machine<ReturnState, ReturnAction>('return', 'requested', ['refused', 'settled', 'withdrawn'], {
  requested: { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn', receive: 'received', settle: 'settled' },
  approved: { send_back: 'sent_back', receive: 'received', withdraw: 'withdrawn', settle: 'settled' },
  sent_back: { receive: 'received', settle: 'settled' },
  received: { settle: 'settled' },
  refused: {},
  settled: {},
  withdrawn: {},
})

export type CheckoutState = 'open' | 'paying' | 'paid' | 'expired' | 'cancelled'
export type CheckoutAction = 'claim' | 'reopen' | 'settle' | 'expire' | 'cancel'
/** `claim`: a payment is under way, so no sweep may expire it. `settle` from `expired` is the late payment that found the stock. */
export const checkoutMachine = machine<CheckoutState, CheckoutAction>('checkout', 'open', ['paid', 'cancelled'], {
  open: { claim: 'paying', settle: 'paid', expire: 'expired', cancel: 'cancelled' },
  paying: { claim: 'paying', reopen: 'open', settle: 'paid', expire: 'expired', cancel: 'cancelled' },
  expired: { settle: 'paid' },
  paid: {},
  cancelled: {},
})

/** For the WHERE of a conditional UPDATE: from which states the table lets this action lead on. */
export const sources = <S extends string, A extends string>(m: Machine<S, A>, action: A): S[] =>
  m.states.filter(s => m.can(s, action))

/** Where the action leads; every table here gives an action one target only, which is proved when the module loads. */
export function target<S extends string, A extends string>(m: Machine<S, A>, action: A): S {
  const ends = new Set(
    sources(m, action)
      .map(s => m.next(s, action))
      .map(r => (r.ok ? r.value : null)),
  )
  const [only] = [...ends]
  if (ends.size !== 1 || !only) throw new Error(`${m.name}: ${action} has ${ends.size} targets`)
  return only
}
