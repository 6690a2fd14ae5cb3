import { machine } from '#base/kernel'

export type PayoutState = 'created' | 'sent' | 'paid' | 'failed'
export type PayoutAction = 'send' | 'pay' | 'fail'
/** `created`: the money is set aside. `sent`: the provider has the order to pay. A failed one gives the money back to what is payable. */
export const payoutMachine = machine<PayoutState, PayoutAction>('payout', 'created', ['paid', 'failed'], {
  created: { send: 'sent', fail: 'failed' },
  sent: { pay: 'paid', fail: 'failed' },
  paid: {},
  failed: {},
})
export const payoutStates = ['created', 'sent', 'paid', 'failed'] as const

/** Less than this (minor units) waits for more; a transfer has a price. */
export const smallestPayout: Readonly<Record<string, number>> = { JPY: 1000, KRW: 10_000, KWD: 5000 }
export const otherSmallestPayout = 1000

export interface PayoutOrder {
  readonly id: string
  readonly party: 'shop' | 'creator'
  readonly holder: string
  readonly currency: string
  readonly minor: bigint
}
export type PayoutAnswer =
  | { readonly state: 'sent' | 'paid'; readonly ref: string | null }
  | { readonly state: 'failed'; readonly reason: string }

/**
 * The port of what carries money out. `send` is asked by the payout's id, again after a crash: the same id pays once.
 * Throws when unreachable.
 */
export interface PayoutProvider {
  readonly name: string
  send(payout: PayoutOrder): Promise<PayoutAnswer>
}

/** Built in: the operator makes the transfer and marks it as paid. */
export const manualTransfer: PayoutProvider = {
  name: 'manual',
  send: async () => ({ state: 'sent', ref: null }),
}
