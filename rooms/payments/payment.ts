import { type Currency, type Id, type Money, machine, type WireMoney } from '#base/kernel'

export type PaymentState = 'started' | 'needs_action' | 'pending' | 'settled' | 'failed'
export type PaymentAction = 'ask' | 'wait' | 'settle' | 'fail'

/**
 * `started`: written down, the provider may or may not know of it. `failed` is what we know so far: a provider may still
 * say later that money came (a given-up payment), so it leads to `settled`; money is never ignored.
 */
export const paymentMachine = machine<PaymentState, PaymentAction>('payment', 'started', ['settled'], {
  started: { ask: 'needs_action', wait: 'pending', settle: 'settled', fail: 'failed' },
  needs_action: { wait: 'pending', settle: 'settled', fail: 'failed' },
  pending: { settle: 'settled', fail: 'failed' },
  failed: { settle: 'settled' },
  settled: {},
})

/** States from which this action leads on, for the WHERE of a conditional UPDATE. */
export const sourcesOf = (action: PaymentAction): PaymentState[] =>
  paymentMachine.states.filter(s => paymentMachine.can(s, action))

/** Outcomes that the test provider can be asked to play. */
export const testOutcomes = ['approve', 'decline', 'needs_action', 'late_success', 'late_failure'] as const
export type TestOutcome = (typeof testOutcomes)[number]

export interface Payment {
  readonly id: Id<'payment'>
  /** What is paid for: the checkout's id. */
  readonly reference: string
  readonly person: Id<'person'> | null
  readonly method: string
  readonly state: PaymentState
  readonly amount: Money
  readonly refunded: Money
  /** Settled although another payment already pays for the reference; must be refunded. */
  readonly surplus: boolean
  /** Settled after the shopper's request had ended. */
  readonly late: boolean
  readonly failure: string | null
  readonly created: Date
}

/** A payment that may still end either way. */
export const isWaiting = (p: Payment): boolean => p.state === 'started' || p.state === 'needs_action' || p.state === 'pending'

export interface PaymentWire {
  id: string
  state: PaymentState
  amount: WireMoney
  method: string
  failure: string | null
  refunded: WireMoney
}
export const wireOf = (p: Payment): PaymentWire => ({
  id: p.id,
  state: p.state,
  amount: { minor: p.amount.minor.toString(), currency: p.amount.currency as Currency },
  method: p.method,
  failure: p.failure,
  refunded: { minor: p.refunded.minor.toString(), currency: p.refunded.currency as Currency },
})
