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

export type FulfilmentState = 'none' | 'packed' | 'shipped' | 'delivered' | 'returned'
export type FulfilmentAction = 'pack' | 'ship' | 'deliver' | 'take_back'
/** A parcel that nobody took comes back from `shipped`. */
export const fulfilmentMachine = machine<FulfilmentState, FulfilmentAction>('fulfilment', 'none', ['returned'], {
  none: { pack: 'packed' },
  packed: { ship: 'shipped' },
  shipped: { deliver: 'delivered', take_back: 'returned' },
  delivered: { take_back: 'returned' },
  returned: {},
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
