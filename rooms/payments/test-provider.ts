import { type Clock, type Currency, type Money, money } from '#base/kernel'
import type { TestOutcome } from './payment.ts'
import type { Charge, PaymentProvider, ProviderAnswer } from './provider.ts'

/** A late outcome answers this long after the start, as konbini or bank payments do (in hours). */
export const lateMs = 2000

interface Entry {
  readonly amount: Money
  readonly outcome: TestOutcome
  readonly answersAt: number
  decided: 'settled' | 'failed' | null
  reason: string
  readonly refunds: Map<string, bigint>
}
export interface TestProvider extends PaymentProvider {
  /** What the "bank" really holds: charged minus given back. Tests compare our books with it. */
  held(currency: Currency): bigint
}

/**
 * The built-in provider: plays the outcome that it is asked for and moves no money. Its reference carries outcome, time and
 * amount, so that it can answer after a restart without a store of its own; within a process it keeps a real book.
 */
export function createTestProvider(clock: Clock): TestProvider {
  const book = new Map<string, Entry>()
  const refOf = (e: Entry) => `test.${e.outcome}.${e.answersAt}.${e.amount.minor}.${e.amount.currency}`
  const entryOf = (charge: Charge): Entry => {
    const known = book.get(charge.id)
    if (known) return known
    const outcome = charge.outcome ?? 'approve'
    const made: Entry = charge.ref
      ? fromRef(charge.ref)
      : {
          amount: charge.amount,
          outcome,
          answersAt: charge.created.getTime() + lateMs,
          decided: null,
          reason: '',
          refunds: new Map(),
        }
    book.set(charge.id, made)
    return made
  }
  const decide = (e: Entry, decided: 'settled' | 'failed', reason = ''): void => {
    if (e.decided !== null) return
    e.decided = decided
    e.reason = reason
  }
  const answer = (e: Entry): ProviderAnswer => {
    if (e.outcome === 'approve') decide(e, 'settled')
    if (e.outcome === 'decline') decide(e, 'failed', 'card_declined')
    if (clock.now().getTime() >= e.answersAt && e.outcome === 'late_success') decide(e, 'settled')
    if (clock.now().getTime() >= e.answersAt && e.outcome === 'late_failure') decide(e, 'failed', 'bank_declined')
    const ref = refOf(e)
    if (e.decided === 'settled') return { state: 'settled', ref, amount: e.amount }
    if (e.decided === 'failed') return { state: 'failed', ref, reason: e.reason }
    return { state: e.outcome === 'needs_action' ? 'needs_action' : 'pending', ref }
  }
  return {
    name: 'test',
    methods: ['test_card'],
    test: true,
    start: async charge => answer(entryOf(charge)),
    status: async charge => answer(entryOf(charge)),
    async confirm(charge, approve) {
      const e = entryOf(charge)
      if (e.outcome === 'needs_action') decide(e, approve ? 'settled' : 'failed', 'not_confirmed')
      return answer(e)
    },
    async cancel(charge) {
      const e = entryOf(charge)
      if (answer(e).state !== 'settled') decide(e, 'failed', 'gave_up')
      return answer(e)
    },
    async refund(charge, { id, amount }) {
      const e = entryOf(charge)
      if (e.refunds.has(id)) return { state: 'done' }
      const rest = e.amount.minor - sumOf(e)
      if (answer(e).state !== 'settled' && charge.ref === null) return { state: 'failed', reason: 'not_settled' }
      if (amount.minor > rest) return { state: 'failed', reason: 'more_than_settled' }
      e.refunds.set(id, amount.minor)
      return { state: 'done' }
    },
    held: currency =>
      [...book.values()]
        .filter(e => e.amount.currency === currency && e.decided === 'settled')
        .reduce((s, e) => s + e.amount.minor - sumOf(e), 0n),
  }
}

const sumOf = (e: Entry): bigint => [...e.refunds.values()].reduce((a, b) => a + b, 0n)

function fromRef(ref: string): Entry {
  const [, outcome, at, minor, currency] = ref.split('.')
  return {
    amount: money(BigInt(minor ?? 0), currency as Currency),
    outcome: outcome as TestOutcome,
    answersAt: Number(at),
    decided: null,
    reason: '',
    refunds: new Map(),
  }
}
