import { type Currency, type Money, money } from '#base/kernel'
import type { TestOutcome } from './payment.ts'
import type { Charge } from './provider.ts'

/** What the test provider's "bank" knows of one charge. */
export interface Entry {
  readonly amount: Money
  readonly outcome: TestOutcome
  readonly answersAt: number
  readonly later: boolean
  decided: 'settled' | 'failed' | null
  reason: string
  readonly captures: Map<string, bigint>
  readonly refunds: Map<string, bigint>
  voided: boolean
}

const sumOf = (moves: Map<string, bigint>): bigint => [...moves.values()].reduce((a, b) => a + b, 0n)
export const capturedOf = (e: Entry): bigint => (e.later ? sumOf(e.captures) : e.decided === 'settled' ? e.amount.minor : 0n)
export const keptOf = (e: Entry): bigint => capturedOf(e) - sumOf(e.refunds)
/** A test may say that money came which this bank never saw; it is given back all the same. */
export const refundableOf = (e: Entry): bigint => (e.later ? capturedOf(e) : e.amount.minor) - sumOf(e.refunds)

/** The reference carries outcome, time and amount, so that the provider can answer after a restart without a store of its own. */
export const refOf = (e: Entry): string =>
  `test.${e.outcome}.${e.answersAt}.${e.amount.minor}.${e.amount.currency}${e.later ? '.later' : ''}`

export function entryOf(charge: Charge, lateMs: number): Entry {
  const [, outcome, at, minor, currency, later] = charge.ref?.split('.') ?? []
  return {
    amount: charge.ref ? money(BigInt(minor ?? 0), currency as Currency) : charge.amount,
    outcome: charge.ref ? (outcome as TestOutcome) : (charge.outcome ?? 'approve'),
    answersAt: charge.ref ? Number(at) : charge.created.getTime() + lateMs,
    later: charge.ref ? later === 'later' : charge.capture === 'later',
    decided: null,
    reason: '',
    captures: new Map(),
    refunds: new Map(),
    voided: false,
  }
}
