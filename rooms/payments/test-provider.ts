import { randomBytes } from 'node:crypto'
import { type Clock, type Currency, money, ok } from '#base/kernel'
import type { Charge, PaymentProvider, ProviderAnswer, ProviderNews, SignedWebhook } from './provider.ts'
import { signWebhook, verifyWebhook } from './signed.ts'
import { capturedOf, type Entry, entryOf, keptOf, refOf, refundableOf } from './test-book.ts'

/** A late outcome answers this long after the start, as konbini or bank payments do (in hours). */
export const lateMs = 2000

export interface TestProvider extends PaymentProvider {
  /** What the "bank" really holds: captured minus given back. Tests compare our books with it. */
  held(currency: Currency): bigint
  /** A webhook of ours about a charge, signed now; the same id is the same event. */
  tell(charge: Pick<Charge, 'id'>, news: ProviderNews, id: string): SignedWebhook
  due(charge: Charge): readonly SignedWebhook[]
}

const settles: readonly string[] = ['approve', 'shuffled', 'refund_refused', 'refund_returned', 'chargeback']

/** Decides what is to be decided now, and says how the charge stands. */
function answerOf(e: Entry, now: number): ProviderAnswer {
  const decide = (decided: 'settled' | 'failed', reason = '') => {
    if (e.decided === null) [e.decided, e.reason] = [decided, reason]
  }
  if (settles.includes(e.outcome)) decide('settled')
  if (e.outcome === 'decline') decide('failed', 'card_declined')
  if (now >= e.answersAt && e.outcome === 'late_success') decide('settled')
  if (now >= e.answersAt && e.outcome === 'late_failure') decide('failed', 'bank_declined')
  const ref = refOf(e)
  if (e.decided === 'settled' && (!e.later || capturedOf(e) > 0n))
    return { state: 'settled', ref, amount: money(capturedOf(e), e.amount.currency) }
  if (e.voided) return { state: 'failed', ref, reason: 'voided' }
  if (e.decided === 'settled') return { state: 'authorised', ref, amount: e.amount }
  if (e.decided === 'failed') return { state: 'failed', ref, reason: e.reason }
  return { state: e.outcome === 'needs_action' ? 'needs_action' : 'pending', ref }
}

/**
 * The built-in provider: plays the outcome that it is asked for and moves no money. Within a process it keeps a real book;
 * after a restart it answers from its reference. Its webhooks are signed by a secret that nobody outside of it has.
 */
export function createTestProvider(clock: Clock, secret = randomBytes(32).toString('base64url')): TestProvider {
  const book = new Map<string, Entry>()
  const find = (charge: Charge): Entry => {
    const known = book.get(charge.id) ?? entryOf(charge, lateMs)
    book.set(charge.id, known)
    return known
  }
  const answer = (e: Entry) => answerOf(e, clock.now().getTime())
  const tell = (charge: Pick<Charge, 'id'>, news: ProviderNews, id: string): SignedWebhook =>
    signWebhook(secret, id, clock.now(), Buffer.from(JSON.stringify({ payment: charge.id, news }, minorAsText)))
  return {
    name: 'test',
    methods: ['test_card'],
    test: true,
    traits: { takes: () => true, authorises: true, alwaysAsks: false, disputes: true, tellsFailures: true, webhookSeconds: 300 },
    ...moves(find, answer),
    async webhook(webhook) {
      const id = verifyWebhook(secret, webhook, clock.now())
      if (!id.ok) return id
      const { payment, news } = JSON.parse(webhook.raw.toString(), minorAsBigint) as { payment: string; news: ProviderNews }
      return ok({ id: id.value, payment, ref: null, news })
    },
    tell,
    due: charge => {
      const e = find(charge)
      return newsOf(charge.id, e, answer(e), clock.now().getTime()).map(([what, news]) =>
        tell(charge, news, `evt_${charge.id}_${what}`),
      )
    },
    held: currency =>
      [...book.values()]
        .filter(e => e.amount.currency === currency && e.decided === 'settled')
        .reduce((s, e) => s + keptOf(e), 0n),
  }
}

type Moves = Pick<PaymentProvider, 'start' | 'status' | 'confirm' | 'cancel' | 'capture' | 'void' | 'refund'>
const moves = (find: (charge: Charge) => Entry, answer: (e: Entry) => ProviderAnswer): Required<Moves> => ({
  start: async charge => answer(find(charge)),
  status: async charge => answer(find(charge)),
  async confirm(charge, approve) {
    const e = find(charge)
    if (e.outcome === 'needs_action' && e.decided === null)
      [e.decided, e.reason] = [approve ? 'settled' : 'failed', 'not_confirmed']
    return answer(e)
  },
  async cancel(charge) {
    const e = find(charge)
    if (answer(e).state !== 'settled' && e.decided === null) [e.decided, e.reason] = ['failed', 'gave_up']
    if (answer(e).state === 'authorised') e.voided = true
    return answer(e)
  },
  async capture(charge, { id, amount }) {
    const e = find(charge)
    const { state } = answer(e)
    if (!e.captures.has(id)) {
      if (!e.later || e.voided || (state !== 'authorised' && state !== 'settled'))
        return { state: 'failed', reason: 'not_authorised' }
      if (amount.minor > e.amount.minor - capturedOf(e)) return { state: 'failed', reason: 'more_than_authorised' }
      e.captures.set(id, amount.minor)
    }
    return { state: 'done', captured: money(capturedOf(e), e.amount.currency) }
  },
  async void(charge) {
    const e = find(charge)
    if (!e.later || answer(e).state === 'failed')
      return e.voided ? { state: 'done' } : { state: 'failed', reason: 'not_authorised' }
    e.voided = true
    return { state: 'done' }
  },
  async refund(charge, { id, amount }) {
    const e = find(charge)
    if (e.refunds.has(id)) return { state: 'done' }
    if (answer(e).state !== 'settled' && charge.ref === null) return { state: 'failed', reason: 'not_settled' }
    if (e.outcome === 'refund_refused') return { state: 'failed', reason: 'refund_refused' }
    if (amount.minor > refundableOf(e, charge.ref)) return { state: 'failed', reason: 'more_than_settled' }
    e.refunds.set(id, { minor: amount.minor, of: charge.ref })
    return { state: 'done' }
  },
})

/** What the outcome tells by webhooks, by now. `shuffled`: the end before the middle, and each twice. */
function newsOf(id: string, e: Entry, now: ProviderAnswer, ms: number): readonly (readonly [string, ProviderNews])[] {
  const end = ['end', { kind: 'answer', answer: now }] as const
  const middle = ['middle', { kind: 'answer', answer: { state: 'pending', ref: now.ref } }] as const
  if (e.outcome === 'shuffled') return [end, middle, end, middle]
  if (e.outcome === 'refund_returned')
    return [...e.refunds.keys()].map(refund => [refund, { kind: 'refund_failed', refund, reason: 'closed_account' }] as const)
  const disputed = { kind: 'chargeback', state: 'opened', ref: `dispute_${id}`, amount: e.amount } as const
  if (e.outcome === 'chargeback' && ms >= e.answersAt) return [['dispute', disputed]]
  return [end]
}

const minorAsText = (_key: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)
const minorAsBigint = (key: string, value: unknown) => (key === 'minor' ? BigInt(value as string) : value)
