import { type Currency, type Id, type Money, machine, type WireMoney } from '#base/kernel'

export type PaymentState = 'started' | 'needs_action' | 'pending' | 'authorised' | 'settled' | 'voided' | 'failed'
type PaymentAction = 'ask' | 'wait' | 'authorise' | 'settle' | 'void' | 'fail'

/**
 * `started`: written down, the provider may or may not know of it. `authorised`: money is held for us. `settled`: money came,
 * all of it or (captured later) a part. `failed` and `voided` are what we know so far: a provider may still say later that
 * money came (a given-up payment), so both lead to `settled`; money is never ignored.
 */
export const paymentMachine = machine<PaymentState, PaymentAction>('payment', 'started', ['settled'], {
  started: { ask: 'needs_action', wait: 'pending', authorise: 'authorised', settle: 'settled', fail: 'failed' },
  needs_action: { wait: 'pending', authorise: 'authorised', settle: 'settled', fail: 'failed' },
  pending: { authorise: 'authorised', settle: 'settled', fail: 'failed' },
  authorised: { settle: 'settled', void: 'voided' },
  voided: { settle: 'settled' },
  failed: { settle: 'settled' },
  settled: {},
})

/** What a provider's word does to a payment: the first of these actions that the machine allows from where the payment is. */
const actionsOf = {
  settled: ['settle'],
  authorised: ['authorise'],
  needs_action: ['ask'],
  pending: ['wait'],
  failed: ['fail', 'void'],
} as const satisfies Record<string, readonly PaymentAction[]>
export type AnswerState = keyof typeof actionsOf

/** From each state to which a word leads on: the state after it. What is missing here, the word changes nothing. */
export function targetsOf(said: AnswerState): Partial<Record<PaymentState, PaymentState>> {
  const ways = paymentMachine.states.flatMap(from => {
    const action = actionsOf[said].find(a => paymentMachine.can(from, a))
    const next = action && paymentMachine.next(from, action)
    return next?.ok ? [[from, next.value] as const] : []
  })
  return Object.fromEntries(ways)
}

/** Outcomes that the test provider can be asked to play; the last ones settle first and go wrong afterwards. */
export const testOutcomes = [
  'approve',
  'decline',
  'needs_action',
  'late_success',
  'late_failure',
  'shuffled',
  'refund_refused',
  'refund_returned',
  'chargeback',
] as const
export type TestOutcome = (typeof testOutcomes)[number]

export const payerDevices = ['desktop', 'phone', 'app'] as const
export type PayerDevice = (typeof payerDevices)[number]

export const payerActions = ['redirect', 'qr', 'app'] as const
/** Where the payer goes on: a page of the provider, a code that their phone reads, or what the provider's app is called with. */
export interface PayerAction {
  readonly kind: (typeof payerActions)[number]
  readonly url: string
}

export interface Payment {
  readonly id: Id<'payment'>
  /** What is paid for: the checkout's id. */
  readonly reference: string
  readonly person: Id<'person'> | null
  readonly method: string
  readonly state: PaymentState
  readonly amount: Money
  /** What came: 0 ≤ refunded + charged back ≤ captured ≤ amount. */
  readonly captured: Money
  readonly refunded: Money
  /** Let go of what was authorised. */
  readonly voided: Money
  /** Taken back by payers' banks, in dispute or for good. */
  readonly chargedBack: Money
  readonly action: PayerAction | null
  /** Settled although another payment already pays for the reference; must be refunded. */
  readonly surplus: boolean
  /** Settled after the shopper's request had ended. */
  readonly late: boolean
  readonly failure: string | null
  /** Its number in the provider's own books, where that says one. */
  readonly number: string | null
  readonly created: Date
}

/** A payment that may still end either way. */
export const isWaiting = (p: Payment): boolean => p.state === 'started' || p.state === 'needs_action' || p.state === 'pending'
/** A payment that holds its reference: there is no room for another one. */
export const isLive = (p: Payment): boolean => p.state !== 'failed' && p.state !== 'voided' && !p.surplus

export interface PaymentWire {
  id: string
  state: PaymentState
  amount: WireMoney
  method: string
  failure: string | null
  captured: WireMoney
  refunded: WireMoney
  action: { kind: PayerAction['kind']; url: string } | null
}
const onWire = (m: Money): WireMoney => ({ minor: m.minor.toString(), currency: m.currency as Currency })
export const wireOf = (p: Payment): PaymentWire => ({
  id: p.id,
  state: p.state,
  amount: onWire(p.amount),
  method: p.method,
  failure: p.failure,
  captured: onWire(p.captured),
  refunded: onWire(p.refunded),
  action: p.action,
})
