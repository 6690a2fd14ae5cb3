import { type Currency, type Money, money } from '#base/kernel'
import type { TestOutcome } from './payment.ts'
import type { Charge } from './provider.ts'

/** What went back, and of which transfer: a wrong amount and the right one after it are two. */
interface Given {
  readonly minor: bigint
  readonly of: string | null
}
/** What the test provider's "bank" knows of one charge. */
export interface Entry {
  readonly amount: Money
  readonly outcome: TestOutcome
  readonly answersAt: number
  readonly later: boolean
  decided: 'settled' | 'failed' | null
  reason: string
  readonly captures: Map<string, bigint>
  readonly refunds: Map<string, Given>
  voided: boolean
}

const sumOf = (moves: Iterable<bigint>): bigint => [...moves].reduce((a, b) => a + b, 0n)
const givenOf = (e: Entry, is: (given: Given) => boolean = () => true): bigint =>
  sumOf([...e.refunds.values()].filter(is).map(g => g.minor))
export const capturedOf = (e: Entry): bigint =>
  e.later ? sumOf(e.captures.values()) : e.decided === 'settled' ? e.amount.minor : 0n
export const keptOf = (e: Entry): bigint => capturedOf(e) - givenOf(e)
/** A test may say that money came which this bank never saw; it is given back all the same. */
export const refundableOf = (e: Entry, transfer: string | null): bigint =>
  (e.later ? capturedOf(e) : e.amount.minor) - givenOf(e, g => g.of === transfer)

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
